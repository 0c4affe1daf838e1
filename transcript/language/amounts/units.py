"""The sign before an amount, and the unit before or after it."""

from __future__ import annotations

import re
from functools import cache

from transcript.language.amounts.amount import MONEY
from transcript.language.amounts.number import Number
from transcript.language.wordlist import read_rows, read_words

BEFORE = 12
"""Characters before a number in which its currency and sign stand."""


SCALE_LETTERS = {"k": 10**3, "m": 10**6, "mm": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "t": 10**12, "tn": 10**12}
"""Letters after figures that are scales with a currency or before what is counted."""


SURE_LETTERS = frozenset(("bn", "mn", "tn"))
"""Those that mean nothing else."""


@cache
def unit_rows() -> list[list[str]]:
    """Each unit's own form with the forms that are written for it behind an amount."""
    rows = (" ".join(row).split(" | ") for row in read_rows("units"))
    return [[form.strip() for form in row] for row in rows]


@cache
def _unit_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all that is written for a unit behind an amount, and the unit of each."""
    units = {form: unit for unit, *forms in unit_rows() for form in forms}
    pattern = "|".join(
        re.escape(form).replace(r"\ ", r"\s+") + (r"(?![^\W_])" if form[-1].isalnum() and form[-1] < "\u2e80" else "")
        for form in sorted(units, key=len, reverse=True)
    )
    return re.compile(rf"(?:\s{{0,2}}|[-\u2010\u2011])({pattern})"), units


@cache
def _currency_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    units = {form: unit for unit, *forms in read_rows("currencies") for form in forms}
    forms = "|".join(
        (r"(?<![^\W_])" if form[0].isalpha() else "") + re.escape(form) for form in sorted(units, key=len, reverse=True)
    )
    return re.compile(rf"({forms})\s?$"), units


def unit_after(low: str, number: Number) -> tuple[str, int]:
    """The unit behind a number, and where it ends; an empty one where there is none."""
    pattern, units = _unit_pattern()
    match = pattern.match(low, number.end)
    if match is None:
        return "", number.end
    form = re.sub(r"\s+", " ", match[1])
    spaced = match.start(1) > number.end
    if len(form) == 1 and form.isalpha() and form.isascii() and (not number.figures or (spaced and form not in "mgl")):
        return "", number.end
    return units[form], match.end()


def currency_before(low: str, start: int) -> tuple[str, int]:
    """The currency right before a number, and where it begins; an empty one where there is none."""
    pattern, units = _currency_pattern()
    least = max(0, start - BEFORE)
    match = pattern.search(low[least:start])
    return (units[match[1]], least + match.start(1)) if match else ("", start)


_SIGN = re.compile(
    r"(?:(?<![A-Za-z0-9_)\]%.])[-\u2212\u2013]|\b(?:minus|negative)\s|零下|负|[<>≥≤~≈±]\s?|(?<![\w+])\+)$"
)


_SIGNS = {"\u2212": "-", "\u2013": "-", "minus": "-", "negative": "-", "零下": "-", "负": "-", "≈": "~"}


def sign_before(low: str, start: int) -> tuple[str, int]:
    """The sign before an amount, and where it begins. A plus before it says nothing."""
    least = max(0, start - BEFORE)
    match = _SIGN.search(low[least:start])
    if match is None:
        return "", start
    written = match[0].strip()
    sign = _SIGNS.get(written, written)
    return ("" if sign == "+" else sign), least + match.start()


_FOLLOWING = re.compile(r"(?:\sof)?((?:[\s-][a-z]{3,}){1,3})")


_PLURAL = re.compile(r"(?:[a-z]*[a-rt-z]s|people|children|men|women|folks|parameter|token|dollar)(?<!is)")


_NOT_COUNTED = frozenset(read_words("not_counted.en"))
"""Words after figures and a letter that do not make the letter a scale."""


def is_counted_noun(low: str, at: int) -> bool:
    """True if a noun in the plural follows, with an adjective or two between: 5m users, 200k new subscribers."""
    match = _FOLLOWING.match(low, at)
    for word in re.split(r"[\s-]", match[1].strip(" -")) if match else ():
        if word in _NOT_COUNTED:
            return False
        if _PLURAL.fullmatch(word):
            return True
    return False


def is_money(unit: str) -> bool:
    """True if a unit is a currency."""
    return unit.endswith("$") or unit in MONEY


_MONEY_WORDS = re.compile(
    r"\b(?:costs?|pay|pays|paid|paying|prices?|priced|fees?|salary|wages?|spen[dt]|spending|charge[ds]?|worth|buy|bought|"
    r"s[eo]ll|sold|earn(?:s|ed)?|owe[ds]?|fined?|rent|euros?|dollars?|pence|£)(?![^\W_])|£"
)


def is_about_money(low: str) -> bool:
    """True if a text has words of prices, so that its pounds are money and no weight."""
    return _MONEY_WORDS.search(low) is not None
