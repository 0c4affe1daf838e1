"""Clock times in English words: half past nine, a quarter to ten, nine o'clock, nine thirty p.m."""

from __future__ import annotations

import re
from decimal import Decimal

from transcript.language.amounts.number import Number, number_words

_WORDS = number_words()


_UNIT, _TEEN, _TENS = (_WORDS[name] for name in ("unit", "teen", "tens"))


_HOURS = _UNIT | {word: value for word, value in _TEEN.items() if value <= 12}


_HALF_PAST = re.compile(
    rf"(?P<part>half|(?:a\s+)?quarter)\s+(?P<side>past|after|to|till)\s+(?:(?P<word>{'|'.join(_HOURS)})|(?P<hour>\d\d?))"
    r"(?![^\W_])(?![:.]\d)"
)


def read_half_past(low: str, start: int) -> Number | None:
    """Half past nine, a quarter to ten, quarter past 9."""
    match = _HALF_PAST.match(low, start)
    if match is None or (match["part"] == "half" and match["side"] != "past"):
        return None
    hour = _HOURS[match["word"]] if match["word"] else int(match["hour"])
    if not 1 <= hour <= 24:
        return None
    minutes = 30 if match["part"] == "half" else 15 if match["side"] in ("past", "after") else -15
    return Number(start, match.end(), Decimal((hour * 60 + minutes) % 1440), "clock")


_O_CLOCK = re.compile(r"\s+o\s?['\u2019]?\s?clock\b")


_MERIDIEM = re.compile(r"\s?(a|p)(?:\.\s?m\b\.?|m(?![^\W_]))")


_SAID_MINUTES = re.compile(
    rf"\s(?:oh\s(?P<unit>{'|'.join(_UNIT)})|(?P<teen>{'|'.join(_TEEN)})|(?P<tens>{'|'.join(_TENS)})(?:[\s-](?P<one>{'|'.join(_UNIT)}))?)"
    r"(?=\s?[ap]\.?\s?m\b)"
)


def as_clock(low: str, number: Number) -> Number:
    """The number as a clock time where what follows says so: nine o'clock, 9 am, nine thirty p.m."""
    if number.kind == "count" and not number.precision and 1 <= number.value <= 24:
        if match := _O_CLOCK.match(low, number.end):
            return number._replace(value=number.value * 60, kind="clock", end=match.end())
        if match := _SAID_MINUTES.match(low, number.end):
            return as_clock(low, _with_minutes(number, match))
        if match := _MERIDIEM.match(low, number.end):
            return number._replace(value=number.value * 60, kind="clock", end=match.end(), unit=match[1] + "m")
    elif number.kind == "clock" and (match := _MERIDIEM.match(low, number.end)):
        return number._replace(end=match.end(), unit=match[1] + "m")
    return number


def _with_minutes(number: Number, match: re.Match[str]) -> Number:
    minutes = _WORDS["digit"].get(match["unit"] or match["one"] or "zero", 0) + _TEEN.get(match["teen"] or "", 0)
    minutes += _TENS.get(match["tens"] or "", 0)
    return number._replace(value=number.value * 60 + minutes, kind="clock", end=match.end())
