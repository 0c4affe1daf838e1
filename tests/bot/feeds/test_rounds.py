"""Rounds over many feeds: fair turns, several processes, and what was cut off."""

from __future__ import annotations

import asyncio

from sqlalchemy.engine import URL

from bot.feeds.rounds import VISITS_AT_ONCE
from bot.feeds.thread import fetching_feeds
from config.library.rows import Quotas
from config.library.sources import Sources
from config.library.tables import OPERATOR, Source
from tests.bot.feeds.hosts import Host
from tests.bot.feeds.shows import GUILD, AtWork, at_work, feed, item, spoken, transcript
from tests.conftest import PATIENCE


async def test_a_server_with_a_thousand_feeds_starves_nobody(host: Host, lite: URL) -> None:
    async with at_work(host, lite, Quotas(feeds=1_000)) as work:
        first = await work.add("/many/0", guild_id=1)
        host.pages |= {f"/many/{number}": feed(item(1)) for number in range(1_000)}
        more = {"guild_id": 1, "kind": "feed", "failures": 0, "added_at": first.added_at, "next_look": first.next_look}
        async with work.sources._transaction() as session:  # at once: one after another they take half a minute
            session.add_all(Source(address=host.url(f"/many/{number}"), **more) for number in range(1, 1_000))
        host.pages["/feed"] = feed(item(1), title="The other one")
        source = await work.add(guild_id=2)
        work.now = work.now.replace(hour=9)
        await work.rounds.start_visits()
        await asyncio.gather(*work.rounds._running)
        assert (await work.state(source)).show == "The other one"
        assert len(host.asked) == VISITS_AT_ONCE


async def test_a_large_feed_takes_turns_with_the_others(work: AtWork, host: Host) -> None:
    host.pages["/large"] = feed(*(item(number, transcript(f"/{number}.vtt")) for number in range(25)))
    host.pages |= {f"/{number}.vtt": spoken(f"It is number {number} of them.") for number in range(25)}
    host.pages["/small"] = feed(item(1, transcript("/1.vtt")))
    large = await work.add("/large", guild_id=1)
    await work.rounds.start_visits()
    await asyncio.gather(*work.rounds._running)
    assert sum(each.state == "kept" for each in (await work.items(large)).values()) == 10
    await work.later()
    assert sum(each.state == "kept" for each in (await work.items(large)).values()) == 25
    assert host.paths.count("/large") == 1


async def test_refreshing_a_large_feed_between_its_turns_is_not_lost(work: AtWork, host: Host) -> None:
    host.pages["/feed"] = feed(*(item(number, transcript("/1.vtt")) for number in range(15)))
    host.pages["/1.vtt"] = spoken("It is done.")
    await work.add()
    await work.rounds.start_visits()
    await asyncio.gather(*work.rounds._running)
    await work.sources.refresh(GUILD, work.now.replace(minute=1))
    await work.later(minutes=1)
    assert host.paths.count("/feed") == 2


async def test_several_processes_on_one_database_fetch_once(host: Host, database: URL) -> None:
    async with at_work(host, database) as one, at_work(host, database) as other:
        for number in range(20):
            host.pages[f"/{number}"] = feed(item(1, transcript(f"/{number}.vtt")))
            host.pages[f"/{number}.vtt"] = spoken(f"It is number {number} of them.")
            await one.add(f"/{number}", guild_id=number % 5 + 1)
        await asyncio.gather(one.later(), other.later())
        assert sorted(host.paths) == sorted(f"/{number}{ending}" for number in range(20) for ending in ("", ".vtt"))


async def test_a_visit_that_was_cut_off_is_taken_up_again(work: AtWork, host: Host) -> None:
    host.pages |= {"/feed": feed(item(1, transcript("/1.vtt"))), "/1.vtt": spoken("It is done.")}
    source = await work.add()
    host.pause = asyncio.Event()
    await work.rounds.start_visits()
    await host.has_been_asked("/feed")
    for task in work.rounds._running:
        task.cancel()
    await asyncio.gather(*work.rounds._running, return_exceptions=True)
    host.pause = None
    work.rounds = work.new_rounds()
    await work.later(minutes=5)
    assert await work.items(source) == {}
    await work.later(minutes=6)
    assert (await work.items(source))["Part 1"].state == "kept"


async def test_the_operators_feeds_are_those_of_the_settings(work: AtWork, host: Host) -> None:
    host.pages |= {"/1": feed(item(1), title="One"), "/2": feed(item(1), title="Two")}
    work.rounds = work.new_rounds((host.url("/1"), host.url("/2")))
    await work.later()
    assert [each.show for each in await work.sources.sources(OPERATOR)] == ["One", "Two"]
    work.rounds = work.new_rounds((host.url("/2"),))
    await work.later()
    assert [each.show for each in await work.sources.sources(OPERATOR)] == ["Two"]


async def test_the_thread_fetches_until_it_is_ended(host: Host, lite: URL) -> None:
    host.pages |= {"/feed": feed(item(1, transcript("/1.vtt"))), "/1.vtt": spoken("It is done.")}
    async with fetching_feeds(lite, [host.url("/feed")], [f"127.0.0.1:{host.port}"], Quotas()):
        async with asyncio.timeout(PATIENCE):
            await host.has_been_asked("/1.vtt")
    sources = Sources(lite)
    assert [each.show for each in await sources.sources(OPERATOR)] in (["Bridges"], [None])
    await sources.aclose()
