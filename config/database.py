"""Opens the database, SQLite or PostgreSQL, and brings its tables up to date."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, event, insert, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from config.database_errors import NewerDatabaseError
from config.tables import Note
from config.version import running_version

if TYPE_CHECKING:
    from alembic.config import Config

STATEMENT_SECONDS = 10
"""Seconds that a statement waits for another process's statement, or for the database to answer."""


MIGRATION_SECONDS = 60
"""Seconds that a process waits for another one that is bringing the tables up to date."""


MIGRATION_LOCK = 0x50756C6C
"""The key of PostgreSQL's advisory lock under which the tables are brought up to date."""


_ONE_THREAD_MIGRATES = threading.Lock()
"""Alembic keeps which database it is at in globals of the process."""


VERSION_NOTE = "version"
"""The name of the note with the last version that brought the tables up to date."""


SYNCHRONOUS = "FULL"
"""SQLite's PRAGMA of that name: what is in the ledger must survive the loss of power too."""


READ_ONLY = "reading"
"""The execution option of an engine whose transactions only read."""


def open_engine(url: URL, wait: float = STATEMENT_SECONDS, *, pooled: bool = True) -> AsyncEngine:
    """An engine for that database; nothing is connected yet."""
    if url.get_backend_name() == "sqlite":
        engine = create_async_engine(url, connect_args={"timeout": wait}, poolclass=NullPool)
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
        return engine
    options: dict[str, Any] = {"pool_size": 5, "max_overflow": 5, "pool_timeout": wait, "pool_pre_ping": True}
    arguments = {"timeout": STATEMENT_SECONDS, "command_timeout": wait}
    return create_async_engine(url, connect_args=arguments, **(options if pooled else {"poolclass": NullPool}))


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where it is said, not where the driver guesses
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute(f"PRAGMA synchronous = {SYNCHRONOUS}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads and then writes must not find that another has written in between. One that reads alone
    # waits for nobody.
    reading = connection.get_execution_options().get(READ_ONLY)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


async def migrate_tables(url: URL) -> None:
    """Bring the tables up to date, one process at a time, away from the event loop and from its few threads."""
    alone = ThreadPoolExecutor(1, "migrating")
    try:
        await asyncio.get_running_loop().run_in_executor(alone, asyncio.run, _migrate_alone(url))
    finally:
        alone.shutdown(wait=False)


async def _migrate_alone(url: URL) -> None:
    async with alone_with_tables(url) as connection:
        await connection.run_sync(_upgrade_known)


@asynccontextmanager
async def alone_with_tables(url: URL) -> AsyncIterator[AsyncConnection]:
    """A transaction that no other process changes the tables beside."""
    engine = open_engine(url, MIGRATION_SECONDS, pooled=False)
    if url.get_backend_name() == "sqlite" and url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    try:
        async with engine.begin() as connection:
            if url.get_backend_name() != "sqlite":  # there the transaction itself is the lock
                await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
            yield connection
    finally:
        await engine.dispose()


def _upgrade_known(connection: Connection) -> None:
    assert_known(connection)
    upgrade_tables(connection)


def assert_known(connection: Connection) -> str | None:
    """The revision that the tables are at; None where there are none. Raises NewerDatabaseError."""
    from alembic.migration import MigrationContext

    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is not None and revision not in known_revisions():
        raise NewerDatabaseError(_version_noted(connection) or f"with the tables {revision}")
    return revision


def known_revisions() -> list[str]:
    """The revisions of the tables, the oldest first."""
    from alembic.script import ScriptDirectory

    return [script.revision for script in ScriptDirectory.from_config(_alembic_config()).walk_revisions()][::-1]


def upgrade_tables(connection: Connection, revision: str = "head") -> None:
    """Bring the tables up to that revision, and note this version. Of several threads one does so at a time; a thread
    must not begin twice."""
    from alembic import command

    config = _alembic_config()
    config.attributes["connection"] = connection
    with _ONE_THREAD_MIGRATES:
        command.upgrade(config, revision)
    connection.execute(delete(Note).where(Note.name == VERSION_NOTE))
    connection.execute(insert(Note).values(name=VERSION_NOTE, value=running_version()))


def _alembic_config() -> Config:
    from alembic.config import Config  # takes a while, and is needed once

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def _version_noted(connection: Connection) -> str | None:
    """The version that brought the tables up to date last; what a newer one has made of the table may hide it."""
    try:
        with connection.begin_nested():
            found: str | None = connection.scalar(select(Note.value).where(Note.name == VERSION_NOTE))
            return found
    except DBAPIError:
        return None
