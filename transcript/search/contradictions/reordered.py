"""Two words of a query in each other's place: it stands nearer in its passage once they are put back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from transcript.language.lexicon import AUXILIARIES
from transcript.search.contradictions.around import Around
from transcript.search.contradictions.exchanges import may_change_places, part_of_speech
from transcript.search.contradictions.nearness import Nearness, exchanged
from transcript.search.query import LIGHT, WEIGHING, Query, Unit


@dataclass(frozen=True, slots=True)
class _Nearer:
    """Limits from which two words have changed places. Tuned on 237 rewordings with two words exchanged, 100
    contraries, and 454 rewordings of 40 episodes."""

    in_order: float = 0.95
    """A query of which such a share is in order has no words exchanged."""
    like: float = 1.0
    """The query stands so much nearer with them put back, …"""
    unlike: float = 1.2
    """… or so much, if one is a verb and the other none, …"""
    own: float = 0.6
    """… each of them adds such a share of its weight, …"""
    turned: float = 0.3
    """… and the query with its last clause first does not stand as near, but for so much."""
    words: int = 14
    """Words of a query that are looked at."""


NEARER = _Nearer()


def stands_nearer_exchanged(query: Query, around: Around, nearness: Nearness) -> bool:
    """True if two words of a query have changed places with each other, and not its clauses."""
    return around.place.alignment.ordered < NEARER.in_order and any(
        _are_put_back(
            nearness, one, other, unlike=part_of_speech(query.units[one]) != part_of_speech(query.units[other])
        )
        for one, other in _pairs_to_exchange(query, around, nearness)
    )


def _pairs_to_exchange(query: Query, around: Around, nearness: Nearness) -> Iterator[tuple[int, int]]:
    """The units that may have changed places: with them put back, more of the query stands in the passage in order."""
    words, said, shared = nearness.words, set(nearness.terms), nearness.shared(range(len(nearness.words)))
    there = [number for number, word in enumerate(words) if word in said]
    for one, other in combinations(there[: NEARER.words], 2):
        light = sum(query.units[number].weight < LIGHT for number in (one, other))
        if other > one + 1 and light < 2 and words[one] != words[other]:
            put_back = nearness.shared(_put_back(len(words), one, other))
            # A small word is often told elsewhere, but hardly where all of the query is in order with it.
            fits = put_back == len(words) if light else put_back > shared
            if fits and not _belong_together(query, around, nearness, one, other):
                yield one, other


def _put_back(size: int, one: int, other: int) -> list[int]:
    return exchanged(size, range(one, one + 1), range(other, other + 1))


def _belong_together(query: Query, around: Around, nearness: Nearness, one: int, other: int) -> bool:
    """True if two words can change places and mean the same: in a list, or as the olympiad in math, the math
    olympiad."""
    between = query.units[one + 1 : other]
    numbers = query.units[one].term.startswith("#") and query.units[other].term.startswith("#")
    joined = any(unit.word in ("and", "or") for unit in between) and not numbers and not any(map(_is_verb, between))
    beside = (nearness.words[other], nearness.words[one]) in pairwise(nearness.terms)
    compound = beside and all(unit.weight < WEIGHING.telling for unit in between)
    return joined or compound or may_change_places(query, around, one, other)


def _is_verb(unit: Unit) -> bool:
    return unit.word in AUXILIARIES or part_of_speech(unit) == "verb"


def _are_put_back(nearness: Nearness, one: int, other: int, *, unlike: bool) -> bool:
    """True if a query stands nearer with two of its words exchanged, by what both of them add."""
    size = len(nearness.words)
    order = _put_back(size, one, other)
    near = nearness.near(order)
    if near - nearness.near(range(size)) < (NEARER.unlike if unlike else NEARER.like):
        return False
    turned = (nearness.near([*range(at, size), *range(at)]) for at in range(2, size - 1))
    if max(turned, default=0.0) >= near - NEARER.turned:
        return False
    return all(
        near - nearness.near(order, without=number) >= NEARER.own * nearness.weights[number] for number in (one, other)
    )
