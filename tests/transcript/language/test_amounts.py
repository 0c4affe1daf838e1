"""Amounts are read in words and figures of both languages, and those that say the same are the same."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quotes import words
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


SMALL = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)


TENS = words("_ _ twenty thirty forty fifty sixty seventy eighty ninety")


def spelled(number: int) -> str:
    """A number in English words."""
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = f" {spelled(number % scale)}" if number % scale else ""
            return f"{spelled(number // scale)} {name}{rest}"
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


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
    for text in (spelled(number), f"{number:,}", str(number), f"有{number}个"):
        assert [amount.value for amount in read_amounts(text)] == [number], text


@given(st.integers(2, 10**11))
def test_a_number_in_chinese_is_read_as_its_value(number: int) -> None:
    assert [amount.value for amount in read_amounts(f"有{chinese(number)}个人")] == [number]


@given(st.integers(0, 999), st.text("0123456789", min_size=1, max_size=6))
def test_decimals_said_are_those_written(number: int, decimals: str) -> None:
    said = f"{spelled(number)} point {' '.join(SMALL[int(digit)] for digit in decimals)}"
    assert keys(said) == keys(f"{number}.{decimals}")
    assert read_amounts(said)[0].precision == len(decimals)


PARTS = [
    *(
        *SMALL,
        *TENS,
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
