"""Contradictions by a denial: one of an English query and its passage denies what the other says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from transcript.language import frequency
from transcript.language.lexicon import AUXILIARIES, NEGATIONS, QUANTITIES
from transcript.language.spelling import spelling_likeness
from transcript.language.stemming import stem
from transcript.language.wordlist import read_rows
from transcript.search.contradictions.around import (
    FOUND,
    ITSELF,
    TERMS_AROUND,
    Around,
    due_places,
    missing_units,
)
from transcript.search.contradictions.chinese import NEGATIONS as CHINESE_NEGATIONS
from transcript.search.contradictions.rivals import NEGATIVE_PREFIXES
from transcript.search.contradictions.scopes import (
    CONJUNCTIONS,
    HALF_DENYING,
    HALF_NEGATIONS,
    SOME,
    clauses_of,
    denials_near,
    is_denied,
    is_denied_within,
    may_reach,
    same_terms,
)
from transcript.search.query import LIGHT, WEIGHING, Query, Unit
from transcript.search.ranking import Place

QUOTED_WELL = 0.85
"""Share of words in order from which on a query is a quote that may begin and end anywhere in what was said."""


REVERSING = HALF_NEGATIONS - {"only", "unless", "little", "instead", "too", "hard", "difficult"}
"""Those of them that reverse the word behind them: stopped investing, few projects."""


PRAISE, BLAME = (frozenset(map(stem, row)) for row in read_rows("opinions.en"))
"""Terms of praise and of blame."""


MISSPELT = 0.8
"""Likeness from which a word that is none is a negation with a slip in it."""


DENIED = 3
"""Terms after a negation among which is what it denies."""


MOVED = 6
"""Terms by which a denial may stand elsewhere than in the query …"""


MOVED_BEHIND = 1
"""… and behind its place if its neighbours in the query are neighbours in the passage, too."""


DENIED_FROM = 8
"""Terms before a word of a query in which a denial may be meant for it."""


def differ(query: Query, place: Place, around: Around) -> bool:
    """True if one of them denies what the other says, in whatever words the rest is told."""
    return (
        _denies_what_is_said(query, place, around)
        or _says_what_is_denied(query, place, around)
        or _denies_verb(query, place, around)
    )


def _denies_what_is_said(query: Query, place: Place, around: Around) -> bool:
    """True if the query denies a word of the passage in whose clause nothing is denied, wherever it stands there."""
    denied = (_denied_place(query, place, number) for number in range(len(query.units)))
    return any(
        not any(may_reach(around, one, each) for each in same_terms(around, at) for one in denials_near(around, each))
        for at in denied
        if at is not None
    )


def _says_what_is_denied(query: Query, place: Place, around: Around) -> bool:
    """True if a telling word of the query is denied in the passage, wherever it stands there, and not in the query."""
    pairs = zip(query.units, place.found, place.alignment.places, strict=True)
    denied = [
        number
        for number, (unit, found, at) in enumerate(pairs)
        if found >= ITSELF
        and at > 0
        and _can_be_denied(unit)
        and is_denied(around, at)
        and unit.term not in around.names
    ]
    if place.alignment.ordered >= QUOTED_WELL:
        # A quote may begin behind a denial, or end with it if its halves are swapped.
        denied = [number for number in denied if is_denied_within(around, place.alignment.places[number])]
    if not denied or not CHINESE_NEGATIONS.isdisjoint(query.text):
        return False
    denying = [one for one, unit in enumerate(query.units) if _may_deny(unit) or unit.word in HALF_NEGATIONS]
    clauses = clauses_of(query)
    return any(
        not any(_may_be_meant_for(place, clauses, one, number) for one in denying)
        and all(is_denied(around, at) for at in same_terms(around, place.alignment.places[number]))
        for number in denied
    )


def _may_be_meant_for(place: Place, clauses: Collection[int], denial: int, number: int) -> bool:
    """True if a denial of a query may be one of a word: not far before it, or anywhere in a quote; behind it in its
    clause, unless it stands in the passage before what it stands before in the query; and at the end of all, where it
    is if halves are swapped."""
    if denial == len(place.found) - 1:
        return True
    if denial <= number:
        return place.alignment.ordered >= QUOTED_WELL or denial >= number - DENIED_FROM
    places = place.alignment.places
    beside = denial + 1 < len(places) and 0 <= places[denial] == places[denial + 1] - 1
    another = beside and place.found[denial] >= ITSELF
    return not another and not any(number < one <= denial for one in clauses)


def _can_be_denied(unit: Unit) -> bool:
    """True for a word that tells something, and for all and everything, which tell something else once denied."""
    return unit.weight >= WEIGHING.telling or QUANTITIES.get(unit.word) == "all"


def _denied_place(query: Query, place: Place, number: int) -> int | None:
    """The place in the passage of the word that a unit of the query denies; None where it denies none that is there."""
    if not _denies_what_follows(query, place, number):
        return None
    for unit in range(number + 1, min(len(query.units), number + 1 + DENIED)):
        if query.units[unit].word in NEGATIONS or query.units[unit].term in CONJUNCTIONS:
            return None
        if query.units[unit].weight >= WEIGHING.telling:
            at = place.alignment.places[unit]
            return at if place.found[unit] >= ITSELF and at >= 0 else None
    return None


def _denies_what_follows(query: Query, place: Place, number: int) -> bool:
    """True for a negation, and for a word that reverses what is behind it and is not in the passage."""
    word = query.units[number].word
    some = word in SOME and number > 0 and query.units[number - 1].word == "a"
    return word in NEGATIONS or (word in REVERSING and place.found[number] < FOUND and not some)


def _denies_verb(query: Query, place: Place, around: Around) -> bool:
    """True if a verb of the query is missing, and stands denied where it is due: would, wouldn't."""
    units = query.units
    return any(
        units[unit].word + "nt" == around.terms[at]
        for unit in missing_units(place)
        if units[unit].word in AUXILIARIES and NEGATIONS.isdisjoint(one.word for one in units[unit : unit + DENIED])
        for at in due_places(place, unit)
        if 0 <= at < len(around.terms)
    )


def differ_in_quote(query: Query, place: Place, around: Around) -> bool:
    """True if only one of a quote and its passage denies what both say. A denial that both have is none of either."""
    shared = {at for at in place.alignment.places if at >= 0}
    first = max(0, around.first - TERMS_AROUND)
    said = list(enumerate(around.within(TERMS_AROUND), first))
    denials = [at for at, term in said if term in NEGATIONS and not _is_denied_twice(query, around.terms[at + 1 :])]
    free = {at for at in denials if at not in shared}
    lacking = list(missing_units(place))
    denying = [unit for unit in lacking if _may_deny(query.units[unit]) and _denies_what_is_there(query, place, unit)]
    if denying:
        reworded = free | {at for at, term in said if term in HALF_DENYING and at not in shared}
        return any(reworded.isdisjoint(_may_be_moved_to(place, unit)) for unit in denying)
    between = len(denials) == len(free) and any(_is_between(at, query, place) for at in free)
    return between and HALF_NEGATIONS.isdisjoint(query.units[unit].word for unit in lacking)


def _denies_what_is_there(query: Query, place: Place, denial: int) -> bool:
    """True if the telling word that a denial of the query stands before is in the passage, too, or there is none."""
    behind = range(denial + 1, min(len(query.units), denial + 1 + DENIED))
    telling = next((unit for unit in behind if query.units[unit].weight >= WEIGHING.telling), None)
    return telling is None or place.found[telling] >= FOUND


def _is_denied_twice(query: Query, following: Sequence[str]) -> bool:
    """True if one of the first terms behind a denial is the denial of a word of the query, or the opposite opinion."""
    return any(
        (term.startswith(NEGATIVE_PREFIXES) and 1 < len(term) - len(unit.term) < 4 and term.endswith(unit.term))
        or (term in PRAISE and unit.term in BLAME)
        or (term in BLAME and unit.term in PRAISE)
        for term in following[:DENIED]
        for unit in query.units
    )


def _may_deny(unit: Unit) -> bool:
    """True for a negation, even with a slip in it: coudnt."""
    word = unit.word
    if word in NEGATIONS or frequency.is_known(word):
        return word in NEGATIONS
    return any(len(one) > 4 and spelling_likeness(word, one) >= MISSPELT for one in NEGATIONS)


def _may_be_moved_to(place: Place, unit: int) -> set[int]:
    """The places at which a denial of the query may stand that is not where it is due."""
    before, after = place.alignment.places[max(0, unit - 1)], place.alignment.places[unit + 1 :][:1]
    if 0 <= before == next(iter(after), 0) - 1:
        return set(range(before - MOVED, before + MOVED_BEHIND + 1))
    return {at + step for at in due_places(place, unit) for step in range(-MOVED, MOVED + 1)}


def _is_between(at: int, query: Query, place: Place) -> bool:
    """True if a term of the passage stands, a few terms apart, between two words that follow each other in the query,
    but for what is not there and for small words, which may be found elsewhere."""
    there = [(unit, one) for unit, one in enumerate(place.alignment.places) if one >= 0]
    pairs = [(one, other) for (_, one), (_, other) in pairwise(there)]
    pairs += [
        (one, other)
        for (before, one), (small, elsewhere), (after, other) in zip(there, there[1:], there[2:], strict=False)
        if after == before + 2 and query.weights[small] < LIGHT and not one < elsewhere < other
    ]
    return any(one < at < other <= one + TERMS_AROUND + 1 for one, other in pairs)
