"""Negation."""

from __future__ import annotations

from collections.abc import Sequence

from transcript.comparison import wordlists
from transcript.comparison.word import Word


def _denies(mine: list[Word], theirs: list[Word]) -> bool:
    """Whether one of them has a negation more that no other word makes up for."""
    one, other = _negations(mine), _negations(theirs)
    if one % 2 == other % 2:
        return (one > 0) != (other > 0)
    return (one + _negative(mine)) % 2 != (other + _negative(theirs)) % 2


def _negations(words: Sequence[Word]) -> int:
    if len(words) == 1 and words[0].key in wordlists.CHINESE_NEGATIONS:
        # The 不 of 是不是 denies nothing, and yet it is not left out.
        return 1
    return sum(word.kind == "negation" for word in words)


def _negative(words: Sequence[Word]) -> int:
    """How many words say what a negation says with another word."""
    text = "".join(word.key for word in words)
    verbs = sum(word.stem in wordlists.NEGATIVE_VERBS for word in words)
    return verbs + any(verb in text for verb in wordlists.CHINESE_NEGATIVE_VERBS)
