"""How near a query stands in a passage, and how near it would with some of its words in another order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from transcript.search.contradictions.around import ITSELF, Around
from transcript.search.query import WEIGHING, Query
from transcript.search.ranking import Place


@dataclass(frozen=True, slots=True)
class _Counting:
    """Of what makes nearness: the telling words that are there in the order of the query."""

    small: float = 0.5
    """A small word counts so much, beside 1, …"""
    apart: float = 0.08
    """… and each term of the passage between two of them so much less."""
    around: int = 8
    """Terms around a quote that may belong to it."""


COUNTING = _Counting()


class Nearness:
    """The terms around a quote, with the `words` of a query as they are said there."""

    def __init__(self, query: Query, place: Place, around: Around) -> None:
        units = zip(query.units, place.found, place.alignment.places, strict=True)
        self.terms = around.within(COUNTING.around)
        self.words = [around.terms[at] if found >= ITSELF and at >= 0 else unit.term for unit, found, at in units]
        self.weights = [1.0 if unit.weight >= WEIGHING.telling else COUNTING.small for unit in query.units]

    def shared(self, order: Sequence[int]) -> int:
        """The number of words that stand there in an order of them."""
        return LCSseq.similarity([self.words[number] for number in order], self.terms)

    def near(self, order: Sequence[int], *, without: int | None = None) -> float:
        """The most that the words in an order weigh there, less what stands between them."""
        best = [0.0] * (len(self.terms) + 1)
        for number in order:
            word, weight = self.words[number], self.weights[number] if number != without else 0.0
            reached = before = 0.0
            for at, term in enumerate(self.terms, 1):
                here = max(best[at], reached - COUNTING.apart)
                reached = max(here, before + weight) if term == word else here
                before, best[at] = best[at], reached
        return max(best)


def exchanged(size: int, one: range, other: range) -> list[int]:
    """The order of so many words in which two ranges of them, the second behind the first, have changed places."""
    between, behind = range(one.stop, other.start), range(other.stop, size)
    return [*range(one.start), *other, *between, *one, *behind]
