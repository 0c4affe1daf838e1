"""Texts copied from a program's window, with what stands beside the words there.

Times that are said to those who cannot see them, and initials for a picture (Teams); titles between times (YouTube);
signs of quotation before every row.

    AQ                       0:56
                             that leaves a few for the rest of us
    Ada Quill                The crack
    8 seconds0:08            0:59
    Ada Quill 8 seconds      let us talk about December
    The bridge …
"""

from __future__ import annotations

import re
from itertools import pairwise

from transcript.formats.speakers import is_name
from transcript.formats.stamps import CLOCK

SHARE_QUOTED = 0.9
"""The share of rows with a sign of quotation from which it only says how all is shown."""


_QUOTED = re.compile(r"\s*>\s?(?:\[![\w-]{1,20}\][+-]?\s*)?")
"""A row of a quotation in Markdown, or of one of Obsidian's boxes: `> [!quote] Ada Quill`."""


_SPELT = re.compile(
    r"(?P<name>[^\d\n]{2,60}\s)?(?:\d{1,2} hours? ?)?(?:\d{1,3} minutes? ?)?(?:\d{1,2} seconds?)?(?<=[srte])"
    rf"(?P<clock>{CLOCK})?"
)
"""A time in words, behind a name that stands above too, or with the same time as a clock right behind it."""


_INITIALS = re.compile(r"[^\W\d_a-z]{1,3}")


_CLOCK_ALONE = re.compile(CLOCK)


ONE_ROW = 0.8
"""The share of times with one row of words below, where a second row is a title."""


FEWEST_ROWS = 5
"""Times that a text has at least for rows between them to be titles."""


LONGEST_TITLE = 80
"""Characters of it."""


def without_quotation(rows: list[str]) -> list[str]:
    """The rows of a text that is a quotation throughout, without its signs."""
    filled = [row for row in rows if row.strip() and not row.startswith("#")]
    if sum(map(bool, map(_QUOTED.match, filled))) < max(2, SHARE_QUOTED * len(filled)):
        return rows
    return [_QUOTED.sub("", row, count=1) for row in rows]


def without_spelt_times(rows: list[str]) -> list[str]:
    """The rows with times as clocks alone, once each, and without the initials above a name."""
    if not any("second" in row or "minute" in row for row in rows):
        return rows
    kept, above = [], ""
    for row, below in zip(rows, [*rows[1:], ""], strict=True):
        match = _SPELT.fullmatch(row.strip()) if "second" in row or "minute" in row else None
        if match and match["clock"] and not match["name"]:
            row = match["clock"]
        elif match and not match["clock"] and _CLOCK_ALONE.fullmatch(above if match["name"] else below.strip()):
            row = ""
        kept.append(row)
        above = row.strip() or above
    return _without_initials(kept) if kept != rows else rows


def _without_initials(rows: list[str]) -> list[str]:
    """The rows, blank where the first letters of the name below stand alone."""
    kept, below = list(rows), ""
    for number in range(len(rows) - 1, -1, -1):
        row = rows[number].strip()
        if _INITIALS.fullmatch(row) and is_name(below) and [*row] == [part[0] for part in below.split()][: len(row)]:
            kept[number] = ""
        below = row or below
    return kept


def with_titles_marked(rows: list[str]) -> list[str]:
    """The rows with titles between a time's words and the next time as headings, and the one above the first time."""
    filled = [number for number, row in enumerate(rows) if row.strip()]
    places = [place for place, number in enumerate(filled) if _CLOCK_ALONE.fullmatch(rows[number].strip())]
    if len(places) < FEWEST_ROWS:
        return rows
    said = [after - before - 1 for before, after in pairwise(places)]
    titles = [filled[after - 1] for (_, after), count in zip(pairwise(places), said, strict=True) if count == 2]
    if not titles or said.count(1) < ONE_ROW * len(said) or not all(_is_title(rows[number]) for number in titles):
        return rows
    if places[0] and _is_title(rows[filled[places[0] - 1]]):
        titles.append(filled[places[0] - 1])
    marked = frozenset(titles)
    return [f"## {row.strip()}" if number in marked else row for number, row in enumerate(rows)]


def _is_title(row: str) -> bool:
    row = row.strip()
    return len(row) <= LONGEST_TITLE and not row[0].islower() and row[0] not in "[(" and row[-1] not in ".!?,;:…"
