"""Tells a damaged file from a whole one by samples of it."""

from __future__ import annotations

import contextlib
import errno
import json
import sqlite3
import zlib
from pathlib import Path

from transcript.errors import CacheError

SAMPLE_BYTES = 4096
"""Bytes of a sampled block: a page of most file systems, and of SQLite."""


SEAL_SAMPLES = 64
"""Blocks of a sealed file by which damage is told."""


def sample(path: Path, blocks: int) -> list[int]:
    """A file's size, and a sum over so many of its blocks, the first and the last among them."""
    size = path.stat().st_size
    last = max(0, size - SAMPLE_BYTES)
    sum_ = 0
    with path.open("rb") as file:
        for number in range(blocks):
            file.seek(last * number // (blocks - 1))
            sum_ = zlib.crc32(file.read(SAMPLE_BYTES), sum_)
    return [size, sum_]


class Seal:
    """Samples of a file, remembered beside it while nobody writes to it."""

    def __init__(self, path: Path) -> None:
        self._file = path
        self._samples = path.with_suffix(".seal")
        self._condemned = path.with_suffix(".damaged")

    def put(self) -> None:
        """Remember the file as it is."""
        self._samples.write_text(json.dumps(sample(self._file, SEAL_SAMPLES)), encoding="ascii")

    def lift(self) -> None:
        """Before the file is written to."""
        self._samples.unlink(missing_ok=True)

    def condemn(self) -> None:
        """Leave word that the file is damaged, for whoever opens it next."""
        with contextlib.suppress(OSError):
            self._condemned.touch()

    def holds(self) -> bool:
        """True if the file is as it was sealed, as far as is known: whoever was stopped while writing left no seal."""
        if self._condemned.exists():
            return False
        if not self._samples.exists():
            return True
        return bool(json.loads(self._samples.read_text(encoding="ascii")) == sample(self._file, SEAL_SAMPLES))


def is_damage(error: Exception) -> bool:
    """True if an error means that the file is damaged, and not that somebody locked or removed it."""
    if isinstance(error, CacheError):
        return error.is_damaged
    code: int = getattr(error, "sqlite_errorcode", 0)
    return not isinstance(error, sqlite3.Error) or code & 0xFF in _DAMAGE or code == sqlite3.SQLITE_IOERR_SHORT_READ


def is_full_disk(error: BaseException) -> bool:
    """True if an error says that there is no room to write, whoever tried to: Python, SQLite or tantivy."""
    if isinstance(error, OSError):
        return error.errno in _NO_ROOM
    if isinstance(error, sqlite3.Error):
        code: int = getattr(error, "sqlite_errorcode", 0)
        return code & 0xFF == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_WRITE
    return any(f"os error {number})" in str(error) for number in _NO_ROOM)


_DAMAGE = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_ERROR,  # a table is missing: no statement of ours is wrong in a whole file
)


_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
