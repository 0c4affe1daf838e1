"""What the segments say in each language, as rows of the store: the text, its terms, and where these stand in it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from transcript.index.offsets import pack, unpack
from transcript.index.vocabulary import marks
from transcript.language.tokens import Token
from transcript.models import Language, Segment

SegmentId: TypeAlias = int
"""A segment's number in a cache: its episode's, shifted by SEGMENT_BITS, and its index. Neighbours have neighbouring
ones."""


SEGMENT_BITS = 24


LANGUAGE_BITS = 10
"""A text's id is its segment's shifted by this, and the number of its language in the library."""


Terms: TypeAlias = Mapping[Language, str]
"""The terms of a segment in each language, in their order, with spaces between."""


class Text(NamedTuple):
    """What a segment says in one language."""

    segment: SegmentId
    language: Language
    text: str
    tokens: Sequence[Token]


def segment_id(episode: int, index: int) -> SegmentId:
    """The id of an episode's segment."""
    return episode << SEGMENT_BITS | index


def place_of(segment: SegmentId) -> tuple[int, int]:
    """The episode of a segment, and the segment's index in it."""
    return segment >> SEGMENT_BITS, segment & (1 << SEGMENT_BITS) - 1


def write(connection: sqlite3.Connection, texts: Iterable[Text]) -> None:
    """Write what segments say."""
    written = list(texts)
    new = [(language,) for language in dict.fromkeys(one.language for one in written)]
    connection.executemany("INSERT OR IGNORE INTO languages (code) VALUES (?)", new)
    numbers = _numbers(connection)
    rows = (
        (
            one.segment << LANGUAGE_BITS | numbers[one.language],
            one.text,
            " ".join([token.term for token in one.tokens]),
            pack((token.start, token.end) for token in one.tokens),
        )
        for one in written
    )
    connection.executemany("INSERT INTO texts VALUES (?, ?, ?, ?)", rows)


def remove(connection: sqlite3.Connection, first: SegmentId, end: SegmentId) -> None:
    """Take out the texts of the segments from `first` to before `end`."""
    connection.execute("DELETE FROM texts WHERE id >= ? AND id < ?", (first << LANGUAGE_BITS, end << LANGUAGE_BITS))


def read_terms(
    connection: sqlite3.Connection, segments: Sequence[SegmentId], languages: Sequence[Language] | None
) -> dict[SegmentId, dict[Language, str]]:
    """The terms of segments, of these languages alone or of all. A segment with no text in them is left out."""
    numbers = _numbers(connection)
    wanted = [numbers[one] for one in languages if one in numbers] if languages is not None else numbers.values()
    codes = {number: code for code, number in numbers.items()}
    ids = [segment << LANGUAGE_BITS | number for segment in segments for number in wanted]
    sql = f"SELECT id, terms FROM texts WHERE id IN ({marks(ids)})"  # noqa: S608 - marks alone
    found: dict[SegmentId, dict[Language, str]] = {}
    for key, terms in connection.execute(sql, ids):
        found.setdefault(key >> LANGUAGE_BITS, {})[codes[key & (1 << LANGUAGE_BITS) - 1]] = terms
    return found


def read_offsets(connection: sqlite3.Connection, segment: SegmentId, language: Language) -> list[tuple[int, int]]:
    """Where each term of a segment begins and ends in its text; none for a segment that is gone."""
    sql = "SELECT offsets FROM texts WHERE id = ? << ? | (SELECT number FROM languages WHERE code = ?)"
    row = connection.execute(sql, (segment, LANGUAGE_BITS, language)).fetchone()
    return unpack(row[0]) if row else []


def read_segments(connection: sqlite3.Connection, first: SegmentId, last: SegmentId) -> list[Segment]:
    """The segments from `first` to `last`, both included, as far as they exist."""
    sql = """SELECT id, code, text FROM texts JOIN languages ON number = id & ? WHERE id >= ? AND id < ? ORDER BY id"""
    texts: dict[SegmentId, dict[Language, str]] = {}
    bounds = ((1 << LANGUAGE_BITS) - 1, first << LANGUAGE_BITS, (last + 1) << LANGUAGE_BITS)
    for key, language, text in connection.execute(sql, bounds):
        texts.setdefault(key >> LANGUAGE_BITS, {})[language] = text
    rows = connection.execute("SELECT * FROM segments WHERE id >= ? AND id <= ? ORDER BY id", (first, last))
    return [
        Segment(
            place_of(key)[1], start, end, speaker, chapter, texts.get(key, {}), tuple(map(tuple, json.loads(times)))
        )
        for key, start, end, speaker, chapter, times in rows
    ]


def _numbers(connection: sqlite3.Connection) -> dict[Language, int]:
    return dict(connection.execute("SELECT code, number FROM languages"))
