"""The texts of a library in one SQLite file: heads, chapters, segments, their terms, and the words that occur.

Nothing of it is held in memory but the page that is read. Each thread reads through a connection of its own.
"""

from __future__ import annotations

import functools
import json
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from transcript.errors import CacheError
from transcript.index import texts, vocabulary
from transcript.index.integrity import Seal, is_damage
from transcript.index.schema import TABLES, layout
from transcript.index.texts import SegmentId, Terms, place_of, segment_id
from transcript.models import Chapter, Episode, Language, Segment

P = ParamSpec("P")


R = TypeVar("R")


READING, WRITING = 1024, 64 * 1024
"""Kilobytes of the file that a connection keeps in memory."""


class FileRow(NamedTuple):
    """What is remembered of a file: `stamp` its size and time, `digest` its content, `failure` as JSON."""

    path: str
    stamp: str
    digest: str
    episode: int | None
    failure: str | None


def _reading(method: Callable[Concatenate[Store, P], R]) -> Callable[Concatenate[Store, P], R]:
    """A method that raises CacheError where the file is damaged, and sees to it that it is not opened again."""

    @functools.wraps(method)
    def read(self: Store, /, *args: P.args, **options: P.kwargs) -> R:
        try:
            return method(self, *args, **options)
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                self.seal.condemn()
            raise CacheError(self.path, str(error)) from error

    return read


class Store:
    """Reads and writes the file. What opens or writes it raises sqlite3.Error, what reads it CacheError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seal = Seal(path)
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._lock = threading.Lock()

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = sqlite3.connect(self.path, timeout=30, isolation_level=None, check_same_thread=False)
            found.execute(f"PRAGMA cache_size = {-READING}")
            found.execute("PRAGMA synchronous = NORMAL")
            self._local.connection = found
            with self._lock:
                self._all.append(found)
        return found

    def create(self) -> None:
        """Lay out an empty file."""
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.executescript(TABLES)
        self.write_meta("layout", layout())

    def whole(self) -> bool:
        """Whether the file is one of ours, of this layout, and as long as it says it is."""
        if not self.path.is_file():
            return False
        with self.path.open("rb") as file:
            header = file.read(100)
        size = int.from_bytes(header[16:18], "big")
        pages = int.from_bytes(header[28:32], "big") * (65536 if size == 1 else size)
        long_enough = self.path.stat().st_size >= pages
        return long_enough and self.seal.holds() and self.read_meta("layout") == layout()

    def close(self) -> None:
        """Close every thread's connection."""
        with self._lock:
            for connection in self._all:
                connection.close()
            self._all.clear()
        self._local = threading.local()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written in it is kept, or the file left as it was; there is memory to do it in."""
        self.seal.lift()
        run = self.connection.execute
        run(f"PRAGMA cache_size = {-WRITING}")
        run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            run("ROLLBACK")
            raise
        else:
            self.commit()
        finally:
            run(f"PRAGMA cache_size = {-READING}")

    def commit(self) -> None:
        """Keep what was written: in the file, not in the log beside it. Then the file can be sealed."""
        self.connection.execute("COMMIT")
        busy, *_ = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            self.seal.put()

    def read_meta(self, name: str) -> str | None:
        row = self.connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def write_meta(self, name: str, value: str | None) -> None:
        """Remember a value, or with None forget it."""
        if value is None:
            self.connection.execute("DELETE FROM meta WHERE name = ?", (name,))
        else:
            self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    # What is known of the files, and the heads.

    def files(self) -> dict[str, FileRow]:
        return {row[0]: FileRow(*row) for row in self.connection.execute("SELECT * FROM files")}

    def write_file(self, row: FileRow) -> None:
        self.connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", row)

    def forget_file(self, path: str) -> None:
        self.connection.execute("DELETE FROM files WHERE path = ?", (path,))

    def heads(self) -> list[tuple[int, Episode, dict[str, float]]]:
        """Each episode's id, its head, and how many seconds each speaker speaks in it."""
        rows = self.connection.execute("SELECT id, head, shares FROM episodes ORDER BY id")
        return [(key, _episode(json.loads(head)), json.loads(shares)) for key, head, shares in rows]

    def titles(self) -> list[tuple[int, int, list[str]]]:
        """Each chapter's episode, its number, and its title in each language, as names are compared."""
        rows = self.connection.execute("SELECT episode, number, names FROM titles ORDER BY episode, number")
        return [(key, number, names.split("\n")) for key, number, names in rows]

    def slugs(self) -> dict[int, str]:
        """The slug of each episode."""
        return dict(self.connection.execute("SELECT id, slug FROM episodes"))

    def last_key(self) -> int:
        """The highest id that an episode has had."""
        row = self.connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'episodes'").fetchone()
        return row[0] if row else 0

    # Reading.

    @_reading
    def known(self, terms: Sequence[str]) -> set[str]:
        """Those of the terms that occur in the library."""
        return vocabulary.known(self.connection, terms)

    @_reading
    def alike(self, keys: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """The library's words that have one of these spelling keys, each with its term, by the key."""
        return vocabulary.alike(self.connection, keys)

    @_reading
    def beginning_with(self, prefix: str) -> list[str]:
        """Terms of the library's words that begin so, those of most episodes first."""
        return vocabulary.beginning_with(self.connection, prefix)

    @_reading
    def terms(
        self, segments: Sequence[SegmentId], languages: Sequence[Language] | None = None
    ) -> dict[SegmentId, Terms]:
        """The terms of segments, of these languages alone or of all. A segment with no text in them is left out."""
        return dict(texts.read_terms(self.connection, segments, languages))

    @_reading
    def offsets(self, segment: SegmentId, language: Language) -> list[tuple[int, int]]:
        """Where each term of a segment begins and ends in its text; none for a segment that is gone."""
        return texts.read_offsets(self.connection, segment, language)

    @_reading
    def segments(self, first: SegmentId, last: SegmentId) -> list[Segment]:
        """The segments from `first` to `last`, both included, as far as they exist."""
        return texts.read_segments(self.connection, first, last)

    @_reading
    def quotables(self, key: int, language: Language) -> list[tuple[int, int, int, str | None, int | None]]:
        """An episode's quotable passages: segment, first and last character, speaker, chapter."""
        sql = """SELECT id, first, last, speaker, chapter FROM quotables WHERE id >= ? AND id < ? AND language = ?"""
        rows = self.connection.execute(sql, (segment_id(key, 0), segment_id(key + 1, 0), language))
        return [(place_of(segment)[1], *rest) for segment, *rest in rows]

    @_reading
    def quotable_counts(self) -> list[tuple[int, Language, str | None, int]]:
        """How many quotable passages each episode has of each speaker in each language."""
        sql = "SELECT id >> ?, language, speaker, count(*) FROM quotables GROUP BY 1, 2, 3"
        return self.connection.execute(sql, (texts.SEGMENT_BITS,)).fetchall()

    @_reading
    def segment_at(self, key: int, seconds: float) -> Segment | None:
        """The last segment of an episode that has begun by then."""
        sql = """SELECT id FROM segments WHERE id >= ? AND id < ? AND start <= ? ORDER BY start DESC, id DESC LIMIT 1"""
        row = self.connection.execute(sql, (segment_id(key, 0), segment_id(key + 1, 0), seconds)).fetchone()
        return next(iter(self.segments(row[0], row[0])), None) if row else None

    @_reading
    def chapters(self, key: int) -> list[Chapter]:
        """The chapters of an episode in their order."""
        sql = "SELECT chapter FROM chapters WHERE episode = ? ORDER BY number"
        return [Chapter(**json.loads(row[0])) for row in self.connection.execute(sql, (key,))]

    @_reading
    def chapter(self, key: int, number: int) -> Chapter | None:
        """One chapter of an episode."""
        sql = "SELECT chapter FROM chapters WHERE episode = ? AND number = ?"
        row = self.connection.execute(sql, (key, number)).fetchone()
        return Chapter(**json.loads(row[0])) if row else None


def _episode(head: dict[str, Any]) -> Episode:
    return Episode(**head | {"speakers": tuple(head["speakers"]), "languages": tuple(head["languages"])})
