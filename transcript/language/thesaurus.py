"""Synonyms, rewordings, names in both languages."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from transcript.language.stemming import stem


@cache
def names() -> dict[str, tuple[str, ...]]:
    """Well-known names: the term of the Latin one, and what Chinese calls it."""
    lines = files("transcript.language").joinpath("data", "names.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    return {stem(name): tuple(chinese) for name, *chinese in rows}


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """For the stem of a word the stems of others that are said for it."""
    return _others(_groups("synonyms.txt"))


@cache
def rewordings() -> dict[str, frozenset[str]]:
    """The same with those that only a light rewording puts for it; a Chinese word is its own stem."""
    return _others([*_groups("synonyms.txt"), *_groups("rewordings.txt")])


def _groups(name: str) -> list[list[str]]:
    lines = files("transcript.language").joinpath("data", name).read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if not line.startswith("#")]


def _others(groups: list[list[str]]) -> dict[str, frozenset[str]]:
    others: dict[str, set[str]] = {}
    for words in groups:
        group = {stem(word) for word in words}
        for word in group:
            others.setdefault(word, set()).update(group - {word})
    return {word: frozenset(group) for word, group in others.items()}
