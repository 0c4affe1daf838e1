"""Matches that are offered while a query is typed."""

from __future__ import annotations

import pytest

from tests.transcript.search.found import marked
from transcript.library import Library
from transcript.search import search


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("more law", ["more lawyers"]),
        ("soldier bal", ["solder balls"]),
        ("bumpg", ["BumpGate"]),
        ("超级智", ["超级智"]),
    ],
)
def test_the_last_word_may_be_a_beginning(shipped: Library, query: str, words: list[str]) -> None:
    answer = search(shipped, query, typing=True)
    assert answer.confident
    assert marked(answer.matches[0]) == words
    assert all(match.score >= 72 for match in answer.matches)


@pytest.mark.parametrize("query", ["the", "zeppel", "xq", "量子计"])
def test_nothing_unlike_is_offered_while_it_is_typed(shipped: Library, query: str) -> None:
    assert search(shipped, query, typing=True).matches == ()
