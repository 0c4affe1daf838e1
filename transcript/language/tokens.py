"""Text becomes terms: words by their stem, numbers by their value, Chinese by pairs of characters, each with its place.

Queries and transcripts go through the same rules, so that what is one thing in two spellings is one term.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from transcript.language import numbers
from transcript.language.lexicon import CONTRACTIONS, SYMBOLS
from transcript.language.normalise import APOSTROPHES, HAN, fold
from transcript.language.stemming import stem

_PIECES = re.compile(
    rf"(?P<han>[{HAN}]+)"
    rf"|(?P<number>\d+(?:,\d\d\d)*(?:\.\d+)?)"
    rf"|(?P<word>[^\W\d_{HAN}]+(?:[{APOSTROPHES}][^\W\d_{HAN}]+)*)"
    rf"|(?P<symbol>[{re.escape(''.join(SYMBOLS))}])"
)


_ENDINGS = ("s", "re", "ve", "ll", "d", "m")


class Token(NamedTuple):
    """A term and where it stands: `start` and `end` are characters of the text; `word` is how it is written, folded."""

    term: str
    start: int
    end: int
    word: str


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
