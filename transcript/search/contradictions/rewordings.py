"""Words of a query that are missing in its passage, and whose kin stand there: it may say the same in other words."""

from __future__ import annotations

from operator import mul

from transcript.language import thesaurus
from transcript.library import Library
from transcript.search.contradictions.around import FOUND, TERMS_AROUND, around_place
from transcript.search.contradictions.denials import BLAME, PRAISE
from transcript.search.query import WEIGHING, Query
from transcript.search.ranking import Place

KIN = 0.7
"""Likelihood that a word for which kin of it stand in a passage was said as one of them there. Tuned, as the kin
are, on 116 rewordings that were first and not sure, and 908 queries of what was not said, asked of 30 episodes."""


OPINIONS = PRAISE | BLAME


def in_other_words(query: Query, library: Library, place: Place) -> Place:
    """A place of an English passage, with its words counted for those that are missing and akin to them. An opinion is
    to be told: better is not the best."""
    if place.language != "en":
        return place
    around, kin = around_place(library, place), thesaurus.kin()
    taken = {around.terms[at] for at in place.alignment.places if at >= 0} | {unit.term for unit in query.units}
    others = set(around.within(TERMS_AROUND)) - taken
    found = tuple(
        KIN
        if likelihood < FOUND
        and unit.weight >= WEIGHING.telling
        and unit.term not in OPINIONS
        and not others.isdisjoint(kin.get(unit.term, ()))
        else likelihood
        for unit, likelihood in zip(query.units, place.found, strict=True)
    )
    return place._replace(
        found=found,
        covered=sum(map(mul, query.weights, found)) / (query.weight or 1.0),
        counted=sum(map(mul, query.counts, found)) / query.counted,
    )
