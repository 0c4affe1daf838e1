"""Amounts are read in words and figures of both languages, and those that say the same are the same."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quotes.numbers import spell
from transcript.language.amounts import Amount, read_amounts, same_amount


def keys(text: str) -> list[str]:
    return [amount.key for amount in read_amounts(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two thousand and eight", "2008"),
        ("nineteen oh five", "1905"),
        ("twenty twenty four", "2024"),
        ("eighteen twelve", "1812"),
        ("nineteen hundred", "1900"),
        ("one hundred and five", "105"),
        ("four oh four", "404"),
        ("one thousand two hundred", "1,200"),
        ("one hundred twenty three thousand four hundred fifty six", "123,456"),
        ("2.5 million", "2,500,000"),
        ("two and a half million", "2.5 million"),
        ("half a million", "500,000"),
        ("one and a half million", "1.5 million"),
        ("four hours and a half", "4.5 hours"),
        ("a year and a half", "1.5 years"),
        ("a million and a half", "1,500,000"),
        ("three point one four", "3.14"),
        ("zero point seven five", ".75"),
        ("point seven five", "0.75"),
        ("two thirds", "2/3"),
        ("three quarters", "75 percent"),
        ("half of them", "50% of them"),
        ("three quarters of an inch", "0.75 inches"),
        ("half an hour", "0.5 hours"),
        ("2½ hours", "two and a half hours"),
        ("2 1/2", "2.5"),
        ("a dozen", "12"),
        ("half a dozen", "6"),
        ("two dozen", "24"),
        ("twenty-first", "21st"),
        ("the second time", "the 2nd time"),
        ("June fifth", "June 5th"),
        ("june 5", "the fifth of June"),
        ("the nineties", "the 1990s"),
        ("nineteen eighties", "'80s"),
        ("half past nine", "9:30"),
        ("quarter to ten", "9:45"),
        ("nine o'clock", "9:00"),
        ("nine thirty p.m.", "9:30pm"),
        ("9 am", "nine a.m."),
        ("five dollars and fifty cents", "$5.50"),
        ("$5.5", "5.50 dollars"),
        ("a hundred million dollars", "$100m"),
        ("Rs 1,00,000", "₹100,000"),
        ("CHF 300", "300 Swiss francs"),
        ("A$300", "300 Australian dollars"),
        ("the fee was forty pounds", "the fee was £40"),
        ("World War Two", "world war II"),
        ("World War One", "World War I"),
        ("minus five degrees", "-5°"),
        ("−8", "negative eight"),
        ("five million users", "5m users"),
        ("200k GPUs", "two hundred thousand GPUs"),
        ("5 millimeters", "5mm"),
        ("100 meters", "100m"),
        ("sixty miles an hour", "60 mph"),
        ("80 gigabytes", "80GB"),
        ("10x", "ten times"),
        ("ten per cent", "10%"),
        ("20 to 30%", "20% to 30%"),
        ("one percent", "1%"),
        ("1 of them", "one of them"),
        ("GPT-4.5", "GPT 4.5"),
        ("二〇〇八年", "2008年"),
        ("三点五", "3.5"),
        ("四点五亿", "4.5亿"),
        ("三分之二", "2/3"),
        ("半数", "50%"),
        ("两成", "20%"),
        ("百分之三点五", "3.5%"),
        ("九点半", "9:30"),
        ("九点三十分", "9:30"),
        ("零下五度", "-5度"),
        ("降到了零下二十度", "降到了-20度"),
        ("三百五", "350"),
        ("两千零八", "2008"),
        ("一亿三千万", "1亿3000万"),
        ("三百五十万元", "350万元"),
        ("第二十一", "第21"),
        ("半个小时", "0.5小时"),
        ("人口一万一半白人", "人口10000,50%白人"),
    ],
)
def test_two_writings_are_one_amount(one: str, other: str) -> None:
    ones, others = read_amounts(one), read_amounts(other)
    assert len(ones) == len(others) > 0
    assert all(map(same_amount, ones, others)), (keys(one), keys(other))


@given(st.integers(0, 999), st.text("0123456789", min_size=1, max_size=6))
def test_decimals_said_are_those_written(number: int, decimals: str) -> None:
    said = f"{spell(number)} point {' '.join(spell(int(digit)) for digit in decimals)}"
    assert keys(said) == keys(f"{number}.{decimals}")
    assert read_amounts(said)[0].precision == len(decimals)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("-5 degrees", "5 degrees"),
        ("A$300", "$300"),
        ("₽700", "£700"),
        ("$600", "€600"),
        (".75 meters", "75 meters"),
        ("section 7.30", "section 7.3"),
        ("Python 3.10", "Python 3.1"),
        ("3.10.1", "3.10.2"),
        ("5mm gap", "5 million gap"),
        ("100m", "100 million"),
        ("H100s", "H200s"),
        ("F-16", "F-15"),
        ("GPT-4o", "GPT-4"),
        ("101A", "101B"),
        (">10", "<10"),
        ("10+", "10"),
        ("4:1", "1:4"),
        ("10^6", "106"),
        ("9:30", "9:45"),
        ("9 am", "9 pm"),
        ("80 GB", "80 TB"),
        ("40 pounds", "£40"),
        ("900 degrees Celsius", "900 degrees Fahrenheit"),
        ("3 hours", "3 days"),
        ("5 percent", "5 percentage points"),
        ("50%", "50"),
        ("thirteen", "thirty"),
        ("a third of them", "the third of them"),
        ("三亿美元", "三亿欧元"),
        ("第131号", "第113号"),
        ("三十多个", "三十个"),
        ("三点半", "三点五"),
    ],
)
def test_two_amounts_are_not_the_same(one: str, other: str) -> None:
    assert keys(one) != keys(other)
    assert keys(one)
    assert keys(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost about -$5.50 a month.", Amount(14, 20, Decimal("-5.50"), "count", 2, "-", "$")),
        ("The clock said half past nine.", Amount(15, 29, Decimal(570), "clock")),
        ("We use H100s there.", Amount(8, 12, Decimal(100), "code", written="100s")),
        ("上涨了百分之五十。", Amount(3, 8, Decimal(50), "count", unit="%")),
    ],
)
def test_an_amount_says_where_it_stands_and_what_it_is(text: str, expected: Amount) -> None:
    assert read_amounts(text) == [expected]


@pytest.mark.parametrize(
    "text", ["wait a second", "several hundred", "a quarter ago", "half-baked", "几百人", "千万不要", "十分好"]
)
def test_words_that_are_no_amount_are_none(text: str) -> None:
    assert read_amounts(text) == []


def test_a_lone_one_is_mostly_a_word() -> None:
    assert [amount.is_word for amount in read_amounts("one of 12, the first, 1 percent, 一样")] == [
        True,
        False,
        True,
        False,
        True,
    ]
