"""How sure a match is: how much of what the query tells is there, and how closely it stands together."""

from __future__ import annotations

import math

from transcript.placing import Place
from transcript.query import Query

ENOUGH = 72.0
"""The score from which a match is an answer."""

BELIEVED = 0.6
"""A likeness from which a word is taken for the one that was meant, where much else fits."""

LITTLE, MUCH = 1.5, 2.5
"""Weights of a query. One word that is like another proves little; one among many that fit is believed."""

LOOSE = 1.5
"""Times as many terms as the query has: a match that is longer is made of words that stand apart."""


def score(query: Query, place: Place) -> float:
    """0 to 100. It rests on how rare words are in general and not on the library, so that it means the same in each."""
    total = query.weight
    if not total:
        return 0.0
    belief = min(1.0, max(0.0, (total - LITTLE) / (MUCH - LITTLE)))
    covered = sum(
        unit.weight * _believed(likely, belief) for unit, likely in zip(query.units, place.found, strict=True)
    )
    share = covered / total
    length: float = (place.alignment.last - place.alignment.first + 1) / len(query.units)
    if query.keywords:
        return 100.0 * share
    apart = 0.04 * max(0.0, length - LOOSE) * (1.0 - place.alignment.ordered) * min(1.0, 5.0 * (1.0 - share))
    return 100.0 * max(0.0, share - apart)


def _believed(likely: float, belief: float) -> float:
    """A word's likelihood among others that fit (belief 1), or all alone (belief 0)."""
    among = likely if likely < BELIEVED else (1.0 + likely) / 2
    return belief * among + (1.0 - belief) * math.pow(likely, 1.5)
