"""Amounts in words and figures become one term: $100M, a hundred million, 一亿 and 1 亿 are all `#100000000`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from transcript.language.lexicon import CHINESE_DIGITS, CHINESE_UNITS, NUMBER_WORDS, SCALES, SUFFIXES

_NUMERALS = "".join(CHINESE_DIGITS) + "".join(CHINESE_UNITS)


_CHINESE_NUMBER = re.compile(rf"(?P<percent>百分之)?(?P<digits>[{_NUMERALS}]{{2,}})|百分之(?P<one>[{_NUMERALS}])")


_CHINESE_UNIT = re.compile(r"[十百千万亿]+")


_ORDINALS = ("st", "nd", "rd", "th", "s")


_LARGEST = 18
"""Figures of more digits are no amounts that anyone speaks; they stay as they are written."""


class Piece(NamedTuple):
    """A run of one kind: han, word, number (figures or, here, an amount as a term) or symbol."""

    kind: str
    text: str
    start: int
    end: int


def term(value: Decimal) -> str:
    """The term of an amount."""
    text = f"{value:f}"
    return "#" + (text.rstrip("0").rstrip(".") if "." in text else text)


def joined(pieces: list[Piece], text: str) -> Iterator[Piece]:
    """The pieces with each amount joined into one; a Chinese run stays beside the amount that it holds."""
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.kind == "number":
            number, at = _figures(pieces, at, text)
            yield number
        elif piece.kind == "word" and (spoken := _spoken(pieces, at, text)):
            number, at = spoken
            yield number
        elif piece.kind == "han":
            yield from _chinese(piece)
            at += 1
        else:
            yield piece
            at += 1


def _figures(pieces: list[Piece], at: int, text: str) -> tuple[Piece, int]:
    """The amount that begins with figures: 100, 10,000, 4.5, 200k, 2.5 billion, 20 万."""
    piece = pieces[at]
    digits = piece.text.replace(",", "")
    if len(digits) > _LARGEST:
        return piece._replace(kind="amount", text="#" + digits), at + 1
    value, end, at = Decimal(digits), piece.end, at + 1
    while at < len(pieces):
        after = pieces[at]
        gap = text[end : after.start]
        word = after.text.casefold()
        if after.kind == "word" and not gap and word in SUFFIXES:
            value *= SUFFIXES[word]
        elif after.kind == "word" and not gap and word in _ORDINALS:
            pass
        elif after.kind == "word" and gap in ("", " ", "-") and word in SCALES:
            value *= SCALES[word]
        elif after.kind == "han" and gap in ("", " ") and (unit := _CHINESE_UNIT.match(after.text)):
            for character in unit.group():
                value *= CHINESE_UNITS[character]
            end = after.start + unit.end()
            break
        else:
            break
        end, at = after.end, at + 1
    return Piece("amount", term(value), piece.start, end), at


def _spoken(pieces: list[Piece], at: int, text: str) -> tuple[Piece, int] | None:
    """The amount in words that begins here: twenty five, a hundred million, four point five, twenty twenty four."""
    first, begin = pieces[at], at
    word = first.text.casefold()
    if word in ("a", "an") and _scale(pieces, at + 1):
        at, word = at + 1, "one"
    elif word not in NUMBER_WORDS or (word in ("one", "zero") and not _scale(pieces, at + 1)):
        return None
    else:
        at += 1
    total, current = Decimal(0), Decimal(NUMBER_WORDS[word])
    end = pieces[at - 1].end
    while at < len(pieces) and pieces[at].kind == "word" and text[end : pieces[at].start] in (" ", "-", "\u2010"):
        word = pieces[at].text.casefold()
        if word in SCALES:
            if SCALES[word] == 100:
                current *= 100
            else:
                total, current = total + current * SCALES[word], Decimal(0)
        elif word == "point" and at + 1 < len(pieces) and NUMBER_WORDS.get(pieces[at + 1].text.casefold(), 99) < 10:
            at += 1
            current += Decimal(NUMBER_WORDS[pieces[at].text.casefold()]) / 10
        elif word in NUMBER_WORDS and (added := _appended(current, NUMBER_WORDS[word])) is not None:
            current = added
        else:
            break
        end, at = pieces[at].end, at + 1
    return (Piece("amount", term(total + current), first.start, end), at) if at > begin else None


def _scale(pieces: list[Piece], at: int) -> bool:
    return at < len(pieces) and pieces[at].kind == "word" and pieces[at].text.casefold() in SCALES


def _appended(current: Decimal, value: int) -> Decimal | None:
    """`current` with the next number word: twenty five is 25, twenty twenty is 2020, five six is no one number."""
    if value < 10 and current % 100 >= 20 and current % 10 == 0:
        return current + value
    if value < 100 and current >= 100 and current % 100 == 0:
        return current + value
    if value >= 10 and current in (19, 20):
        return current * 100 + value
    return None


def _chinese(piece: Piece) -> Iterator[Piece]:
    """The amounts inside a run of Chinese, and the run itself."""
    for match in _CHINESE_NUMBER.finditer(piece.text):
        value = _chinese_value(match["digits"] or match["one"])
        if value is not None and (value >= 10 or match["one"]):
            yield Piece("amount", term(value), piece.start + match.start(), piece.start + match.end())
    yield piece


def chinese_number(numerals: str) -> int | None:
    """The number that Chinese numerals write, a single one among them: 三 is 3, 十二 is 12."""
    if len(numerals) == 1 and numerals in CHINESE_DIGITS:
        return CHINESE_DIGITS[numerals]
    value = _chinese_value(numerals)
    return None if value is None else int(value)


def _chinese_value(numerals: str) -> Decimal | None:
    """What 二十五, 一亿 or 三千万 amounts to; None for digits without a unit, which are a name or a year."""
    total, section, digit = 0, 0, 0
    if numerals[0] in "百千万亿" or not any(character in CHINESE_UNITS for character in numerals):
        return None
    for character in numerals:
        if character in CHINESE_DIGITS:
            digit = CHINESE_DIGITS[character]
            continue
        unit = CHINESE_UNITS[character]
        if unit >= 10**4:
            total = (total + section + digit) * unit if total < unit else total + (section + digit) * unit
            section = 0
        else:
            section += (digit or 1) * unit
        digit = 0
    return Decimal(total + section + digit)
