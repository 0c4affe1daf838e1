"""Words that are said for one another, and names that two languages write differently."""

from __future__ import annotations

from functools import cache

from transcript.language.stemming import stem
from transcript.language.wordlist import read_rows


@cache
def chinese_names() -> dict[str, tuple[str, ...]]:
    """What Chinese calls well-known companies, people and places, by the term of the Latin name."""
    return {stem(name): tuple(chinese) for name, *chinese in read_rows("names.zh")}


@cache
def latin_names() -> dict[str, str]:
    """The terms of Latin names by what Chinese calls them."""
    return {chinese: latin for latin, names in chinese_names().items() for chinese in names}


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """For the stem of an English word the stems of others that are said for it."""
    return _partners(read_rows("synonyms.en"))


@cache
def rewordings() -> dict[str, frozenset[str]]:
    """The same with those that only a light rewording puts for it, in English and Chinese."""
    lists = ("synonyms.en", "rewordings.en", "rewordings_of_wordnet.en", "rewordings.zh")
    return _partners([group for name in lists for group in read_rows(name)])


def _partners(groups: list[list[str]]) -> dict[str, frozenset[str]]:
    """For each stem the others of all groups that it is in."""
    partners: dict[str, set[str]] = {}
    for group in groups:
        stems = {stem(word) for word in group}
        for word in stems:
            partners.setdefault(word, set()).update(stems - {word})
    return {word: frozenset(others) for word, others in partners.items()}
