"""An amount and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["count", "one", "ordinal", "fraction", "decade", "clock", "ratio", "version", "code"]
"""`one` is "one" or 一, which are mostly no amount; `ratio` is 4:1 or 24/7, `version` 3.10.1, `code` 101A."""

MONEY = frozenset(("$", "€", "£", "¥", "₹", "₩", "₽", "CHF", "kr", "yuan", "¢"))
"""Units after which noughts behind the point say nothing: $5.50 is $5.5."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount at characters `start` to `end` of its text, sign and unit among them.

    `value` is below nought where the sign is minus; that of a clock time is in minutes, of a fraction a part of 1.
    `precision` is how many decimals were written or said. `sign` is - or one that bounds the value: > < ≥ ≤ ~ ± +.
    `unit` is in a form of its own for each unit: km for kilometres, $ for dollars; empty where the amount counts.
    `written` is what stands there, folded, for the kinds that say no more than they write: ratio, version, code.
    """

    start: int
    end: int
    value: Decimal
    kind: Kind = "count"
    precision: int = 0
    sign: str = ""
    unit: str = ""
    written: str = ""

    @property
    def key(self) -> str:
        """The same for two amounts exactly where they say the same."""
        if self.written:
            return f"#{self.sign}{self.written}{self.unit}"
        if self.kind == "fraction" and not self.unit:
            return f"#{self.sign}{plain(round(self.value * 100, 6))}%"
        sign = "" if self.sign == "-" else self.sign
        return f"#{sign}{self._digits()}{_ENDINGS.get(self.kind, '')}{self.unit}"

    def _digits(self) -> str:
        if self.kind == "clock":
            return f"{self.value // 60:f}:{self.value % 60:02f}"
        if self.is_money or self.kind == "fraction" or not self.precision:
            return plain(round(self.value, 6))
        return f"{self.value:.{self.precision}f}"

    @property
    def is_money(self) -> bool:
        """True if its unit is a currency."""
        return self.unit.endswith("$") or self.unit in MONEY

    @property
    def is_word(self) -> bool:
        """True if it is mostly no amount but a word: one, 一, first."""
        return self.value == 1 and not self.unit and self.kind in ("one", "ordinal")


_ENDINGS = {"ordinal": "th", "decade": "s"}


def plain(value: Decimal) -> str:
    """A value in figures, without noughts behind the point that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def same_amount(one: Amount, other: Amount) -> bool:
    """True if two amounts have the same value, precision, sign and unit, however they are written."""
    return one.key == other.key
