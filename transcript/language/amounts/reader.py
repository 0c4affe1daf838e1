"""Finds the amounts of a text, in one pass from left to right: its numbers with their signs and units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from transcript.language.amounts import figures, units
from transcript.language.amounts.amount import Amount
from transcript.language.amounts.number import Number
from transcript.language.amounts.number_reader import lowered, next_number
from transcript.language.normalise import fold


def read_amounts(text: str) -> list[Amount]:
    """The amounts of a text in their order, with the characters at which they stand."""
    return list(_amounts_in(text))


@lru_cache(maxsize=16)
def _amounts_in(text: str) -> tuple[Amount, ...]:
    folded = fold(text)
    low = lowered(folded)
    found: list[Amount] = []
    at = 0
    while number := next_number(folded, low, at):
        amount = _amount_of(folded, low, number, found[-1].end if found else 0)
        at = max(amount.end, number.end)
        found.append(amount)
    return tuple(_joined_amounts(found, low))


def _amount_of(folded: str, low: str, number: Number, least: int) -> Amount:
    """A number with its sign and unit; `least` is where the amount before it ends."""
    sign, currency, start = ("", "", number.start) if number.glued else _signs_before(low, number.start, least)
    number = number if number.glued else _scaled_by_letter(low, number, currency)
    end, over = (number.end, "") if sign or number.glued else _sign_of_more(folded, number.end)
    unit = number.unit
    if not unit and number.kind in ("count", "one", "fraction"):
        written, behind = units.unit_after(low, number._replace(end=_part_end(low, number, end)))
        # $5 dollars is one unit; in $5 a month, the month is none of the amount's.
        if written and (not currency or units.is_money(written)):
            unit, end = written, behind
            if number.kind == "count" and not number.precision and (half := _AND_HALF.match(low, end)):
                number, end = number._replace(value=number.value + Decimal("0.5"), precision=1), half.end()
    kind = "count" if unit and number.kind in ("one", "fraction") else number.kind
    value = -number.value if sign == "-" else number.value
    return Amount(start, end, value, kind, number.precision, sign or over, currency or unit, number.written)


def _signs_before(low: str, start: int, least: int) -> tuple[str, str, int]:
    """The sign and the currency before a number, and where they begin, not before `least`."""
    outer, first = units.sign_before(low, start)
    currency, first = units.currency_before(low, first)
    inner, first = units.sign_before(low, first) if currency else ("", first)
    return ("", "", start) if first < least else (outer or inner, currency, first)


def _scaled_by_letter(low: str, number: Number, currency: str) -> Number:
    """Figures with a letter behind them, which is a scale with a currency or before what is counted: $5m, 5k users."""
    if not number.figures or number.kind != "count":
        return number
    letters = figures.letters_after(low, number)
    if letters not in units.SCALE_LETTERS:
        return number
    end = number.end + len(letters)
    scaled = number.scaled(units.SCALE_LETTERS[letters], end)
    if currency or letters in units.SURE_LETTERS or units.is_money(units.unit_after(low, scaled)[0]):
        return scaled
    if letters != "mm" and units.is_counted_noun(low, end):
        return scaled
    return number if units.unit_after(low, number)[0] else figures.as_code(number, letters)


_AND_HALF = re.compile(r"\s+and\s+a\s+half(?![a-z])")


_OVER = re.compile(r"\+(?![\w+])|[多余](?![数少])|几(?!何)")


def _sign_of_more(folded: str, end: int) -> tuple[int, str]:
    """The end of an amount with the sign that there are more: 10+, 三十多, 十几."""
    match = _OVER.match(folded, end)
    return (match.end(), "+") if match else (end, "")


_PART_OF = re.compile(r"\s(?:of\s)?(?:an?|one)(?=\s)")


def _part_end(low: str, number: Number, end: int) -> int:
    """The place of the unit behind a number: in "half an hour" and "a third of a mile" behind the article."""
    match = _PART_OF.match(low, end) if number.kind == "fraction" else None
    return match.end() if match else end


_RANGE = re.compile(r"\s?(?:to|and|or|-|–|—|~|到|至|或)\s?")


def _joined_amounts(found: list[Amount], low: str) -> Iterator[Amount]:
    """The amounts with those joined that are one, cents to their dollars, and units that two share on both."""
    money = "pound" in low and units.is_about_money(low)
    chinese_text = any(character > "\u2e80" for character in low)
    held: Amount | None = None
    for amount in found:
        if amount.unit == "lb" and money:
            amount = replace(amount, unit="£")
        elif amount.unit == "¥" and chinese_text:
            amount = replace(amount, unit="yuan")
        if held is not None:
            between = low[held.end : amount.start]
            if amount.unit == "¢" and held.is_money and not held.precision and between.strip() in ("and", ""):
                amount = replace(held, end=amount.end, value=held.value + amount.value / 100, precision=2)
                held = None
            elif not held.unit and held.kind == "count" and amount.unit and _RANGE.fullmatch(between):
                held = replace(held, unit=amount.unit)
            elif held.is_money and amount.kind == "count" and not amount.unit and between in ("-", "–"):
                amount = replace(amount, unit=held.unit)
        if held is not None:
            yield held
        held = amount
    if held is not None:
        yield held
