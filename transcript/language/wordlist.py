"""Reads word lists from `data/KIND.LANGUAGE.txt`. A line that begins with `#` is a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import groupby
from operator import itemgetter


def read_lines(name: str) -> Iterator[str]:
    """The lines of a list. `name` is the file's without its ending: `stop_words.en`."""
    text = files("transcript.language").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def read_rows(name: str) -> list[list[str]]:
    """The lines of a list, each as the words on it."""
    return [line.split() for line in read_lines(name)]


def read_words(name: str) -> list[str]:
    """Every word of a list, in its order."""
    return [word for row in read_rows(name) for word in row]


def read_variants(name: str) -> dict[str, str]:
    """Map each variant to the first word on its line, which it stands for."""
    return {variant: word for word, *variants in read_rows(name) for variant in variants}


def read_classes(name: str) -> dict[str, list[str]]:
    """The words of each class of a list: a line begins with the class and a colon, and several may be of one class."""
    found: dict[str, list[str]] = {}
    for row in read_rows(name):
        head, _, rest = " ".join(row).partition(": ")
        found.setdefault(head, []).extend(rest.split())
    return found


def any_of(patterns: Iterable[str]) -> str:
    """A pattern for any of these, each of which begins with a letter. Grouped by it they fail after a dozen letters
    instead of one by one."""
    by_letter = groupby(sorted(patterns, key=itemgetter(0)), key=itemgetter(0))
    return "|".join(f"{letter}(?:{'|'.join(each[1:] for each in some)})" for letter, some in by_letter)
