"""The texts of segments, in any number of languages, as it is written and read."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcript.index.analysis import BLOCK, analyse
from transcript.index.store import texts
from transcript.index.store.alphabet import Alphabet, terms_of
from transcript.index.store.blobs import DamageError
from transcript.index.store.schema import TABLES
from transcript.index.store.texts import segment_id
from transcript.language.tokens import tokenise
from transcript.models import Episode, Segment, Transcript

LANGUAGES = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=2, max_size=3)


def store_of(said: list[dict[str, str]], key: int = 7) -> sqlite3.Connection:
    """A store with an episode of segments that say this."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(TABLES)
    segments = tuple(
        Segment(index, 1.5 * index, None, "Ada Quill", None, text, ((5, 2.5),)) for index, text in enumerate(said)
    )
    head = Episode("slug", "Title", None, ("Ada Quill",), (), 9.0, len(said))
    texts.write(connection, key, analyse(Transcript(head, (), segments), "slug"), Alphabet(connection))
    return connection


@given(st.lists(st.dictionaries(LANGUAGES, st.text(min_size=1), max_size=3), max_size=2 * BLOCK + 3))
def test_texts_stand_under_any_languages(said: list[dict[str, str]]) -> None:
    connection = store_of(said)
    read = texts.read_segments(connection, segment_id(7, 0), segment_id(7, 99))
    assert [segment.text for segment in read] == said
    assert [(segment.index, segment.start) for segment in read] == [(index, 1.5 * index) for index in range(len(said))]
    assert {(segment.end, segment.speaker, segment.marks) for segment in read} <= {(None, "Ada Quill", ((5, 2.5),))}
    ids = [segment_id(7, index) for index in range(len(said))]
    every = texts.read_terms(connection, ids, None)
    for id_, one in zip(ids, said, strict=True):
        for language, text in one.items():
            tokens = tokenise(text, language)
            characters = every[id_][language]
            spelt = terms_of(connection, characters)
            assert [spelt[character] for character in characters] == [token.term for token in tokens]
            assert texts.read_terms(connection, [id_], [language]) == {id_: {language: characters}}
            offsets = texts.read_offsets(connection, id_, language)
            assert offsets == [(token.start, token.end) for token in tokens]
    assert texts.read_terms(connection, ids, ["none"]) == {}
    texts.remove(connection, 7)
    assert texts.read_terms(connection, ids, None) == {}
    assert texts.read_segments(connection, 0, segment_id(99, 0)) == []


def test_segments_are_read_from_any_to_any() -> None:
    connection = store_of([{"en": f"number {index}"} for index in range(BLOCK + 2)])
    for first in range(BLOCK + 2):
        for last in range(first, BLOCK + 4):
            read = texts.read_segments(connection, segment_id(7, first), segment_id(7, last))
            assert [segment.index for segment in read] == list(range(first, min(last, BLOCK + 1) + 1))
    assert texts.read_terms(connection, [segment_id(7, BLOCK + 2), segment_id(8, 0)], None) == {}
    assert texts.read_offsets(connection, segment_id(7, BLOCK + 2), "en") == []


@pytest.mark.parametrize("table", ["segments", "texts", "terms"])
def test_a_changed_byte_or_id_is_seen(table: str) -> None:
    connection = store_of([{"en": "The granite arrived by barge"}])
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    blobs = connection.execute(f"SELECT * FROM {table}").fetchone()[1:]  # noqa: S608 - one of ours

    def read() -> object:
        return (
            texts.read_segments(connection, segment_id(7, 0), segment_id(9, 0)),
            texts.read_terms(connection, [segment_id(7, 0), segment_id(8, 0)], None),
            [texts.read_offsets(connection, segment_id(key, 0), "en") for key in (7, 8)],
        )

    whole = read()
    for column, blob in zip(columns[1:], blobs, strict=True):
        for bit in range(8 * len(blob)):
            changed = bytearray(blob)
            changed[bit // 8] ^= 1 << bit % 8
            connection.execute(f"UPDATE {table} SET {column} = ?", (bytes(changed),))  # noqa: S608
            with pytest.raises(DamageError):
                read()
        connection.execute(f"UPDATE {table} SET {column} = ?", (blob,))  # noqa: S608
    assert read() == whole
    other = segment_id(8, 0) // BLOCK
    connection.execute(f"UPDATE {table} SET id = ?", (other if table == "segments" else other << 10 | 1,))  # noqa: S608
    with pytest.raises(DamageError):
        read()


def test_blocks_that_were_read_are_kept_and_the_oldest_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "BLOCKS_KEPT", 2)
    connection = store_of([{"en": f"number {index}"} for index in range(6 * BLOCK)])
    blocks = texts.Blocks()

    def read(first: int, last: int) -> list[int]:
        found = blocks.segments(connection, segment_id(7, first), segment_id(7, last))
        return [segment.index for segment in found]

    assert read(3, BLOCK) == list(range(3, BLOCK + 1))
    assert read(2 * BLOCK, 2 * BLOCK + 40) == list(range(2 * BLOCK, 6 * BLOCK))
    connection.execute("DELETE FROM segments")
    assert read(BLOCK - 2, BLOCK + 1) == list(range(BLOCK - 2, BLOCK + 2))
    assert read(3 * BLOCK, 3 * BLOCK) == []
    connection.execute("DELETE FROM texts")
    assert read(1, 1) == [1]


def test_an_episode_does_not_push_out_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "BLOCKS_AT_ONCE", 1)
    connection = store_of([{"en": f"number {index}"} for index in range(3 * BLOCK)])
    blocks = texts.Blocks()
    assert len(blocks.segments(connection, segment_id(7, 0), segment_id(7, 3 * BLOCK))) == 3 * BLOCK
    connection.execute("DELETE FROM segments")
    assert blocks.segments(connection, segment_id(7, 0), segment_id(7, 0)) == []
