"""The segments of a library as rows of the store. A row has the segments of a block, and is sealed; what they say in a
language stands in rows of its own: the texts with the offsets of their terms, and the terms."""

from __future__ import annotations

import json
import sqlite3
import threading
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any, TypeAlias

from transcript.index.analysis import BLOCK, Analysis
from transcript.index.store.alphabet import Alphabet
from transcript.index.store.blobs import (
    DamageError,
    join_parts,
    json_of,
    parts_of,
    seal,
    split_parts,
    unpack_offsets,
    unseal,
)
from transcript.models import Language, Segment

SegmentId: TypeAlias = int
"""A segment's number in a cache: its episode's, shifted by SEGMENT_BITS, and its index. Neighbours have neighbouring
ones."""


SEGMENT_BITS = 24
"""Bits of a segment's index in its number: an episode has fewer than 16 million segments."""


LANGUAGE_BITS = 10
"""The id of a block's row in a language is the block's, shifted by this, and the number of the language."""


BLOCKS_KEPT = 64
"""Blocks of segments that stay in memory, some 8 kB each: a match is shown from the segments around it, read one by
one."""


BLOCKS_AT_ONCE = 4
"""Whoever reads more blocks at once reads an episode, and not one of them again."""


EPISODES_KEPT = 32
"""Episodes whose segments' times stay in memory, some 100 kB for an hour's."""


Terms: TypeAlias = Mapping[Language, str]
"""The terms of a segment in each language, in their order, each a character of the library's alphabet."""


def segment_id(episode: int, index: int) -> SegmentId:
    """The id of an episode's segment."""
    return episode << SEGMENT_BITS | index


def place_of(segment: SegmentId) -> tuple[int, int]:
    """The episode of a segment, and the segment's index in it."""
    return segment >> SEGMENT_BITS, segment & (1 << SEGMENT_BITS) - 1


def write(connection: sqlite3.Connection, episode: int, analysis: Analysis, alphabet: Alphabet) -> None:
    """Write an episode's segments, with their terms in the library's alphabet."""
    first = segment_id(episode, 0) // BLOCK
    rows = ((first + number, seal(first + number, blob)) for number, blob in enumerate(analysis.segments))
    connection.executemany("INSERT INTO segments VALUES (?, ?)", rows)
    codes = [(language,) for language in dict.fromkeys(one.language for one in analysis.texts)]
    connection.executemany("INSERT OR IGNORE INTO languages (code) VALUES (?)", codes)
    numbers = numbers_of(connection)
    ids = [(first + one.number) << LANGUAGE_BITS | numbers[one.language] for one in analysis.texts]
    texts = ((key, seal(key, one.texts), seal(key, one.offsets)) for key, one in zip(ids, analysis.texts, strict=True))
    connection.executemany("INSERT INTO texts VALUES (?, ?, ?)", texts)
    translation = alphabet.translation(analysis.alphabet)
    terms = (
        (key, seal(key, _pack_terms(one.terms, translation))) for key, one in zip(ids, analysis.texts, strict=True)
    )
    connection.executemany("INSERT INTO terms VALUES (?, ?)", terms)


def _pack_terms(said: Iterable[str | None], translation: Mapping[int, str]) -> bytes:
    return join_parts([None if one is None else one.translate(translation).encode() for one in said])


def remove(connection: sqlite3.Connection, episode: int) -> None:
    """Take an episode's segments out."""
    first, end = segment_id(episode, 0) // BLOCK, segment_id(episode + 1, 0) // BLOCK
    connection.execute("DELETE FROM segments WHERE id >= ? AND id < ?", (first, end))
    for table in ("texts", "terms"):
        sql = f"DELETE FROM {table} WHERE id >= ? AND id < ?"  # noqa: S608 - one of two
        connection.execute(sql, (first << LANGUAGE_BITS, end << LANGUAGE_BITS))


def read_terms(
    connection: sqlite3.Connection, segments: Iterable[SegmentId], languages: Sequence[Language] | None
) -> dict[SegmentId, Terms]:
    """The terms of segments, of these languages alone or of all. A segment with no text in them is left out."""
    numbers = numbers_of(connection)
    wanted = [numbers[one] for one in languages if one in numbers] if languages is not None else numbers.values()
    codes = {number: code for code, number in numbers.items()}
    blocks: dict[int, list[SegmentId]] = {}
    for segment in segments:
        blocks.setdefault(segment // BLOCK, []).append(segment)
    ids = [block << LANGUAGE_BITS | number for block in blocks for number in wanted]
    sql = "SELECT id, terms FROM terms WHERE id IN (SELECT value FROM json_each(?))"
    found: dict[SegmentId, dict[Language, str]] = {}
    for key, blob in connection.execute(sql, (json.dumps(ids),)):
        parts, language = split_parts(unseal(key, blob)), language_of(key, codes)
        for segment in blocks[key >> LANGUAGE_BITS]:
            terms = parts[segment % BLOCK] if segment % BLOCK < len(parts) else None
            if terms is not None:
                found.setdefault(segment, {})[language] = terms.decode()
    return {**found}


def read_offsets(connection: sqlite3.Connection, segment: SegmentId, language: Language) -> list[tuple[int, int]]:
    """The start and end of each term of a segment in its text; none for a segment that is gone."""
    sql = "SELECT id, offsets FROM texts WHERE id = ? << ? | (SELECT number FROM languages WHERE code = ?)"
    for key, blob in connection.execute(sql, (segment // BLOCK, LANGUAGE_BITS, language)):
        offsets = parts_of(key, blob)[segment % BLOCK :][:1]
        return unpack_offsets(offsets[0]) if offsets and offsets[0] is not None else []
    return []


def read_segments(connection: sqlite3.Connection, first: SegmentId, last: SegmentId) -> list[Segment]:
    """The segments from `first` to `last` of an episode, both included, as far as they exist."""
    blocks = read_blocks(connection, first // BLOCK, last // BLOCK)
    low, high = place_of(first)[1], place_of(last)[1]
    return [segment for block in blocks.values() for segment in block if low <= segment.index <= high]


def read_blocks(connection: sqlite3.Connection, low: int, high: int) -> dict[int, list[Segment]]:
    """The segments of the blocks from `low` to `high`, of one episode, as far as they exist."""
    texts: dict[SegmentId, dict[Language, str]] = {}
    sql = "SELECT id, code, texts FROM texts JOIN languages ON number = id & ? WHERE id >= ? AND id < ? ORDER BY id"
    bounds = ((1 << LANGUAGE_BITS) - 1, low << LANGUAGE_BITS, (high + 1) << LANGUAGE_BITS)
    for key, language, blob in connection.execute(sql, bounds):
        for segment, text in enumerate(parts_of(key, blob), (key >> LANGUAGE_BITS) * BLOCK):
            if text is not None:
                texts.setdefault(segment, {})[language] = text.decode("utf-8", "surrogatepass")
    blocks: dict[int, list[Segment]] = {}
    for segment, (start, end, speaker, chapter, times) in _read_heads(connection, low, high):
        said, marks = texts.get(segment, {}), tuple(map(tuple, times))
        blocks.setdefault(segment // BLOCK, []).append(
            Segment(place_of(segment)[1], start, end, speaker, chapter, said, marks)
        )
    return blocks


class Blocks:
    """The blocks of segments that were read last. Serves several threads; what stands under an id never changes."""

    def __init__(self) -> None:
        self._kept: dict[int, Sequence[Segment]] = {}
        self._lock = threading.Lock()

    def segments(self, connection: sqlite3.Connection, first: SegmentId, last: SegmentId) -> list[Segment]:
        """The segments from `first` to `last` of an episode, both included, as far as they exist."""
        low, high = first // BLOCK, last // BLOCK
        if high - low > BLOCKS_AT_ONCE:
            return read_segments(connection, first, last)
        numbers = range(low, high + 1)
        with self._lock:
            blocks = {number: self._kept.pop(number) for number in numbers if number in self._kept}
        missing = [number for number in numbers if number not in blocks]
        if missing:
            blocks |= read_blocks(connection, missing[0], missing[-1])
        with self._lock:
            self._kept |= blocks
            for number in list(self._kept)[:-BLOCKS_KEPT]:
                del self._kept[number]
        start, end = place_of(first)[1], place_of(last)[1]
        return [segment for number in sorted(blocks) for segment in blocks[number] if start <= segment.index <= end]


class Beginnings:
    """The times at which segments begin, of the episodes that were asked about last. Serves several threads; what
    stands under an id never changes."""

    def __init__(self) -> None:
        self._kept: dict[int, list[tuple[float, SegmentId]]] = {}
        self._lock = threading.Lock()

    def last_begun(self, connection: sqlite3.Connection, episode: int, seconds: float) -> SegmentId | None:
        """The last segment of an episode that has begun by then."""
        with self._lock:
            begun = self._kept.pop(episode, None)
        if begun is None:
            low, high = segment_id(episode, 0) // BLOCK, segment_id(episode + 1, 0) // BLOCK - 1
            heads = _read_heads(connection, low, high)
            begun = sorted((start, segment) for segment, (start, *_) in heads if start is not None)
        with self._lock:
            self._kept[episode] = begun
            for key in list(self._kept)[:-EPISODES_KEPT]:
                del self._kept[key]
        after = bisect_right(begun, seconds, key=itemgetter(0))
        return begun[after - 1][1] if after else None


def said_in(connection: sqlite3.Connection, episode: int) -> Iterator[tuple[Language, str]]:
    """All that is said in an episode, with its language."""
    segments = read_segments(connection, segment_id(episode, 0), segment_id(episode + 1, 0) - 1)
    return chain.from_iterable(one.text.items() for one in segments)


def numbers_of(connection: sqlite3.Connection) -> dict[Language, int]:
    """The number of each language in the library."""
    return dict(connection.execute("SELECT code, number FROM languages"))


def language_of(key: int, codes: Mapping[int, Language]) -> Language:
    """The language that a row's id ends in."""
    code = codes.get(key & (1 << LANGUAGE_BITS) - 1)
    if code is None:
        raise DamageError(f"row {key} is in no language")
    return code


def _read_heads(connection: sqlite3.Connection, low: int, high: int) -> Iterator[tuple[SegmentId, Any]]:
    """Start, end, speaker, chapter and times of the segments from block `low` to block `high`."""
    for key, blob in connection.execute("SELECT * FROM segments WHERE id >= ? AND id <= ? ORDER BY id", (low, high)):
        heads: Any = json_of(key, blob)
        yield from enumerate(heads, key * BLOCK)
