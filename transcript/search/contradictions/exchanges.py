"""Two words of a query that stand in each other's place: who did it to whom, and which of two is told of which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import NamedTuple

from transcript.language.wordlist import read_classes
from transcript.search.contradictions.around import ITSELF, Around, missing_units
from transcript.search.contradictions.nearness import Nearness, exchanged
from transcript.search.contradictions.rivals import are_opposites
from transcript.search.query import LIGHT, WEIGHING, Query, Unit
from transcript.search.ranking import Place


@dataclass(frozen=True, slots=True)
class _Limits:
    """Limits from which two words are exchanged. Tuned on 450 rewordings and 69 contraries of 30 episodes."""

    reach: int = 3
    """Terms on each side of a word that are its surroundings."""
    farther: int = 12
    """Terms around a quote in which a word of it may stand as well."""
    more: float = 2.0
    """The surroundings of both must be so much more those of the other than their own, …"""
    times: float = 1.75
    """… and so many times as much."""
    small: float = 0.5
    """Small words count so much in it, beside 1."""
    nearer: float = 0.1
    """The query stands so much nearer in the passage with them put back."""
    words: int = 12
    """Telling words that are looked at."""


LIMITS = _Limits()


LISTED = frozenset(("and", "or", "vs", "versus", "with", "plus", "nor"))
"""Words between two that may stand in either order."""


class _Surroundings(NamedTuple):
    """The terms close before and after a word."""

    before: frozenset[str]
    after: frozenset[str]


class _Phrase(NamedTuple):
    """Words that stand together in query and passage, the units `first` to `last`, with their surroundings in both: in
    the passage at each place at which they stand."""

    first: int
    last: int
    part: str
    asked: _Surroundings
    said: Sequence[_Surroundings]


def are_exchanged(query: Query, place: Place, around: Around, nearness: Nearness) -> bool:
    """True if two words of a query have the surroundings of each other in the passage."""
    small = {unit.term for unit in query.units if unit.weight < WEIGHING.telling}
    return any(
        (one.part == other.part or are_opposites(query.units[one.last].term, query.units[other.last].term))
        and _have_exchanged(one, other, small)
        and not may_change_places(query, around, one.last, other.first)
        and _stand_nearer_exchanged(nearness, one, other)
        for one, other in combinations(_phrases_of(query, place, around), 2)
    )


def _phrases_of(query: Query, place: Place, around: Around) -> Iterator[_Phrase]:
    """The telling words of a query, once in it, that stand there themselves or are missing, those joined that stand
    together in both."""
    places, times = place.alignment.places, Counter(unit.term for unit in query.units)
    missing = set(missing_units(place))
    telling = [
        number
        for number, unit in enumerate(query.units)
        if unit.weight >= LIGHT
        and times[unit.term] == 1
        and (number in missing or (place.found[number] >= ITSELF and places[number] >= 0))
    ][: LIMITS.words]
    first = None
    for number in telling:
        first = number if first is None else first
        joined = number + 1 in telling and number not in missing and places[number + 1] == places[number] + 1
        if not joined:
            yield _phrase_at(query, around, first, number, -1 if first in missing else places[first])
            first = None


def _phrase_at(query: Query, around: Around, first: int, last: int, at: int) -> _Phrase:
    """The units `first` to `last`, that stand at `at`, or nowhere if it is -1."""
    asked, terms = [unit.term for unit in query.units], around.terms
    length = last - first + 1
    near = range(max(0, around.first - LIMITS.farther), min(around.last + LIMITS.farther + 1, len(terms)))
    there = [one for one in near if terms[one : one + length] == terms[at : at + length]] if at >= 0 else []
    return _Phrase(
        first,
        last,
        part_of_speech(query.units[last]),
        _surroundings_of(asked, first, length),
        [_surroundings_of(terms, one, length) for one in there],
    )


def _surroundings_of(terms: Sequence[str], first: int, length: int) -> _Surroundings:
    end = first + length
    return _Surroundings(
        frozenset(terms[max(0, first - LIMITS.reach) : first]), frozenset(terms[end : end + LIMITS.reach])
    )


def _have_exchanged(one: _Phrase, other: _Phrase, small: set[str]) -> bool:
    crossed = _shared_surroundings(one, other, small) + _shared_surroundings(other, one, small)
    own = _shared_surroundings(one, one, small) + _shared_surroundings(other, other, small)
    return crossed >= max(own + LIMITS.more, LIMITS.times * own)


def _stand_nearer_exchanged(nearness: Nearness, one: _Phrase, other: _Phrase) -> bool:
    size = len(nearness.words)
    order = exchanged(size, range(one.first, one.last + 1), range(other.first, other.last + 1))
    return nearness.near(order) - nearness.as_asked >= LIMITS.nearer


def _shared_surroundings(asked: _Phrase, said: _Phrase, small: set[str]) -> float:
    """The most that the surroundings of one phrase in the query share with those of another in the passage."""
    return max((_weigh_shared(asked.asked, there, small) for there in said.said), default=0.0)


def _weigh_shared(one: _Surroundings, other: _Surroundings, small: set[str]) -> float:
    shared = [*(one.before & other.before), *(one.after & other.after)]
    return sum(LIMITS.small if term in small else 1.0 for term in shared)


def may_change_places(query: Query, around: Around, one: int, other: int) -> bool:
    """True if it does not matter which of two units stands first: in a list, or if a passive turns them round."""
    between = query.units[one + 1 : other]
    listed = all(unit.word in LISTED for unit in between)
    names = len(between) > 1 and all(unit.word in LISTED or unit.weight >= WEIGHING.distinctive for unit in between)
    asked = [unit.word for unit in query.units]
    places = [around.place.alignment.places[number] for number in (one, other)]
    turned = _follows_by(asked, (one, other)) != _follows_by(around.terms, places)
    return listed or names or turned


def _follows_by(words: Sequence[str], places: Iterable[int]) -> bool:
    """True if "by" stands close before one of the words."""
    return any("by" in words[max(0, at - LIMITS.reach) : at] for at in places if at >= 0)


@cache
def _parts_of_speech() -> dict[str, str]:
    """Words that are mostly no nouns."""
    classes = read_classes("parts_of_speech.en")
    kinds = {"verb": "verb", "participle": "verb", "adjective": "adjective", "adverb": "adverb"}
    return {word: kind for part, kind in kinds.items() for word in classes[part]}


def part_of_speech(unit: Unit) -> str:
    """The part of speech that a word mostly is; a word in no list is a noun."""
    if unit.term.startswith("#"):
        return "number"
    return _parts_of_speech().get(unit.word) or ("verb" if unit.word.endswith(("ing", "ed")) else "noun")
