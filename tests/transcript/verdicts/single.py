"""The verdict on a text that claims a single quote."""

from __future__ import annotations

from transcript.library import Library
from transcript.verdicts import Verdict, verify


def one(library: Library, claim: str, speaker: str | None = None) -> Verdict:
    verdicts = verify(library, claim, speaker=speaker)
    assert len(verdicts) == 1
    return verdicts[0]
