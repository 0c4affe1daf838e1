"""A half-remembered quote to ranked matches."""

from __future__ import annotations

from transcript.search.candidates import Effort
from transcript.search.matches import TEASER, Match
from transcript.search.moments import Moments, has_terms, is_telling, moments
from transcript.search.query import LONGEST, MOST_TERMS
from transcript.search.query.expansion import understand
from transcript.search.ranking import Place, places
from transcript.search.search import Answer, search
from transcript.search.verbatim import verbatim_places

__all__ = [
    "LONGEST",
    "MOST_TERMS",
    "TEASER",
    "Answer",
    "Effort",
    "Match",
    "Moments",
    "Place",
    "has_terms",
    "is_telling",
    "moments",
    "places",
    "search",
    "understand",
    "verbatim_places",
]
