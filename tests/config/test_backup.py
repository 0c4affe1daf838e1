"""A backup has all of the database as it was at one moment, and restores into either kind, or says why it does not."""

from __future__ import annotations

import gzip
import json
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection

from config.backup import BackupError, dump, restore_backup, write_backup
from config.database import alone_with_tables, known_revisions, migrate_tables, open_engine
from config.database_errors import NewerDatabaseError
from config.servers import Servers
from tests.config.filled import filled_at, rows_in
from tests.config.ledgers import EIGHT, NINE, chosen, passage
from tests.databases import new_postgres

HEAD = known_revisions()[-1]


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """Another empty database, to restore into."""
    if request.param == "sqlite":
        return URL.create("sqlite+aiosqlite", database=str(tmp_path / "new" / "other.db"))
    return new_postgres(request.getfixturevalue("postgres"))


@pytest.fixture
def taken(tmp_path: Path) -> Path:
    return tmp_path / "pullquote.backup"


async def execute(url: URL, *statements: str) -> None:
    """Do that in a transaction, as another process does."""
    engine = open_engine(url, pooled=False)
    async with engine.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()


async def test_every_row_comes_back_in_either_kind_of_database(database: URL, other: URL, taken: Path) -> None:
    before = await filled_at(database, HEAD)
    header, rows = await write_backup(database, taken)
    assert rows == sum(map(len, before.values()))
    assert taken.stat().st_mode & 0o777 == 0o600
    assert await restore_backup(other, taken, replace=False) == (header, rows)
    assert await rows_in(other) == before


async def test_ids_that_were_given_are_not_given_again(database: URL, other: URL, taken: Path) -> None:
    async with aclosing(Servers(database)) as servers:
        for guild_id in (1, 2):
            server = await servers.start(chosen(guild_id), EIGHT)
            last = await servers.claim(server, passage(guild_id), NINE)
        await servers.forget(2)
    await write_backup(database, taken)
    await restore_backup(other, taken, replace=False)
    async with aclosing(Servers(other)) as servers:
        again = await servers.claim_now(await servers.start(chosen(3), EIGHT), passage(3), NINE)
    assert last is not None
    assert again is not None
    assert again.id == last.id + 1


async def test_what_is_written_meanwhile_waits_for_nothing_and_is_not_in_it(
    database: URL, other: URL, taken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await filled_at(database, HEAD)
    write_rows = dump._write_rows

    async def begin_then_change(connection: AsyncConnection, path: Path) -> Any:
        await connection.execute(text("SELECT count(*) FROM notes"))
        await execute(database, "UPDATE servers SET seed = 5", "DELETE FROM posts")
        return await write_rows(connection, path)

    monkeypatch.setattr(dump, "_write_rows", begin_then_change)
    await write_backup(database, taken)
    assert (await rows_in(database))["posts"] == []
    await restore_backup(other, taken, replace=False)
    assert await rows_in(other) == before


@pytest.mark.parametrize("revision", known_revisions()[:-1])
async def test_a_backup_of_an_older_version_is_brought_up_to_date(
    database: URL, other: URL, taken: Path, revision: str
) -> None:
    before = await filled_at(database, revision)
    header, _ = await write_backup(database, taken)
    assert header.revision == revision
    await restore_backup(other, taken, replace=False)
    after = await rows_in(other, dict(header.tables))
    before.pop("notes"), after.pop("notes")
    assert after == before
    async with aclosing(Servers(other)) as servers:
        assert await servers.server(1) is not None


@pytest.mark.parametrize("revision", known_revisions()[:-1])
async def test_an_older_database_takes_a_newer_backup(database: URL, other: URL, taken: Path, revision: str) -> None:
    before = await filled_at(database, HEAD)
    await write_backup(database, taken)
    await filled_at(other, revision)
    with pytest.raises(BackupError, match="the database is in use"):
        await restore_backup(other, taken, replace=False)
    await restore_backup(other, taken, replace=True)
    assert await rows_in(other) == before


async def test_a_backup_of_a_version_to_come_is_refused(database: URL, other: URL, taken: Path) -> None:
    await filled_at(database, HEAD)
    await write_backup(database, taken)
    rewrite(taken, lambda header: header | {"revision": "9999", "version": "9.1.0"})
    with pytest.raises(BackupError, match=r"version 9\.1\.0 wrote it, which is newer; install that version"):
        await restore_backup(other, taken, replace=False)
    rewrite(taken, lambda header: header | {"form": 2})
    with pytest.raises(BackupError, match=r"version 9\.1\.0 wrote it; install that version or a newer one"):
        await restore_backup(other, taken, replace=False)


async def test_a_database_of_a_version_to_come_is_left_alone(database: URL, taken: Path) -> None:
    before = await filled_at(database, HEAD)
    await write_backup(database, taken)
    await execute(database, "UPDATE alembic_version SET version_num = '9999'")
    for replace in (False, True):
        with pytest.raises(NewerDatabaseError):
            await restore_backup(database, taken, replace=replace)
    with pytest.raises(NewerDatabaseError):
        await write_backup(database, taken)
    assert await rows_in(database) == before


async def test_a_restore_that_is_cut_off_leaves_the_database_as_it_was(database: URL, taken: Path) -> None:
    before = await filled_at(database, HEAD)
    await write_backup(database, taken)
    whole = taken.read_bytes()
    lines = gzip.decompress(whole).splitlines(keepends=True)
    for damaged in (
        whole[: len(whole) // 2],
        gzip.compress(b"".join(lines[:-1])),
        gzip.compress(b"".join([*lines[:3], b"[0, {}]\n", *lines[3:]])),
        gzip.compress(b"{}\n"),
        gzip.compress(b"\xff\xfe"),
        b"",
        b"SQLite format 3",
    ):
        taken.write_bytes(damaged)
        with pytest.raises(BackupError):
            await restore_backup(database, taken, replace=True)
    assert await rows_in(database) == before


async def test_tables_of_somebody_else_are_neither_in_it_nor_dropped(database: URL, taken: Path) -> None:
    await filled_at(database, HEAD)
    await execute(database, "CREATE TABLE theirs (x INTEGER)", "INSERT INTO theirs VALUES (7)")
    header, _ = await write_backup(database, taken)
    assert "theirs" not in header.tables
    await restore_backup(database, taken, replace=True)
    async with alone_with_tables(database) as connection:
        assert await connection.scalar(text("SELECT x FROM theirs")) == 7


async def test_where_there_is_nothing_yet_it_says_so(database: URL, taken: Path) -> None:
    with pytest.raises(BackupError, match="nothing is to be backed up"):
        await write_backup(database, taken)
    assert not taken.exists()
    assert list(taken.parent.glob(".pullquote*")) == []


async def test_a_database_that_nobody_has_used_takes_a_backup(database: URL, other: URL, taken: Path) -> None:
    before = await filled_at(database, HEAD)
    await write_backup(database, taken)
    await migrate_tables(other)
    await restore_backup(other, taken, replace=False)
    assert await rows_in(other) == before


def rewrite(path: Path, change: Any) -> None:
    """Change the header of a backup."""
    first, *rest = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    header = json.dumps(change(json.loads(first))).encode() + b"\n"
    path.write_bytes(gzip.compress(b"".join([header, *rest])))
