"""The texts of a library in one SQLite file: heads, chapters, segments, their terms, and the words that occur.

Nothing of it is held in memory but the page that is read. Each thread reads through a connection of its own.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from transcript import vocabulary
from transcript.models import LANGUAGES, Chapter, Episode, Language, Segment, Transcript
from transcript.packing import pack, unpack
from transcript.tables import TABLES, layout
from transcript.text import tokenise
from transcript.vocabulary import marks

BITS = 24
"""A segment's id is its episode's shifted by this, and its index: neighbours have neighbouring ids."""

READING, WRITING = 1024, 64 * 1024
"""Kilobytes of the file that a connection keeps in memory."""


class FileRow(NamedTuple):
    """What is remembered of a file: `stamp` its size and time, `digest` its content, `failure` as JSON."""

    path: str
    stamp: str
    digest: str
    episode: int | None
    failure: str | None


class Terms(NamedTuple):
    """The terms of a segment in each language, in order, with spaces between."""

    en: str
    zh: str


class Store:
    """Reads and writes the file. Raises sqlite3.DatabaseError where the file is damaged."""

    def __init__(self, path: Path) -> None:
        self.path = path
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
        return self.path.stat().st_size >= pages and self.read_meta("layout") == layout()

    def close(self) -> None:
        """Close every thread's connection."""
        with self._lock:
            for connection in self._all:
                connection.close()
            self._all.clear()
        self._local = threading.local()

    def begin(self) -> None:
        """Begin to write, with memory to do it in."""
        self.connection.execute(f"PRAGMA cache_size = {-WRITING}")
        self.connection.execute("BEGIN IMMEDIATE")

    def end(self, commit: bool) -> None:
        """Keep what was written, or leave the file as it was."""
        self.connection.execute("COMMIT" if commit else "ROLLBACK")
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.execute(f"PRAGMA cache_size = {-READING}")

    def read_meta(self, name: str) -> str | None:
        row = self.connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def write_meta(self, name: str, value: str) -> None:
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    # What is known of the files, and the heads.

    def files(self) -> dict[str, FileRow]:
        return {row[0]: FileRow(*row) for row in self.connection.execute("SELECT * FROM files")}

    def write_file(self, row: FileRow) -> None:
        self.connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", row)

    def forget_file(self, path: str) -> None:
        self.connection.execute("DELETE FROM files WHERE path = ?", (path,))

    def heads(self) -> Iterator[tuple[int, Episode, dict[str, float]]]:
        """Each episode's id, its head, and how many seconds each speaker speaks in it."""
        for key, head, shares in self.connection.execute("SELECT id, head, shares FROM episodes ORDER BY id"):
            yield key, _episode(json.loads(head)), json.loads(shares)

    def slug(self, key: int) -> str | None:
        """The slug of an episode."""
        row = self.connection.execute("SELECT slug FROM episodes WHERE id = ?", (key,)).fetchone()
        return row[0] if row else None

    # One episode in, one episode out.

    def add(self, transcript: Transcript, slug: str) -> tuple[int, Iterator[tuple[Segment, Terms]]]:
        """Write an episode under a slug; its id, and its segments with their terms as they are written."""
        head = asdict(transcript.episode) | {"slug": slug}
        shares: Counter[str] = Counter()
        for segment in transcript.segments:
            shares[segment.speaker] += int(1000 * (segment.end - segment.start))
        seconds = {name: spoken / 1000 for name, spoken in shares.items()}
        row = (slug, json.dumps(head, ensure_ascii=False), json.dumps(seconds, ensure_ascii=False))
        key = self.connection.execute("INSERT INTO episodes (slug, head, shares) VALUES (?, ?, ?)", row).lastrowid or 0
        chapters = ((key, c.index, json.dumps(asdict(c), ensure_ascii=False)) for c in transcript.chapters)
        self.connection.executemany("INSERT INTO chapters VALUES (?, ?, ?)", chapters)
        return key, self._add_segments(key, transcript.segments)

    def _add_segments(self, key: int, segments: Iterable[Segment]) -> Iterator[tuple[Segment, Terms]]:
        seen: set[tuple[str, str]] = set()
        rows, place_rows = [], []
        term_rows: dict[str, list[tuple[int, str]]] = {"en": [], "zh": []}
        for segment in segments:
            en, zh = segment.text.get("en"), segment.text.get("zh")
            tokens = [tokenise(en) if en else [], tokenise(zh) if zh else []]
            made = Terms(*(" ".join([token.term for token in one]) for one in tokens))
            place = key << BITS | segment.index
            rows.append((place, segment.start, segment.end, segment.speaker, segment.chapter, en, zh))
            for language, line in made._asdict().items():
                term_rows[language].append((place, line))
            place_rows.append((place, *(pack((token.start, token.end) for token in one) for one in tokens)))
            seen.update((token.word, token.term) for one in tokens for token in one)
            yield segment, made
        self.connection.executemany("INSERT INTO segments VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        for language, texts in term_rows.items():
            self.connection.executemany(f"INSERT INTO terms_{language} VALUES (?, ?)", texts)  # noqa: S608 - one of two
        self.connection.executemany("INSERT INTO places VALUES (?, ?, ?)", place_rows)
        vocabulary.count(self.connection, seen, 1)

    def remove(self, key: int) -> None:
        """Take an episode out, and the words that only it had."""
        span = (key << BITS, (key + 1) << BITS)
        seen: set[tuple[str, str]] = set()
        for both in self.connection.execute("SELECT en, zh FROM segments WHERE id >= ? AND id < ?", span):
            seen.update((token.word, token.term) for words in both if words for token in tokenise(words))
        vocabulary.count(self.connection, seen, -1)
        for table in ("segments", "terms_en", "terms_zh", "places"):
            self.connection.execute(f"DELETE FROM {table} WHERE id >= ? AND id < ?", span)  # noqa: S608 - one of these
        self.connection.execute("DELETE FROM chapters WHERE episode = ?", (key,))
        self.connection.execute("DELETE FROM episodes WHERE id = ?", (key,))

    # Reading.

    def known(self, terms: Sequence[str]) -> set[str]:
        """Those of the terms that occur in the library."""
        return vocabulary.known(self.connection, terms)

    def alike(self, keys: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """The library's words that have one of these spelling keys, each with its term, by the key."""
        return vocabulary.alike(self.connection, keys)

    def beginning_with(self, prefix: str) -> list[str]:
        """Terms of the library's words that begin so, those of most episodes first."""
        return vocabulary.beginning_with(self.connection, prefix)

    def terms(self, ids: Sequence[int], languages: Sequence[Language] = LANGUAGES) -> dict[int, Terms]:
        """The terms of segments by their ids, in these languages; one that is gone is left out."""
        read: dict[str, dict[int, str]] = {"en": {}, "zh": {}}
        for language in languages:
            sql = f"SELECT id, terms FROM terms_{language} WHERE id IN ({marks(ids)})"  # noqa: S608 - one of two
            read[language] = dict(self.connection.execute(sql, ids))
        en, zh = read["en"], read["zh"]
        return {key: Terms(en.get(key, ""), zh.get(key, "")) for key in en or zh}

    def places(self, key: int, language: Language) -> list[tuple[int, int]]:
        """Where each term of a segment begins and ends in its text; none for a segment that is gone."""
        row = self.connection.execute("SELECT en, zh FROM places WHERE id = ?", (key,)).fetchone()
        return unpack(row[LANGUAGES.index(language)]) if row else []

    def segments(self, first: int, last: int) -> list[Segment]:
        """The segments whose ids lie between two, both included."""
        sql = "SELECT * FROM segments WHERE id >= ? AND id <= ? ORDER BY id"
        return [_segment(row) for row in self.connection.execute(sql, (first, last))]

    def segment_at(self, key: int, seconds: float) -> Segment | None:
        """The last segment of an episode that has begun by then."""
        sql = """SELECT * FROM segments WHERE id >= ? AND id < ? AND start <= ? ORDER BY start DESC, id DESC LIMIT 1"""
        row = self.connection.execute(sql, (key << BITS, (key + 1) << BITS, seconds)).fetchone()
        return _segment(row) if row else None

    def chapters(self, key: int) -> list[Chapter]:
        """The chapters of an episode in their order."""
        sql = "SELECT chapter FROM chapters WHERE episode = ? ORDER BY number"
        return [Chapter(**json.loads(row[0])) for row in self.connection.execute(sql, (key,))]


def _episode(head: dict[str, Any]) -> Episode:
    return Episode(**head | {"speakers": tuple(head["speakers"]), "languages": tuple(head["languages"])})


def _segment(row: tuple[Any, ...]) -> Segment:
    place, start, end, speaker, chapter, en, zh = row
    texts = {language: words for language, words in (("en", en), ("zh", zh)) if words is not None}
    return Segment(place & (1 << BITS) - 1, start, end, speaker, chapter, texts)  # type: ignore[arg-type]
