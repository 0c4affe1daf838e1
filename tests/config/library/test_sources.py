"""Feeds: each once, looked at by one process at a time, and gone with their server."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from datetime import timedelta

from sqlalchemy.engine import URL

from config.library.rows import SourceFacts
from config.library.sources import Due, Sources
from config.library.tables import OPERATOR
from config.queries import Shards
from config.rows import KEPT
from config.servers import Servers
from tests.config.library.told import FEED, LATER, NOW, feed


async def test_a_feed_that_is_added_twice_is_one_and_is_due_at_once(sources: Sources) -> None:
    one, is_new = await sources.add_feed(1, FEED, 9, NOW)
    again, is_new_again = await sources.add_feed(1, FEED, 9, LATER)
    elsewhere, _ = await sources.add_feed(2, FEED, 9, LATER)
    assert (is_new, is_new_again, one.id == again.id, one.id == elsewhere.id) == (True, False, True, False)
    assert [(due.source_id, due.guild_id) for due in await sources.due_feeds(LATER)] == [(one.id, 1), (elsewhere.id, 2)]


async def test_of_two_processes_one_takes_a_due_feed(sources: Sources, database: URL) -> None:
    source = await feed(sources)
    async with aclosing(Sources(database)) as others:
        due = (await others.due_feeds(NOW))[0]
        taken = await asyncio.gather(sources.take_feed(due, LATER), others.take_feed(due, LATER))
    assert [found and found.id for found in taken].count(source.id) == 1
    assert await sources.due_feeds(NOW) == []
    assert await sources.due_feeds(LATER) == [Due(source.id, 1, int(LATER.timestamp()))]


async def test_what_a_look_at_a_feed_gave_is_kept(sources: Sources) -> None:
    source = await feed(sources)
    await sources.feed_failed(source.id, "the server\0 answers 500", NOW, LATER)
    failed = await sources.source(source.id)
    assert failed is not None
    assert (failed.failures, failed.error, failed.next_look) == (1, "the server answers 500", int(LATER.timestamp()))
    facts = SourceFacts("The \udc00show", "en", "x" * 2000, etag='"7"', last_modified="yesterday")
    await sources.feed_looked_at(source.id, NOW, LATER, facts)
    await sources.feed_looked_at(source.id, LATER, LATER)
    seen = await sources.source(source.id)
    assert seen is not None
    assert (seen.failures, seen.error, seen.show, seen.image) == (0, None, "The ?show", None)
    assert (seen.etag, seen.last_modified, seen.looked_at) == ('"7"', "yesterday", int(LATER.timestamp()))
    assert await sources.refresh(1, NOW) == 1
    fresh = await sources.source(source.id)
    assert fresh is not None
    assert (fresh.etag, fresh.last_modified, fresh.next_look) == (None, None, int(NOW.timestamp()))


async def test_the_operators_feeds_are_those_that_are_named(sources: Sources, servers: Servers) -> None:
    await sources.name_feeds([FEED, f"{FEED}?2"], NOW)
    first, second = await sources.sources(OPERATOR)
    await sources.name_feeds([f"{FEED}?2"], NOW)
    assert [source.id for source in await sources.sources(OPERATOR)] == [second.id]
    assert [due.source_id for due in await sources.due_feeds(NOW)] == [second.id]
    await sources.name_feeds([FEED, f"{FEED}?2"], LATER)
    assert [source.id for source in await sources.all_sources()] == [first.id, second.id]
    await sources.name_feeds([], NOW)
    await servers.forget_the_left(NOW + KEPT, Shards())
    assert await sources.source(first.id) is None


async def test_a_servers_own_go_with_its_data_thirty_days_after_it_removed_the_bot(
    sources: Sources, servers: Servers
) -> None:
    here, there = await feed(sources, 1 << 22), await feed(sources, 2 << 22)
    await sources.set_shared(2 << 22, shared=False)
    await sources.announce_in(1 << 22, 55, NOW)
    assert await sources.unshared() == {2 << 22}
    assert (await sources.library_of(1 << 22)).announce_channel_id == 55
    assert (await sources.library_of(3)).shared
    await servers.is_in([], NOW, Shards(4, (2,)))
    assert [due.source_id for due in await sources.due_feeds(NOW)] == [here.id]
    await servers.forget_the_left(NOW + KEPT - timedelta(seconds=1), Shards())
    assert await sources.source(there.id) is not None
    await servers.is_in([2 << 22], NOW, Shards(4, (2,)))
    await servers.left(1 << 22, NOW)
    await servers.forget_the_left(NOW + KEPT, Shards())
    assert [source.id for source in await sources.all_sources()] == [there.id]
    assert (await sources.library_of(1 << 22)).announce_channel_id is None
    await servers.left(2 << 22, NOW)
    await servers.came_back(2 << 22)
    await servers.forget_the_left(NOW + KEPT, Shards())
    assert await sources.unshared() == {2 << 22}
