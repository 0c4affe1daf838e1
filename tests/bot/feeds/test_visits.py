"""A visit to a feed: its address and name, its failures, and what a server may keep of it."""

from __future__ import annotations

import pytest
from aiohttp import web
from sqlalchemy.engine import URL

from config.library.rows import FULL, Quotas
from tests.bot.feeds.hosts import Handler, Host
from tests.bot.feeds.shows import GUILD, LOGIN, AtWork, at_work, feed, item, spoken, transcript


@pytest.mark.parametrize(("status", "remembered"), [(301, True), (308, True), (302, False), (307, False)])
async def test_where_a_feed_moved_for_good_is_remembered(
    work: AtWork, host: Host, status: int, remembered: bool
) -> None:
    host.pages |= {"/feed": leading_to("/new", status), "/new": feed(item(1))}
    source = await work.add()
    await work.later()
    await work.later(hours=1)
    assert host.paths == ["/feed", "/new"] + (["/new"] if remembered else ["/feed", "/new"])
    found = await work.state(source)
    assert (found.address, found.moved_to) == (host.url("/feed"), host.url("/new") if remembered else None)


async def test_a_feed_that_is_lost_where_it_moved_is_looked_for_where_it_was(work: AtWork, host: Host) -> None:
    host.pages |= {"/feed": leading_to("/new", 301), "/new": feed(item(1))}
    source = await work.add()
    await work.later()
    host.pages["/feed"] = host.pages.pop("/new")
    await work.later(hours=1)
    assert (await work.state(source)).error is not None
    await work.later(hours=3)
    found = await work.state(source)
    assert (found.error, found.moved_to, host.paths[-1]) == (None, None, "/feed")


def leading_to(path: str, status: int) -> Handler:
    """A page that is elsewhere."""

    async def lead(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers={"Location": path})

    return lead


async def test_the_name_that_an_owner_gave_stays(work: AtWork, host: Host) -> None:
    host.pages["/feed"] = feed(item(1), title="Bridges (official feed)")
    source, _ = await work.sources.add_feed(GUILD, host.url("/feed"), 1, work.now, work.quotas, called="Bridges")
    await work.later()
    assert (await work.state(source)).show == "Bridges"
    await work.sources.add_feed(GUILD, host.url("/feed"), 1, work.now, work.quotas, called="Bridges of old")
    await work.later(hours=1)
    assert (await work.state(source)).show == "Bridges of old"


async def test_a_feed_that_fails_is_told_and_tried_more_and_more_seldom(work: AtWork, host: Host) -> None:
    source = await work.add()
    await work.later()
    assert (await work.state(source)).error == "status 404"
    for _ in range(14 * 24):
        await work.later(hours=1)
    assert 17 <= host.paths.count("/feed") <= 24
    host.pages["/feed"] = feed(item(1))
    await work.later(hours=27)
    found = await work.state(source)
    assert (found.error, found.failures, found.show) == (None, 0, "Bridges")


@pytest.mark.parametrize(
    ("page", "told"),
    [(LOGIN, "feed"), (b"", "feed"), (b'<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>', "entities")],
)
async def test_what_is_no_feed_is_told(work: AtWork, host: Host, page: bytes, told: str) -> None:
    host.pages["/feed"] = page
    source = await work.add()
    await work.later()
    assert (await work.state(source)).error == told


async def test_five_thousand_items_are_told_whole(work: AtWork, host: Host) -> None:
    host.pages["/feed"] = feed(*(item(number) for number in range(5_000)))
    source = await work.add()
    await work.later()
    assert await work.sources.count_items([source.id]) == {source.id: {"wordless": 5_000}}
    changed = (await work.state(source)).changed
    await work.later(hours=1)
    assert (await work.state(source)).changed == changed


async def test_quotas_hold_and_what_is_over_them_comes_when_there_is_room(host: Host, lite: URL) -> None:
    async with at_work(host, lite, Quotas(episodes=3)) as work:
        host.pages["/feed"] = feed(*(item(number, transcript(f"/{number}.vtt")) for number in range(1, 7)))
        host.pages |= {f"/{number}.vtt": spoken(f"It is number {number} of them.") for number in range(1, 7)}
        source = await work.add()
        await work.later()
        items = await work.items(source)
        assert [title for title, each in items.items() if each.state == "kept"] == ["Part 6", "Part 5", "Part 4"]
        assert {each.reason for each in items.values() if each.state == "skipped"} == {FULL}
        assert host.paths.count("/1.vtt") == 0
    async with at_work(host, lite, Quotas(episodes=5)) as work:
        await work.later(hours=1)
        assert sum(each.state == "kept" for each in (await work.items(source)).values()) == 5


async def test_megabytes_are_held_to(host: Host, lite: URL) -> None:
    async with at_work(host, lite, Quotas(megabytes=1)) as work:
        host.pages["/feed"] = feed(item(1, transcript("/1.txt", "text/plain")), item(2, transcript("/2.vtt")))
        host.pages |= {"/1.txt": b"Ann Li: We say that it is done.\n\n" * 40_000, "/2.vtt": spoken("It is done.")}
        source = await work.add()
        await work.later()
        items = await work.items(source)
        assert (items["Part 1"].state, items["Part 1"].reason) == ("skipped", "megabytes")
        assert items["Part 2"].state == "kept"


async def test_a_source_that_is_removed_meanwhile_harms_nothing(work: AtWork, host: Host) -> None:
    host.pages |= {"/feed": feed(item(1, transcript("/1.vtt"))), "/1.vtt": spoken("It is done.")}
    source = await work.add()

    async def remove(_request: web.Request) -> web.Response:
        await work.sources.remove_source(GUILD, source.id)
        return web.Response(body=spoken("It is done."))

    host.pages["/1.vtt"] = remove
    await work.later()
    assert await work.sources.sources(GUILD) == []
