"""Making a backup, also while the bot runs: it is the database as it was at one moment."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Table, select
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection

from config.backup.file import BackupError, Header, Writer, written_whole
from config.backup.rows import last_ids, reflected_tables
from config.database import READ_ONLY, assert_known, open_engine
from config.version import running_version

ROWS_AT_ONCE = 20
"""Rows that are held in memory at a time; a row of fetched content may have some megabytes."""


async def write_backup(url: URL, path: Path) -> tuple[Header, int]:
    """Write all rows of the database to a file; its header, and the number of rows.

    Raises BackupError, or one of database_errors.AWAY; an OSError of the file too.
    """
    _assert_is_there(url)
    engine = open_engine(url, pooled=False)
    if url.get_backend_name() != "sqlite":
        engine = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    try:
        async with engine.execution_options(**{READ_ONLY: True}).begin() as connection:
            return await _write_rows(connection, path)
    finally:
        await engine.dispose()


def _assert_is_there(url: URL) -> None:
    """SQLite would make an empty one."""
    if url.get_backend_name() == "sqlite" and url.database and not Path(url.database).exists():
        raise BackupError(f"{url.database}: there is no such database yet; nothing is to be backed up")


async def _write_rows(connection: AsyncConnection, path: Path) -> tuple[Header, int]:
    tables, header = await connection.run_sync(_tables_and_header)
    with written_whole(path) as lines:
        writer = Writer(lines, header)
        for table in tables:
            async with connection.stream(select(table).execution_options(yield_per=ROWS_AT_ONCE)) as rows:
                async for row in rows:
                    writer.write_row(table.name, tuple(row))
        writer.finish()
    return header, writer.rows


def _tables_and_header(connection: Connection) -> tuple[list[Table], Header]:
    revision = assert_known(connection)
    if revision is None:
        raise BackupError("the database has no tables yet; nothing is to be backed up")
    tables = reflected_tables(connection)
    columns = {table.name: [column.name for column in table.columns] for table in tables}
    taken = datetime.now(UTC).isoformat(timespec="seconds")
    return tables, Header(running_version(), revision, taken, columns, last_ids(connection, tables))
