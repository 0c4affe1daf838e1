"""One try at a time, of all processes, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from sqlalchemy.engine import URL

from config.outbox import ROWS_KEPT, TRY_LEASE
from config.servers import Servers
from tests.config.ledgers import EIGHT


async def test_a_post_is_tried_by_one_until_it_is_there(servers: Servers) -> None:
    assert await servers.reserve_send("a", EIGHT) == "first"
    assert await servers.reserve_send("a", EIGHT) == "taken"
    assert await servers.reserve_send("b", EIGHT) == "first"
    await servers.settle_send("a")
    assert await servers.reserve_send("a", EIGHT + TRY_LEASE) == "posted"


async def test_what_ended_without_an_outcome_is_tried_again_at_once_and_what_was_cut_off_later(
    servers: Servers,
) -> None:
    await servers.reserve_send("a", EIGHT)
    await servers.release_send("a")
    assert await servers.reserve_send("a", EIGHT) == "again"
    assert await servers.reserve_send("a", EIGHT) == "taken"
    assert await servers.reserve_send("a", EIGHT + TRY_LEASE) == "again"


async def test_what_was_refused_and_what_is_old_is_forgotten(servers: Servers) -> None:
    await servers.reserve_send("a", EIGHT)
    await servers.cancel_send("a")
    assert await servers.reserve_send("a", EIGHT) == "first"
    await servers.empty_outbox(EIGHT + ROWS_KEPT / 2)
    assert await servers.reserve_send("a", EIGHT) == "taken"
    await servers.empty_outbox(EIGHT + ROWS_KEPT)
    assert await servers.reserve_send("a", EIGHT) == "first"


async def test_of_many_processes_one_begins(servers: Servers, database: URL) -> None:
    async with aclosing(Servers(database)) as other:
        turns = await asyncio.gather(*(each.reserve_send("a", EIGHT) for each in (servers, other) * 5))
    assert sorted(turns) == ["first"] + ["taken"] * 9
