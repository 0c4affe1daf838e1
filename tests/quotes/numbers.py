"""Numbers of a sentence, changed or written otherwise."""

from __future__ import annotations

import re
from decimal import Decimal

from tests.quotes import words
from tests.quotes.sentences import Sentence, Source, table
from transcript.language.amounts import Amount, read_amounts

_ONES = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)


_TENS = words("_ _ twenty thirty forty fifty sixty seventy eighty ninety")


_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


_UNIT_NAMES = table(
    "%=percent, $=dollars, €=euros, £=pounds, hour=hours, minute=minutes, day=days, week=weeks, month=months, "
    "year=years, times=times"
)


_OTHER_UNITS = table(
    "percent=dollars, %= dollars, dollars=euros, $=€, million=billion, billion=million, thousand=million, hours=days, "
    "days=weeks, weeks=months, months=years, years=months, minutes=hours, seconds=minutes, miles=meters, hour=day, "
    "day=week, week=month, month=year, year=month, minute=hour, gigabytes=megabytes, megabytes=gigabytes"
)


def spell(number: int) -> str:
    """A number in English words."""
    for scale, name in _SCALES:
        if number >= scale:
            return f"{spell(number // scale)} {name}" + (f" {spell(number % scale)}" if number % scale else "")
    return _ONES[number] if number < 20 else _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")


def put(sentence: Sentence, amount: Amount, written: str) -> str:
    """The sentence with something else in an amount's place."""
    return sentence.text[: amount.start] + written + sentence.text[amount.end :]


def _some_amount(sentence: Sentence, source: Source) -> Amount | None:
    amounts = [amount for amount in read_amounts(sentence.text) if amount.kind == "count" and not amount.is_word]
    return source.chance.choice(amounts) if amounts else None


def change_number(sentence: Sentence, source: Source) -> str | None:
    """Another value in the same writing."""
    amount = _some_amount(sentence, source)
    if amount is None:
        return None
    more = source.chance.choice((1, 2, 5, 10))
    written = sentence.text[amount.start : amount.end]
    match = re.search(r"\d[\d,]*(?:\.\d+)?", written)
    if match is None:
        unit = f" {_UNIT_NAMES.get(amount.unit, amount.unit)}" if amount.unit else ""
        whole = amount.value == amount.value.to_integral_value() and 0 <= amount.value < 10**12
        return put(sentence, amount, spell(int(amount.value) + more) + unit) if whole else None
    value = Decimal(match[0].replace(",", ""))
    other = f"{value + more:,}" if source.chance.random() < 0.7 else f"{value * 10:,}"
    return put(sentence, amount, written[: match.start()] + other + written[match.end() :])


def change_unit(sentence: Sentence, _source: Source) -> str | None:
    """Dollars for percent, days for hours, billions for millions."""
    for amount in read_amounts(sentence.text) if sentence else ():
        written = sentence.text[amount.start : amount.end]
        for unit, other in _OTHER_UNITS.items():
            pattern = rf"\b{unit}\b" if unit.isalpha() else re.escape(unit)
            if amount.kind == "count" and re.search(pattern, written):
                return put(sentence, amount, re.sub(pattern, f" {other}" if unit == "%" else other, written, count=1))
    return None


_NAMED_BEFORE = re.compile(r"(?:[-'\u2019]|[A-Z][\w'.-]*\s?)$")
"""What stands before figures that are part of a name or of a range, where a minus would be a hyphen."""


def change_sign(sentence: Sentence, source: Source) -> str | None:
    """Minus before an amount."""
    amount = _some_amount(sentence, source)
    if amount is None or amount.sign or _NAMED_BEFORE.search(sentence.text[: amount.start]):
        return None
    in_figures = sentence.text[amount.start] in "0123456789$€£"
    if not (amount.unit or in_figures):
        return None
    sign = source.chance.choice(("-", "minus ")) if in_figures else "minus "
    return sentence.text[: amount.start] + sign + sentence.text[amount.start :]


def write_otherwise(sentence: Sentence, source: Source) -> str | None:
    """Figures for number words, words for figures."""
    amounts = [amount for amount in read_amounts(sentence.text) if _can_be_written_otherwise(amount, sentence.text)]
    changed = [(amount, written) for amount in amounts if (written := _otherwise(amount, sentence.text))]
    return put(sentence, *source.chance.choice(changed)) if changed else None


_CLOSED_BEFORE = re.compile(r"(?:[-.$€£]|[^\W\d_]|version |GPT )$")
"""What stands before figures that are said digit by digit, or are part of a name."""


def _can_be_written_otherwise(amount: Amount, text: str) -> bool:
    written = text[amount.start : amount.end]
    if (
        amount.kind != "count"
        or amount.sign
        or amount.value in (0, 1)
        or amount.precision
        or _CLOSED_BEFORE.search(text[: amount.start])
    ):
        return False
    if text[amount.end : amount.end + 1] == "-" or (amount.unit and amount.unit not in _UNIT_NAMES):
        return False
    # In "a five hour trip" the unit has no ending.
    return not amount.unit or amount.is_money or amount.unit == "%" or written.endswith("s")


def _otherwise(amount: Amount, text: str) -> str | None:
    value = amount.value
    unit = f" {_UNIT_NAMES[amount.unit]}" if amount.unit else ""
    if re.search(r"\d", text[amount.start : amount.end]):
        is_year = not unit and 1000 < value < 2100
        return None if value != value.to_integral_value() or value > 10**12 or is_year else spell(int(value)) + unit
    if amount.unit == "%":
        return f"{value:f}%"
    if amount.unit == "$":
        return f"${value / 10**6:f} million" if value >= 10**6 and value % 10**5 == 0 else f"${value:,}"
    return f"{value:,}{unit}"
