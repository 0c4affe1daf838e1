"""True if one word may stand for another: the same, misspelt, in another form, or said for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from transcript.comparison.word import WEIGHTS, Kind, Word
from transcript.language import frequency, thesaurus
from transcript.language.lexicon import QUANTITIES
from transcript.language.normalise import is_han
from transcript.language.spelling import sound, sound_likeness, spelling_likeness
from transcript.language.wordlist import read_rows

SAME = 1.0
"""Likeness of a word and itself."""


ALIKE = 0.9
"""Likeness of a word and the same word misspelt or inflected."""


RELATED = 0.7
"""Likeness of a word and another that is said for it."""


INSTEAD = 0.15
"""Cost of a word in the place of another of its kind."""


CONTRACTIONS = frozenset(map(frozenset, (("'s", "is"), ("'s", "has"), ("'d", "had"), ("'d", "would"))))
"""What is left of a contraction, and what it may stand for."""


@cache
def opposites() -> dict[str, frozenset[str]]:
    """For each word those that say the contrary."""
    found: dict[str, set[str]] = {}
    for one, other in read_rows("opposites"):
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


def pair_score(one: Word, other: Word) -> float:
    """The gain, or cost if negative, of one word in the place of the other."""
    if one.key == other.key and _same_kind(one, other):
        return one.weight
    return _score_of(one.key, one.stem, one.kind, other.key, other.stem, other.kind)


@lru_cache(maxsize=65_536)
def _score_of(key: str, stem: str, kind: Kind, other_key: str, other_stem: str, other_kind: Kind) -> float:
    likeness = relation(key, stem, kind, other_key, other_stem, other_kind)
    if likeness:
        return likeness * min(WEIGHTS[kind], WEIGHTS[other_kind])
    return _replacement_cost(kind, other_kind)


def _replacement_cost(kind: Kind, other: Kind) -> float:
    """The cost of a word of a kind in the place of another that is not related."""
    if kind == other:
        return -INSTEAD
    return (-3 if "filler" in (kind, other) or "number" in (kind, other) else -2) * INSTEAD


def _same_kind(one: Word, other: Word) -> bool:
    """True if both deny, or neither: the 不 of 不只 is not that of 不是."""
    return (one.kind == "negation") == (other.kind == "negation")


def related(one: Word, other: Word) -> float:
    """Likeness of two words: 1 for the same word, 0 for another."""
    if one.key == other.key and _same_kind(one, other):
        return SAME
    return relation(one.key, one.stem, one.kind, other.key, other.stem, other.kind)


@lru_cache(maxsize=65_536)
def relation(key: str, stem: str, kind: Kind, other_key: str, other_stem: str, other_kind: Kind) -> float:
    """Likeness of two words, 0 to 1, by key, stem and kind."""
    if key == other_key:
        return SAME if (kind == "negation") == (other_kind == "negation") else 0.0
    if kind == other_kind == "quantity" and is_han(key[0]) == is_han(other_key[0]):
        return RELATED if QUANTITIES[key] == QUANTITIES[other_key] else 0.0
    if "number" in (kind, other_kind) or is_han(key[0]) or is_han(other_key[0]):
        return 0.0
    if frozenset((key, other_key)) in CONTRACTIONS:
        return SAME
    if kind == other_kind == "negation":
        return RELATED
    if other_key in opposites().get(key, ()):
        return 0.0
    if stem == other_stem and kind == other_kind and len(stem) > 2:
        return ALIKE
    if other_stem in thesaurus.rewordings().get(stem, ()) or _are_derived(stem, other_stem):
        return RELATED
    return ALIKE if kind == other_kind == "content" and misspelt(key, other_key) else 0.0


_DERIVING = (
    "ation", "ition", "tion", "sion", "ment", "ness", "ality", "ity", "ance", "ence", "ally", "al", "ly", "e", "y",
)  # fmt: skip


@lru_cache(maxsize=65_536)
def _are_derived(one: str, other: str) -> bool:
    """True if two words are one in two parts of speech: potential and potentiality, improve and improvement."""
    if one[:4] != other[:4]:
        return False
    roots = [{word.removesuffix(ending) for ending in ("", *_DERIVING)} for word in (one, other)]
    return any(len(root) > 4 for root in roots[0] & roots[1])


def misspelt(one: str, other: str) -> bool:
    """True if one word is the other as it was heard or mistyped, and not another word."""
    known = frequency.is_known(one) and frequency.is_known(other)
    if known or not one.isalpha() or not other.isalpha():
        return False
    if len(sound(one)) > 1 and sound(one) == sound(other) and sound_likeness(one, other) > 0.7:
        return True
    return sorted(one) == sorted(other) and spelling_likeness(one, other) > 0.7


class Scores:
    """Gains and costs of each word of a transcript in the place of each of a claim's. Most are unlike, and only those
    that share a stem, a beginning, a sound or a meaning are looked at."""

    def __init__(self, claimed: Sequence[Word]) -> None:
        self._claimed = claimed
        self._rows: dict[tuple[str, Kind], list[float]] = {}
        self._unlike: dict[Kind, list[float]] = {}
        self._near: dict[str, list[int]] = {}
        for place, word in enumerate(claimed):
            for trait in _traits_of(word.key, word.stem, word.kind):
                self._near.setdefault(trait, []).append(place)
            for other in thesaurus.rewordings().get(word.stem, ()):
                self._near.setdefault(other, []).append(place)

    def of(self, word: Word) -> list[float]:
        """A row that begins with 0, and has a score for each word of the claim."""
        row = self._rows.get((word.key, word.kind))
        if row is None:
            if word.kind not in self._unlike:
                self._unlike[word.kind] = [0.0, *(_replacement_cost(word.kind, other.kind) for other in self._claimed)]
            row = self._rows[word.key, word.kind] = list(self._unlike[word.kind])
            for trait in _traits_of(word.key, word.stem, word.kind):
                for place in self._near.get(trait, ()):
                    row[place + 1] = pair_score(word, self._claimed[place])
        return row


_CONTRACTING = frozenset().union(*CONTRACTIONS)


@lru_cache(maxsize=4_096)
def _traits_of(key: str, stem: str, kind: Kind) -> tuple[str, ...]:
    """The traits of a word; words that may be related share one."""
    if kind == "number" or is_han(key[0]):
        return (key,)
    of_kind = f"{kind}:" if kind in ("negation", "quantity") else key
    of_kind = "'" if key in _CONTRACTING else of_kind
    letters = "".join(sorted(key))
    return tuple({key, stem, of_kind, f"{key[:4]}-", f"{sound(key)}=", f"{letters}+"})
