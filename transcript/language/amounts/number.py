"""A number as it stands in a text, before its sign and unit are known."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from transcript.language.amounts.amount import Kind
from transcript.language.wordlist import read_rows


class Number(NamedTuple):
    """A number at characters `start` to `end`; `figures` is whether it is written in them, `glued` whether letters
    stand right before it, as in F-16, so that it has neither sign nor scale. The rest as in `Amount`; `unit` only where
    the number itself says it, as 9 am does."""

    start: int
    end: int
    value: Decimal
    kind: Kind = "count"
    precision: int = 0
    written: str = ""
    figures: bool = False
    glued: bool = False
    unit: str = ""

    def scaled(self, factor: int | Decimal, end: int) -> Number:
        """The number times a scale, a hundred or a million, that ends at `end`; its decimals become fewer."""
        noughts = len(str(int(factor))) - 1
        return self._replace(value=self.value * factor, end=end, precision=max(0, self.precision - noughts))


def decimals_of(value: Decimal) -> int:
    """The number of decimals that a value has."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


@cache
def number_words() -> dict[str, dict[str, int]]:
    """The English words of each class, with their values."""
    return {
        kind: {word: int(value) for word, _, value in (pair.partition("=") for pair in pairs)}
        for kind, *pairs in read_rows("number_words.en")
    }


def scale_of(word: str) -> int:
    """The factor that a word multiplies by, hundred or million; 0 for any other."""
    words = number_words()
    return words["hundred"].get(word, 0) or words["scale"].get(word, 0)
