"""How sure a match is: how much of what the query tells is there, the rare words counting more than the common."""

from __future__ import annotations

from transcript.placing import Place
from transcript.query import Query

ENOUGH = 70.0
"""The score from which a match is an answer."""


def score(query: Query, place: Place) -> float:
    """0 to 100. It rests on how rare words are in general and not on the library, so that it means the same in each."""
    total = query.weight
    return 100.0 * place.covered if total else 0.0
