"""What segments say, in any number of languages."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from transcript.index import texts
from transcript.index.schema import TABLES
from transcript.index.texts import Text, segment_id
from transcript.language.tokens import tokenise

LANGUAGES = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=2, max_size=3)


@given(st.lists(st.dictionaries(LANGUAGES, st.text(min_size=1)), max_size=5))
def test_texts_stand_under_any_languages(said: list[dict[str, str]]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(TABLES)
    rows = [(segment_id(7, index), 0.0, 1.0, "Ada Quill", None, "[[5, 2.5]]") for index in range(len(said))]
    connection.executemany("INSERT INTO segments VALUES (?, ?, ?, ?, ?, ?)", rows)
    every = [
        Text(segment_id(7, index), language, text, tokenise(text))
        for index, one in enumerate(said)
        for language, text in one.items()
    ]
    texts.write(connection, every)
    read = texts.read_segments(connection, segment_id(7, 0), segment_id(7, 9))
    assert [segment.text for segment in read] == said
    assert [segment.index for segment in read] == list(range(len(said)))
    assert {segment.marks for segment in read} <= {((5, 2.5),)}
    ids = [row[0] for row in rows]
    for one in every:
        joined = " ".join(token.term for token in one.tokens)
        assert texts.read_terms(connection, ids, [one.language])[one.segment] == {one.language: joined}
        assert texts.read_terms(connection, ids, None)[one.segment][one.language] == joined
        offsets = texts.read_offsets(connection, one.segment, one.language)
        assert offsets == [(token.start, token.end) for token in one.tokens]
    assert texts.read_terms(connection, ids, ["none"]) == {}
    texts.remove(connection, segment_id(7, 1), segment_id(7, 9))
    assert texts.read_terms(connection, ids, None).keys() <= {segment_id(7, 0)}
