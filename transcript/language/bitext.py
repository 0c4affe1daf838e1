"""Which part of a translation says the same as a part of the original, by the length and the names of sentences.

Sentences of a translation come in the order of the original's, one for one or two for one, and are about as long in
proportion (Gale and Church, "A program for aligning sentences in bilingual corpora", 1993). Names, numbers and terms
that stand in both as they are tie them more surely.
"""

from __future__ import annotations

import re
from functools import lru_cache

from transcript.language.sentences import Range, sentences
from transcript.models import Language

_KEPT = re.compile(r"[A-Za-z][A-Za-z0-9.-]+|\d+(?:[.,]\d+)*")


_STEPS = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (3, 1), (1, 3))


_SKIP = 1.2
"""What it costs to leave a sentence without a partner."""


_SHORT = 6
"""Characters by which the length of a very short sentence tells nothing."""


_JOIN = 0.25
"""What each sentence more than one and one costs."""


_TIE = 0.8
"""What a pair gains that keeps all of its names and numbers."""


MOST = 60
"""Sentences on a side; beyond that, parts are taken to lie in proportion."""


def counterpart(text: str, language: Language, span: Range, other: str, other_language: Language) -> Range:
    """The characters of `other`, the same in another language, that say what `span` of the text says.

    They are whole sentences. Where either text has none, or too many, it is the part that lies in proportion.
    """
    touched = [
        partner
        for (start, end), partner in _pairs(text, language, other, other_language)
        if start < span[1] and end > span[0]
    ]
    if touched:
        return touched[0][0], touched[-1][1]
    whole = len(text) or 1
    return span[0] * len(other) // whole, min(len(other), -(-span[1] * len(other) // whole))


@lru_cache(maxsize=64)
def _pairs(text: str, language: Language, other: str, other_language: Language) -> tuple[tuple[Range, Range], ...]:
    """Parts of the two texts that say the same, in order and without a gap in the first."""
    mine, theirs = sentences(text, language), sentences(other, other_language)
    if not 0 < len(mine) <= MOST or not 0 < len(theirs) <= MOST:
        return ()
    ratio = len(other) / len(text)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(mine) + 1):
        for j in range(len(theirs) + 1):
            if (i, j) not in best:
                continue
            for di, dj in _STEPS:
                a, b = i + di, j + dj
                if a > len(mine) or b > len(theirs):
                    continue
                cost = best[i, j][0] + _cost(_part(text, mine[i:a]), _part(other, theirs[j:b]), ratio, di + dj)
                if (a, b) not in best or cost < best[a, b][0]:
                    best[a, b] = (cost, (di, dj))
    return _walked(best, mine, theirs, len(text))


def _part(text: str, ranges: list[Range]) -> str:
    return text[ranges[0][0] : ranges[-1][1]] if ranges else ""


def _cost(mine: str, theirs: str, ratio: float, count: int) -> float:
    if not mine or not theirs:
        return _SKIP
    expected = len(mine) * ratio
    length = abs(expected - len(theirs)) / (max(expected, len(theirs)) + _SHORT)
    kept = {word.casefold() for word in _KEPT.findall(theirs)}
    tie = sum(word in mine.casefold() for word in kept) / len(kept) if kept else 0.3
    return length + _JOIN * (count - 2) - _TIE * (tie - 0.3)


def _walked(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]], mine: list[Range], theirs: list[Range], length: int
) -> tuple[tuple[Range, Range], ...]:
    """The cheapest way, from its end, as pairs of ranges; a sentence without a partner joins the next one."""
    i, j = len(mine), len(theirs)
    pairs: list[tuple[Range, Range]] = []
    edge = length
    while i or j:
        di, dj = best[i, j][1]
        if di and dj:
            start = mine[i - di][0] if i - di else 0
            pairs.append(((start, edge), (theirs[j - dj][0], theirs[j - 1][1])))
            edge = start
        i, j = i - di, j - dj
    return tuple(reversed(pairs))
