"""Amounts as terms to search by: $100M, a hundred million, 一亿 and 1 亿 are all `#100000000`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from transcript.language.amounts import figures, units
from transcript.language.amounts.amount import plain
from transcript.language.amounts.number import Number, number_words
from transcript.language.amounts.number_reader import COUNTED, lowered, next_number

SHORTEST_NAME = 4
"""Letters of the shortest name of a unit that is no abbreviation."""


MAY_BE_AMOUNT = 2
"""The weight of the words of a text, together, from which on it may have amounts that are terms."""


class Piece(NamedTuple):
    """A run of one kind: han, word, number, symbol or, as a term, amount."""

    kind: str
    text: str
    start: int
    end: int


def term_of(value: Decimal) -> str:
    """The term of an amount; its sign and unit are none of it."""
    return "#" + plain(abs(value))


def join_amounts(pieces: list[Piece], folded: str) -> Iterator[Piece]:
    """The pieces with each amount joined into one and its unit spelled; a Chinese run stays beside the amount in it."""
    amounts = amount_pieces(folded)
    held = next(amounts, None)
    done = 0
    for piece in pieces:
        while held is not None and held.start < piece.end:
            yield held
            done, held = held.end, next(amounts, None)
        if piece.kind == "han":
            yield piece
        elif piece.start >= done:
            yield piece._replace(kind="amount", text="#" + piece.text) if piece.kind == "number" else piece


def amount_pieces(folded: str, at: int = 0) -> Iterator[Piece]:
    """The amounts of a text that are terms, and the units behind them, of those that begin at `at` or behind it."""
    low = lowered(folded)
    while number := next_number(folded, low, at):
        at = number.end
        if (term := _number_term(low, number)) is None:
            continue
        text, at = term
        yield Piece("amount", text, number.start, at)
        for unit in _unit_pieces(low, number._replace(end=at)):
            yield unit
            at = unit.end


def amount_weight(written: str) -> int:
    """The weight of a word as a part of an amount: 0 of most, and less than MAY_BE_AMOUNT of one that is no term by
    itself, such as "first" or "one"."""
    if any(map(str.isdecimal, written)):
        return MAY_BE_AMOUNT
    return max(map(_weight_of_letters, _LETTER_RUN.findall(lowered(written))), default=0)


def _weight_of_letters(low: str) -> int:
    if low in COUNTED or _SEVERAL_ROMAN.fullmatch(low):
        return MAY_BE_AMOUNT
    kinds = {kind for kind, words in number_words().items() if low in words}
    if low == "point" or not kinds.isdisjoint(("digit", "unit-th")):
        return MAY_BE_AMOUNT if any(amount_pieces(low)) else 1
    return MAY_BE_AMOUNT if kinds else 0


def has_vulgar_fraction(text: str) -> bool:
    """True if a text has a fraction that is one character."""
    return figures.VULGAR.search(text) is not None


_LETTER_RUN = re.compile(r"[^\W\d_]+")


_SEVERAL_ROMAN = re.compile("[ivx]{2,5}")


def _number_term(low: str, number: Number) -> tuple[str, int] | None:
    """The term of a number, and where it ends; None for what is found by its words: one, third, 9:30, 3.10.1."""
    if number.kind == "code" and number.figures:
        digits = number.written.rstrip("s")
        return (f"#{digits}", number.end) if digits.isdecimal() else None
    if number.kind not in ("count", "ordinal", "decade") or not _is_term(number, low):
        return None
    letters = figures.letters_after(low, number) if number.figures and number.kind == "count" else ""
    if letters in units.SCALE_LETTERS and (letters[0] != "m" or _is_million(low, number, letters)):
        end = number.end + len(letters)
        return term_of(number.scaled(units.SCALE_LETTERS[letters], end).value), end
    return term_of(number.value), number.end


def _is_term(number: Number, low: str) -> bool:
    """True if a number is a term: not a lone nought, third or 三, and not 两成."""
    first = low[number.start]
    if number.figures or number.unit:
        return first.isdecimal() or first in ".百"
    least = 10 if first > "\u2e80" else 4 if number.kind == "ordinal" else 1
    return number.value >= least


def _is_million(low: str, number: Number, letters: str) -> bool:
    """True if an m behind figures is a million and no metre."""
    if units.currency_before(low, number.start)[0] or letters == "mn":
        return True
    return letters == "m" and units.is_counted_noun(low, number.end + 1)


def _unit_pieces(low: str, number: Number) -> Iterator[Piece]:
    """The words of a unit behind figures, spelled out: the m of 100m is "meter", mph is "miles per hour"."""
    if not number.figures or number.kind != "count":
        return
    unit, end = units.unit_after(low, number)
    written = low[number.end : end].strip(" -")
    if written.isascii() and (" " in written or not _is_name(written)):
        for word in _spelled_units().get(unit, "").split():
            yield Piece("word", word, end - len(written), end)


@cache
def _spelled_units() -> dict[str, str]:
    """For each unit of measure its longest name in units.txt: kilometers for km."""
    names = {unit: list(filter(_is_name, forms)) for unit, *forms in units.unit_rows() if not units.is_money(unit)}
    return {unit: max(some, key=len) for unit, some in names.items() if some}


def _is_name(form: str) -> bool:
    """True if a unit is written in full: meter, miles per hour."""
    return len(form) >= SHORTEST_NAME and form.isascii() and form.replace(" ", "").isalpha()
