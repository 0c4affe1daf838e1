"""Text as terms, each with its place: words by their stems, numbers by their values, Chinese by pairs of characters.

Queries and transcripts go through the same rules, so that one thing in two spellings is one term.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from transcript.language import numbers
from transcript.language.lexicon import SPELLINGS, SYMBOLS
from transcript.language.normalise import APOSTROPHES, HAN_RANGES, fold
from transcript.language.stemming import stem

_PIECES = re.compile(
    rf"(?P<han>[{HAN_RANGES}]+)"
    rf"|(?P<number>\d+(?:,\d\d\d)*(?:\.\d+)?)"
    rf"|(?P<word>[^\W\d_{HAN_RANGES}]+(?:[{APOSTROPHES}][^\W\d_{HAN_RANGES}]+)*)"
    rf"|(?P<symbol>[{re.escape(''.join(SYMBOLS))}])"
)


_CLITICS = ("s", "re", "ve", "ll", "d", "m")
"""What stands after the apostrophe of an English contraction whose first part is a word: it's, they're."""


class Token(NamedTuple):
    """A term at characters `start` to `end` of a text; `word` is what is written there, folded."""

    term: str
    start: int
    end: int
    word: str


@lru_cache(maxsize=8_000)
def _strip_marks(word: str) -> str:
    """A word without case, accents and apostrophes, and without the clitic of a contraction."""
    word = word.casefold()
    head, *tail = re.split(f"[{APOSTROPHES}]", word)
    if tail:
        word = head if tail[-1] in _CLITICS and len(tail) == 1 and len(head) else head + "".join(tail)
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in decomposed if not unicodedata.combining(c)) or word
    return SPELLINGS.get(word, word)


def tokenise(text: str) -> list[Token]:
    """The terms of a text in their order. A run of Chinese gives its pairs of neighbouring characters; a lone character
    is its own term."""
    tokens: list[Token] = []
    for piece in pieces(fold(text)):
        if piece.kind == "han":
            tokens.extend(_han_tokens(piece))
        elif token := token_of(piece):
            tokens.append(token)
    return tokens


def pieces(folded: str) -> Iterator[numbers.Piece]:
    """The runs of letters, digits, Chinese or symbols in a folded text. An amount is one piece; where it is written in
    Chinese, the run that it stands in follows it."""
    found = [
        numbers.Piece(match.lastgroup or "", match.group(), match.start(), match.end())
        for match in _PIECES.finditer(folded)
    ]
    return numbers.joined(found, folded)


def token_of(piece: numbers.Piece) -> Token | None:
    """The term of a piece that is not Chinese; None for an apostrophe alone."""
    if piece.kind == "word":
        word = _strip_marks(piece.text)
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
