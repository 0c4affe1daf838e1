"""A pasted message to the quotes that it claims, and whom each is credited to."""

from __future__ import annotations

from transcript.claims.parsing import MOST, Claim, read_claims

__all__ = ["MOST", "Claim", "read_claims"]
