"""The score of a quotable passage: by the signs of a sentence that people repeat, and of one that only explains."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from transcript.language.normalise import UNSPACED_LANGUAGES
from transcript.models import Language


@dataclass(frozen=True, slots=True)
class Weights:
    """Points for each sign of a kind, of which two count at most. Tuned by reading the pools of the transcript that
    ships and of three other shows."""

    claim: float = 1.0
    """It says what is so, what must be, what is wrong."""
    opinion: float = 0.4
    contrast: float = 0.8
    """It sets one thing against another, or denies what one would think."""
    absolute: float = 0.7
    """It goes all the way: never, everybody, the best."""
    number: float = 0.5
    personal: float = 0.4
    """The speaker speaks of themselves."""
    feeling: float = 0.6
    """It has words that move people."""
    vague: float = -0.7
    spoken: float = -0.9
    """It is part of a conversation, or somebody else's words."""
    about_the_show: float = -1.6
    explaining: float = -0.7
    past: float = -0.25
    """It tells what happened once."""
    pointing: float = -0.15
    """It points to what was said before."""
    artefact: float = -1.0
    """Speech that was written down badly: a capital inside a sentence, an aside between dashes."""
    jargon: float = -0.5
    """Each name, abbreviation or figure past the second."""
    question: float = -0.8
    joined: float = -0.5
    """It begins with a word that joins it to what was said before."""


WEIGHTS = Weights()


MOST_OF_A_KIND = 2
"""Different signs of a kind that count."""


NAMES = 2
"""Names and abbreviations that a passage may have."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """Characters between which a passage reads best, and the points that it loses outside."""

    fewest: int
    most: int
    lost: float = 0.8


LENGTHS = Lengths(70, 190)
UNSPACED_LENGTHS = Lengths(26, 80)


MIDDLE, POINT, HIGHEST = 40, 10, 99
"""The score of a passage without any sign, that of a point, and the highest; a score is a whole number from 0."""


def quotability(text: str, language: Language) -> int:
    """A score from 0 to 99. Of languages without a list of cues, length and form tell alone."""
    points = sum(weight * min(MOST_OF_A_KIND, _count_different(sign, text)) for weight, sign in _signs(language))
    points += WEIGHTS.jargon * max(0, len(_NAME.findall(text)) - NAMES)
    lengths = UNSPACED_LENGTHS if language in UNSPACED_LANGUAGES else LENGTHS
    points -= lengths.lost * (not lengths.fewest <= len(text) <= lengths.most)
    points -= lengths.lost * (len(text) > 1.5 * lengths.most)
    return max(0, min(HIGHEST, round(MIDDLE + POINT * points)))


def _count_different(sign: re.Pattern[str], text: str) -> int:
    return len({each.casefold() for each in sign.findall(text)})


_NAME = re.compile(r"(?<=[\w,;] )(?!I\b)[A-Z][\w-]+|\b\w*[a-z][A-Z]\w*")
"""A name within a sentence, an abbreviation, or a word with a capital inside."""


_NUMBER = re.compile(
    r"\d|\b(?:hundreds?|thousands?|millions?|billions?|trillions?|percent|half|twice|double)\b|[百千万亿]|两倍|一半",
    re.IGNORECASE,
)


_ARTEFACT = re.compile(r"(?<=[a-z,] )(?:A|An|And|But|So|Some|Get|It|We|You|They|The|Is|Are)\b| [-–—] |--|[a-z]\. [a-z]")


_OF_ALL_LANGUAGES = {
    "number": _NUMBER,
    "artefact": _ARTEFACT,
    "question": re.compile(r"(?<!right)[?？]"),
    "joined": re.compile(r"^(?:And|But|So|Now)\b"),
}


@cache
def _signs(language: Language) -> list[tuple[float, re.Pattern[str]]]:
    """The weight and the pattern of each kind of sign."""
    patterns = _OF_ALL_LANGUAGES | _cues(language)
    return [(getattr(WEIGHTS, each.name), patterns[each.name]) for each in fields(WEIGHTS) if each.name in patterns]


def _cues(language: Language) -> dict[str, re.Pattern[str]]:
    """The patterns of a language's list of cues, by kind; none where there is no list."""
    path = files("transcript.language").joinpath("data", f"quotable_cues.{language}.txt")
    if not path.is_file():
        return {}
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = (line.partition(": ") for line in lines)
    edge = "" if language in UNSPACED_LANGUAGES else r"\b"
    return {
        kind.replace(" ", "_"): re.compile(
            f"{edge}(?:{'|'.join(map(_as_typed, cues.split(' / ')))}){edge}", re.IGNORECASE
        )
        for kind, _, cues in rows
    }


def _as_typed(cue: str) -> str:
    """A pattern for a cue, with either apostrophe."""
    return re.escape(cue).replace("'", "['’]")
