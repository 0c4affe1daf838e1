"""A pasted message to the quotes that it claims, and whom each is credited to."""

from __future__ import annotations

from transcript.claims.claim import MOST_CLAIMS, Claim, read_claims
from transcript.claims.copied import embed_credit
from transcript.claims.markup import LONGEST_MESSAGE
from transcript.claims.names import is_abbreviated, is_abbreviation_of, is_person

__all__ = [
    "LONGEST_MESSAGE",
    "MOST_CLAIMS",
    "Claim",
    "embed_credit",
    "is_abbreviated",
    "is_abbreviation_of",
    "is_person",
    "read_claims",
]
