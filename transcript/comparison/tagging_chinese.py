"""The Chinese words of a text: each character, save those of names that have a Latin one, and of shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache, lru_cache

from transcript.comparison import wordlists
from transcript.comparison.word import Kind, Word
from transcript.language import thesaurus
from transcript.language.amounts import Piece
from transcript.language.lexicon import CHINESE_DIGITS


@cache
def _name_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    latin = thesaurus.latin_names()
    return re.compile("|".join(sorted(map(re.escape, latin), key=len, reverse=True))), latin


def names(folded: str) -> Iterator[Word]:
    """Chinese names of what has a Latin one, each as that."""
    pattern, latin = _name_pattern()
    for match in () if folded.isascii() else pattern.finditer(folded):
        key = latin[match.group()]
        yield Word(key, "content", *match.span(), key)


def characters(runs: Sequence[Piece], folded: str, done: Set[int]) -> Iterator[Word]:
    """A word for each Chinese character that is not part of another already."""
    plain, fillers, light = (_places(folded, some) for some in _MARKED)
    plain -= _places(folded, wordlists.CHINESE_DENYING)
    light |= {match.end() - 1 for match in _MEASURED.finditer(folded)}
    marked = plain | fillers | light
    for run in runs:
        for at, character in enumerate(run.text, run.start):
            if at in done:
                continue
            if at in marked:
                key, kind = _han(character, at in plain, at in fillers, at in light)
            else:
                key, kind = _han(character)
            yield Word(key, kind, at, at + 1, character)


_MEASURED = re.compile(rf"[{''.join(CHINESE_DIGITS)}十百千万亿\d这那每某哪几][个家位名款项台套所]")
"""A measure word, after an amount or what points to one: 一家公司 is 一个公司."""


_MARKED = (wordlists.CHINESE_PLAIN, wordlists.CHINESE_FILLERS, wordlists.CHINESE_LIGHT_WORDS)
"""Words whose characters deny and count nothing, are fillers, tell little."""


@lru_cache(maxsize=4_096)
def _han(character: str, plain: bool = False, filler: bool = False, light: bool = False) -> tuple[str, Kind]:
    """The key and the kind of a character, which may be part of a word of those that are marked."""
    if filler or character in wordlists.FILLERS:
        return character, "filler"
    if character in wordlists.CHINESE_NEGATIONS and not plain:
        return character, "negation"
    if character in CHINESE_DIGITS and character != "一":
        return f"#{CHINESE_DIGITS[character]}", "number"
    if character in wordlists.QUANTITIES and not plain:
        return character, "quantity"
    return character, "small" if light or character in wordlists.CHINESE_LIGHT else "content"


@cache
def _pattern(many: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, many), key=len, reverse=True)))


def _places(folded: str, many: list[str]) -> set[int]:
    if folded.isascii():
        return set()
    return {at for match in _pattern(tuple(many)).finditer(folded) for at in range(*match.span())}
