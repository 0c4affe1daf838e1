"""Numbers of a query that its passage does not have, where it has others."""

from __future__ import annotations

import re

from transcript.search.contradictions.around import ITSELF, TERMS_AROUND, Around, missing_units
from transcript.search.query import WEIGHING, Query
from transcript.search.ranking import Place

FARTHEST_TOLD = 4
"""Terms behind a number within which stands what it is told of: 20% of the solution."""


NUMBER_BEFORE = 6
"""Terms before that within which the number itself may stand, with another between."""


def differ_in_number(query: Query, place: Place, around: Around) -> bool:
    """True if the query has a number that is not there, and there is another, of which it is no beginning."""
    near = set(around.within(TERMS_AROUND)) - {unit.term for unit in query.units}
    numbers = [term for term in near if term.startswith("#")]
    missing = [query.units[unit].term for unit in missing_units(place)]
    other = any(
        not any(_begins_number(term, one) for one in numbers) for term in missing if numbers and term.startswith("#")
    )
    return other or _counts_what_is_one(query, place, around) or _counts_otherwise(query, place, around)


def _counts_what_is_one(query: Query, place: Place, around: Around) -> bool:
    """True if the query has a number that is missing before what is one in the passage: a year, or once for times."""
    numbers = [unit for unit in missing_units(place) if query.units[unit].term.startswith("#")]
    behind = [unit + 1 for unit in numbers if unit + 1 < len(query.units)]
    counted = (place.alignment.places[unit] for unit in behind if place.found[unit] >= ITSELF)
    once = "once" in around.within(TERMS_AROUND) and any(query.units[unit].word == "times" for unit in behind)
    return once or any(at > 0 and around.terms[at - 1] in ("a", "an") for at in counted)


def _counts_otherwise(query: Query, place: Place, around: Around) -> bool:
    """True if another number stands before what a number of the query is told of, and that number itself does not: 80%
    of it and the remaining 20%, for 20% of it."""
    units = query.units
    reach = [FARTHEST_TOLD if unit.term.startswith("#") else int(unit.term == "one") for unit in units]
    return any(
        _has_other_before(query, place, around, number, told)
        for number, farthest in enumerate(reach)
        for told in range(number + 1, min(len(units), number + farthest + 1))
        if units[told].weight >= WEIGHING.telling and place.found[told] >= ITSELF
    )


def _has_other_before(query: Query, place: Place, around: Around, number: int, told: int) -> bool:
    """True if before the unit `told` stands a number that the query has nowhere, as far as its own `number` does there,
    and that one does not."""
    at, apart, term = place.alignment.places[told], told - number, query.units[number].term
    before = range(max(0, at - NUMBER_BEFORE), max(0, at))
    beside = range(max(0, at - apart - 1), max(0, at - apart + 2))
    own = {unit.term for unit in query.units}
    others = [
        there
        for there in beside
        if around.terms[there].startswith("#")
        and around.terms[there] not in own
        and not _begins_number(term, around.terms[there])
        and around.clauses.isdisjoint(range(there + 1, at + 1))
    ]
    is_there = place.alignment.places[number] in before or term in around.terms[before.start : before.stop]
    return bool(others) and not is_there


def _begins_number(term: str, number: str) -> bool:
    """True for a number, and for what is left of one if its fraction, or the thousand or million, is not typed."""
    return number.startswith(term) and bool(_REST.fullmatch(number, len(term)))


_REST = re.compile(r"(000)*(\..*)?")
