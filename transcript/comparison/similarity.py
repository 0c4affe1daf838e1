"""Likeness of two words: the same, another form of it, or one of the same class."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from transcript.comparison.lists import paraphrases
from transcript.comparison.word import WEIGHTS, Kind, Word
from transcript.language.lexicon import QUANTITIES
from transcript.language.normalise import is_han

SAME = 1.0
"""Likeness of a word and itself."""


RELATED = 0.8
"""Likeness of two forms of a word, two that say the same, two of one quantity, two that deny."""


INSTEAD = 0.15
"""Cost of a word in the place of another of its kind."""


CONTRACTIONS = frozenset(map(frozenset, (("'s", "is"), ("'s", "has"), ("'d", "had"), ("'d", "would"))))
"""What is left of a contraction, and what it may stand for."""


def related(one: Word, other: Word) -> float:
    """Likeness of two words: 1 for the same word, 0 for another."""
    if one.key == other.key:
        return SAME if (one.kind == "negation") == (other.kind == "negation") else 0.0
    if frozenset((one.key, other.key)) in CONTRACTIONS:
        return SAME
    return RELATED if not _traits_of(one).isdisjoint(_traits_of(other)) else 0.0


def _traits_of(word: Word) -> frozenset[str]:
    return _traits(word.key, word.stem, word.kind)


@lru_cache(maxsize=8_192)
def _traits(key: str, stem: str, kind: Kind) -> frozenset[str]:
    """The traits of a word; words that are related share one."""
    if kind == "number":
        return frozenset((key,))
    if kind == "quantity":
        return frozenset((key, f"{QUANTITIES[key]} {is_han(key[0])}"))
    if kind == "negation":
        return frozenset((key, "" if is_han(key[0]) else "negation "))
    contracting = (f"{''.join(sorted(pair))} " for pair in CONTRACTIONS if key in pair)
    inflected = (f"{kind} {stem}",) if len(stem) > 2 and not is_han(key[0]) else ()
    groups = paraphrases().get((key,), frozenset()) | paraphrases().get((stem,), frozenset())
    return frozenset((key, *inflected, *contracting, *(f"{group}" for group in groups)))


def pair_score(one: Word, other: Word) -> float:
    """The gain, or cost if negative, of one word in the place of the other."""
    likeness = related(one, other)
    if not likeness:
        return _replacement_cost(one.kind, other.kind)
    return likeness * (one.weight if one.key == other.key else min(WEIGHTS[one.kind], WEIGHTS[other.kind]))


def _replacement_cost(kind: Kind, other: Kind) -> float:
    """The cost of a word of a kind in the place of another that is not related."""
    if kind == other:
        return -INSTEAD
    return (-3 if "filler" in (kind, other) or "number" in (kind, other) else -2) * INSTEAD


class Scores:
    """Gains and costs of each word of a transcript in the place of each of a claim's. Most are unlike, and only those
    that share a trait are looked at."""

    def __init__(self, claimed: Sequence[Word]) -> None:
        self._claimed = claimed
        self._rows: dict[tuple[str, Kind], list[float]] = {}
        self._unlike: dict[Kind, list[float]] = {}
        self._near: dict[str, list[int]] = {}
        for place, word in enumerate(claimed):
            for trait in _traits_of(word):
                self._near.setdefault(trait, []).append(place)

    def of(self, word: Word) -> list[float]:
        """A row that begins with 0, and has a score for each word of the claim."""
        row = self._rows.get((word.key, word.kind))
        if row is None:
            if word.kind not in self._unlike:
                costs = (_replacement_cost(word.kind, other.kind) for other in self._claimed)
                self._unlike[word.kind] = [0.0, *costs]
            row = self._rows[word.key, word.kind] = list(self._unlike[word.kind])
            for trait in _traits_of(word):
                for place in self._near.get(trait, ()):
                    row[place + 1] = pair_score(word, self._claimed[place])
        return row
