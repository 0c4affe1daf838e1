"""An active sentence for a passive one with the same words in the same order: who did it is whom it was done to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcript.search.contradictions.around import ITSELF, Around
from transcript.search.query import WEIGHING, Query
from transcript.search.ranking import Place

_BE = frozenset(("is", "are", "am", "was", "were", "be", "been", "being"))


NEAR = 3
"""Terms between the verb and what makes it a passive: is often seen, by the larger model."""


LONGEST_CLAUSE = 10
"""Terms from the verb to the one who did it."""


def is_of_other_voice(query: Query, place: Place, around: Around) -> bool:
    """True if a verb between two telling words, which stand in the same order in both, is passive in one of query and
    passage alone."""
    asked = [unit.word for unit in query.units]
    places = place.alignment.places
    return any(
        _is_passive(*one) and _is_active(*two)
        for verb, other in _verbs_between(query, place)
        for in_query, in_passage in [((asked, verb, other), (around.terms, places[verb], places[other]))]
        for one, two in ((in_query, in_passage), (in_passage, in_query))
    )


def _verbs_between(query: Query, place: Place) -> Iterator[tuple[int, int]]:
    """Each unit that may be a verb, and the next telling one, which it is done to or which did it: both, and the one
    before, are there themselves."""
    places = place.alignment.places
    telling = [
        number
        for number, (unit, found) in enumerate(zip(query.units, place.found, strict=True))
        if unit.weight >= WEIGHING.telling and found >= ITSELF and places[number] >= 0
    ]
    for first, verb, other in zip(telling, telling[1:], telling[2:], strict=False):
        if places[first] < places[verb] < places[other] <= places[verb] + LONGEST_CLAUSE:
            yield verb, other


def _is_passive(words: Sequence[str], verb: int, other: int) -> bool:
    """True if a form of be stands close before a verb, and "by" between it and close before another word."""
    has_be = not _BE.isdisjoint(words[max(0, verb - NEAR) : verb])
    return has_be and "by" in words[max(verb + 1, other - NEAR) : other]


def _is_active(words: Sequence[str], verb: int, other: int) -> bool:
    return "by" not in words[verb:other]
