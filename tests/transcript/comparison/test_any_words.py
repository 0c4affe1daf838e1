"""Any words against any others, with marks of elision anywhere, are compared without a fault."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from transcript.comparison import judged

WORDS = (
    "the old goats. most of 40 5$ only never, not if they said so -- I've seen Orval's bridge. hers? 山羊 不 过 桥。"
)


TEXT = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=14)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(said=TEXT, claimed=TEXT, breaks=st.frozensets(st.integers(1, 14), max_size=3))
def test_any_words_are_compared(said: list[str], claimed: list[str], breaks: frozenset[int]) -> None:
    judgement = judged(" ".join(said), " ".join(claimed), breaks)
    assert judgement is None or 0 <= judgement.share <= 1.0001
