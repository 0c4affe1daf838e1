"""Words in brackets that were not said."""

from __future__ import annotations

import pytest

from transcript.language.stage_marks import blank_marks
from transcript.language.tokens import terms


@pytest.mark.parametrize(
    "mark",
    [
        "[Music]",
        "(laughs)",
        "[ Applause ]",
        "[inaudible 00:04:30]",
        "(both laughing)",
        "♪",
        "（笑声）",
        "[upbeat music]",
    ],
)
def test_a_mark_is_blank_and_all_else_keeps_its_place(mark: str) -> None:
    text = f"A goat {mark} crosses."
    assert blank_marks(text) == f"A goat {' ' * len(mark)} crosses."
    assert terms(text) == terms("A goat crosses.")


@pytest.mark.parametrize("text", ["He said (and I heard it) no.", "[GPT-4] is music.", "I paused (twice).", "music"])
def test_other_brackets_are_words(text: str) -> None:
    assert blank_marks(text) == text


def test_many_brackets_are_read_in_time() -> None:
    assert blank_marks("[" * 50_000) == "[" * 50_000
