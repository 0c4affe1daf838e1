"""Restoring a backup: the tables are made as they were when it was taken, filled, and then brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, text
from sqlalchemy.engine import URL

from config.backup.file import BackupError, Header, read_whole
from config.backup.rows import VERSIONS, reflected_tables, set_last_ids
from config.database import alone_with_tables, assert_known, known_revisions, upgrade_tables

KEPT_BY_ITSELF = frozenset({"notes", "changes"})
"""Tables that have rows also where nobody has chosen anything."""


BYTES_AT_ONCE = 1 << 24
"""Bytes of values, about, that one statement puts in."""


async def restore_backup(url: URL, path: Path, *, replace: bool) -> tuple[Header, int]:
    """Put all rows of a backup into the database, in one transaction; its header, and the number of rows.

    What is in the database goes if `replace` allows it. Raises BackupError, or one of database_errors.AWAY.
    """
    with read_whole(path) as (header, rows):
        if header.revision not in known_revisions():
            raise BackupError(
                f"{path}: version {header.version} wrote it, which is newer; install that version or a newer one"
            )
        async with alone_with_tables(url) as connection:
            return header, await connection.run_sync(_restore_rows, header, rows, replace)


def _restore_rows(connection: Connection, header: Header, rows: Iterator[tuple[str, list[Any]]], replace: bool) -> int:
    assert_known(connection)
    if not replace and _has_rows(connection):
        raise BackupError("the database is in use; restore into an empty one, or give --replace to lose what it has")
    _drop_tables(connection)
    upgrade_tables(connection, header.revision)
    tables = {table.name: table for table in reflected_tables(connection)}
    if missing := header.tables.keys() - tables.keys():
        raise BackupError(f"the backup has tables that version {header.version} did not: {', '.join(sorted(missing))}")
    for table in reversed(tables.values()):
        connection.execute(delete(table))
    number = _insert_rows(connection, header, tables, rows)
    set_last_ids(connection, list(tables.values()), header.last_ids)
    upgrade_tables(connection)
    return number


def _has_rows(connection: Connection) -> bool:
    tables = (table for table in reflected_tables(connection) if table.name not in KEPT_BY_ITSELF)
    return any(connection.scalar(select(func.count()).select_from(table)) for table in tables)


def _drop_tables(connection: Connection) -> None:
    tables = reflected_tables(connection)
    if tables:
        tables[0].metadata.drop_all(connection, tables=tables)
    connection.execute(text(f"DROP TABLE IF EXISTS {VERSIONS}"))


def _insert_rows(
    connection: Connection, header: Header, tables: dict[str, Table], rows: Iterator[tuple[str, list[Any]]]
) -> int:
    number = 0
    for name, of_table in groupby(rows, key=lambda row: row[0]):
        for portion in _rows_in_portions(values for _, values in of_table):
            connection.execute(
                insert(tables[name]), [dict(zip(header.tables[name], row, strict=True)) for row in portion]
            )
            number += len(portion)
    return number


def _rows_in_portions(rows: Iterator[list[Any]]) -> Iterator[list[list[Any]]]:
    """Rows in portions that fit into memory."""
    portion: list[list[Any]] = []
    size = 0
    for row in rows:
        portion.append(row)
        size += sum(len(value) if isinstance(value, str | bytes) else 8 for value in row)
        if size > BYTES_AT_ONCE:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion
