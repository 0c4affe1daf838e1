"""A check of words, by which a button knows them again in a transcript that was replaced, cut otherwise or corrected.

It is of letters and digits alone: how the words are written, and where a segment ends, does not matter.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from zlib import crc32

from transcript.language.normalise import fingerprint
from transcript.language.sentences import Range

CHECK_BYTES = 3
"""Bytes of a check. A search for words that are gone looks at some 10,000 places; one such search in 1,600 finds the
same check by chance.
"""


CHECKED = 24
"""Characters that a check covers at least; it goes on to the end of the word in which they end."""


TOLERANCE = 0.08
"""Share by which words may be longer or shorter where they are punctuated otherwise, beside a few characters."""


_FEW = 4
"""Characters by which any words may be longer or shorter."""


_FIRST_UNSPACED = "\u0e00"
"""From Thai on, scripts in which words may have no space between them: each letter may begin or end one."""


@dataclass(slots=True)
class Letters:
    """A text as its letters: `places` are their characters, `edges` their bytes, `starts` and `ends` those of words."""

    text: str
    places: list[int] = field(default_factory=list)
    content: bytes = b""
    edges: list[int] = field(default_factory=lambda: [0])
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    end_places: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        parts, size = [], 0
        for place, sign in enumerate(self.text):
            if sign.isalnum():
                part = sign.casefold().encode("utf-8", "surrogatepass")
                if _is_edge(self.text, place, place - 1):
                    self.starts.append(len(self.places))
                self.places.append(place)
                if _is_edge(self.text, place, place + 1):
                    self.ends.append(len(self.places))
                    self.end_places.append(place + 1)
                parts.append(part)
                size += len(part)
                self.edges.append(size)
        self.content = b"".join(parts)

    def check(self, first: int, end: int) -> int:
        """The check of the letters from one to before another."""
        return short_check(crc32(self.content[self.edges[first] : self.edges[end]]))


def _is_edge(text: str, place: int, beside: int) -> bool:
    outside = not 0 <= beside < len(text) or not text[beside].isalnum()
    return outside or text[place] >= _FIRST_UNSPACED


def check_of(words: str) -> int:
    """The check of all the words: a number of so many bytes."""
    return short_check(fingerprint(words))


def short_check(found: int) -> int:
    """The check that belongs to a fingerprint: its last bytes."""
    return found & (1 << 8 * CHECK_BYTES) - 1


def checked_range(text: str, span: Range) -> Range:
    """The range that the check of a span covers: all of the span, and more where it is too short to be known by."""
    start = min(span[0], len(text))
    end = max(span[1], start + CHECKED)
    while end < len(text) and end > 0 and text[end - 1].isalnum() and not _is_edge(text, end - 1, end):
        end += 1
    return start, min(end, len(text))


def opening_check(text: str) -> int:
    """The check of a text's first words; 0 where there are too few to know it by."""
    start, end = checked_range(text, (0, 0))
    return check_of(text[start:end]) if len(text) >= CHECKED else 0


def find_words(text: str, length: int, check: int) -> Iterator[int]:
    """The characters of a text at which words of about that length begin that have the check."""
    letters = Letters(text)
    spare = _FEW + int(TOLERANCE * length)
    for first in letters.starts:
        start = letters.places[first]
        low = bisect_left(letters.end_places, start + length - spare)
        high = bisect_right(letters.end_places, start + length + spare)
        whole = bisect_left(letters.end_places, start + length)
        for end in letters.ends[min(low, len(letters.ends) - 1) : max(high, whole + 1)]:
            if end > first and letters.check(first, end) == check:
                yield start
                break
