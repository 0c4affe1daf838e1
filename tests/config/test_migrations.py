"""From every older form of the tables, with rows in them, to today's."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect
from sqlalchemy.engine import URL

from config.database import known_revisions, migrate_tables, open_engine
from tests.config.filled import filled_at, rows_in


@pytest.mark.parametrize("revision", known_revisions())
async def test_rows_of_every_older_revision_are_kept(database: URL, revision: str) -> None:
    before = await filled_at(database, revision)
    assert all(before.values())
    columns = {table: await columns_of(database, table) for table in before}
    await migrate_tables(database)
    after = await rows_in(database, columns)
    before.pop("notes"), after.pop("notes")  # which version it was
    assert after == before


async def columns_of(url: URL, table: str) -> list[str]:
    engine = open_engine(url, pooled=False)
    try:
        async with engine.connect() as connection:
            found = await connection.run_sync(lambda each: inspect(each).get_columns(table))
            return [column["name"] for column in found]
    finally:
        await engine.dispose()


def test_the_revisions_follow_each_other() -> None:
    assert known_revisions() == [f"{number:04}" for number in range(1, len(known_revisions()) + 1)]
