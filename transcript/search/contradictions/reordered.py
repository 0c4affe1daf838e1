"""Two words of a query in each other's place: it stands nearer in its passage once they are put back."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple

from transcript.language.lexicon import AUXILIARIES, NEGATIONS
from transcript.search.contradictions.around import Around
from transcript.search.contradictions.exchanges import may_change_places, part_of_speech
from transcript.search.contradictions.nearness import Nearness, exchanged
from transcript.search.contradictions.rivals import PERSONS, are_rivals, may_have_rivals
from transcript.search.query import LIGHT, WEIGHING, Query, Unit


class _Demand(NamedTuple):
    """Proof that two words have changed places: put back, so many `more` words of the query stand in order, and the
    query so much `nearer`. Tuned on 237 rewordings with two words exchanged, 157 contraries, and 494 rewordings of 60
    episodes."""

    more: int
    nearer: float


RIVALS = _Demand(1, 0.5)
"""For two words of which one cannot be put for the other."""


LIKE = _Demand(1, 1.0)
"""For two of one part of speech."""


UNLIKE = _Demand(1, 1.2)
"""For two that are not of one."""


SMALL = _Demand(2, 1.4)
"""For a person, or a name that is a small word, and another word."""


SMALLEST = _Demand(2, 0.9)
"""For two that are small words, as you and Go."""


@dataclass(frozen=True, slots=True)
class _Nearer:
    """Limits from which two words have changed places, tuned as the demands are."""

    own: float = 0.6
    """Each of them adds such a share of its weight, …"""
    turned: float = 0.3
    """… and the query with its last clause first does not stand as near, but for so much."""
    in_order: float = 0.95
    """A query of which such a share is in order has only rivals exchanged."""
    words: int = 14
    """Words of a query that are looked at, but for rivals."""


NEARER = _Nearer()


def stands_nearer_exchanged(query: Query, around: Around, nearness: Nearness) -> bool:
    """True if two words of a query have changed places with each other, and not its clauses."""
    words, said = nearness.words, set(nearness.terms)
    there = [number for number, word in enumerate(words) if word in said]
    pairs = combinations([number for number in there if may_have_rivals(words[number])], 2)
    rivals = (pair for pair in pairs if are_rivals(words[pair[0]], words[pair[1]]))
    if any(_are_put_back(nearness, *pair, RIVALS) for pair in rivals):
        return True
    return around.place.alignment.ordered < NEARER.in_order and any(
        _are_put_back(nearness, *pair, _demand_for(query, *pair))
        and not _belong_together(query, around, nearness, *pair)
        and all(_tells_something(query, around, number) for number in pair)
        for pair in combinations(there[: NEARER.words], 2)
        if pair[1] > pair[0] + 1
        and words[pair[0]] != words[pair[1]]
        and any(query.units[number].weight >= LIGHT or query.units[number].word in PERSONS for number in pair)
    )


def _demand_for(query: Query, one: int, other: int) -> _Demand:
    """The proof that two words of a query need to be believed to have changed places."""
    units = query.units[one], query.units[other]
    small = sum(unit.weight < LIGHT for unit in units)
    if small:
        return SMALL if small == 1 else SMALLEST
    return LIKE if part_of_speech(units[0]) == part_of_speech(units[1]) else UNLIKE


def _tells_something(query: Query, around: Around, number: int) -> bool:
    """True for a word that tells something, and for a small one that is a person, or a name in the passage: Go."""
    unit = query.units[number]
    return unit.weight >= LIGHT or unit.word in PERSONS or unit.term in around.names


def _belong_together(query: Query, around: Around, nearness: Nearness, one: int, other: int) -> bool:
    """True if two words can change places and mean the same: in a list, or as the olympiad in math, the math
    olympiad."""
    between = query.units[one + 1 : other]
    numbers = query.units[one].term.startswith("#") and query.units[other].term.startswith("#")
    words = {unit.word for unit in between}
    apart = numbers or "then" in words or not words.isdisjoint(NEGATIONS) or any(map(_is_verb, between))
    joined = not words.isdisjoint(("and", "or")) and not apart
    beside = (nearness.words[other], nearness.words[one]) in pairwise(nearness.terms)
    compound = beside and all(unit.weight < WEIGHING.telling for unit in between)
    return joined or compound or may_change_places(query, around, one, other)


def _is_verb(unit: Unit) -> bool:
    return unit.word in AUXILIARIES or part_of_speech(unit) == "verb"


def _are_put_back(nearness: Nearness, one: int, other: int, demand: _Demand) -> bool:
    """True if a query stands nearer with two of its words exchanged, by what both of them add."""
    size = len(nearness.words)
    if nearness.shared_exchanged(one, other) - nearness.in_order < demand.more:
        return False
    order = exchanged(size, range(one, one + 1), range(other, other + 1))
    near = nearness.near(order)
    if near - nearness.as_asked < demand.nearer or nearness.turned >= near - NEARER.turned:
        return False
    return all(
        near - nearness.near(order, without=number) >= NEARER.own * nearness.weights[number] for number in (one, other)
    )
