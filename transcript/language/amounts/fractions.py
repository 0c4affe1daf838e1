"""Fractions in English words: half of it, two thirds, three quarters, half a million."""

from __future__ import annotations

import re
from decimal import Decimal

from transcript.language.amounts.number import Number, decimals_of, number_words, scale_of

_WORDS = number_words()


_PARTS = _WORDS["part"]


_OF = r"(?:\s+(?:of\s+)?(?:an?|one))?"


_FRACTION_OF = re.compile(rf"{_OF}[\s-](hundred|thousand|million|billion|trillion|dozen)(?![^\W_])")
"""Half a million, a quarter of a million, half-million."""


_NEEDS_OF = re.compile(r"\s+of\b")


_HALF_OF = re.compile(r"\s+(?:of|the|an?|my|your|our|their|his|her|its|this|that|these|those)\b")


def read_fraction(low: str, start: int) -> Number | None:
    """Half, a third of, two thirds, three quarters, and parts of a scale: half a million."""
    match = _FRACTION_WORD.match(low, start)
    if match is None:
        return None
    count, part = match["count"], match["part"]
    number = _WORDS["digit"].get(count, 1) if count else 1
    whole = _PARTS[part] if part in _PARTS else _WORDS["parts"][part]
    if (number > 1) != (part in _WORDS["parts"]) or number >= whole * 10:
        return None
    value = Decimal(number) / whole
    found = Number(start, match.end(), value, "fraction", min(decimals_of(value), 28))
    if scale := _FRACTION_OF.match(low, match.end()):
        scaled = value * scale_of(scale[1])
        return Number(start, scale.end(), scaled, "count", 0) if scaled == scaled.to_integral_value() else None
    if not count and part != "half":
        return None
    if number > 1 or _NEEDS_OF.match(low, match.end()) or (part == "half" and _HALF_OF.match(low, match.end())):
        return found
    return found if count == "one" and part != "second" and part != "quarter" else None


_FRACTION_WORD = re.compile(
    rf"(?:(?P<count>an?|{'|'.join(_WORDS['unit'])})[\s-])?(?P<part>{'|'.join([*_PARTS, *_WORDS['parts']])})(?![^\W_])"
)
