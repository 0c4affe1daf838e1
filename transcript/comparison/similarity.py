"""Likeness of two words: the same, another form of it, or one of the same class."""

from __future__ import annotations

from functools import lru_cache

from transcript.language.lexicon import QUANTITIES
from transcript.language.normalise import is_han
from transcript.language.tagging import Kind, Word, paraphrases

RELATED = 0.8
"""Likeness of two forms of a word, two that say the same, two of one quantity, two that deny."""


OTHER_AMOUNT = 0.5
"""Likeness of two amounts."""


WRITTEN_ALIKE = frozenset(
    map(frozenset, (("'s", "is"), ("'s", "has"), ("'d", "had"), ("'d", "would"), ("one", "#1"), ("first", "#1st")))
)
"""Words that are written for each other: contracted, or in figures though they are mostly no amounts."""


def related(one: Word, other: Word) -> float:
    """Likeness of two words: 1 for the same word, 0 for another."""
    if one.key == other.key:
        return 1.0 if (one.kind == "negation") == (other.kind == "negation") else 0.0
    if frozenset((one.key, other.key)) in WRITTEN_ALIKE:
        return 1.0
    if one.kind == other.kind == "number":
        return OTHER_AMOUNT
    traits = (_traits(word.key, word.stem, word.kind) for word in (one, other))
    return 0.0 if frozenset.isdisjoint(*traits) else RELATED


@lru_cache(maxsize=8_192)
def _traits(key: str, stem: str, kind: Kind) -> frozenset[int | str]:
    """The traits of a word; words that are related share one."""
    if kind == "quantity":
        return frozenset((f"{QUANTITIES[key]} {is_han(key[0])}",))
    if kind == "negation":
        return frozenset() if is_han(key[0]) else frozenset(("negation",))
    inflected = (f"{kind} {stem}",) if len(stem) > 2 else ()
    return frozenset((*inflected, *paraphrases().get((key,), ()), *paraphrases().get((stem,), ())))
