"""Any text made of the parts of amounts is read in order, and a long one in no more time a character."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quotes.numbers import spell
from transcript.language.amounts import read_amounts

PARTS = [
    *(
        *map(spell, (*range(20), *range(20, 100, 10))),
        "_",
        "hundred",
        "million",
        "and",
        "a",
        "half",
        "third",
        "quarters",
        "point",
        "oh",
        "percent",
        "II",
        "War",
    ),
    *("$", "€", "-", ":", "/", ".", ",", " ", "5", "00", "st", "m", "k", "June", "½", "²", "٣", "İ", "\0", "\ud800"),
    *("一", "十", "亿", "点", "半", "分之", "成", "第", "零下"),
]


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PARTS)).map(" ".join), st.lists(st.sampled_from(PARTS)).map("".join))
)
def test_any_text_is_read_in_order(text: str) -> None:
    amounts = read_amounts(text)
    assert all(0 <= amount.start < amount.end <= len(text) and amount.key for amount in amounts)
    assert all(one.end <= other.start for one, other in pairwise(amounts))


@pytest.mark.parametrize(
    "part",
    [
        "one ",
        "twenty ",
        "1,",
        "1,00",
        "9:",
        "a million and ",
        "一",
        "亿",
        "百分之",
        "point one ",
        "$",
        "-",
        "1/",
        "II ",
        "½",
        "1.",
        "k1",
    ],
)
def test_a_long_text_takes_no_longer_a_character(part: str) -> None:
    def took(length: int) -> float:
        text = (part * length)[:length]
        begun = time.process_time()
        read_amounts(text)
        return time.process_time() - begun

    assert min(took(40_000) for _ in range(2)) < 20 * max(min(took(4_000 + n) for n in range(3)), 0.005)
