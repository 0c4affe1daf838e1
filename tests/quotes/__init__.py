"""Misquotes and honest quotes, made from the sentences of any transcript by seeded chance."""

from __future__ import annotations


def words(text: str) -> list[str]:
    """The words of a text, split at white space."""
    return text.split()
