"""Pairs of what was said and a claim: an honest one is close or verbatim, a forged one never."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcript.comparison.compare import judged

PAIRS = [
    line.split("|")
    for line in Path(__file__).with_name("pairs.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


RIGHT = {"v": ("verbatim",), "c": ("verbatim", "close"), "a": ("altered", "not said")}


@pytest.mark.parametrize(("verdict", "said", "claim"), PAIRS)
def test_a_pair_gets_its_verdict(verdict: str, said: str, claim: str) -> None:
    judgement = judged(said, claim, ())
    assert judgement is not None
    assert (judgement.wording if judgement.said else "not said") in RIGHT[verdict]
