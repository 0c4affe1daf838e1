"""Letters are folded in their places, and a word is never cut from the marks on it."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcript.language.normalise import fold, word_edges


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_word_edges_never_cut_a_word(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    left, right = word_edges(text, start, end)
    assert left <= start
    assert right >= end
    assert word_edges(text, left, right) == (left, right)


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        (normalize("NFD", "un café noir"), "caf", normalize("NFD", "café")),
        ("हिन्दी में", "हि", "हिन्दी"),
        ("co\u00adoperate now", "oper", "co\u00adoperate"),
        ("このクレーン車", "クレーン", "クレーン"),
        ("ปั้นจั่นสูง", "ป", "ปั้"),
    ],
)
def test_a_word_keeps_its_marks(text: str, part: str, expected: str) -> None:
    at = text.index(part)
    start, end = word_edges(text, at, at + len(part))
    assert text[start:end] == expected
