"""Whatever is typed, and by however many at once, gets an answer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcript.language.normalise import word_edges
from transcript.language.sentences import sentences
from transcript.language.tokens import terms
from transcript.library import Library
from transcript.models import Language
from transcript.search import moments, search


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_an_answer_with_spans_on_word_edges(shipped: Library, query: str) -> None:
    answer = search(shipped, query)
    assert answer.query == query
    assert len(answer.matches) <= 5
    for match in answer.matches:
        assert 0 <= match.score <= 100
        for start, end in match.spans:
            assert 0 <= start < end <= len(match.text)
            assert word_edges(match.text, start, end) == (start, end)


@pytest.mark.parametrize("query", ["\ud800", "a\0b", "x" * 100_000, "的" * 100_000, "1" * 500, "goat " * 20_000])
def test_a_hostile_query_is_a_query(library: Library, query: str) -> None:
    assert search(library, query).query == query
    moments(library, query)


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_a_sentence_cut_from_a_segment_is_found_first(shipped: Library, data: st.DataObject) -> None:
    (head,) = shipped.episodes
    index = data.draw(st.integers(30, head.segments - 1))
    language: Language = data.draw(st.sampled_from(["en", "zh"]))
    text = shipped.segments(head.slug, index, index)[0].text[language]
    start, end = data.draw(st.sampled_from(sentences(text, language)))
    if len(set(terms(text[start:end]))) < 9:
        return
    answer = search(shipped, text[start:end])
    assert answer.confident
    places = [(match.segment, *(segment for _, segment, _ in match.also)) for match in answer.matches]
    assert index in places[0] or index - 1 in places[0]


def test_many_threads_get_the_answers_of_one(shipped: Library) -> None:
    queries = ["solder balls", "microsft lawyers", "超级智能", "what went wrong with GPT4.5?", "quantum computing"] * 8
    alone = [search(shipped, query) for query in queries]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda query: search(shipped, query), queries)) == alone
