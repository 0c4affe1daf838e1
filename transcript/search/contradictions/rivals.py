"""Rivals: words of which one cannot be put for the other, as opposites, numbers and persons are."""

from __future__ import annotations

from itertools import chain, combinations

from transcript.language.lexicon import FILLERS, STOP_WORDS
from transcript.language.stemming import stem
from transcript.language.wordlist import read_rows

_ROWS = [
    (frozenset(map(stem, row)), STOP_WORDS.issuperset(row))
    for name in ("opposites", "opposites_of_wordnet.en")
    for row in read_rows(name)
    if row[0].isascii() and FILLERS.isdisjoint(row) and row != ["and", "or"]
]

_EXCLUSIVE = {frozenset(pair) for row in read_rows("exclusive.en") for pair in combinations(map(stem, row), 2)}

OPPOSITES = _EXCLUSIVE.union(pair for pair, small in _ROWS if not small)
"""Pairs of terms that mean the opposite of each other, or of which nothing is both: two months."""


SMALL_OPPOSITES = frozenset(pair for pair, small in _ROWS if small)
"""Those of small words, as before and after, which can be put for each other in other constructions."""


HAVE_SMALL_OPPOSITES = frozenset(chain.from_iterable(SMALL_OPPOSITES))
"""The terms of these pairs."""


PERSONS = {form: row[0] for row in read_rows("persons.en") for form in row}
"""The forms of personal pronouns, each with its person: me is I in another part of a sentence."""


NEGATIVE_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non")
"""What denies the word that it begins: not irrational is rational."""


OPPOSITE_PREFIXES = [
    (first, second) for row in read_rows("opposite_prefixes.en") for first, second in (row, reversed(row))
]
"""Pairs of beginnings, either way round, that make opposites of one word: overrated, underrated."""


STEM_DENIED = 4
"""Letters of the shortest term that a prefix denies: unsafe, not inland."""


SHORTEST_AFTER_PREFIX = 2
"""Letters of the shortest term behind one of them: the us of overused."""


def are_opposites(one: str, other: str) -> bool:
    """True for two terms of which one means the opposite of the other, as stable and unstable do."""
    short, long = sorted((one, other), key=len)
    denied = len(short) >= STEM_DENIED and long.endswith(short) and long[: -len(short)] in NEGATIVE_PREFIXES
    return denied or frozenset((one, other)) in OPPOSITES or _begin_as_opposites(one, other)


def _begin_as_opposites(one: str, other: str) -> bool:
    """True for a word behind two prefixes of which one is the opposite of the other."""
    return any(
        one.startswith(first)
        and other.startswith(second)
        and one[len(first) :] == other[len(second) :]
        and len(one) >= len(first) + SHORTEST_AFTER_PREFIX
        for first, second in OPPOSITE_PREFIXES
    )


def may_have_rivals(term: str) -> bool:
    """True for a number, a pronoun, and a term that has an opposite."""
    return term.startswith("#") or term in _HAVE_RIVALS


_HAVE_RIVALS = frozenset(("one", *PERSONS, *chain.from_iterable(OPPOSITES)))


def are_rivals(one: str, other: str) -> bool:
    """True for two terms, pronouns as their persons, that a sentence cannot exchange and say the same."""
    numbers = one != other and all(term.startswith("#") or term == "one" for term in (one, other))
    pronouns = one != other and PERSONS.keys() >= {one, other}
    return numbers or pronouns or frozenset((one, other)) in OPPOSITES
