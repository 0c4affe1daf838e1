"""Synonyms, rewordings, and names that Chinese and English write differently."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from transcript.language.stemming import stem
from transcript.language.wordlist import read_rows


@cache
def chinese_names() -> dict[str, tuple[str, ...]]:
    """Chinese names of well-known companies, people and places, by the term of the Latin name."""
    return {stem(name): tuple(chinese) for name, *chinese in read_rows("names.zh")}


@cache
def latin_names() -> dict[str, str]:
    """Terms of Latin names by the Chinese name."""
    return {chinese: latin for latin, names in chinese_names().items() for chinese in names}


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """Stems of English words with the stems of their synonyms."""
    return _group_partners(read_rows("synonyms.en"))


@cache
def rewordings() -> dict[str, frozenset[str]]:
    """Stems with those of their synonyms and of words that a light rewording puts for them, in English and Chinese."""
    lists = ("synonyms.en", "rewordings.en", "rewordings_of_wordnet.en", "rewordings.zh")
    return _group_partners([group for name in lists for group in read_rows(name)])


@cache
def kin() -> dict[str, tuple[str, ...]]:
    """Stems of English words with those of all words that may be said for them in some sense: far more than synonyms.
    Few of them are meant in a given place."""
    partners: dict[str, set[str]] = defaultdict(set)
    stems = cache(stem)
    for word, *others in read_rows("kin_of_wordnet.en"):
        for other in others:
            partners[stems(word)].add(stems(other))
            partners[stems(other)].add(stems(word))
    for word, reworded in rewordings().items():
        partners[word] |= reworded
    return {word: tuple(sorted(others)) for word, others in partners.items()}


def _group_partners(groups: list[list[str]]) -> dict[str, frozenset[str]]:
    """Map each stem to the other stems of all groups that it is in."""
    partners: dict[str, set[str]] = {}
    for group in groups:
        stems = {stem(word) for word in group}
        for word in stems:
            partners.setdefault(word, set()).update(stems - {word})
    return {word: frozenset(others) for word, others in partners.items()}
