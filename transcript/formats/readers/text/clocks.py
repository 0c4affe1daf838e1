"""Times in letters, seconds or milliseconds at the beginning of rows, written as clocks.

4m 8s The bridge …     [1.5s -> 4.0s] The bridge …     [1500ms] The bridge …     1.5: The bridge …
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from transcript.formats.stamps import CLOCK, clock

SHARE_OF_ROWS = 0.15
"""The share of a text's rows that have a mark where it is one; a turn may go on over several rows."""


SAMPLED_ROWS = 500
"""Rows at the beginning of a text that show which marks it has."""


FEWEST_ALIKE = 5
"""Rows with the same time from which it is known that it is no time of theirs."""


RISING = 0.9
"""The share of times that are no earlier than the one before: numbers of other things rise and fall."""


FASTEST = 8.0
"""Words a second that nobody speaks. Numbers of chapters are nearer together than the times of what is said in them."""


_UNITS = (
    r"(?:(?P<hours>\d{1,2})\s?h(?:rs?|ours?)?,?\s*)?(?:(?P<minutes>\d{1,3})\s?m(?:ins?|inutes?)?,?\s*)?"
    r"(?P<seconds>\d{1,6}(?:\.\d{1,3})?)\s?s(?:ecs?|econds?)?"
)


_SPAN = r"\s*(?:-+>|[-–—→,~]|to\b)\s*"


_CLOCKS = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r"(?P<before>(?:[^\W\d_][^:\n]{0,58}?\s+)?[\[(]?)(?P<seconds>\d{1,6}\.\d{1,3})\s?s?"
        rf"(?:{_SPAN}|\s+)(?P<until>\d{{1,6}}\.\d{{1,3}})\s?s?(?P<after>[\])]?:?(?:\s.*)?)",
        rf"(?P<before>[\[(]?)(?P<thousandths>\d{{1,9}})\s?ms(?:{_SPAN}(?P<until>\d{{1,9}})\s?ms)?"
        r"(?P<after>[\])]?(?:[\s:–—-].*)?)",
        rf"(?P<before>[\[(]?){_UNITS}(?P<after>[\])]?(?:[\s:–—-].*)?)",
        rf"(?P<before>[^\W\d_][^:：<>()（）【】\[\]\n\t]{{0,58}}?[\s:,–—-]+[\[(]?){_UNITS}(?P<after>[\])]?:?)",
        r"(?P<before>[\[(])(?P<seconds>\d{1,6}\.\d{1,3})(?P<after>[\])].*)",
        r"(?P<before>)(?P<seconds>\d{1,6}\.\d{1,3})(?P<after>:\s.*)",
    )
)
"""At the beginning of a row, or behind a name."""


_SAME_CLOCK = re.compile(rf"(?P<stamp>{CLOCK})\s+(?P<rest>\S.*)", re.DOTALL)


def with_clocks(rows: list[str]) -> list[str]:
    for pattern in _CLOCKS:
        found = frequent_matches(rows, pattern)
        if found and _are_times(rows, found):
            rows = [row if match is None else _as_clock(match) for row, match in zip(rows, found, strict=True)]
    return rows


def without_same_clock(rows: list[str]) -> list[str]:
    """The rows without the time before them, where it is the same before every one of them."""
    found = frequent_matches(rows, _SAME_CLOCK)
    stamps = [match["stamp"] for match in found if match]
    if len(stamps) < FEWEST_ALIKE or len(set(stamps)) > 1:
        return rows
    return [row if match is None else match["rest"] for row, match in zip(rows, found, strict=True)]


def with_inner_times(rows: list[str]) -> list[str]:
    """The rows with times in parentheses within the words in brackets, where these rise through the whole text."""
    found = [number for number, row in enumerate(rows) if row.count("(") > 1 and len(_IN_PARENTHESES.findall(row)) > 1]
    times = [clock(stamp) or 0.0 for number in found for stamp in _IN_PARENTHESES.findall(rows[number])]
    if len(times) < FEWEST_IN_PARENTHESES or not are_rising(times):
        return rows
    kept = list(rows)
    for number in found:
        kept[number] = _IN_PARENTHESES.sub(r"[\1]", rows[number])
    return kept


FEWEST_IN_PARENTHESES = 3
"""Times in parentheses that a text has at least for them to be those of its words."""


_IN_PARENTHESES = re.compile(rf"\(({CLOCK})\)")


def frequent_matches(rows: list[str], mark: re.Pattern[str]) -> list[re.Match[str] | None]:
    """For each row the match of a mark, where enough of the first rows have it; else nothing."""
    first = rows[:SAMPLED_ROWS]
    if not is_frequent(sum(mark.fullmatch(row.strip()) is not None for row in first), first):
        return []
    return [mark.fullmatch(row.strip()) for row in rows]


def is_frequent(count: int, rows: Sequence[str]) -> bool:
    return count >= 2 and count >= SHARE_OF_ROWS * sum(bool(row.strip()) for row in rows)


def _are_times(rows: Sequence[str], found: Sequence[re.Match[str] | None]) -> bool:
    """True if numbers rise as times do, and no faster than somebody can say the words between them."""
    times = [(number, _second_of(match)) for number, match in enumerate(found) if match]
    (first, begin), (last, end) = times[0], times[-1]
    if not are_rising([second for _, second in times]):
        return False
    said = sum(len(row.split()) for row in rows[first:last])
    return begin == end or said <= FASTEST * (end - begin)


def are_rising(seconds: Sequence[float]) -> bool:
    return sum(before <= after for before, after in pairwise(seconds)) >= RISING * (len(seconds) - 1)


def _second_of(match: re.Match[str]) -> float:
    parts = match.groupdict(default="0")
    if "thousandths" in parts:
        return int(parts["thousandths"]) / 1000
    return 3600 * int(parts.get("hours", 0)) + 60 * int(parts.get("minutes", 0)) + float(parts["seconds"])


def _as_clock(match: re.Match[str]) -> str:
    parts = match.groupdict()
    unit = 1000 if "thousandths" in parts else 1
    until = f" --> {_written_clock(float(parts['until']) / unit)}" if parts.get("until") else ""
    return f"{match['before']}{_written_clock(_second_of(match))}{until}{match['after']}"


def _written_clock(second: float) -> str:
    thousandths = round(second * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
