"""The file of a backup: gzipped lines of JSON. The first is the header, the others are rows, the last says how many.

A row is `[number of its table in the header, value, …]`. Bytes are `{"b": Base64}`, a date is `{"d": "2026-01-01"}`.
"""

from __future__ import annotations

import base64
import gzip
import json
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

FORM = 1
"""The version of this form of file."""


COMPRESSION = 6
"""gzip's level: most of a backup, what was fetched for feeds, is compressed already."""


class BackupError(Exception):
    """A backup cannot be made or restored; the message says why, and the mend."""


@dataclass(frozen=True)
class Header:
    """`version` is Pullquote's, `revision` that of its tables, `taken` the time in UTC as ISO 8601 has it.

    `tables` has the columns of each table, those that others refer to first; `last_ids` the last id given by each table
    that counts them itself, so that none is given twice.
    """

    version: str
    revision: str
    taken: str
    tables: dict[str, list[str]]
    last_ids: dict[str, int]
    form: int = FORM


class Writer:
    def __init__(self, lines: TextIOWrapper, header: Header) -> None:
        self._lines = lines
        self._numbers = {name: number for number, name in enumerate(header.tables)}
        self.rows = 0
        self._write_line(asdict(header))

    def write_row(self, table: str, values: tuple[Any, ...]) -> None:
        self._write_line([self._numbers[table], *map(_to_json, values)])
        self.rows += 1

    def finish(self) -> None:
        self._write_line({"rows": self.rows})

    def _write_line(self, value: object) -> None:
        self._lines.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")


@contextmanager
def written_whole(path: Path) -> Iterator[TextIOWrapper]:
    """The lines of a file that takes its place when it is whole; only its owner may read it."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as temporary:
        try:
            with gzip.open(temporary, "wt", COMPRESSION, encoding="utf-8") as lines:
                assert isinstance(lines, TextIOWrapper)  # noqa: S101 - it is opened as text
                yield lines
            temporary.flush()
            os.fsync(temporary.fileno())
            Path(temporary.name).replace(path)
        except BaseException:
            Path(temporary.name).unlink(missing_ok=True)
            raise


@contextmanager
def read_whole(path: Path) -> Iterator[tuple[Header, Iterator[tuple[str, list[Any]]]]]:
    """The header of a backup and its rows, each with its table. Raises BackupError, also for one that is cut off."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            header = _header_of(next(lines, ""), path)
            yield header, _rows_of(lines, header, path)
    except (EOFError, gzip.BadGzipFile, zlib.error, UnicodeDecodeError) as error:
        raise BackupError(f"{path}: it is no backup, or damaged; take another one") from error


def _header_of(line: str, path: Path) -> Header:
    try:
        values = json.loads(line)
        header = Header(**values)
    except (ValueError, TypeError):
        raise BackupError(f"{path}: it is no backup; name a file that `python -m bot backup` wrote") from None
    if header.form > FORM:
        raise BackupError(f"{path}: version {header.version} wrote it; install that version or a newer one")
    return header


def _rows_of(lines: Iterator[str], header: Header, path: Path) -> Iterator[tuple[str, list[Any]]]:
    names = list(header.tables)
    for number, line in enumerate(lines):
        try:
            value = json.loads(line)
            if value == {"rows": number}:
                return
            row = names[value[0]], [_from_json(each) for each in value[1:]]
        except (ValueError, LookupError, TypeError):
            raise BackupError(f"{path}: its line {number + 2} is damaged; take another backup") from None
        yield row
    raise BackupError(f"{path}: its end is missing; take another backup")


def _to_json(value: Any) -> Any:
    if isinstance(value, bytes):
        return {"b": base64.b64encode(value).decode()}
    return {"d": value.isoformat()} if isinstance(value, date) else value


def _from_json(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return base64.b64decode(value["b"]) if "b" in value else date.fromisoformat(value["d"])
