"""Any words that were said in a row, and only once, are first and sure."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from transcript.language.tokens import split_words
from transcript.library import Library
from transcript.search import search
from transcript.search.phrases import is_verbatim, words_of

WORDS = (
    "I've",
    "we",
    "don’t",
    "C++",
    "c plus plus",
    "Zoë's",
    "Ｗｉｄｅ",
    "um",
    "it",
    "that's",
    "猫鱼",
    "25k",
    "3,000",
    ".NET",
    "co­op",
)
"""Words that may be written otherwise than they are compared."""


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS)))
def test_a_text_has_its_own_words(words: list[str]) -> None:
    text = " ".join(words)
    assert is_verbatim(text, f"so {text} then") == bool(words_of(text))


WINDOW = 8


def windows(library: Library) -> list[tuple[str, int, str]]:
    """Each window of words of a segment that occurs once in the library: episode, segment, text."""
    found = []
    for head in library.episodes:
        for segment in library.segments(head.slug, 0, head.segments):
            text = segment.text["en"]
            words = split_words(text)
            found += [
                (head.slug, segment.index, text[words[at].start : words[at + WINDOW - 1].end])
                for at in range(len(words) - WINDOW + 1)
            ]
    seen = Counter(window.casefold() for _, _, window in found)
    return [one for one in found if seen[one[2].casefold()] == 1]


@pytest.fixture(scope="module")
def once(shows: Library) -> list[tuple[str, int, str]]:
    return windows(shows)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_any_window_that_occurs_once_is_first_and_sure(
    shows: Library, once: list[tuple[str, int, str]], data: st.DataObject
) -> None:
    slug, segment, window = data.draw(st.sampled_from(once))
    answer = search(shows, window)
    assert answer.confident
    assert (answer.matches[0].episode, answer.matches[0].segment) == (slug, segment)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_any_window_of_the_shipped_transcript_is_first_and_sure(shipped: Library, data: st.DataObject) -> None:
    (head,) = shipped.episodes
    index = data.draw(st.integers(10, head.segments - 1))
    text = shipped.segments(head.slug, index, index)[0].text["en"]
    words = split_words(text)
    assume(len(words) >= WINDOW)
    at = data.draw(st.integers(0, len(words) - WINDOW))
    answer = search(shipped, text[words[at].start : words[at + WINDOW - 1].end])
    assert answer.confident
    places = [answer.matches[0].segment, *(segment for _, segment, _ in answer.matches[0].also)]
    assert {index, index - 1} & set(places)
