"""Two words of a query in each other's place: it stands nearer in its passage once they are put back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from rapidfuzz.distance import LCSseq

from transcript.language.lexicon import AUXILIARIES
from transcript.search.contradictions.around import ITSELF, Around
from transcript.search.contradictions.exchanges import may_change_places, part_of_speech
from transcript.search.query import LIGHT, WEIGHING, Query, Unit
from transcript.search.ranking import Place


@dataclass(frozen=True, slots=True)
class _Nearness:
    """How near a query stands in a passage, in telling words that are there in its order. Tuned on 237 rewordings with
    two words exchanged, 100 contraries, and 454 rewordings of 40 episodes."""

    small: float = 0.5
    """A small word counts so much, beside 1, …"""
    apart: float = 0.08
    """… and each term of the passage between two of them so much less."""
    around: int = 8
    """Terms around a quote that may belong to it."""
    words: int = 14
    """Words of a query that are looked at."""
    nearer: float = 1.0
    """Two words are exchanged if the query stands so much nearer with them put back, …"""
    unlike: float = 1.2
    """… or so much, if one is a verb and the other none, …"""
    own: float = 0.6
    """… each of them adds such a share of its weight, …"""
    turned: float = 0.3
    """… and the query with its last clause first does not stand as near, but for so much."""


NEARNESS = _Nearness()


class _Passage:
    """The terms around a quote, and how near others stand in them."""

    def __init__(self, terms: Sequence[str]) -> None:
        self.terms = terms

    def shared(self, words: Sequence[str]) -> int:
        """The number of words that stand in it in their order."""
        return LCSseq.similarity(words, self.terms)

    def nearness(self, words: Sequence[str], weights: Sequence[float]) -> float:
        """The most that words in their order weigh there, less what stands between them."""
        best = [0.0] * (len(self.terms) + 1)
        for word, weight in zip(words, weights, strict=True):
            reached, before = 0.0, 0.0
            for at, term in enumerate(self.terms, 1):
                here = max(best[at], reached - NEARNESS.apart)
                reached = max(here, before + weight) if term == word else here
                before, best[at] = best[at], reached
        return max(best)


def stands_nearer_exchanged(query: Query, place: Place, around: Around) -> bool:
    """True if two words of a query have changed places with each other, and not its clauses."""
    passage = _Passage(around.within(NEARNESS.around))
    words = [
        around.terms[at] if found >= ITSELF and at >= 0 else unit.term
        for unit, found, at in zip(query.units, place.found, place.alignment.places, strict=True)
    ]
    weights = [1.0 if unit.weight >= WEIGHING.telling else NEARNESS.small for unit in query.units]
    return any(
        _are_put_back(words, weights, pair, passage, unlike=len({part_of_speech(query.units[one]) for one in pair}) > 1)
        for pair in _pairs_to_exchange(query, around, words, passage)
    )


def _pairs_to_exchange(
    query: Query, around: Around, words: Sequence[str], passage: _Passage
) -> Iterator[tuple[int, int]]:
    """The units that may have changed places: with them put back, more of the query stands in the passage in order."""
    said, shared = set(passage.terms), passage.shared(words)
    there = [number for number, word in enumerate(words) if word in said]
    for one, other in combinations(there[: NEARNESS.words], 2):
        light = sum(query.units[number].weight < LIGHT for number in (one, other))
        if other > one + 1 and light < 2 and words[one] != words[other]:
            put_back = passage.shared(_exchanged(words, one, other))
            # A small word is often told elsewhere, but hardly where all of the query is in order with it.
            fits = put_back == len(words) if light else put_back > shared
            if fits and not _belong_together(query, around, one, other):
                yield one, other


def _exchanged(words: Sequence[str], one: int, other: int) -> list[str]:
    changed = list(words)
    changed[one], changed[other] = words[other], words[one]
    return changed


def _belong_together(query: Query, around: Around, one: int, other: int) -> bool:
    """True if two words can change places and mean the same: in a list, or as the olympiad in math, the math
    olympiad."""
    between = query.units[one + 1 : other]
    joined = any(unit.word in ("and", "or") for unit in between) and not any(map(_is_verb, between))
    beside = (query.units[other].term, query.units[one].term) in pairwise(around.within(NEARNESS.around))
    compound = beside and all(unit.weight < WEIGHING.telling for unit in between)
    return joined or compound or may_change_places(query, around, one, other)


def _is_verb(unit: Unit) -> bool:
    return unit.word in AUXILIARIES or part_of_speech(unit) == "verb"


def _are_put_back(
    words: Sequence[str], weights: Sequence[float], pair: tuple[int, int], passage: _Passage, *, unlike: bool
) -> bool:
    """True if a query stands nearer with a pair of its words exchanged, by what both of them add."""
    back = _exchanged(words, *pair)
    near = passage.nearness(back, weights)
    if near - passage.nearness(words, weights) < (NEARNESS.unlike if unlike else NEARNESS.nearer):
        return False
    turned = (
        passage.nearness([*words[at:], *words[:at]], [*weights[at:], *weights[:at]]) for at in range(2, len(words) - 1)
    )
    if max(turned, default=0.0) >= near - NEARNESS.turned:
        return False
    return all(near - passage.nearness(back, _without(weights, one)) >= NEARNESS.own * weights[one] for one in pair)


def _without(weights: Sequence[float], number: int) -> list[float]:
    return [*weights[:number], 0.0, *weights[number + 1 :]]
