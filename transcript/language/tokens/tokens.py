"""Text as terms, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress, count
from typing import Any, NamedTuple

from transcript.language.amounts import (
    MAY_BE_AMOUNT,
    Piece,
    amount_pieces,
    has_vulgar_fraction,
    join_amounts,
)
from transcript.language.lexicon import SYMBOLS
from transcript.language.normalise import fold, has_paired
from transcript.language.stage_marks import blank_marks
from transcript.language.tokens.readings import folded_spelling, readings_of
from transcript.language.tokens.runs import SPOKEN_ENDINGS, find_runs, has_spoken_names, split_runs
from transcript.models import Language

_COMPOUND = re.compile(r"\b[A-Za-z]*[a-z][A-Z][A-Za-z]*\b")


_INNER_CAPITAL = re.compile("[A-Z](?<=[a-z].)")
"""Found in a tenth of the time, and mostly missed."""


_COMPOUND_PART = re.compile(r"[A-Z][a-z]{2,}|[a-z]{3,}|[A-Z]{3,}(?![a-z])")
"""A part of three letters or more."""


WORDS_BEFORE = 4
"""Words before the first that tells of an amount that may be of it too: an hour and a half."""


class Token(NamedTuple):
    """A term at characters `start` to `end` of a text; `word` is the word written there, folded."""

    term: str
    start: int
    end: int
    word: str


class Columns(NamedTuple):
    """Tokens by their values, in the order of a Token's: transcripts have millions of them."""

    terms: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]


class Word(NamedTuple):
    """A word at characters `start` to `end` of a text, folded, but neither stemmed nor read as an amount."""

    text: str
    start: int
    end: int


def tokenise(text: str, language: Language = "en") -> list[Token]:
    """The terms of a text in their order. A run of Chinese gives its pairs of neighbouring characters; a lone character
    is its own term."""
    return list(map(Token._make, zip(*token_columns(text, language), strict=True)))


def token_columns(text: str, language: Language = "en") -> Columns:
    """The same by columns: each different word is read once, and all else is left to what is built in."""
    folded = blank_marks(fold(text))
    is_ascii = folded.isascii()
    if not is_ascii and has_paired(folded):
        return _mixed_columns(folded, language)
    parts = split_runs(folded)
    edges = list(accumulate(map(len, parts)))
    readings = list(map(readings_of(language).__getitem__, parts[1::2]))
    terms, words, numbers = zip(*readings, strict=True) if readings else ((), (), ())
    if not all(words) or (not SPOKEN_ENDINGS.isdisjoint(words) and has_spoken_names(folded)):
        return _mixed_columns(folded, language)
    columns = Columns(terms, edges[:-1:2], edges[1::2], words)
    if sum(numbers) < MAY_BE_AMOUNT and (is_ascii or not has_vulgar_fraction(folded)):
        return columns
    begin = max(0, next(compress(count(), numbers), 0) - WORDS_BEFORE) if is_ascii else 0
    amounts = amount_pieces(folded, columns.starts[begin] if begin else 0)
    return _with_amounts(columns, [token for piece in amounts if (token := token_of(piece, language))])


def _with_amounts(columns: Columns, amounts: Sequence[Token]) -> Columns:
    """The columns with each amount in place of the words that it is written in."""
    merged: tuple[list[Any], ...] = ([], [], [], [])

    def take(first: int, end: int) -> None:
        for column, source in zip(merged, columns, strict=True):
            column += source[first:end]

    at = read_to = 0
    for amount in amounts:
        before, at = at, bisect_right(columns.ends, amount.start, at)
        take(bisect_left(columns.starts, read_to, before, at), at)
        if at == len(columns.ends):
            break
        for column, value in zip(merged, amount, strict=True):
            column.append(value)
        read_to = amount.end
    take(bisect_left(columns.starts, read_to, at), len(columns.ends))
    return Columns(*merged)


def _mixed_columns(folded: str, language: Language) -> Columns:
    """The columns of any text: of one with Chinese, with names of several words, with letters that are apostrophes."""
    tokens = _mixed_tokens(folded, language)
    return Columns(*zip(*tokens, strict=True)) if tokens else Columns([], [], [], [])


def _mixed_tokens(folded: str, language: Language) -> list[Token]:
    tokens: list[Token] = []
    amounts = amount_pieces(folded)
    amount, read_to = next(amounts, None), 0
    for match in find_runs(folded):
        start, end = match.span()
        while amount is not None and amount.start < end:
            if token := token_of(amount, language):
                tokens.append(token)
            read_to, amount = amount.end, next(amounts, None)
        if match.lastgroup == "han":
            tokens.extend(_pair_characters(match[0], start))
        elif start >= read_to and (reading := readings_of(language)[match[0]]).word:
            tokens.append(Token(reading.term, start, end, reading.word))
    return tokens


def terms(text: str, language: Language = "en") -> list[str]:
    """The terms of a text, without their places."""
    return [token.term for token in tokenise(text, language)]


def terms_in(written: str, languages: Iterable[Language]) -> list[str]:
    """The terms that a query's word may have in texts of these languages, by their rules for stems; each once."""
    found = (token.term for language in languages for token in tokenise(written, language))
    return list(dict.fromkeys(found))


def compound_parts(text: str, language: Language = "en") -> Iterator[tuple[str, str]]:
    """The parts of words with a capital inside, each with the term of the whole word: core and weave of CoreWeave."""
    for match in _COMPOUND.finditer(text) if _INNER_CAPITAL.search(text) else ():
        term = readings_of(language)[match.group()].term
        yield from ((part.casefold(), term) for part in _COMPOUND_PART.findall(match.group()))


def split_words(text: str) -> list[Word]:
    """The words and figures of a text, each with its place; a character of Chinese is a word."""
    folded = fold(text)
    if folded.isascii() or not has_paired(folded):  # then it is cut all at once
        parts = split_runs(folded)
        if SPOKEN_ENDINGS.isdisjoint(map(str.casefold, parts[1::2])):
            edges = list(accumulate(map(len, parts)))
            runs = zip(parts[1::2], edges[::2], edges[1::2], strict=False)
            return [Word(folded_spelling(run), start, end) for run, start, end in runs if run not in SYMBOLS]
    words: list[Word] = []
    for match in find_runs(folded):
        if match.lastgroup == "han":
            words.extend(Word(character, at, at + 1) for at, character in enumerate(match.group(), match.start()))
        elif match.lastgroup != "symbol":
            words.append(Word(folded_spelling(match.group()), match.start(), match.end()))
    return words


def split_pieces(folded: str) -> Iterator[Piece]:
    """The runs of letters, digits, Chinese or symbols in a folded text. An amount is one piece; where it is written in
    Chinese, the run that it stands in follows it."""
    found = [
        Piece(_PIECE_KINDS.get(match.lastgroup or "", "word"), match.group(), match.start(), match.end())
        for match in find_runs(folded)
    ]
    return join_amounts(found, folded)


_PIECE_KINDS = {"han": "han", "number": "number", "symbol": "symbol"}


def token_of(piece: Piece, language: Language = "en") -> Token | None:
    """The term of a piece that is not Chinese; None for an apostrophe alone."""
    if piece.kind == "amount":
        return Token(piece.text, piece.start, piece.end, piece.text)
    reading = readings_of(language)[piece.text]
    return Token(reading.term, piece.start, piece.end, reading.word) if reading.word else None


def _pair_characters(run: str, start: int) -> list[Token]:
    """Each pair of a run's neighbouring characters; the character of a run of one."""
    if len(run) == 1:
        return [Token(run, start, start + 1, run)]
    return [Token(run[i : i + 2], start + i, start + i + 2, run[i : i + 2]) for i in range(len(run) - 1)]
