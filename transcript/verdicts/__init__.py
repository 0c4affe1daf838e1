"""A claim to the verdict on it: what was really said, by whom, and what was changed."""

from __future__ import annotations

from transcript.verdicts.verify import MOST_VERDICTS, Candidate, Checkup, Verdict, check_claims, verify

__all__ = ["MOST_VERDICTS", "Candidate", "Checkup", "Verdict", "check_claims", "verify"]
