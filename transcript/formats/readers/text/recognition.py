"""Tells texts with names or times from lists of fields, logs and other files with colons in them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from transcript.formats.chapter_files import chapters_of
from transcript.formats.cues import Reading
from transcript.formats.markup import CJK
from transcript.formats.readers.text.names_beside_times import FEWEST_TURNS
from transcript.formats.readers.text.outline import Outline, outline_of
from transcript.formats.readers.text.speech import ENDS_SENTENCE, is_of_words, is_prose, is_spoken
from transcript.formats.readers.text.turns import LABELLED
from transcript.formats.source import Source
from transcript.formats.speakers import NO_NAMES, ROLES, is_name, is_numbered
from transcript.formats.stamps import CLOCK

ROWS_TO_RECOGNISE = 1_000
"""Rows after which it is clear that a text has names or times."""


def recognises(source: Source) -> bool:
    """True if enough of its rows begin a turn, by a name that comes again or by a time."""
    if source.json is not None or source.is_marked_up or chapters_of(source):
        return False
    text = outline_of(source, Reading(), most=ROWS_TO_RECOGNISE)
    count = sum(turn.start is not None or (turn.name or "").casefold() not in NO_NAMES for turn in text.turns.values())
    return (count >= FEWEST_TURNS or (count == 1 and _is_monologue(text))) and _is_speech(text)


def _is_monologue(text: Outline) -> bool:
    """True if the first turn begins right at the top, with a time or a person's name."""
    number, turn = min(text.turns.items())
    return number <= text.first + 3 and (turn.start is not None or (turn.name is not None and is_name(turn.name)))


def _is_speech(text: Outline) -> bool:
    """False for lists of fields, as mails and settings begin with, and for the lines of a log."""
    turns = text.turns
    if 2 * sum(map(bool, map(_OF_LOGS.search, text.rows))) > len(text.rows):
        return False
    edges = [*sorted(turns), len(text.rows)]
    said = ["\n".join([turns[begin].rest, *text.rows[begin + 1 : end]]) for begin, end in pairwise(edges)]
    if all(turn.start is None for turn in turns.values()) and not (
        is_spoken("\n".join(said)) or _is_read_out(text, said)
    ):
        return False
    if all(turn.shape == LABELLED for turn in turns.values()):
        lengths = [len(words.split()) + len(_UNSPACED.findall(words)) // 2 for words in said]
        recurs = len({turn.name for turn in turns.values()}) < len(turns)
        sentences = sum(map(bool, map(_SENTENCE_END.search, said)))
        if recurs:
            return median(lengths) >= SHORTEST_TURN or sentences > 0
        return median(lengths) >= SHORTEST_OF_ALL or 2 * sentences >= len(said)
    if any(turn.name for turn in turns.values()):
        return True
    rests = [turn.rest for turn in turns.values() if turn.rest]
    return not rests or is_prose(_TIME_WITHIN.sub("", " ".join(rests)))


_UNSPACED = re.compile(rf"{CJK.pattern}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Characters of scripts without spaces: also those of Thai, Lao, Burmese and Khmer."""


_TIME_WITHIN = re.compile(rf"[\[(]{CLOCK}[\])]")


@dataclass(frozen=True, slots=True)
class _ReadOut:
    """Shares of a text without I, you and we that is read out or played: of 2,700 documents none has all of them."""

    turns: float = 0.6  # of the paragraphs, that begin with a name
    names_again: float = 0.8  # of the turns, whose name comes again
    persons: float = 0.4  # of the turns, whose name has several words or is a role
    sentences: float = 0.9  # of the turns, that end with the sentence


READ_OUT = _ReadOut()


FEWEST_READ_OUT = 4
"""Turns of the shortest text that is told by its names alone to be read out."""


def _is_read_out(text: Outline, said: list[str]) -> bool:
    """True if persons' names come again before most paragraphs of whole sentences: documents have fields there."""
    names = [turn.name or "" for _, turn in sorted(text.turns.items())]
    times = Counter(names)
    rows = text.rows[text.first :]
    paragraphs = sum(bool(row.strip()) and not before.strip() for before, row in pairwise(["", *rows]))
    return (
        len(names) >= max(FEWEST_READ_OUT, READ_OUT.turns * paragraphs)
        and sum(times[name] > 1 for name in names) >= READ_OUT.names_again * len(names)
        and sum(map(_is_person, names)) >= READ_OUT.persons * len(names)
        and sum(map(bool, map(ENDS_SENTENCE.search, said))) >= READ_OUT.sentences * len(said)
        and not _are_fields(names)
        and is_of_words("\n".join(said))
    )


def _is_person(name: str) -> bool:
    return is_name(name) and (len(name.split()) > 1 or name.casefold() in ROLES or is_numbered(name))


def _are_fields(names: list[str]) -> bool:
    """True if three or more names come again in the same order throughout."""
    cycle = len({*names})
    return cycle > 2 and all(name == before for before, name in zip(names, names[cycle:], strict=False))


SHORTEST_TURN, SHORTEST_OF_ALL = 2, 4
"""Words of the middle one of all turns, where sentences do not end: if names come again, and if none does."""


_OF_LOGS = re.compile(r"\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b")
"""The level that each line of most logs has."""


_SENTENCE_END = re.compile(r"[^\W\d][.!?。！？…]\s*$")
