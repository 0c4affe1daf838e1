"""The texts of a library in one SQLite file: heads, chapters, segments, their terms, and the words that occur.

Nothing of it is held in memory but what was read last.
"""

from __future__ import annotations

import functools
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from transcript.errors import CacheError
from transcript.index.store import alphabet, episodes, texts, vocabulary
from transcript.index.store.blobs import DamageError
from transcript.index.store.database import Database
from transcript.index.store.episodes import Head, Known, QuotableRow, Stamp
from transcript.index.store.integrity import is_damage
from transcript.index.store.texts import SegmentId, Terms
from transcript.models import Chapter, Language, Segment

P = ParamSpec("P")


R = TypeVar("R")


REVISION = "revision"
"""The note of the number of the last change."""


class FileRow(NamedTuple):
    """A file as it was last read: `stamp` its size and time, `digest` its content, `failure` as JSON; and its shelf."""

    path: str
    stamp: str
    digest: str
    episode: int | None
    failure: str | None
    shelf: int = 0


def _telling_damage(method: Callable[Concatenate[Store, P], R]) -> Callable[Concatenate[Store, P], R]:
    """A method that raises CacheError where the file is damaged, and sees to it that it is not opened again."""

    @functools.wraps(method)
    def read(self: Store, /, *args: P.args, **options: P.kwargs) -> R:
        try:
            return method(self, *args, **options)
        except (sqlite3.DatabaseError, DamageError, zlib.error) as error:
            damaged = is_damage(error)
            if damaged:
                self.seal.condemn()
            raise CacheError(self.path, str(error), is_damaged=damaged) from error

    return read


class Store(Database):
    """Reads and writes the file. What opens or writes it raises sqlite3.Error, what reads it CacheError."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._blocks = texts.Blocks()
        self._beginnings = texts.Beginnings()

    # What is known of the files, and the heads.

    def files(self) -> dict[str, FileRow]:
        rows = (FileRow(os.fsdecode(row[0]), *row[1:]) for row in self.connection.execute("SELECT * FROM files"))
        return {row.path: row for row in rows}

    def write_file(self, row: FileRow) -> None:
        written = (os.fsencode(row.path), *row[1:])
        self.connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", written)

    def forget_file(self, path: str) -> None:
        self.connection.execute("DELETE FROM files WHERE path = ?", (os.fsencode(path),))

    def known(self) -> dict[int, Known]:
        """The names of each episode."""
        return episodes.read_known(self.connection)

    @property
    def revision(self) -> int:
        """The number of the last change."""
        return int(self.read_meta(REVISION) or 0)

    def last_key(self) -> int:
        """The highest id that an episode has had."""
        row = self.connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'episodes'").fetchone()
        return row[0] if row else 0

    # Reading.

    @_telling_damage
    def heads(self, shelf: int, revision: int) -> list[Head]:
        """The head of each episode of a shelf at a revision."""
        return episodes.read_heads(self.connection, shelf, revision)

    @_telling_damage
    def shelves(self, revision: int) -> dict[int, Stamp]:
        """The shelves that have episodes at a revision, each with what differs where it has others."""
        return episodes.stamp_shelves(self.connection, revision)

    @_telling_damage
    def failures(self) -> list[str]:
        """The failures of the operator's files."""
        sql = "SELECT failure FROM files WHERE failure IS NOT NULL AND shelf = 0 ORDER BY path"
        return [row[0] for row in self.connection.execute(sql)]

    @_telling_damage
    def chapters(self, key: int) -> list[Chapter]:
        """The chapters of an episode in their order."""
        return episodes.read_chapters(self.connection, key)

    @_telling_damage
    def chapter(self, key: int, number: int) -> Chapter | None:
        """One chapter of an episode."""
        chapters = episodes.read_chapters(self.connection, key)
        return next((chapter for chapter in chapters if chapter.index == number), None)

    @_telling_damage
    def quotables(self, key: int, language: Language) -> list[QuotableRow]:
        """An episode's quotable passages in a language, in their order."""
        return episodes.read_quotables(self.connection, key, language)

    @_telling_damage
    def quotable_counts(self, keys: Iterable[int]) -> list[tuple[int, Language, episodes.QuotableCounts]]:
        """Numbers of quotable passages by speaker and by `is_explicit`, for each of the episodes and each language."""
        return list(episodes.count_quotables(self.connection, keys))

    @_telling_damage
    def segments(self, first: SegmentId, last: SegmentId) -> list[Segment]:
        """The segments from `first` to `last` of an episode, both included, as far as they exist."""
        return self._blocks.segments(self.connection, first, last)

    @_telling_damage
    def segment_at(self, key: int, seconds: float) -> Segment | None:
        """The last segment of an episode that has begun by then."""
        last = self._beginnings.last_begun(self.connection, key, seconds)
        return None if last is None else self._blocks.segments(self.connection, last, last)[0]

    @_telling_damage
    def terms(
        self, segments: Iterable[SegmentId], languages: Sequence[Language] | None = None
    ) -> dict[SegmentId, Terms]:
        """The terms of segments, of these languages alone or of all. A segment with no text in them is left out."""
        return texts.read_terms(self.connection, segments, languages)

    @_telling_damage
    def characters(self, terms: Sequence[str]) -> dict[str, str]:
        """The characters of those of the terms that the library has had."""
        return alphabet.characters_of(self.connection, terms)

    @_telling_damage
    def terms_of(self, characters: str) -> dict[str, str]:
        """The terms that characters stand for."""
        return alphabet.terms_of(self.connection, characters)

    @_telling_damage
    def offsets(self, segment: SegmentId, language: Language) -> list[tuple[int, int]]:
        """The start and end of each term of a segment in its text; none for a segment that is gone."""
        return texts.read_offsets(self.connection, segment, language)

    @_telling_damage
    def known_terms(self, terms: Sequence[str], shelves: Sequence[int] = ()) -> set[str]:
        """Those of the terms that occur on these shelves; without any, on all."""
        return vocabulary.known(self.connection, terms, shelves)

    @_telling_damage
    def episode_counts(self, words: Sequence[str], shelves: Sequence[int] = ()) -> dict[str, int]:
        """The number of episodes on these shelves that have each of the words, of those that any has."""
        return vocabulary.episode_counts(self.connection, words, shelves)

    @_telling_damage
    def alike(self, keys: Iterable[str], shelves: Sequence[int] = ()) -> dict[str, list[tuple[str, str]]]:
        """The words on these shelves that have one of these spelling keys, each with its term, by the key."""
        return vocabulary.alike(self.connection, keys, shelves)

    @_telling_damage
    def beginning_with(self, prefix: str, shelves: Sequence[int] = ()) -> list[str]:
        """Terms of the words on these shelves that begin so, those of most episodes first."""
        return vocabulary.beginning_with(self.connection, prefix, shelves)
