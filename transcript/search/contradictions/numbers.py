"""Numbers of a query that its passage does not have, where it has others."""

from __future__ import annotations

import re

from transcript.search.contradictions.around import ITSELF, TERMS_AROUND, Around, missing_units
from transcript.search.query import Query
from transcript.search.ranking import Place


def differ_in_number(query: Query, place: Place, around: Around) -> bool:
    """True if the query has a number that is not there, and there is another, of which it is no beginning."""
    near = set(around.within(TERMS_AROUND)) - {unit.term for unit in query.units}
    numbers = [term for term in near if term.startswith("#")]
    missing = [query.units[unit].term for unit in missing_units(place)]
    other = any(
        not any(_begins_number(term, one) for one in numbers) for term in missing if numbers and term.startswith("#")
    )
    return other or _counts_what_is_one(query, place, around)


def _counts_what_is_one(query: Query, place: Place, around: Around) -> bool:
    """True if the query has a number that is missing before what is one in the passage: a year, or once for times."""
    numbers = [unit for unit in missing_units(place) if query.units[unit].term.startswith("#")]
    behind = [unit + 1 for unit in numbers if unit + 1 < len(query.units)]
    counted = (place.alignment.places[unit] for unit in behind if place.found[unit] >= ITSELF)
    once = "once" in around.within(TERMS_AROUND) and any(query.units[unit].word == "times" for unit in behind)
    return once or any(at > 0 and around.terms[at - 1] in ("a", "an") for at in counted)


def _begins_number(term: str, number: str) -> bool:
    """True for a number, and for what is left of one if its fraction, or the thousand or million, is not typed."""
    return number.startswith(term) and bool(_REST.fullmatch(number, len(term)))


_REST = re.compile(r"(000)*(\..*)?")
