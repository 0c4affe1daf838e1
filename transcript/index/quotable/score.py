"""The score of a quotable passage: by the signs of a sentence that people repeat, and of one that only explains."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from transcript.index.quotable.cues import cues_of
from transcript.language.normalise import UNSPACED_LANGUAGES
from transcript.models import Language


@dataclass(frozen=True, slots=True)
class Weights:
    """Points for each sign of a kind, of which two count at most. Tuned by reading the pools of the transcript that
    ships and of three other shows, and on 242 passages of fourteen episodes of others, read without their scores."""

    claim: float = 1.0
    """Claims: it says what is so, what must be, what is wrong."""
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
    judging: float = 0.6
    """It says how good, hard or odd something is."""
    general: float = 0.5
    """It says how it goes for everybody: when you …"""
    vague: float = -0.7
    spoken: float = -0.9
    """It is part of a conversation, or somebody else's words."""
    about_the_show: float = -1.6
    asides: float = -0.3
    """It may speak of the talk itself, or of its day."""
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


@dataclass(frozen=True, slots=True)
class Delivery:
    """The way in which a passage is said. `turn` is the length of the whole of what its speaker says there, in
    characters; the passage may be what `opens` that, and a question what it ends in (`asks`)."""

    turn: int = 0
    opens: bool = False
    asks: bool = False
    names_speaker: bool = False
    """A speaker of the episode is named: somebody in the room is spoken to, or of."""
    sentences: int = 1
    fillers: int = 0

    @property
    def points(self) -> float:
        """Points for what is said at length rather than in reply, to nobody in the room, briefly and fluently. Tuned
        with the weights."""
        lost = 0.3 * self.opens + 0.5 * self.asks + 1.2 * self.names_speaker
        return min(1.0, self.turn / LONG_TURN) - lost - 0.4 * (self.sentences - 1) - 0.4 * self.fillers


LONG_TURN = 1200
"""Characters after which a speaker is no longer in a dialogue."""


MOST_OF_A_KIND = 2
"""Different signs of a kind that count."""


NAMES = 2
"""Names and abbreviations that a passage may have."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """Characters between which a passage reads best, and the points that it loses outside."""

    fewest: int
    most: int
    lost: float = 0.6


LENGTHS = Lengths(80, 190)
UNSPACED_LENGTHS = Lengths(26, 80)


MIDDLE, POINT, HIGHEST = 40, 10, 99
"""The score of a passage without any sign, that of a point, and the highest; a score is a whole number from 0."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The different signs of a sentence, by kind; the number of its names; `is_joined` to the sentence before."""

    by_kind: Mapping[str, Set[str]]
    names: int
    is_joined: bool


def quotability(text: str, language: Language) -> int:
    """A score from 0 to 99. Of languages without a list of cues, length and form tell alone."""
    return score_of([signs_of(text, language)], len(text), language)


def signs_of(text: str, language: Language) -> Signs:
    found = defaultdict[str, set[str]](set)
    for kind, cue in cues_of(language).find(text):
        found[kind].add(cue)
    for kind, pattern in _OF_ALL_LANGUAGES.items():
        found[kind].update(pattern.findall(text))
    names = _NAME if _INNER_CAPITAL.search(text) else _CAPITALISED
    return Signs(found, len(names.findall(text)), _JOINING_WORD.match(text) is not None)


def score_of(sentences: Sequence[Signs], length: int, language: Language, delivery: Delivery = Delivery()) -> int:
    """The score of a passage of so many characters, by the signs of its sentences and how it is said."""
    points = delivery.points + WEIGHTS.joined * sentences[0].is_joined
    points += WEIGHTS.jargon * max(0, sum(each.names for each in sentences) - NAMES)
    for kind, different in sorted(_signs_by_kind(sentences).items()):  # a sum of fractions depends on its order
        points += getattr(WEIGHTS, kind) * min(MOST_OF_A_KIND, len(different))
    lengths = UNSPACED_LENGTHS if language in UNSPACED_LANGUAGES else LENGTHS
    points -= lengths.lost * (not lengths.fewest <= length <= lengths.most)
    points -= lengths.lost * (length > 1.5 * lengths.most)
    return max(0, min(HIGHEST, round(MIDDLE + POINT * points)))


def _signs_by_kind(sentences: Sequence[Signs]) -> Mapping[str, Set[str]]:
    if len(sentences) == 1:
        return sentences[0].by_kind
    kinds = set().union(*(each.by_kind for each in sentences))
    return {kind: set().union(*(each.by_kind.get(kind, ()) for each in sentences)) for kind in kinds}


_CAPITALISED = re.compile(r"[A-Z](?<=[\w,;] .)(?!(?<=I)\b)[\w-]+")
"""A name within a sentence, or an abbreviation."""


_INNER_CAPITAL = re.compile("[A-Z](?<=[a-z].)")


_NAME = re.compile(rf"{_CAPITALISED.pattern}|\b\w*[a-z][A-Z]\w*")
"""The same, or a word with a capital inside."""


_JOINING_WORD = re.compile(r"(?:And|But|So|Now|Well|Look|Listen|Like|I mean)\b")


_OF_ALL_LANGUAGES = {
    "number": re.compile(
        r"[\dHhTtMmBbPpDd百千万亿两一](?:(?<=[\d百千万亿])|(?<=两)倍|(?<=一)半|(?<!\w.)(?i:(?<=h)(?:undreds?|alf)"
        r"|(?<=t)(?:housands?|rillions?|wice)|(?<=[mb])illions?|(?<=p)ercent|(?<=d)ouble)\b)"
    ),
    "artefact": re.compile(
        r"(?<=[a-z,] )(?:A|An|And|But|So|Some|Get|It|We|You|They|The|Is|Are)\b| [-–—] |--|[a-z]\. [a-z]"
    ),
    "question": re.compile(r"[?？](?<!right.)"),
    "about_the_show": re.compile(r"@\w|\w\.(?:com|org|net|fm|io|dev|tv|cn)\b"),  # where to find it
}
"""Some begin with all characters that they may begin with, so that the engine goes from one of these to the next."""
