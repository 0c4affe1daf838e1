"""A number that is written out is read as its value."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.quotes.numbers import spell
from transcript.language.amounts import read_amounts


def chinese(number: int) -> str:
    """A number in Chinese numerals."""
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            left = number % scale
            rest = ("零" if left < scale // 10 else "") + chinese(left) if left else ""
            return f"{chinese(number // scale)}{name}{rest}"
    return "零一二三四五六七八九"[number]


@given(st.integers(2, 10**12 - 1))
def test_a_number_written_out_is_read_as_its_value(number: int) -> None:
    for text in (spell(number), f"{number:,}", str(number), f"有{number}个"):
        assert [amount.value for amount in read_amounts(text)] == [number], text


@given(st.integers(2, 10**11))
def test_a_number_in_chinese_is_read_as_its_value(number: int) -> None:
    assert [amount.value for amount in read_amounts(f"有{chinese(number)}个人")] == [number]
