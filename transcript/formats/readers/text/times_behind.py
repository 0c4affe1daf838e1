"""Times that stand behind the words, put before those that they are of.

Ada Quill: The bridge was never finished. (00:07)       The bridge was never finished. [0:07]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from transcript.formats.cues import WORDS_A_SECOND
from transcript.formats.markup import CJK
from transcript.formats.readers.text.clocks import are_rising
from transcript.formats.readers.text.speech import ENDS_SENTENCE
from transcript.formats.speakers import is_name
from transcript.formats.stamps import CLOCK, clock

SHARE_OF_PARAGRAPHS = 0.6
"""The share of a text's paragraphs that end with a time, where times stand behind the words."""


FEWEST_TIMES = 3
"""Times that a text has at least for them to be those of its words."""


_BEHIND = re.compile(rf"(?P<words>.*\S)\s*\\?[\[(]\s*(?P<stamp>{CLOCK})\s*\\?[\])]", re.DOTALL)


_BEFORE = re.compile(rf"[*_]*\\?[\[(]?{CLOCK}|.{{0,60}}?[\[(]{CLOCK}[\])][:：]?\s*\S")
"""A row with a time before its words, or behind a name."""


class _Paragraph(NamedTuple):
    """Rows from the first to the last, which has a time behind its words."""

    first: int
    last: int
    second: float
    words: int


def times_first(rows: list[str]) -> list[str]:
    """The rows with the times that stand behind their words before these, or behind them in brackets if they say when
    these end."""
    found = list(_paragraphs_of(rows))
    timed = [one for one in found if one is not None]
    if len(timed) < max(FEWEST_TIMES, SHARE_OF_PARAGRAPHS * len(found)):
        return rows
    said = [_words_of(rows[one.last]) for one in timed]
    if not are_rising([one.second for one in timed]) or 2 * sum(map(bool, map(ENDS_SENTENCE.search, said))) < len(said):
        return rows
    kept, begins = list(rows), _say_the_beginning(timed)
    for one, words in zip(timed, said, strict=True):
        stamp = rows[one.last][len(words) :].strip(" \\()[]")
        kept[one.last] = words if begins else f"{words} [{stamp}]"
        kept[one.first] = f"[{stamp}] {kept[one.first].lstrip()}" if begins else kept[one.first]
    return kept


def _paragraphs_of(rows: Sequence[str]) -> Iterator[_Paragraph | None]:
    """The rows between blank ones, or up to one that ends with a time; None for each that ends without one."""
    begin = 0
    for number, row in enumerate([*rows, ""]):
        match = _BEHIND.fullmatch(row.rstrip()) if row.rstrip()[-1:] in (")", "]") else None
        second = clock(match["stamp"]) if match else None
        if match and second is not None and not is_name(match["words"]) and not _BEFORE.match(rows[begin].lstrip()):
            said = " ".join([*rows[begin:number], match["words"]])
            yield _Paragraph(begin, number, second, len(said.split()) + len(CJK.findall(said)) // 2)
            begin = number + 1
        elif not row.strip():
            if begin < number:
                yield None
            begin = number + 1


def _words_of(row: str) -> str:
    match = _BEHIND.fullmatch(row.rstrip())
    return match["words"] if match else row


def _say_the_beginning(timed: Sequence[_Paragraph]) -> bool:
    """True if it takes until the next time to say a paragraph's words, rather than from the one before."""
    spans = [after.second - before.second for before, after in pairwise(timed)]
    takes = [one.words / WORDS_A_SECOND for one in timed]
    first = timed[0].second
    if_begun = first + sum(abs(span - take) for span, take in zip(spans, takes, strict=False))
    if_ended = sum(abs(span - take) for span, take in zip([first, *spans], takes, strict=True))
    return if_begun <= if_ended
