"""The database of either kind: its tables, and when it is away."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, String
from sqlalchemy.engine import URL
from sqlalchemy.types import TypeEngine

from config.database import known_revisions, migrate_tables, open_engine
from config.library.tables import Source  # noqa: F401 - its tables are compared too
from config.servers import Servers
from config.state import DatabaseAwayError
from config.tables import Base
from tests.conftest import ROOT


def is_another_type(
    context: MigrationContext, _column: object, _wanted: object, there: TypeEngine[Any], wanted: TypeEngine[Any]
) -> bool | None:
    """False for texts of two lengths in SQLite, which holds none to its length; None leaves it to Alembic."""
    both_texts = isinstance(there, String) and isinstance(wanted, String)
    return False if both_texts and context.dialect.name == "sqlite" else None


async def test_the_tables_are_those_that_the_code_has(database: URL) -> None:
    await migrate_tables(database)

    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": is_another_type})
        return list(compare_metadata(context, Base.metadata))

    engine = open_engine(database, pooled=False)
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engine.dispose()


MIGRATE = """
import asyncio, logging, sys
from sqlalchemy.engine import make_url
from config.database import migrate_tables
logging.basicConfig(level=logging.INFO)
asyncio.run(migrate_tables(make_url(sys.argv[1])))
"""


def test_ten_processes_that_start_together_make_the_tables_once(database: URL) -> None:
    command = [sys.executable, "-c", MIGRATE, database.render_as_string(hide_password=False)]
    processes = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(10)]
    said = [process.communicate()[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * 10
    assert sum(line.count("Running upgrade  -> 0001") for line in said) == 1
    assert sum(line.count("Running upgrade 0001 -> 0002") for line in said) == 1
    assert sum(line.count("Running upgrade 0002 -> 0003") for line in said) == 1


async def test_databases_of_one_process_are_brought_up_to_date_one_after_the_other(tmp_path: Path) -> None:
    urls = [URL.create("sqlite+aiosqlite", database=str(tmp_path / f"{number}.db")) for number in range(6)]
    await asyncio.gather(*map(migrate_tables, urls))
    for url in urls:
        with sqlite3.connect(url.database or "") as connection:
            assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (known_revisions()[-1],)


@pytest.mark.parametrize(
    "url",
    [
        URL.create("sqlite+aiosqlite", database="/dev/null/no/such/folder.db"),
        URL.create("postgresql+asyncpg", host="127.0.0.1", port=1, database="nothing"),
    ],
    ids=["sqlite", "postgresql"],
)
async def test_a_database_that_is_away_is_told_as_such_and_may_come_back(url: URL, database: URL) -> None:
    async with aclosing(Servers(url)) as servers:
        with pytest.raises(DatabaseAwayError):
            await servers.server(1)
        servers._open_engine(database)
        assert await servers.server(1) is None


async def test_who_has_no_time_to_wait_for_the_tables_does_not_end_it_for_the_others(
    database: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, tries = asyncio.Event(), 0

    async def slowly(url: URL) -> None:
        nonlocal tries
        tries += 1
        await go_on.wait()
        await migrate_tables(url)

    monkeypatch.setattr("config.state.migrate_tables", slowly)
    async with aclosing(Servers(database)) as servers:
        patient = asyncio.create_task(servers.server(1))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await servers.server(1)
        go_on.set()
        assert await patient is None
        assert tries == 1
