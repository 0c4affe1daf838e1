"""A database that cannot be used says why, and never with a password."""

from __future__ import annotations

import asyncio
import logging
from contextlib import aclosing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import event, text, update
from sqlalchemy.engine import URL

from config.database import VERSION_NOTE, open_engine
from config.servers import Servers
from config.state import DatabaseAwayError
from config.tables import Note
from tests.config.ledgers import EIGHT, chosen
from tests.databases import new_postgres


async def cause(url: URL) -> str:
    """The words for a database that cannot be used."""
    async with aclosing(Servers(url)) as servers:
        with pytest.raises(DatabaseAwayError) as away:
            await servers.start(chosen(), EIGHT)
    return str(away.value)


@pytest.fixture
def there(postgres: str) -> URL:
    """A database of PostgreSQL with a role that may log in and nothing else."""
    url = new_postgres(postgres)

    async def make_role() -> None:
        engine = open_engine(url, pooled=False)
        async with engine.begin() as connection:
            await connection.execute(text("DROP ROLE IF EXISTS weak"))
            await connection.execute(text("CREATE ROLE weak LOGIN"))
        await engine.dispose()

    asyncio.run(make_role())
    return url


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"username": "nobody"}, "the user in DATABASE_URL is not known there"),
        ({"database": "nowhere"}, "there is no database of the name in DATABASE_URL"),
        ({"username": "weak"}, "the user in DATABASE_URL lacks rights"),
        ({"host": "127.0.0.1", "port": 1, "query": {}}, "nothing answers at the address in DATABASE_URL"),
        ({"host": "nowhere.invalid", "query": {}}, "the host in DATABASE_URL is not known"),
    ],
)
async def test_postgresql_says_why(there: URL, changed: dict[str, object], says: str) -> None:
    told = await cause(there.set(password="hunter2", **changed))  # type: ignore[arg-type]  # each is what it takes
    assert told.startswith(says)
    assert "hunter2" not in told


async def test_a_full_disk_says_so_and_what_is_kept_stays_whole(tmp_path: Path) -> None:
    async with aclosing(Servers(URL.create("sqlite+aiosqlite", database=str(tmp_path / "servers.db")))) as servers:
        await servers.start(chosen(), EIGHT)

        async def fill() -> None:
            for number in range(2, 500):
                await servers.start(chosen(number, timezone="Europe/London", speaker="x" * 400), EIGHT)

        def limit(connection: Any, _record: object) -> None:
            connection.execute("PRAGMA max_page_count = 1")

        event.listen(servers._engine.sync_engine, "connect", limit)
        with pytest.raises(DatabaseAwayError, match="the disk of DATA_DIR is full; free some space"):
            await fill()
        event.remove(servers._engine.sync_engine, "connect", limit)
        assert await servers.server(1)
        await servers.start(chosen(1000), EIGHT)


async def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    (tmp_path / "servers.db").write_bytes(b"not a database, but long enough to be looked at" * 100)
    told = await cause(URL.create("sqlite+aiosqlite", database=str(tmp_path / "servers.db")))
    assert told == "its file is no database; put a backup in its place"


async def test_newer_tables_say_whose_they_are(database: URL, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    async with aclosing(Servers(database)) as servers:
        await servers.start(chosen(), EIGHT)
        async with servers._transaction() as session:
            await session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
            await session.execute(update(Note).where(Note.name == VERSION_NOTE).values(value="7.1"))
    told = await cause(database)
    assert told == "this database was made by version 7.1; install that version or a newer one"


async def test_a_file_with_flipped_bits_is_away_or_readable_and_never_an_unknown_error(tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    url = URL.create("sqlite+aiosqlite", database=str(whole))
    async with aclosing(Servers(url)) as servers:
        for guild_id in range(1, 200):
            await servers.start(chosen(guild_id, speaker="Ann Li" * 20), EIGHT)
    content, rng, causes = whole.read_bytes(), Random(3), set()
    for number in range(40):
        flipped = bytearray(content)
        for at in rng.sample(range(len(content)), 400):
            flipped[at] ^= 1 << rng.randrange(8)
        damaged = tmp_path / f"{number}.db"
        damaged.write_bytes(flipped)
        async with aclosing(Servers(url.set(database=str(damaged)))) as servers:
            try:
                for guild_id in range(1, 200, 20):
                    await servers.server(guild_id)
                await servers.stop(1)
            except DatabaseAwayError as error:
                causes.add(str(error))
    assert causes
    assert {one.partition(";")[0] for one in causes} <= {"its file is damaged", "its file is no database"}
