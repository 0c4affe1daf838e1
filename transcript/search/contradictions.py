"""Finds contradictions between a query and its passage: an opinion, a denial, a number, swapped roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from transcript.language.lexicon import NEGATIONS
from transcript.language.stemming import stem
from transcript.language.wordlist import read_rows
from transcript.library import Library
from transcript.search.query import WEIGHING, Query
from transcript.search.ranking import Place

PRAISE, BLAME = (frozenset(map(stem, row)) for row in read_rows("opinions.en"))
"""Terms of praise and of blame."""


TERMS_AROUND = 3
"""Terms around a quote, and between two of its words, in which a word belongs to it."""


QUOTE_SHARE = 0.5
"""Share of words in order from which a query is a quote; a denial that it leaves out then contradicts the passage."""


def contradicts(query: Query, library: Library, place: Place) -> bool:
    """True if the query says something else than the passage at its place, in English, for all that they share."""
    said = _terms_around(library, place)
    if not said or query.question or query.keywords:
        return False
    missing = {unit.term for unit, found in zip(query.units, place.found, strict=True) if found < SURE_LIKELIHOOD}
    own = {unit.term for unit in query.units}
    others = set(said) - own
    if _differ_in_opinion(missing, others) or _differ_in_number(missing, others):
        return True
    if _is_done_by_another(query, place):
        return True
    return place.alignment.ordered >= QUOTE_SHARE and (
        _differ_in_denial(query, place, said) or _are_exchanged(query, place)
    )


SURE_LIKELIHOOD = 0.6
"""Likelihood of a match from which a word counts as being there."""


def _terms_around(library: Library, place: Place) -> list[str]:
    """The terms of the passage, with a few around it; none if it is not English."""
    if place.language != "en":
        return []
    keys = [place.key + number for number in range(len(place.lengths))]
    terms = library.terms(keys, ["en"])
    every = "".join(terms.get(key, {}).get("en", "") for key in keys)
    places = [at for at in place.alignment.places if at >= 0]
    around = every[max(0, min(places) - TERMS_AROUND) : max(places) + TERMS_AROUND + 1] if places else ""
    said = library.terms_of(around) if around else {}
    return [said[character] for character in around]


def _differ_in_opinion(missing: set[str], others: set[str]) -> bool:
    """True if the one praises where the other blames."""
    return bool((missing & PRAISE and others & BLAME) or (missing & BLAME and others & PRAISE))


def _differ_in_number(missing: set[str], others: set[str]) -> bool:
    """True if the query has a number that is not there, and there is another."""
    return any(term.startswith("#") for term in missing) and any(term.startswith("#") for term in others)


def _differ_in_denial(query: Query, place: Place, said: Sequence[str]) -> bool:
    """True if only one of them denies what both say."""
    denied = any(unit.term in NEGATIONS for unit in query.units)
    return denied != any(term in NEGATIONS for term in (said if denied else _terms_between(place, said)))


def _terms_between(place: Place, said: Sequence[str]) -> list[str]:
    """The few terms of the passage between two words that follow each other in the query."""
    first = max(0, min(at for at in place.alignment.places if at >= 0) - TERMS_AROUND)
    found: list[str] = []
    for at, following in zip(place.alignment.places, place.alignment.places[1:], strict=False):
        if 0 <= at < following <= at + TERMS_AROUND + 1:
            found.extend(said[at + 1 - first : following - first])
    return found


def _is_done_by_another(query: Query, place: Place) -> bool:
    """True if the query begins with who did it, the passage has that word close after what was done, and a telling word
    of the query is missing there."""
    units = list(zip(query.weights, place.found, place.alignment.places, strict=True))
    telling = [(found, at) for weight, found, at in units if weight >= WEIGHING.distinctive]
    if (
        query.weights[0] < WEIGHING.distinctive
        or len(telling) < 2
        or all(found >= SURE_LIKELIHOOD for found, _ in telling)
    ):
        return False
    (_, who), (_, what) = telling[:2]
    return 0 <= what < who <= what + 2


def _are_exchanged(query: Query, place: Place) -> bool:
    """True if two weighty words stand in each other's place, and all others in their own: who did it to whom."""
    pairs = [(unit, at) for unit, at in enumerate(place.alignment.places) if at >= 0]
    (diagonal, held), *_ = Counter(at - unit for unit, at in pairs).most_common(1)
    away = [(unit, at - diagonal) for unit, at in pairs if abs(at - diagonal - unit) > 1]
    if len(away) != 2 or held < len(pairs) - 3:
        return False
    (first, first_due), (second, second_due) = away
    weighty = min(query.weights[first], query.weights[second]) >= WEIGHING.distinctive
    return weighty and abs(first_due - second) <= 1 and abs(second_due - first) <= 1
