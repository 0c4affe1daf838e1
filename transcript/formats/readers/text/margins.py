"""The margins of a text that was made for paper or copied from a player: nobody said what stands there.

A head that comes again at the top of each page, the numbers of pages, and an address with what stands around it below
the words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from transcript.formats.cues import Reading
from transcript.models import Note

PAGE_NUMBER = r"(?:.{0,80}\s{2,80})?page \d{1,4}(?: of \d{1,4})?"


_END_OF_PAGE = re.compile(rf"\f.*|.*\f|{PAGE_NUMBER}", re.IGNORECASE)


SHARE_OF_PAGES = 0.5
"""The share of pages that have a running head at their top."""


FEWEST_PAGES = 3
"""Pages from which on rows that come again on each are margins."""


LONGEST_NUMBER = 10
"""Characters of a row with the number of a page."""


LONGEST_COLOPHON = 5
"""Rows below the words that tell of the recording."""


_ADDRESS = re.compile(r"<?https?://\S+>?")


def without_margins(rows: list[str], first: int, reading: Reading) -> list[str]:
    """The rows, blank where they are no words; the reading has them as notes."""
    numbers = {*_running_heads(rows, first), *_page_numbers(rows, first), *_colophon_rows(rows, first)}
    reading.notes += [Note(number + 1, rows[number].strip()) for number in sorted(numbers)]
    return ["" if number in numbers else row for number, row in enumerate(rows)] if numbers else rows


def _running_heads(rows: list[str], first: int) -> Iterator[int]:
    """Rows that are the same at the top of most pages."""
    likely = [number for number in range(first, len(rows)) if "\f" in rows[number] or "age " in rows[number]]
    ends = [number for number in likely if _END_OF_PAGE.fullmatch(rows[number].strip(" "))]
    tops = [top for end in ends if (top := _next_words(rows, end)) is not None]
    counts = Counter(_words_at_top(rows[top]) for top in tops)
    for top in dict.fromkeys(tops):
        if counts[_words_at_top(rows[top])] >= max(FEWEST_PAGES - 1, SHARE_OF_PAGES * len(tops)):
            yield top


def _next_words(rows: list[str], number: int) -> int | None:
    """The row with the first words of the page that begins at a row or after it, which are not its number."""
    begin = number if rows[number].startswith("\f") else number + 1
    top = next((later for later in range(begin, min(begin + 4, len(rows))) if rows[later].strip()), None)
    return None if top is None or re.fullmatch(PAGE_NUMBER, rows[top].strip(), re.IGNORECASE) else top


def _words_at_top(row: str) -> str:
    """A head without the number of the page that may stand beside it."""
    return re.sub(r"^\d{1,4}\s|\s\d{1,4}$", "", row.strip()).strip()


def _page_numbers(rows: list[str], first: int) -> list[int]:
    """Rows that are nothing but a number, each the next one."""
    short = (number for number in range(first, len(rows)) if 0 < len(rows[number]) < LONGEST_NUMBER)
    found = [number for number in short if rows[number].strip().isdecimal()]
    counted = all(int(rows[after]) == int(rows[before]) + 1 for before, after in pairwise(found))
    return found if counted and len(found) >= FEWEST_PAGES else []


def _colophon_rows(rows: list[str], first: int) -> list[int]:
    """The last rows without a blank one between, where one of them is an address."""
    last = next((number for number in range(len(rows) - 1, first, -1) if rows[number].strip()), first)
    begin = next((number + 1 for number in range(last, first, -1) if not rows[number].strip()), None)
    if begin is None or last - begin >= LONGEST_COLOPHON:
        return []
    block = range(begin, last + 1)
    return [*block] if any(_ADDRESS.fullmatch(rows[number].strip()) for number in block) else []
