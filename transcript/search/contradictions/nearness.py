"""Nearness of a query to a passage: as it is worded, and with some of its words in another order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import LCSseq

from transcript.search.contradictions.around import FOUND, Around
from transcript.search.contradictions.rivals import PERSONS
from transcript.search.query import WEIGHING, Query
from transcript.search.ranking import Place

SMALL_WEIGHT = 0.5
"""Weight of a small word, beside 1 for one that tells something."""


APART = 0.08
"""Loss for each term of a passage between two words of a query."""


TERMS_BESIDE = 8
"""Terms before and after a quote that may belong to it."""


@dataclass(frozen=True)
class Nearness:
    """The `words` of a query with their weights, and the `terms` around their place. What stands between two words
    costs `apart` for each term."""

    words: Sequence[str]
    weights: Sequence[float]
    terms: Sequence[str]
    apart: float = APART

    @cached_property
    def in_order(self) -> int:
        """The number of words that stand there in order."""
        return LCSseq.similarity(*self._as_characters)

    @cached_property
    def as_asked(self) -> float:
        """The nearness of the words in their own order."""
        return self.near(range(len(self.words)))

    @cached_property
    def turned(self) -> float:
        """The nearness with the last clause first, wherever it begins."""
        size = len(self.words)
        return max((self.near([*range(at, size), *range(at)]) for at in range(2, size - 1)), default=0.0)

    def shared_exchanged(self, one: int, other: int) -> int:
        """The number of words that stand there in order once two of them have changed places."""
        words, terms = self._as_characters
        put_back = words[:one] + words[other] + words[one + 1 : other] + words[one] + words[other + 1 :]
        return LCSseq.similarity(put_back, terms)

    @cached_property
    def _as_characters(self) -> tuple[str, str]:
        """The words and the terms, each as one character: strings are compared faster than lists."""
        characters = {term: chr(number) for number, term in enumerate({*self.words, *self.terms})}
        words, terms = ("".join([characters[term] for term in those]) for those in (self.words, self.terms))
        return words, terms

    def near(self, order: Sequence[int], *, without: int | None = None) -> float:
        """The most that the words in an order weigh there, less what stands between them."""
        best = [0.0] * (len(self.terms) + 1)
        for number in order:
            word, weight = self.words[number], self.weights[number] if number != without else 0.0
            reached = before = 0.0
            for at, term in enumerate(self.terms, 1):
                here = max(best[at], reached - self.apart)
                reached = max(here, before + weight) if term == word else here
                before, best[at] = best[at], reached
        return max(best)


def nearness_at(query: Query, place: Place, around: Around) -> Nearness:
    """Nearness of a query to the terms around its place, words as they are said there, pronouns as persons."""
    units = zip(query.units, place.found, place.alignment.places, strict=True)
    words = [around.terms[at] if found >= FOUND and at >= 0 else unit.term for unit, found, at in units]
    return Nearness(
        [PERSONS.get(word, word) for word in words],
        [1.0 if unit.weight >= WEIGHING.telling else SMALL_WEIGHT for unit in query.units],
        [PERSONS.get(term, term) for term in around.within(TERMS_BESIDE)],
    )


def exchanged(size: int, one: range, other: range) -> list[int]:
    """The order of so many words in which two ranges of them, the second behind the first, have changed places."""
    between, behind = range(one.stop, other.start), range(other.stop, size)
    return [*range(one.start), *other, *between, *one, *behind]
