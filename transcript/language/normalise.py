"""Letters of one kind for all: full and half width, Traditional and Simplified Chinese; where words begin and end."""

from __future__ import annotations

import re
from functools import cache

import opencc

HAN_RANGES = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"


"""Chinese characters, as the inside of a character class of a regular expression."""


UNSPACED_LANGUAGES = frozenset(("zh", "ja", "th", "lo", "km", "my"))
"""Languages written without spaces between words."""


APOSTROPHES = "'\u2019\u2018\u02bc\uff07`\u00b4"


_NO_LETTERS = re.compile(r"[\W_]+")


@cache
def _folding() -> dict[int, int]:
    """For each full-width or Traditional character the one that it is folded to; one for one, so that places stay."""
    table = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    ideographs = "\n".join(map(chr, range(0x4E00, 0xA000)))
    simplified = opencc.OpenCC("t2s").convert(ideographs)
    if len(simplified) == len(ideographs):
        pairs = zip(ideographs, simplified, strict=True)
        table |= {ord(one): ord(other) for one, other in pairs if one != other}
    return table


def fold(text: str) -> str:
    """The text in Simplified characters of ordinary width; each character keeps its place."""
    return text if text.isascii() else text.translate(_folding())


def bare(text: str) -> str:
    """A text reduced to its letters and digits, to compare spellings: folded, casefolded, without punctuation."""
    return _NO_LETTERS.sub(" ", fold(text).casefold()).strip()


def is_han(character: str) -> bool:
    """Whether it is a Chinese character."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


def word_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """The range widened to whole words; a Chinese character is a word of its own."""

    def inside(at: int) -> bool:
        if not 0 < at < len(text):
            return False
        left, right = text[at - 1], text[at]
        if left in APOSTROPHES or right in APOSTROPHES:
            return left.isalnum() or right.isalnum()
        return left.isalnum() and right.isalnum() and not is_han(left) and not is_han(right)

    while inside(start):
        start -= 1
    while inside(end):
        end += 1
    return start, end
