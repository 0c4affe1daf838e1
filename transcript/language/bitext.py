"""Aligns the sentences of a text and its translation, by their lengths and the names in them.

Sentences of a translation come in the order of the original's, one for one or two for one, and are about as long in
proportion (Gale and Church, "A program for aligning sentences in bilingual corpora", 1993). Names, numbers and terms
that stand in both as they are tie them more surely.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from transcript.language.sentences import Range, sentences
from transcript.models import Language

_ANCHOR = re.compile(r"[A-Za-z][A-Za-z0-9.-]+|\d+(?:[.,]\d+)*")
"""Names, terms and numbers, which a translation often keeps as they are."""


_BEADS = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (3, 1), (1, 3))
"""Beads, as Gale and Church call them: how many sentences of the text and of the other may say the same."""


MOST_SENTENCES = 60
"""Sentences of either text that are aligned; in a longer text, parts are taken to lie in proportion."""


@dataclass(frozen=True, slots=True)
class Costs:
    """Costs of pairing sentences, in the share by which their lengths differ; tuned on the shipped transcript."""

    unpaired: float = 1.2
    """A sentence without a partner."""
    short: int = 6
    """Characters added to both lengths, so that those of very short sentences tell little."""
    joined: float = 0.25
    """Added for each sentence more than one of either text."""
    anchored: float = 0.8
    """Saved by a pair that keeps all of its anchors."""
    usual_anchors: float = 0.3
    """The share of anchors that costs and saves nothing; taken where there are none."""


COSTS = Costs()


def find_counterpart(text: str, language: Language, span: Range, other: str, other_language: Language) -> Range:
    """The range of `other`, the translation of the text, that says what characters `span` of the text say.

    It covers whole sentences. Where either text has none, or more than MOST_SENTENCES, it lies in proportion.
    """
    touched = [
        partner
        for (start, end), partner in _align_sentences(text, language, other, other_language)
        if start < span[1] and end > span[0]
    ]
    if touched:
        return touched[0][0], touched[-1][1]
    whole = len(text) or 1
    return span[0] * len(other) // whole, min(len(other), -(-span[1] * len(other) // whole))


_Path = dict[tuple[int, int], tuple[float, tuple[int, int]]]
"""By numbers of sentences of both texts: the least cost of aligning that many, and the last bead of that alignment."""


@lru_cache(maxsize=64)
def _align_sentences(
    text: str, language: Language, other: str, other_language: Language
) -> tuple[tuple[Range, Range], ...]:
    """The parts of the two texts that say the same, in order, without a gap in the first text."""
    source, target = sentences(text, language), sentences(other, other_language)
    if not 0 < len(source) <= MOST_SENTENCES or not 0 < len(target) <= MOST_SENTENCES:
        return ()
    ratio = len(other) / len(text)
    best: _Path = {(0, 0): (0.0, (0, 0))}
    for i in range(len(source) + 1):
        for j in range(len(target) + 1):
            if (i, j) not in best:
                continue
            for bead in _BEADS:
                a, b = i + bead[0], j + bead[1]
                if a > len(source) or b > len(target):
                    continue
                added = _pairing_cost(
                    _text_of_ranges(text, source[i:a]), _text_of_ranges(other, target[j:b]), ratio, sum(bead)
                )
                cost = best[i, j][0] + added
                if (a, b) not in best or cost < best[a, b][0]:
                    best[a, b] = (cost, bead)
    return _trace_back(best, source, target, len(text))


def _text_of_ranges(text: str, ranges: Sequence[Range]) -> str:
    """The text from the first range to the last."""
    return text[ranges[0][0] : ranges[-1][1]] if ranges else ""


def _pairing_cost(source: str, target: str, ratio: float, sentence_count: int) -> float:
    """The cost of pairing two parts that have `sentence_count` sentences together.

    `ratio` is the length of the whole translation divided by that of the original.
    """
    if not source or not target:
        return COSTS.unpaired
    expected = len(source) * ratio
    length = abs(expected - len(target)) / (max(expected, len(target)) + COSTS.short)
    anchors = {word.casefold() for word in _ANCHOR.findall(target)}
    kept = sum(word in source.casefold() for word in anchors) / len(anchors) if anchors else COSTS.usual_anchors
    return length + COSTS.joined * (sentence_count - 2) - COSTS.anchored * (kept - COSTS.usual_anchors)


def _trace_back(
    best: _Path, source: Sequence[Range], target: Sequence[Range], length: int
) -> tuple[tuple[Range, Range], ...]:
    """The cheapest path from its end, as pairs of ranges; a source sentence without a partner joins the next one."""
    i, j = len(source), len(target)
    pairs: list[tuple[Range, Range]] = []
    edge = length
    while i or j:
        di, dj = best[i, j][1]
        if di and dj:
            start = source[i - di][0] if i - di else 0
            pairs.append(((start, edge), (target[j - dj][0], target[j - 1][1])))
            edge = start
        i, j = i - di, j - dj
    return tuple(reversed(pairs))
