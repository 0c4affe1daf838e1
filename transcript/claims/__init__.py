"""A pasted message to the quotes that it claims, and whom each is credited to."""

from __future__ import annotations

from transcript.claims.claim import MOST_CLAIMS, Claim, read_claims

__all__ = ["MOST_CLAIMS", "Claim", "read_claims"]
