"""Numbers in English words: two thousand and eight, nineteen oh five, one and a half million, two thirds.

All functions take a text in lower case and a place in it, and look only a few words ahead.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from transcript.language.amounts.clock import read_half_past
from transcript.language.amounts.fractions import read_fraction
from transcript.language.amounts.number import Number, decimals_of, number_words, scale_of

_WORDS = number_words()


_UNIT, _TEEN, _TENS, _ZERO = (_WORDS[name] for name in ("unit", "teen", "tens", "zero"))


_SCALES = _WORDS["scale"]


_ORDINALS = _WORDS["unit-th"] | _WORDS["teen-th"] | _WORDS["tens-th"]


_DIGITS = _WORDS["digit"]


_NEXT = re.compile(r"(?:\s{1,2}|[-\u2010\u2011])([a-z]+)(?![^\W_])")


_PAIRED_YEARS = range(16, 21)
"""Numbers that begin a year said in two halves: sixteen sixty five to twenty twenty four."""


class _Word(NamedTuple):
    text: str
    end: int


class _Value(NamedTuple):
    value: int
    end: int


def _word_after(low: str, at: int) -> _Word:
    """The word after a space or a hyphen; an empty one where there is none."""
    match = _NEXT.match(low, at)
    return _Word(match[1], match.end()) if match else _Word("", at)


_FIRST = re.compile(r"[a-z]+")


def read_spoken(low: str, start: int) -> Number | None:
    """The number in words that begins at `start`, where a word begins; None where there is none."""
    if found := read_half_past(low, start) or read_fraction(low, start) or _read_article(low, start):
        return found
    match = _FIRST.match(low, start)
    if match is None:
        return None
    first = _Word(match[0], match.end())
    if first.text in _ORDINALS:
        return Number(start, first.end, Decimal(_ORDINALS[first.text]), "ordinal")
    if first.text in _WORDS["decade"]:
        return Number(start, first.end, Decimal(_WORDS["decade"][first.text]), "decade")
    if first.text == "point":
        return with_scales(low, number) if (number := _with_decimals(low, Number(start, start, Decimal(0)))) else None
    return _read_cardinal(low, start, first)


def _read_cardinal(low: str, start: int, first: _Word) -> Number | None:
    """Two thousand and eight, twenty-five, three point one four, two and a half million, twenty-first."""
    group = _below_hundred(low, first)
    if group is None:
        return None
    if number := _read_ordinal(low, start, first, group):
        return number
    if years := _read_years(low, start, group):
        return years
    group = _with_hundred(low, group)
    return _with_remainder(low, _with_groups(low, start, group), alone=group.value)


def _below_hundred(low: str, word: _Word) -> _Value | None:
    """Nought to ninety-nine."""
    if word.text in _TENS:
        after = _word_after(low, word.end)
        if after.text in _UNIT:
            return _Value(_TENS[word.text] + _UNIT[after.text], after.end)
        return _Value(_TENS[word.text], word.end)
    for some in (_UNIT, _TEEN, _ZERO):
        if word.text in some:
            return _Value(some[word.text], word.end)
    return None


def _with_hundred(low: str, group: _Value) -> _Value:
    """A group with the hundred after it and what follows that: five hundred and twenty."""
    after = _word_after(low, group.end)
    if after.text != "hundred":
        return group
    group = _Value(group.value * 100, after.end)
    added = _below_hundred(low, _after_and(low, group.end))
    if added and added.value and _word_after(low, added.end).text not in ("hundred", "percent"):
        return _Value(group.value + added.value, added.end)
    return group


def _after_and(low: str, at: int) -> _Word:
    """The next word, after an "and" if there is one."""
    word = _word_after(low, at)
    return _word_after(low, word.end) if word.text == "and" else word


def _with_groups(low: str, start: int, group: _Value) -> Number:
    """A group with the scales and groups after it, each scale smaller than the one before: two thousand and eight."""
    total, least, end = 0, 10**18, group.end
    while True:
        scale = _word_after(low, group.end)
        factor = _SCALES.get(scale.text, 0)
        if not 0 < factor < least:
            return Number(start, group.end, Decimal(total + group.value))
        total, least, end = total + group.value * factor, factor, scale.end
        word = _after_and(low, end)
        added = _below_hundred(low, word) if factor > 12 else None
        if added is None:
            return Number(start, end, Decimal(total))
        group = _with_hundred(low, added)
        if group.value >= least or _SCALES.get(_word_after(low, group.end).text, 0) >= least:
            return Number(start, end, Decimal(total))


_HALVES = re.compile(r"\s+and\s+(a|one|three)[\s-](half|quarters?)(?![a-z])(?!\s+(?:past|to|of)\b)")


def _with_remainder(low: str, number: Number, alone: int) -> Number:
    """A number with decimals, "and a half", or a scale after these; "a million and a half" is 1,500,000."""
    if number.value == alone and (decimal := _with_decimals(low, number)):
        return with_scales(low, decimal)
    match = _HALVES.match(low, number.end)
    if match is None:
        return number
    part = Decimal(3 if match[1] == "three" else 1) / (2 if match[2] == "half" else 4)
    if number.value != alone:
        unit = _largest_scale(number.value)
        return number._replace(value=number.value + part * unit, end=match.end()) if unit else number
    value = number.value + part
    return with_scales(low, number._replace(value=value, precision=decimals_of(part), end=match.end()))


def _largest_scale(value: Decimal) -> int:
    """The scale of which a value is a small whole number; 0 where there is none."""
    return next((scale for scale in (10**12, 10**9, 10**6, 1000) if value % scale == 0 and value < scale * 1000), 0)


def _with_decimals(low: str, number: Number) -> Number | None:
    """A number with the decimals after the word "point"; None where there are none."""
    point = _FIRST.match(low, number.start) if number.end == number.start else _NEXT.match(low, number.end)
    if point is None or point[0].strip(" -") != "point":
        return None
    digits, end = "", point.end()
    while True:
        word = _word_after(low, end)
        if word.text in _DIGITS:
            digits += str(_DIGITS[word.text])
            end = word.end
        elif not digits and (pair := _below_hundred(low, word)):
            return _with_digits(number, str(pair.value), pair.end)
        else:
            return _with_digits(number, digits, end) if digits else None


def _with_digits(number: Number, digits: str, end: int) -> Number:
    value = Decimal(f"{number.value:f}.{digits[:30]}")
    return number._replace(value=value, end=end, precision=len(digits))


def with_scales(low: str, number: Number) -> Number:
    """A number with the scale in words after it: 2.5 million, three hundred thousand."""
    while (factor := scale_of((word := _word_after(low, number.end)).text)) and number.value * factor < 10**18:
        number = number.scaled(factor, word.end)
    return number


def _read_ordinal(low: str, start: int, first: _Word, group: _Value) -> Number | None:
    """Twenty-first; and the tens of a decade: nineteen nineties."""
    after = _word_after(low, first.end)
    if first.text in _TENS and after.text in _WORDS["unit-th"] and after.text != "second":
        return Number(start, after.end, Decimal(_TENS[first.text] + _WORDS["unit-th"][after.text]), "ordinal")
    if first.text in _TENS and after.text == "second" and low[first.end] != " ":
        return Number(start, after.end, Decimal(_TENS[first.text] + 2), "ordinal")
    if group.value in _PAIRED_YEARS and after.text in _WORDS["decade"]:
        decade = _WORDS["decade"][after.text] % 100
        return Number(start, after.end, Decimal(group.value * 100 + decade), "decade")
    return None


def _read_years(low: str, start: int, group: _Value) -> Number | None:
    """A number said in two halves: nineteen oh five, twenty twenty four, four oh four."""
    word = _word_after(low, group.end)
    if word.text in ("oh", "o"):
        digit = _word_after(low, word.end)
        if digit.text in _UNIT and (group.value < 10 or group.value in _PAIRED_YEARS):
            return Number(start, digit.end, Decimal(group.value * 100 + _UNIT[digit.text]))
        return None
    half = _below_hundred(low, word) if group.value in _PAIRED_YEARS else None
    if half is None or half.value < 10 or half.value == group.value + 1:
        return None
    if scale_of(_word_after(low, half.end).text):
        return None
    return Number(start, half.end, Decimal(group.value * 100 + half.value))


_ARTICLES = re.compile(r"an?[\s-](?=(?:hundred|thousand|million|mil|billion|trillion|dozen)(?![^\W_]))")


UNIT_AND_HALF = "(?:second|minute|hour|day|week|month|year|decade|mile|ton|dollar) and a half"


_BEFORE_HALF = re.compile(rf"an?(?= {UNIT_AND_HALF}\b)")


def _read_article(low: str, start: int) -> Number | None:
    """A hundred and five, a million, a dozen; the a of a year and a half."""
    if match := _BEFORE_HALF.match(low, start):
        return Number(start, match.end(), Decimal(1))
    match = _ARTICLES.match(low, start)
    if match is None:
        return None
    group = _Value(1, match.end() - 1)
    hundred = _with_hundred(low, group)
    return _with_remainder(low, _with_groups(low, start, hundred), alone=1)
