"""A library that is opened from a test's folder, with its cache beside it."""

from __future__ import annotations

from pathlib import Path

from transcript.library import Library, open_library
from transcript.search import search


def opened(folder: Path) -> Library:
    return open_library([folder], folder.parent / "data")


def found(library: Library, query: str) -> tuple[str, int] | None:
    answer = search(library, query)
    return (answer.matches[0].episode, answer.matches[0].segment) if answer.confident else None
