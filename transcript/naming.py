"""Finding a name that was typed in part, with slips or by ear: of a speaker, an episode, a chapter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from rapidfuzz import fuzz

from transcript.numbers import chinese_number
from transcript.stemming import likeness
from transcript.text import bare, fold, is_han, tokenise

T = TypeVar("T")

_NUMBERED = re.compile(
    r"(?:#|chapter|ch\.?|第)?\s*(\d{1,6})\s*[章节]?|第\s*([零〇一二两三四五六七八九十百]{1,5})\s*[章节]"
)
"""A chapter by its number: 3, #3, chapter 3, 第3章, 第三章."""

LONGEST = 200
"""Characters of what was typed that are looked at."""

ENOUGH = 0.7
"""How much of what was typed must be in a name."""


def number(typed: str) -> int | None:
    """The number by which a chapter is named; None where it is named otherwise."""
    match = _NUMBERED.fullmatch(fold(typed).strip().casefold())
    if match is None:
        return None
    return int(match[1]) if match[1] else chinese_number(match[2])


def best(typed: str, candidates: Iterable[tuple[T, Iterable[str]]], limit: int) -> tuple[T, ...]:
    """The candidates one of whose names is like `typed`, the likest first; as they come where nothing was typed.

    What is like nothing finds nothing.
    """
    wanted = bare(typed[:LONGEST])
    if not typed.strip():
        return tuple(candidate for candidate, _ in islice(candidates, limit))
    if not wanted:
        return ()
    scored = []
    for place, (candidate, names) in enumerate(candidates):
        score = max((_score(wanted, bare(name)) for name in names), default=0.0)
        if score >= ENOUGH:
            scored.append((-round(score, 3), place, candidate))
    scored.sort(key=lambda entry: entry[:2])
    return tuple(candidate for _, _, candidate in scored[:limit])


@lru_cache(maxsize=4096)
def _score(wanted: str, name: str) -> float:
    """How much of `wanted` is in the name, 0 to 1, and a little more the more of the name it is."""
    if not name:
        return 0.0
    if wanted == name:
        return 1.2
    fullness = 0.1 * len(wanted) / max(len(wanted), len(name))
    if name.startswith(wanted):
        return 1.05 + fullness
    if f" {wanted}" in name or (len(wanted) >= 3 and wanted in name) or (is_han(wanted[0]) and wanted in name):
        return 1.0 + fullness
    together = 0.0 if any(map(str.isdecimal, wanted)) else _together(wanted.replace(" ", ""), name.replace(" ", ""))
    return max(_words(wanted, name), together) * 0.98 + fullness


def _together(wanted: str, name: str) -> float:
    """The likeness of the whole, which bears slips anywhere in it; for Chinese, pairs of characters that it shares."""
    if any(map(is_han, wanted)):
        mine = {token.term for token in tokenise(wanted)}
        theirs = {token.term for token in tokenise(name)}
        return len(mine & theirs) / len(mine) + 0.2 if mine & theirs else 0.0
    return likeness(wanted, name) if abs(len(wanted) - len(name)) <= 3 else 0.0


def _words(wanted: str, name: str) -> float:
    """How well each word typed is in the name, weighed by its length; a beginning of a word counts as the word."""
    theirs = name.split()
    total = found = 0.0
    for word in wanted.split():
        alike = max(_word(word, other) for other in theirs)
        if word.isdecimal() and not alike:
            return 0.0
        total += len(word)
        found += len(word) * alike
    return found / total if total else 0.0


def _word(word: str, other: str) -> float:
    if word.isdecimal() or other.isdecimal():
        # A figure with a slip in it is another one. A year, or a month of it, is typed as it is written.
        return 1.0 if word == other or (other.startswith(word) and len(word) >= 2) else 0.0
    if other.startswith(word) and (len(word) >= 2 or len(other) == 1):
        return 1.0
    alike = likeness(word, other)
    if alike < 0.6 and len(word) >= 4 and len(other) > len(word):
        # A beginning with a slip in it: "dilla" for Dylan, "patell" for Patel.
        alike = 0.9 * likeness(word, other[: len(word)])
    if len(word) >= 5 and len(other) >= 5:
        alike = max(alike, (fuzz.ratio(word, other) / 100) ** 2)
    return alike
