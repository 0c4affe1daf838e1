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

from transcript.formats.readers.text.turns import turn_of
from transcript.formats.speakers import is_name, likely_names
from transcript.formats.stamps import CLOCK

SHARE_OF_ROWS = 0.15
"""The share of a text's rows that have a mark where it is one; a turn may go on over several rows."""


SHARE_ALONE = 0.3
"""The share of rows that are nothing but names, from which they need no blank row above them."""


SHARE_NUMBERED = 0.8
"""The share of rows whose number is the next one."""


SHARE_OF_NAMES = 0.5
"""The share of the rows with a mark that have a name before it, and of those with words that end a sentence."""


SAMPLED_ROWS = 500
"""Rows at the beginning of a text that show which marks it has."""


FEWEST_ALIKE = 5
"""Rows with the same time from which it is known that it is no time of theirs."""


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
        rf"#{{1,6}}\s+{_LEADING}{_NAME}\s*(?:[-–—]?\s*[\[(]?(?P<within>{CLOCK})[\])]?)?(?P<words>)\s*#*",
    )
)
"""The signs by which a name is told from the words."""


_ALONE = re.compile(r"(?P<name>[^\W\d_][^.!?,;:：\n]{0,48})(?P<words>):?")


_UNITS = (
    r"(?:(?P<hours>\d{1,2})\s?h(?:rs?|ours?)?,?\s*)?(?:(?P<minutes>\d{1,3})\s?m(?:ins?|inutes?)?,?\s*)?"
    r"(?P<seconds>\d{1,2})\s?s(?:ecs?|econds?)?"
)


_CLOCKS = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"(?P<before>[\[(]?){_UNITS}(?P<after>[\])]?(?:[\s:–—-].*)?)",
        rf"(?P<before>{_NAME}[\s:,–—-]+[\[(]?){_UNITS}(?P<after>[\])]?:?)",
        r"(?P<before>(?:[^\W\d_][^:\n]{0,58}?\s+)?[\[(]?)(?P<seconds>\d{1,6}\.\d{1,3})\s?s?"
        r"\s*(?:-+>|[-–—→,~]|to\b|\s)\s*(?P<until>\d{1,6}\.\d{1,3})\s?s?(?P<after>[\])]?:?(?:\s.*)?)",
        r"(?P<before>[\[(])(?P<seconds>\d{1,6}\.\d{1,3})\s?s?(?P<after>[\])].*)",
    )
)
"""Times in letters or in seconds: at the beginning of a row, or behind a name."""


_SAME_CLOCK = re.compile(rf"(?P<stamp>{CLOCK})\s+(?P<rest>\S.*)", re.DOTALL)


_SENTENCE_ENDS_LINE = re.compile(r"[.!?。！？…][\"”’')\]]*\s*$")


def usual_rows(rows: list[str], first: int) -> list[str]:
    """The rows, those from `first` on with their times as clocks and a colon behind their names."""
    above, texts = rows[:first], rows[first:]
    for clock in _CLOCKS:
        texts = _with_clocks(texts, _matches(texts, clock))
    texts = _without_same_clock(_without_numbers(texts))
    for mark in _MARKS:
        texts = _with_colons(texts, _matches(texts, mark))
    alone = _names_alone(texts)
    if sum(map(bool, alone)) < SHARE_ALONE * sum(map(bool, map(str.strip, texts))):
        alone = [match if match and _is_above_words(texts, number) else None for number, match in enumerate(alone)]
    return [*above, *_with_colons(texts, alone)]


def _matches(rows: list[str], mark: re.Pattern[str]) -> list[re.Match[str] | None]:
    """For each row the match of a mark, where enough of the first rows have it; else nothing."""
    first = rows[:SAMPLED_ROWS]
    if not _is_frequent(sum(mark.fullmatch(row.strip()) is not None for row in first), first):
        return []
    return [mark.fullmatch(row.strip()) for row in rows]


def _with_clocks(rows: list[str], found: Sequence[re.Match[str] | None]) -> list[str]:
    if not found:
        return rows
    return [row if match is None else _as_clock(match) for row, match in zip(rows, found, strict=True)]


def _as_clock(match: re.Match[str]) -> str:
    parts = match.groupdict()
    whole = 3600 * int(parts.get("hours") or 0) + 60 * int(parts.get("minutes") or 0) + float(parts["seconds"])
    until = f" --> {_clock(float(parts['until']))}" if parts.get("until") else ""
    return f"{match['before']}{_clock(whole)}{until}{match['after']}"


def _clock(second: float) -> str:
    thousandths = round(second * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def _without_same_clock(rows: list[str]) -> list[str]:
    """The rows without the time before them, where it is the same before every one of them."""
    found = _matches(rows, _SAME_CLOCK)
    stamps = [match["stamp"] for match in found if match]
    if len(stamps) < FEWEST_ALIKE or len(set(stamps)) > 1:
        return rows
    return [row if match is None else match["rest"] for row, match in zip(rows, found, strict=True)]


def _without_numbers(rows: list[str]) -> list[str]:
    """The rows without the numbers before them, where nearly all are counted: as in courts, and in lists."""
    found = [_NUMBERED.match(row) for row in rows if row.strip()]
    numbers = [int(match["number"]) for match in found if match]
    following = sum(after == before + 1 for before, after in pairwise(numbers))
    if following < SHARE_NUMBERED * len(found):
        return rows
    return [_NUMBERED.sub("", row) for row in rows]


_NUMBERED = re.compile(r"\s*(?P<number>\d{1,4})(?:[.)]\s|\s\s)\s*(?=\S)")


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


_TIME_ALONE = re.compile(rf"[\[(]?{CLOCK}(?:\s*[-–—>]+\s*{CLOCK})?[\])]?")


_TIMED = re.compile(rf"[\[(]{CLOCK}[\])]\s*\S")


def _with_colons(rows: list[str], found: Sequence[re.Match[str] | None]) -> list[str]:
    """The rows with a colon behind each name that stands by a mark, where these are names of who speaks."""
    matches = [match for match in found if match]
    labels = [match["name"].strip() for match in matches]
    recurring = {label for label, count in Counter(labels).items() if count > 1 and is_name(label)}
    named = [match for match in matches if match["name"].strip() in recurring]
    others = [row for row, match in zip(rows, found, strict=False) if match is None]
    said = [match["words"] for match in named if match["words"]]
    sentences = sum(map(bool, map(_SENTENCE_ENDS_LINE.search, said)))
    if len({*labels}) < 2 or len(named) < SHARE_OF_NAMES * len(matches) or sentences < SHARE_OF_NAMES * len(said):
        return rows
    if not _is_frequent(len(named), rows) or _count_usual(others) >= len(named):
        return rows
    names = likely_names(labels, (), first=labels[0], all_labelled=False)
    return [_labelled(row, match, names) for row, match in zip(rows, found, strict=True)]


def _count_usual(rows: Sequence[str]) -> int:
    """Rows that begin with somebody's name by a usual mark: where these are many, a rare one is none."""
    turns = filter(None, map(turn_of, filter(str.strip, rows)))
    return sum(turn.name is not None and is_name(turn.name) for turn in turns)


def _labelled(row: str, match: re.Match[str] | None, names: set[str]) -> str:
    if match is None or match["name"].strip() not in names:
        return row
    parts = match.groupdict()
    stamp = parts.get("stamp") or parts.get("within")
    return f"[{stamp}] {match['name'].strip()}: {match['words']}" if stamp else f"{match['name']}: {match['words']}"


def _is_frequent(count: int, rows: Sequence[str]) -> bool:
    return count >= 2 and count >= SHARE_OF_ROWS * sum(bool(row.strip()) for row in rows)
