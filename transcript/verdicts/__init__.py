"""A claim to the verdict on it: what was really said, by whom, and what was changed."""

from __future__ import annotations

from transcript.verdicts.verdict import Candidate, Checkup, Verdict
from transcript.verdicts.verify import check_claims, verify

__all__ = ["Candidate", "Checkup", "Verdict", "check_claims", "verify"]
