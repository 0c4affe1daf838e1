"""The words and pairs of neighbouring words that the index is asked for.

The index knows the order of words by pairs of neighbouring ones, after the sequential dependence model (Metzler and
Croft 2005): a sentence of common words is found by its pairs alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transcript.language.normalise import is_han
from transcript.library import pair
from transcript.search.query import LIGHT, Query


@dataclass(frozen=True, slots=True)
class _Asked:
    """The most that the index is asked for at once, and weights of it. Tuned on fragments drawn from 1,920 episodes."""

    words: int = 24
    """Most words."""
    pairs: int = 48
    """Most pairs."""
    each: int = 6
    """Most words that one word of the query may be meant by."""
    lone: int = 400
    """The same where the query has no other."""
    paired: int = 3
    """The same within a pair."""
    apart: float = 0.6
    """The weight of a pair with a word of the query left out between, beside 1 for neighbours."""
    split: float = 0.7
    """The weight of the two words as which the library has one."""


ASKED = _Asked()


def terms_to_ask(query: Query) -> dict[str, float]:
    """The words and pairs to ask the index for, with their weights. Words that tell nothing are asked for by their
    pairs alone, unless there is nothing else."""
    options = _options_by_unit(query)
    words: dict[str, float] = {}
    most = ASKED.words if len(options) > 1 else ASKED.lone
    for weight, likelihood, term in sorted(_words_to_ask(query, options), reverse=True)[:most]:
        if weight >= LIGHT:
            words[term] = max(likelihood, words.get(term, 0.0))
    pairs: dict[str, float] = {}
    for likelihood, term in sorted(_pairs_to_ask(options), reverse=True)[: ASKED.pairs]:
        pairs[term] = max(likelihood, pairs.get(term, 0.0))
    return words | pairs or dict.fromkeys(query.meanings, 1.0)


_Options = Sequence[Sequence[tuple[float, str, int]]]
"""For each unit the terms that may be meant by it and by the units after it, up to one: likelihood, term, last unit."""


def _options_by_unit(query: Query) -> _Options:
    options: list[list[tuple[float, str, int]]] = [[] for _ in query.units]
    for term, meanings in query.meanings.items():
        for meaning in meanings:
            options[meaning.first].append((meaning.likelihood, term, meaning.last))
    return [sorted(each, reverse=True) for each in options]


def _words_to_ask(query: Query, options: _Options) -> list[tuple[float, float, str]]:
    """Each word with its weight in the query and its likelihood."""
    found: list[tuple[float, float, str]] = []
    for first, each in enumerate(options):
        for likelihood, term, last in each[: ASKED.each] if len(options) > 1 else each:
            found.append((max(query.weights[first : last + 1]) * likelihood, likelihood, term))
    for halves, meaning in query.joined.items():
        found.append((ASKED.split * query.weights[meaning.first], ASKED.split, pair(*halves)))
    return found


def _pairs_to_ask(options: _Options) -> list[tuple[float, str]]:
    """Each pair of words that stand together or have one between them, with its likelihood."""
    found: list[tuple[float, str]] = []
    for each in options:
        for likelihood, term, last in each[: ASKED.paired]:
            for step, share in ((1, 1.0), (2, ASKED.apart)):
                following = options[last + step][: ASKED.paired] if last + step < len(options) else ()
                found.extend(
                    (likelihood * also * share, pair(term, other))
                    for also, other, _ in following
                    if not (is_han(term[0]) and is_han(other[0]))
                )
    return found
