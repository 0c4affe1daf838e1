"""Fold width, script, case; word edges."""

from __future__ import annotations

import re
from functools import cache

import opencc

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"


APOSTROPHES = "'\u2019\u2018\u02bc\uff07`\u00b4"


_NOT_HAN_NOR_WORD = re.compile(r"[\W_]+")


@cache
def _folding() -> dict[int, int]:
    """Characters that stand for another, one for one, so that places stay: full width and Traditional Chinese."""
    table = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    ideographs = "\n".join(map(chr, range(0x4E00, 0xA000)))
    simplified = opencc.OpenCC("t2s").convert(ideographs)
    if len(simplified) == len(ideographs):
        pairs = zip(ideographs, simplified, strict=True)
        table |= {ord(one): ord(other) for one, other in pairs if one != other}
    return table


def fold(text: str) -> str:
    """The text in Simplified characters of ordinary width, each at its place."""
    return text if text.isascii() else text.translate(_folding())


def bare(text: str) -> str:
    """A text reduced to its letters, for comparing spellings: folded, without case and punctuation."""
    return _NOT_HAN_NOR_WORD.sub(" ", fold(text).casefold()).strip()


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
