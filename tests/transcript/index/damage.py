"""Damage to a cache on disk."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tests.transcript.opened import opened


def overwrite(path: Path, first: int, last: int) -> None:
    """Garble the pages from `first` to before `last`."""
    with path.open("r+b") as file:
        file.seek(4096 * first)
        file.write(b"\x5a" * 4096 * (last - first))


def without_seal(folder: Path, table: str) -> Path:
    """The texts with a page of a table garbled, as if none of the samples had met it."""
    with closing(opened(folder)) as library:
        path = library._cache.store.path
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (root,) = library._cache.store.connection.execute(sql, (table,)).fetchone()
    path.with_suffix(".seal").unlink()
    overwrite(path, root - 1, root)
    return path
