"""Text as terms, each with its place: words by their stems, numbers by their values, Chinese by pairs of characters.

Queries and transcripts go through the same rules, so that one thing in two spellings is one term.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from transcript.language.amounts import (
    MAY_BE_AMOUNT,
    Piece,
    amount_pieces,
    amount_weight,
    has_vulgar_fraction,
    join_amounts,
)
from transcript.language.lexicon import CODE_NAMES, SPELLINGS, STOP_WORDS, SYMBOLS
from transcript.language.normalise import APOSTROPHES, MARK_RANGES, PAIRED_RANGES, fold, has_paired, unaccented
from transcript.language.stage_marks import blank_marks
from transcript.language.stemming import stem
from transcript.models import Language

_LETTER = rf"[^\W\d_{PAIRED_RANGES}]"


_SPOKEN_NAME = re.compile(
    rf"\b(?:{'|'.join(name.replace('-', '[ -]') for name in CODE_NAMES if '-' in name)})\b", re.IGNORECASE
)
"""A name of code of several words: c plus plus."""


_SPOKEN_ENDINGS = frozenset(name.rpartition("-")[2] for name in CODE_NAMES if "-" in name)


def _word_pattern(letter: str, marks: str, apostrophes: str) -> str:
    word = rf"{letter}++(?:[{marks}]++{letter}*+)*+" if marks else f"{letter}++"
    return rf"[A-Za-z]#(?!\w)|{word}(?:[{apostrophes}]{word})*+(?:\+\+(?![A-Za-z]))?+"  # C# and C++ among them


_WORD = _word_pattern(_LETTER, MARK_RANGES, APOSTROPHES)


_NUMBER = r"\d+(?:,\d\d\d)*(?:\.\d+)?"


_SYMBOL = f"[{re.escape(''.join(SYMBOLS))}]"


_CODE = r"(?<![\w.])\.[A-Za-z]{2,}(?!\w|\.\w)"
"""As in .NET."""


_PIECES = re.compile(
    rf"(?P<word>{_WORD})|(?P<number>{_NUMBER})|(?P<han>[{PAIRED_RANGES}][{PAIRED_RANGES}{MARK_RANGES}]*)"
    rf"|(?P<symbol>{_SYMBOL})|(?P<code>{_CODE})"
)
"""The runs of one kind that a text is cut into. Those of the kind `han` are Chinese, or of another script whose words
are found by pairs of characters."""


_PIECES_AND_SPOKEN_NAMES = re.compile(f"(?P<spoken>{_SPOKEN_NAME.pattern})|{_PIECES.pattern}", re.IGNORECASE)


_SPACED_PIECES = re.compile(f"({_WORD}|{_NUMBER}|{_SYMBOL}|{_CODE})")
"""All runs of a text without any of the kind `han`."""


_ASCII_PIECES = re.compile(
    f"({_word_pattern('[A-Za-z]', '', ''.join(filter(str.isascii, APOSTROPHES)))}|{_NUMBER}|{_SYMBOL}|{_CODE})"
)
"""The same runs of a text in ASCII, in half the time."""


_COMPOUND = re.compile(r"\b[A-Za-z]*[a-z][A-Z][A-Za-z]*\b")


_INNER_CAPITAL = re.compile("[A-Z](?<=[a-z].)")
"""Found in a tenth of the time, and mostly missed."""


_COMPOUND_PART = re.compile(r"[A-Z][a-z]{2,}|[a-z]{3,}|[A-Z]{3,}(?![a-z])")
"""A part of three letters or more."""


_CLITICS = ("s", "re", "ve", "ll", "d", "m")
"""Parts after the apostrophe of English contractions whose first part is a word: it's, they're."""


_ELIDING = frozenset(("ca", "fr", "it"))
"""Languages that write an article or a pronoun before an apostrophe: l'amour, dell'arte."""


_OTHER_SCRIPTS = frozenset(
    ("ar", "be", "bg", "bn", "el", "fa", "he", "hi", "hy", "ja", "ka", "kk", "km", "ko", "lo", "mk", "mn", "mr", "my")
) | {"ne", "ru", "sr", "ta", "te", "th", "uk", "ur", "yue", "zh"}
"""Languages whose words in Latin letters are names and terms, mostly English ones."""


MOST_READINGS = 50_000
"""Different words of a language whose readings stay in memory, some 300 bytes each: 300 episodes have so many."""


MOST_LANGUAGES = 32
"""Languages whose words do."""


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
    parts = (_ASCII_PIECES if is_ascii else _SPACED_PIECES).split(folded)  # what stands between, a run, and so on
    edges = list(accumulate(map(len, parts)))
    readings = list(map(_readings_of(language).__getitem__, parts[1::2]))
    terms, words, numbers = zip(*readings, strict=True) if readings else ((), (), ())
    has_spoken_names = not _SPOKEN_ENDINGS.isdisjoint(words) and _SPOKEN_NAME.search(folded)
    if has_spoken_names or not all(words):
        return _mixed_columns(folded, language)
    columns = Columns(terms, edges[:-1:2], edges[1::2], words)
    if sum(numbers) < MAY_BE_AMOUNT and (is_ascii or not has_vulgar_fraction(folded)):
        return columns
    return _with_amounts(columns, [token for piece in amount_pieces(folded) if (token := token_of(piece, language))])


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
    for match in _find_runs(folded):
        start, end = match.span()
        while amount is not None and amount.start < end:
            if token := token_of(amount, language):
                tokens.append(token)
            read_to, amount = amount.end, next(amounts, None)
        if match.lastgroup == "han":
            tokens.extend(_pair_characters(match[0], start))
        elif start >= read_to and (reading := _readings_of(language)[match[0]]).word:
            tokens.append(Token(reading.term, start, end, reading.word))
    return tokens


def _find_runs(folded: str) -> Iterator[re.Match[str]]:
    """The runs of letters, digits, Chinese or symbols in a folded text."""
    pattern = _PIECES_AND_SPOKEN_NAMES if _SPOKEN_NAME.search(folded) else _PIECES
    return pattern.finditer(folded)


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
        term = _readings_of(language)[match.group()].term
        yield from ((part.casefold(), term) for part in _COMPOUND_PART.findall(match.group()))


def split_words(text: str) -> list[Word]:
    """The words and figures of a text, each with its place; a character of Chinese is a word."""
    words: list[Word] = []
    for match in _find_runs(fold(text)):
        if match.lastgroup == "han":
            words.extend(Word(character, at, at + 1) for at, character in enumerate(match.group(), match.start()))
        elif match.lastgroup != "symbol":
            words.append(Word(_folded_spelling(match.group()), match.start(), match.end()))
    return words


def split_pieces(folded: str) -> Iterator[Piece]:
    """The runs of letters, digits, Chinese or symbols in a folded text. An amount is one piece; where it is written in
    Chinese, the run that it stands in follows it."""
    found = [
        Piece(_PIECE_KINDS.get(match.lastgroup or "", "word"), match.group(), match.start(), match.end())
        for match in _find_runs(folded)
    ]
    return join_amounts(found, folded)


_PIECE_KINDS = {"han": "han", "number": "number", "symbol": "symbol"}


def token_of(piece: Piece, language: Language = "en") -> Token | None:
    """The term of a piece that is not Chinese; None for an apostrophe alone."""
    if piece.kind == "amount":
        return Token(piece.text, piece.start, piece.end, piece.text)
    reading = _readings_of(language)[piece.text]
    return Token(reading.term, piece.start, piece.end, reading.word) if reading.word else None


class _Reading(NamedTuple):
    """The term of a written word, its folded spelling, and its weight as a part of an amount."""

    term: str
    word: str
    amount: int


class _Readings(dict[str, _Reading]):
    """The readings of words of a language that were met."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, written: str) -> _Reading:
        if len(self) >= MOST_READINGS:
            self.clear()
        return self.setdefault(written, _Reading(*_term_and_word(written, self._language), amount_weight(written)))


@lru_cache(maxsize=MOST_LANGUAGES)
def _readings_of(language: Language) -> _Readings:
    return _Readings(language)


def _term_and_word(written: str, language: Language) -> tuple[str, str]:
    """The term of a written word that is no amount, and its folded spelling; both empty for an apostrophe alone."""
    if written in SYMBOLS:
        return SYMBOLS[written], SYMBOLS[written]
    if written[0].isdecimal():
        return "#" + written, "#" + written
    rules = "en" if written[0].isascii() and language in _OTHER_SCRIPTS else language
    word = _plain_spelling(written, rules)
    return stem(word, rules) if word else "", word


def _plain_spelling(word: str, language: Language) -> str:
    """A word without case, accents and apostrophes, and without the clitic of a contraction."""
    head, *tail = map(unaccented, _APOSTROPHE.split(word))
    if len(tail) == 1 and language in _ELIDING and len(head) <= len(tail[0]):
        return tail[0]
    if len(tail) == 1 and tail[0] in _CLITICS and head:
        return _usual_spelling(head, language)
    return _usual_spelling(head + "".join(tail), language)


def _usual_spelling(word: str, language: Language) -> str:
    """A word's usual spelling, where English drops its apostrophe or shortens it."""
    name = CODE_NAMES.get(word.replace(" ", "-"))
    return name or (SPELLINGS.get(word, word) if language == "en" else word)


@lru_cache(maxsize=8_000)
def _folded_spelling(word: str) -> str:
    """A word without case, accents and apostrophe. OpenAI's is OpenAI, but that's is not that."""
    head, *tail = map(unaccented, _APOSTROPHE.split(word))
    together = head + "".join(tail)
    if tail == ["s"] and together not in SPELLINGS and head not in STOP_WORDS:
        return head
    return CODE_NAMES.get(together.replace(" ", "-"), together)


_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")


def _pair_characters(run: str, start: int) -> list[Token]:
    """Each pair of a run's neighbouring characters; the character of a run of one."""
    if len(run) == 1:
        return [Token(run, start, start + 1, run)]
    return [Token(run[i : i + 2], start + i, start + i + 2, run[i : i + 2]) for i in range(len(run) - 1)]
