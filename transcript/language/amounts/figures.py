"""Numbers in figures: 1,250.5, 1,00,000, .75, 2½, 9:30, 4:1, 24/7, 2/3, 21st, 1990s, 3.10.1, 10^6, 101A."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from transcript.language.amounts.number import Number, decimals_of

LONGEST = 18
"""Digits of the longest number that anyone speaks; longer ones are compared as they are written."""


_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)(?:\.\d+(?![.\d]))?")


_FIGURES = re.compile(r"(?:\d+(?:\.\d+)*|\.\d+)")


_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


_POWER = re.compile(rf"\^[-\u2212]?\d{{1,6}}|[{_SUPERSCRIPTS}]{{1,6}}|[eE][+-]?\d{{1,4}}(?![^\W_])")


_CLOCK_TIME = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?![:\d]|\.\d)")


_PAIR = re.compile(r"\d{1,6}(?:[:/]\d{1,6}){1,3}")


_PART = re.compile(r"(\d{1,3})/(\d{1,3})(?![/\d])")


VULGAR = re.compile("[¼½¾⅐-⅞]")


_MIXED = re.compile(r"\s?([¼½¾⅐-⅞])|\s([1-9])/([2-9]|1[0-6])(?![/\d])")


_LETTERS = re.compile(r"[^\W\d_\u2e80-\U0010ffff]+(?:\d[^\W_\u2e80-\U0010ffff]*)?")


_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))


def read_figures(folded: str, start: int) -> Number | None:
    """The number in figures that begins at `start`, without the scale in words, the letters or the unit behind it."""
    glued = _is_glued(folded, start)
    if folded[start] == "." and (glued or (start and (folded[start - 1].isalnum() or folded[start - 1] == "."))):
        return None
    if not glued and (pair := _read_pair(folded, start)):
        return pair
    match = _GROUPED.match(folded, start) or _FIGURES.match(folded, start)
    if match is None:
        return None
    digits = match[0].replace(",", "")
    if digits.count(".") > 1:
        return Number(start, match.end(), Decimal(0), "version", written=digits, figures=True, glued=glued)
    if power := _POWER.match(folded, match.end()):
        written = unicodedata.normalize("NFKC", (digits + ("^" if power[0][0] in _SUPERSCRIPTS else "") + power[0]))
        return Number(start, power.end(), Decimal(0), "code", written=written.casefold(), figures=True, glued=glued)
    if len(digits) > LONGEST:
        return Number(start, match.end(), Decimal(0), "code", written=_in_ascii(digits), figures=True, glued=glued)
    value = Decimal(digits)
    found = Number(start, match.end(), value, precision=decimals_of(value), figures=True, glued=glued)
    return _with_part(folded, found)


def _in_ascii(digits: str) -> str:
    return "".join(str(int(digit)) for digit in digits if digit.isdecimal())


def _is_glued(folded: str, start: int) -> bool:
    """True if letters stand right before a place, or letters and a hyphen: H100, F-16."""
    before = folded[max(0, start - 2) : start]
    if before[-1:] in ("-", "\u2010", "\u2011"):
        before = before[:-1]
    last = before[-1:]
    return last.isalpha() and last < "\u2e80"


def _read_pair(folded: str, start: int) -> Number | None:
    """A clock time, a part, or numbers with a colon or a slash between them, which are as they are written."""
    if clock := _CLOCK_TIME.match(folded, start):
        return Number(start, clock.end(), Decimal(int(clock[1]) * 60 + int(clock[2])), "clock", figures=True)
    if part := _PART.match(folded, start):
        parts, whole = int(part[1]), int(part[2])
        if 0 < parts < whole and whole in (*range(2, 11), 12, 16, 100):
            value = Decimal(parts) / whole
            return Number(start, part.end(), value, "fraction", min(decimals_of(value), 28), figures=True)
    if pair := _PAIR.match(folded, start):
        written = "".join(character if character in ":/" else str(int(character)) for character in pair[0])
        return Number(start, pair.end(), Decimal(0), "ratio", written=written, figures=True)
    return None


def _with_part(folded: str, number: Number) -> Number:
    """A whole number with the part behind it: 2½, 2 1/2."""
    match = _MIXED.match(folded, number.end)
    if match is None or number.precision or number.glued:
        return number
    part = _vulgar_value(match[1]) if match[1] else Decimal(int(match[2])) / int(match[3])
    if not 0 < part < 1:
        return number
    value = number.value + part
    return number._replace(value=value, precision=min(decimals_of(part), 28), end=match.end())


def read_vulgar(folded: str, start: int) -> Number:
    """A part that is one character: ½."""
    value = _vulgar_value(folded[start])
    return Number(start, start + 1, value, "fraction", min(decimals_of(value), 28), figures=True)


def _vulgar_value(character: str) -> Decimal:
    over, _, under = unicodedata.normalize("NFKD", character).partition("\u2044")
    return Decimal(over) / Decimal(under)


def letters_after(low: str, number: Number) -> str:
    """The letters, with figures and letters behind them, that stand right behind figures: th, km, A."""
    match = _LETTERS.match(low, number.end)
    return match[0] if match else ""


def with_ending(number: Number, letters: str) -> Number | None:
    """Figures with an ending that makes them an ordinal or a decade: 21st, 1990s, 90s."""
    end = number.end + len(letters)
    if number.kind != "count" or number.precision or number.glued:
        return None
    if letters in _ORDINAL_ENDINGS:
        return number._replace(kind="ordinal", end=end)
    if letters == "s" and number.value % 10 == 0 and (1000 <= number.value < 2100 or 20 <= number.value <= 90):
        short = 30 <= number.value <= 90
        return number._replace(kind="decade", end=end, value=number.value + (1900 if short else 0))
    return None


def as_code(number: Number, letters: str) -> Number:
    """Figures with letters behind them that are part of a name: 101A, the 4o of GPT-4o."""
    written = f"{number.value:.{number.precision}f}" if not number.written else number.written
    return number._replace(kind="code", written=written + letters, end=number.end + len(letters), precision=0)
