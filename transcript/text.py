"""Text becomes terms: words by their stem, numbers by their value, Chinese by pairs of characters, each with its place.

Queries and transcripts go through the same rules, so that what is one thing in two spellings is one term.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import opencc

from transcript import numbers
from transcript.lexicon import CONTRACTIONS, SYMBOLS
from transcript.stemming import stem

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
APOSTROPHES = "'\u2019\u2018\u02bc\uff07`\u00b4"

_PIECES = re.compile(
    rf"(?P<han>[{HAN}]+)"
    rf"|(?P<number>\d+(?:,\d\d\d)*(?:\.\d+)?)"
    rf"|(?P<word>[^\W\d_{HAN}]+(?:[{APOSTROPHES}][^\W\d_{HAN}]+)*)"
    rf"|(?P<symbol>[{re.escape(''.join(SYMBOLS))}])"
)
_NOT_HAN_NOR_WORD = re.compile(r"[\W_]+")
_ENDINGS = ("s", "re", "ve", "ll", "d", "m")


class Token(NamedTuple):
    """A term and where it stands: `start` and `end` are characters of the text; `word` is how it is written, folded."""

    term: str
    start: int
    end: int
    word: str


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


@lru_cache(maxsize=8_000)
def _plain(word: str) -> str:
    """A word without case, accents and apostrophes; 's, 're and the like are cut off."""
    word = word.casefold()
    head, *tail = re.split(f"[{APOSTROPHES}]", word)
    if tail:
        word = head if tail[-1] in _ENDINGS and len(tail) == 1 and len(head) else head + "".join(tail)
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in decomposed if not unicodedata.combining(c)) or word
    return CONTRACTIONS.get(word, word)


def tokenise(text: str) -> list[Token]:
    """The terms of a text in their order. Chinese gives each pair of neighbouring characters, and a lone one itself."""
    tokens: list[Token] = []
    for piece in pieces(fold(text)):
        if piece.kind == "han":
            tokens.extend(_han_tokens(piece))
        elif token := token_of(piece):
            tokens.append(token)
    return tokens


def pieces(folded: str) -> Iterator[numbers.Piece]:
    """The runs of one kind of a folded text, each amount as one; a Chinese run stays beside the amount in it."""
    found = [
        numbers.Piece(match.lastgroup or "", match.group(), match.start(), match.end())
        for match in _PIECES.finditer(folded)
    ]
    return numbers.joined(found, folded)


def token_of(piece: numbers.Piece) -> Token | None:
    """The term of what is not Chinese; none for an apostrophe alone."""
    if piece.kind == "word":
        word = _plain(piece.text)
        return Token(stem(word), piece.start, piece.end, word) if word else None
    written = SYMBOLS[piece.text] if piece.kind == "symbol" else piece.text
    return Token(written, piece.start, piece.end, written)


def _han_tokens(piece: numbers.Piece) -> list[Token]:
    run, start = piece.text, piece.start
    if len(run) == 1:
        return [Token(run, start, start + 1, run)]
    return [Token(run[i : i + 2], start + i, start + i + 2, run[i : i + 2]) for i in range(len(run) - 1)]


def terms(text: str) -> list[str]:
    """The terms of a text, without their places."""
    return [token.term for token in tokenise(text)]


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
