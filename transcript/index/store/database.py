"""An SQLite file that each thread reads through a connection of its own, and that is sealed once it is written."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from transcript.index.store.integrity import Seal
from transcript.index.store.schema import TABLES, layout

READING = 1024
"""Kilobytes of the file that a connection keeps in memory."""


class Database:
    """The file: laid out, opened, written in transactions. Whatever goes wrong raises sqlite3.Error."""

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
            found.execute("PRAGMA mmap_size = 0")  # whoever cuts a mapped file kills those who read it
            self._local.connection = found
            with self._lock:
                self._all.append(found)
        return found

    def create(self, first: int = 1) -> None:
        """Lay out an empty file, whose episodes are counted from a number on."""
        self.connection.executescript(f"BEGIN; {TABLES}")  # in one commit: each waits for the disk four times
        self.connection.execute("INSERT INTO sqlite_sequence VALUES ('episodes', ?)", (first - 1,))
        self.write_meta("layout", layout())
        self.connection.execute("COMMIT")

    def whole(self) -> bool:
        """True if the file is one of ours, of this layout, and as long as it says it is."""
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
        """A transaction: all that is written in it is kept, or the file is left as it was.

        It is held in memory until then: others read meanwhile, and wait only for the moment in which it is committed.
        """
        self.seal.lift()
        run = self.connection.execute
        run("PRAGMA cache_spill = OFF")
        run("BEGIN IMMEDIATE")
        try:
            yield
            self.commit()
        except BaseException:
            if self.connection.in_transaction:  # SQLite ends some that fail itself
                run("ROLLBACK")
            raise
        finally:
            run(f"PRAGMA cache_size = {-READING}")
            run("PRAGMA shrink_memory")

    def commit(self) -> None:
        """Keep what was written, and seal the file."""
        self.connection.execute("COMMIT")
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
