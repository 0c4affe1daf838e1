"""What tells a damaged file from a whole one without reading all of it."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import zlib
from pathlib import Path

BLOCK = 4096


SAMPLES = 64
"""Blocks of a sealed file by which damage is told."""


def sample(path: Path, blocks: int) -> list[int]:
    """A file's size, and a sum over so many of its blocks, the first and the last among them."""
    size = path.stat().st_size
    last = max(0, size - BLOCK)
    sum_ = 0
    with path.open("rb") as file:
        for number in range(blocks):
            file.seek(last * number // (blocks - 1))
            sum_ = zlib.crc32(file.read(BLOCK), sum_)
    return [size, sum_]


class Seal:
    """Samples of a file, remembered beside it while nobody writes to it."""

    def __init__(self, path: Path) -> None:
        self._file = path
        self._samples = path.with_suffix(".seal")
        self._condemned = path.with_suffix(".damaged")

    def put(self) -> None:
        """Remember the file as it is."""
        self._samples.write_text(json.dumps(sample(self._file, SAMPLES)), encoding="ascii")

    def lift(self) -> None:
        """Before the file is written to."""
        self._samples.unlink(missing_ok=True)

    def condemn(self) -> None:
        """Leave word that the file is damaged, for whoever opens it next."""
        with contextlib.suppress(OSError):
            self._condemned.touch()

    def holds(self) -> bool:
        """Whether the file is as it was sealed, as far as is known: whoever was stopped while writing left no seal."""
        if self._condemned.exists():
            return False
        if not self._samples.exists():
            return True
        return bool(json.loads(self._samples.read_text(encoding="ascii")) == sample(self._file, SAMPLES))


def is_damage(error: Exception) -> bool:
    """Whether an error is the file's, and not of somebody who has it locked or took it away."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return not isinstance(error, sqlite3.Error) or code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
