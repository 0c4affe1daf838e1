"""What the tests of wording ask: how a claim compares with what was said."""

from __future__ import annotations

from transcript.comparison import Judgement, judged


def judge(said: str, claim: str, *breaks: int, before: str = "") -> Judgement:
    judgement = judged(said, claim, breaks, before)
    assert judgement is not None
    return judgement
