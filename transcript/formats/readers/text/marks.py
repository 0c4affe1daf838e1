"""Rarer marks of names and times, put into the usual ones before the rows of a text are read.

Ada Quill – The bridge …       (Ada Quill) The bridge …     <Ada Quill> The bridge …     [Ada Quill] The bridge …
QUILL. The bridge …            **Ada Quill** The bridge …   12  Ada Quill: The bridge …
### Ada Quill (04:08)          Ada Quill, a row above       04:08 From Ada Quill to Everyone: The bridge …
[1.5s -> 4.0s] The bridge …    4m 8s The bridge …

Each counts only where much of the text has it, since brackets and dashes stand beside other words than names too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from transcript.formats.readers.text.clocks import (
    frequent_matches,
    is_frequent,
    with_clocks,
    with_inner_times,
    without_same_clock,
)
from transcript.formats.readers.text.copied import with_titles_marked, without_quotation, without_spelt_times
from transcript.formats.readers.text.speech import ENDS_SENTENCE
from transcript.formats.readers.text.times_behind import times_first
from transcript.formats.readers.text.turns import turn_of
from transcript.formats.speakers import is_name, likely_names
from transcript.formats.stamps import CLOCK

SHARE_ALONE = 0.3
"""The share of rows that are nothing but names, from which they need no blank row above them."""


SHARE_NUMBERED = 0.8
"""The share of rows whose number is the next one."""


SHARE_OF_NAMES = 0.5
"""The share of the rows with a mark that have a name before it, and of those with words that end a sentence."""


_LEADING = rf"(?:[\[(]?(?P<stamp>{CLOCK}(?: --> {CLOCK})?)[\])]?\s*(?:[-–—|]\s+)?)?"


_NAME = r"(?P<name>[^\W\d_][^:：<>()（）【】\[\]\n\t]{0,58}?)"


_IN_CAPITALS = r"(?P<name>(?:[A-Z][\w.]*\s){0,2}[^\W\d_a-z]{3,}(?:\s[^\W\d_a-z]{3,}){0,2})"


_WORDS = r"(?P<words>[^\s:：].*)"


_MARKS = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"{_LEADING}(?:\*\*|__)?{_NAME}(?:\*\*|__)?(?:(?:\s+|\.\s?)[-–—]{{1,2}}\s+|\s*—{{1,2}}\s*){_WORDS}",
        rf"{_LEADING}(?:[-*+]\s+)?\*\*{_NAME}\*\*\s+{_WORDS}",
        rf"{_LEADING}{_IN_CAPITALS}\.\s+{_WORDS}",
        rf"{_LEADING}[(（]{_NAME}(?:,\s*(?P<within>{CLOCK}))?[)）]\s*{_WORDS}",
        rf"{_LEADING}<{_NAME}>\s*{_WORDS}",
        rf"{_LEADING}[\[【]{_NAME}[\]】]\s*(?![(（]){_WORDS}",
        rf"{_LEADING}{_NAME}\t\s*{_WORDS}",
        rf"{_LEADING}(?P<name>(?:SPEAKER|SPK|spk)_\d{{1,2}})\s+{_WORDS}",
        rf"(?P<stamp>{CLOCK})\s+From\s+(?P<name>[^:\n]{{1,60}}?)(?:\s+to\s+[^:\n]{{1,60}})?\s*:\s*(?P<words>.*)",
        rf"[#=]{{1,6}}\s+{_LEADING}{_NAME}\s*(?:[-–—]?\s*[\[(]?(?P<within>{CLOCK})[\])]?)?(?P<words>)\s*[#=]*",
    )
)
"""The signs by which a name is told from the words."""


_ALONE = re.compile(r"(?P<name>[^\W\d_][^.!?,;:：\n]{0,48})(?P<words>):?")


_NUMBERED = re.compile(r"\s*(?P<number>\d{1,4})(?:[.)]\s|\s\s)\s*(?=\S)")


_TIME_ALONE = re.compile(rf"[\[(]?{CLOCK}(?:\s*[-–—>]+\s*{CLOCK})?[\])]?")


_TIMED = re.compile(rf"[\[(]{CLOCK}[\])]\s*\S")


def usual_rows(rows: list[str], first: int) -> list[str]:
    """The rows, those from `first` on with their times as clocks and a colon behind their names."""
    above, texts = rows[:first], rows[first:]
    texts = with_titles_marked(with_clocks(without_spelt_times(without_quotation(texts))))
    texts = times_first(with_inner_times(without_same_clock(_without_numbers(texts))))
    for mark in _MARKS:
        texts = _with_colons(texts, frequent_matches(texts, mark))
    alone = _names_alone(texts)
    if sum(map(bool, alone)) < SHARE_ALONE * sum(map(bool, map(str.strip, texts))):
        alone = [match if match and _is_above_words(texts, number) else None for number, match in enumerate(alone)]
    return [*above, *_with_colons(texts, alone)]


def _without_numbers(rows: list[str]) -> list[str]:
    """The rows without the numbers before them, where nearly all are counted: as in courts, and in lists."""
    found = [_NUMBERED.match(row) for row in rows if row.strip()]
    numbers = [int(match["number"]) for match in found if match]
    following = sum(after == before + 1 for before, after in pairwise(numbers))
    if following < SHARE_NUMBERED * len(found):
        return rows
    return [_NUMBERED.sub("", row) for row in rows]


def _names_alone(rows: list[str]) -> list[re.Match[str] | None]:
    """The rows that are nothing but what may be a name, with no time of its own above or below."""
    found = [_ALONE.fullmatch(row.strip()) for row in rows]
    return [match if match and is_name(match["name"]) and not _is_beside_time(rows, number) else None
            for number, match in enumerate(found)]  # fmt: skip


def _is_beside_time(rows: list[str], number: int) -> bool:
    return any(_TIME_ALONE.fullmatch(row.strip()) for row in rows[max(0, number - 1) : number + 2])


def _is_above_words(rows: list[str], number: int) -> bool:
    """True if words stand below, and nothing right above, or a time before the words."""
    below = next((row.strip() for row in rows[number + 1 : number + 3] if row.strip()), "")
    begins = number == 0 or not rows[number - 1].strip() or _TIMED.match(below)
    return bool(begins and below)


def _with_colons(rows: list[str], found: Sequence[re.Match[str] | None]) -> list[str]:
    """The rows with a colon behind each name that stands by a mark, where these are names of who speaks."""
    matches = [match for match in found if match]
    labels = [match["name"].strip() for match in matches]
    recurring = {label for label, count in Counter(labels).items() if count > 1 and is_name(label)}
    named = [match for match in matches if match["name"].strip() in recurring]
    others = [row for row, match in zip(rows, found, strict=False) if match is None]
    said = [match["words"] for match in named if match["words"]]
    sentences = sum(map(bool, map(ENDS_SENTENCE.search, said)))
    if len({*labels}) < 2 or len(named) < SHARE_OF_NAMES * len(matches) or sentences < SHARE_OF_NAMES * len(said):
        return rows
    if not is_frequent(len(named), rows) or _count_usual(others) >= len(named):
        return rows
    names = likely_names(labels, (), first=labels[0], all_labelled=False)
    return [_with_label(row, match, names) for row, match in zip(rows, found, strict=True)]


def _count_usual(rows: Sequence[str]) -> int:
    """Rows that begin with somebody's name by a usual mark: where these are many, a rare one is none."""
    turns = filter(None, map(turn_of, filter(str.strip, rows)))
    return sum(turn.name is not None and is_name(turn.name) for turn in turns)


def _with_label(row: str, match: re.Match[str] | None, names: set[str]) -> str:
    if match is None or match["name"].strip() not in names:
        return row
    parts = match.groupdict()
    stamp = parts.get("stamp") or parts.get("within")
    return f"[{stamp}] {match['name'].strip()}: {match['words']}" if stamp else f"{match['name']}: {match['words']}"
