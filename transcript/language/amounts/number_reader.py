"""Finds the numbers of a text, in figures or words of either language, as the words around them make them."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from transcript.language.amounts import chinese, clock, english, figures, units
from transcript.language.amounts.number import Number, number_words
from transcript.language.wordlist import any_of


def _trigger_pattern() -> re.Pattern[str]:
    """Matches where numbers may begin: a figure, a word of a number, a Chinese numeral, a Roman number."""
    classes = number_words()
    begin = sorted({word for kind in ("unit", "teen", "tens", "zero", "unit-th", "teen-th", "tens-th", "decade")
                    for word in classes[kind]} | {"half", "quarter", "point"}, key=len, reverse=True)  # fmt: skip
    after = "|".join(("hundred", *classes["scale"], *classes["part"], english.UNIT_AND_HALF))
    first = "".join(sorted({word[0] for word in begin} | set("aivx")))
    return re.compile(
        rf"(?=[\d.¼½¾⅐-⅞{chinese.NUMERALS}第半{first}])"  # most characters are passed by at once
        rf"(?:(?P<figure>\.?\d)|(?P<vulgar>[¼½¾⅐-⅞])|(?P<han>[{chinese.NUMERALS}第半](?!下))"
        rf"|(?<![^\W_])(?:(?P<word>{any_of(begin)})(?![^\W_]|['\u2019][^\W_])|(?P<article>an?)(?=[\s-](?:{after})(?![^\W_]))"
        r"|(?P<roman>[ivx]{1,5})(?![^\W_])))"
    )


_TRIGGER = _trigger_pattern()


def lowered(folded: str) -> str:
    """A text in lower case of the same length."""
    low = folded.lower()
    return low if len(low) == len(folded) else "".join(c if len(c.lower()) != 1 else c.lower() for c in folded)


def next_number(folded: str, low: str, at: int) -> Number | None:
    """The first number of a text that begins at `at` or behind it."""
    while match := _TRIGGER.search(low, at):
        number = _number_at(folded, low, match)
        if number is not None:
            return number
        at = match.end()
    return None


def _number_at(folded: str, low: str, match: re.Match[str]) -> Number | None:
    start = match.start()
    if match["figure"]:
        return _in_figures(folded, low, start)
    if match["vulgar"]:
        return figures.read_vulgar(folded, start)
    if match["han"]:
        number = chinese.read_chinese(folded, start)
        return None if number is None else chinese.with_point(folded, number)
    if match["roman"]:
        return _roman_number(folded, low, match)
    number = english.read_spoken(low, start)
    return None if number is None else _in_context(low, clock.as_clock(low, number))


def _in_figures(folded: str, low: str, start: int) -> Number | None:
    number = figures.read_figures(folded, start)
    if number is None or number.kind in ("fraction", "ratio", "code"):
        return number
    number = clock.as_clock(low, number)
    letters = figures.letters_after(low, number) if number.kind in ("count", "version") else ""
    if letters:
        if ended := figures.with_ending(number, letters):
            return _in_context(low, ended)
        unit, end = ("", 0) if number.glued else units.unit_after(low, number)
        if letters in units.SCALE_LETTERS and not number.glued:
            return number
        return number if unit and end >= number.end + len(letters) else figures.as_code(number, letters)
    if number.kind == "count":
        number = english.with_scales(low, chinese.with_point(folded, chinese.with_chinese_scale(folded, number)))
        number = _in_context(low, number)
    return number


_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)


_MONTH_BEFORE = re.compile(rf"(?<![^\W_])(?:{_MONTHS})\.?\s(?:the\s)?$")


_MONTH_AFTER = re.compile(rf"\s(?:of\s)?(?:{_MONTHS})(?![^\W_])")


_NOT_SECOND = re.compile(r"\b(?:a|per|every|each|one|split|any)\s$")


COUNTED = (
    "war", "part", "phase", "type", "chapter", "book", "act", "volume", "episode", "number", "level", "section",
    "article", "figure",
)  # fmt: skip
"""Words behind which even "one" and I are numbers."""


_COUNTED_BEFORE = re.compile(rf"(?<![^\W_])(?:{'|'.join(COUNTED)})\s$")


def _in_context(low: str, number: Number) -> Number | None:
    """A number as the words around it make it: the day of a month; a second that is a time; a lone one."""
    before = low[max(0, number.start - 14) : number.start]
    may_be_day = number.kind in ("count", "ordinal") and not number.precision and 1 <= number.value <= 31
    if may_be_day and (_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(low, number.end)):
        return number._replace(kind="ordinal")
    written = low[number.start : number.end]
    if written == "second" and _NOT_SECOND.search(before):
        return None
    if written == "one" and not _COUNTED_BEFORE.search(before):
        return number._replace(kind="one")
    return number


_ROMAN_BEFORE = re.compile(r"[A-Z][^\W_]+\s$")


_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")


_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def _roman_number(folded: str, low: str, match: re.Match[str]) -> Number | None:
    """II in World War II: a Roman number in capitals after a capital, or after a word that is counted by them."""
    start, end = match.span()
    written = folded[start:end]
    counted = _COUNTED_BEFORE.search(low[max(0, start - 14) : start])
    named = len(written) > 1 and _ROMAN_BEFORE.search(folded[max(0, start - 30) : start])
    if not (counted or named) or not _ROMAN.fullmatch(written.upper() if counted else written):
        return None
    values = [_ROMAN_VALUES[letter] for letter in written.upper()]
    value = sum(-here if here < after else here for here, after in pairwise([*values, 0]))
    return Number(start, end, Decimal(value), glued=True)
