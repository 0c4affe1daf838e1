"""The Chinese words of a text: each character, save those of names that have a Latin one, and of shares.

Those of other scripts without spaces, too, each character with the vowels and tones that stand on it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from functools import cache, lru_cache

from transcript.language import thesaurus
from transcript.language.amounts import Piece
from transcript.language.lexicon import CHINESE_DIGITS, CHINESE_FILLERS, QUANTITIES, word_class
from transcript.language.tagging.word import Kind, Word
from transcript.language.wordlist import read_words


@cache
def _name_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    latin = thesaurus.latin_names()
    return re.compile("|".join(sorted(map(re.escape, latin), key=len, reverse=True))), latin


def latin_names(folded: str) -> Iterator[Word]:
    """Chinese names of what has a Latin one, each as that."""
    pattern, latin = _name_pattern()
    for match in () if folded.isascii() else pattern.finditer(folded):
        key = latin[match.group()]
        yield Word(key, "content", *match.span(), key)


def chinese_characters(runs: Sequence[Piece], folded: str, done: Set[int]) -> Iterator[Word]:
    """A word for each Chinese character that is not part of another already."""
    plain, fillers, light = (_characters_of(folded, some) for some in _MARKED)
    plain -= _characters_of(folded, tuple(word_class("denying after all")))
    light |= {match.end() - 1 for match in _MEASURED.finditer(folded)}
    marked = plain | fillers | light
    for run in runs:
        for at, end in _clusters(run.text, run.start):
            if at in done:
                continue
            character = unicodedata.normalize("NFC", folded[at:end])
            if at in marked:
                key, kind = _character(character, at in plain, at in fillers, at in light)
            else:
                key, kind = _character(character)
            yield Word(key, kind, at, end, character)


def _clusters(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """The places of the characters of a text that begins at a place, each with what stands on it."""
    start = begin
    for at, character in enumerate(text[1:], begin + 1):
        if unicodedata.category(character)[0] != "M":
            yield start, at
            start = at
    yield start, begin + len(text)


_MEASURED = re.compile(rf"[{''.join(CHINESE_DIGITS)}十百千万亿\d这那每某哪几][{''.join(word_class('measure'))}]")
"""A measure word, after an amount or what points to one: 一家公司 is 一个公司."""


_FILLING = frozenset(word for word in CHINESE_FILLERS if len(word) == 1)


_LIGHT = frozenset(word for word in read_words("small_words.zh") if len(word) == 1)


_MARKED = (
    tuple(read_words("plain_words.zh")),
    tuple(word for word in CHINESE_FILLERS if len(word) > 1),
    tuple(word for word in read_words("small_words.zh") if len(word) > 1),
)
"""Words whose characters deny and count nothing, are fillers, tell little."""


@lru_cache(maxsize=4_096)
def _character(character: str, plain: bool = False, filler: bool = False, light: bool = False) -> tuple[str, Kind]:
    """The key and the kind of a character, which may be part of a word of those that are marked."""
    if filler or character in _FILLING:
        return character, "filler"
    if character in word_class("negation") and not plain:
        return character, "negation"
    if character in CHINESE_DIGITS and character != "一":
        return f"#{CHINESE_DIGITS[character]}", "number"
    if character in QUANTITIES and not plain:
        return character, "quantity"
    return character, "small" if light or character in _LIGHT else "content"


@cache
def _pattern(many: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, many), key=len, reverse=True)))


def _characters_of(folded: str, many: tuple[str, ...]) -> set[int]:
    """The places of the characters of these words in a text."""
    if folded.isascii():
        return set()
    return {at for match in _pattern(many).finditer(folded) for at in range(*match.span())}
