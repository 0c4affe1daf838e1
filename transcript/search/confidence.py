"""How sure a match is: how much of what the query tells is there, and how closely it stands together."""

from __future__ import annotations

import math

from transcript.search.query import Query
from transcript.search.ranking import Place

ENOUGH = 72.0
"""The score from which a match is an answer."""


BELIEVED = 0.6
"""A likeness from which a word is taken for the one that was meant, where other words fit."""


PROOF = 1.0
"""Weight of words that are there to the letter, from which those that are only alike are believed."""


LEAST, FEW = 0.25, 4
"""A query of less weight is an answer only as a quote of so many words, in their order."""


LACKING = 0.7
"""Of 1, what a place is worth at most that lacks a word without which the query says nothing."""


LOOSE = 1.5
"""Times as many terms as the query has: a match that is longer is made of words that stand apart."""


def score(query: Query, place: Place) -> float:
    """0 to 100. It rests on how rare words are in general and not on the library, so that it means the same in each."""
    total = query.weight
    if not total or (total < LEAST and (len(query.units) < FEW or place.alignment.ordered < 0.5)):
        return 0.0
    pairs = list(zip(query.units, place.found, strict=True))
    belief = min(1.0, sum(unit.weight for unit, likely in pairs if likely >= 0.95) / PROOF)
    share = sum(unit.weight * _believed(likely, belief) for unit, likely in pairs) / total
    if query.keywords:
        return 100.0 * share
    if not place.whole:
        share = min(share, LACKING)
    length: float = (place.alignment.last - place.alignment.first + 1) / len(query.units)
    apart = 0.04 * max(0.0, length - LOOSE) * (1.0 - place.alignment.ordered) * min(1.0, 5.0 * (1.0 - share))
    return 100.0 * max(0.0, share - apart - place.apart)


def _believed(likely: float, belief: float) -> float:
    """A word's likelihood among others that fit (belief 1), or all alone (belief 0)."""
    among = likely if likely < BELIEVED else (1.0 + likely) / 2
    return belief * among + (1.0 - belief) * math.pow(likely, 1.5)
