"""Feeds of a local server, with every quirk, on a real database."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from sqlalchemy.engine import URL

from bot.feeds.offers import offer_in
from bot.feeds.rounds import VISITS_AT_ONCE
from bot.feeds.thread import fetching_feeds
from config.library.rows import FULL, Quotas
from config.library.sources import Sources
from config.library.tables import OPERATOR, Source
from tests.bot.feeds.hosts import Handler, Host
from tests.bot.feeds.shows import GUILD, AtWork, at_work, feed, item, spoken, transcript
from tests.bot.feeds.test_reader import LOGIN
from tests.conftest import PATIENCE


@pytest.fixture
def lite(tmp_path: Path) -> URL:
    return URL.create("sqlite+aiosqlite", database=str(tmp_path / "sources.db"))


@pytest.fixture
async def work(host: Host, lite: URL) -> AsyncIterator[AtWork]:
    async with at_work(host, lite) as work:
        yield work


async def test_a_feed_comes_with_its_transcripts_and_the_items_that_have_none(host: Host, database: URL) -> None:
    async with at_work(host, database) as work:
        host.pages |= {"/feed": feed(item(1, transcript("/1.vtt")), item(2)), "/1.vtt": spoken("The bridge is done.")}
        source = await work.add()
        await work.later()
        found = await work.state(source)
        assert (found.show, found.language, found.error, found.failures) == ("Bridges", "en", None, 0)
        items = await work.items(source)
        assert {title: each.state for title, each in items.items()} == {"Part 1": "kept", "Part 2": "wordless"}
        assert items["Part 1"].ending == ".vtt"
        assert items["Part 1"].date == "2025-06-02"
        assert await work.words(source, "Part 1") == spoken("The bridge is done.")


async def test_the_best_of_several_is_taken_and_the_next_where_it_is_lost(work: AtWork, host: Host) -> None:
    links = transcript("/1.txt", "text/plain") + transcript("/1.srt", "application/srt") + transcript("/1.vtt")
    host.pages |= {"/feed": feed(item(1, links)), "/1.srt": b"1\n00:00:01,000 --> 00:00:04,000\nAnn: It is done.\n",
                   "/1.txt": b"Ann Li: The bridge is done.\n\nBo Ek: Is it?\n"}  # fmt: skip
    source = await work.add()
    await work.later()
    assert (await work.items(source))["Part 1"].ending == ".srt"
    host.pages["/1.vtt"] = spoken("The bridge is done.")
    await work.later(hours=7)
    assert (await work.items(source))["Part 1"].ending == ".vtt"
    del host.pages["/1.vtt"]
    await work.later(hours=13)
    assert (await work.items(source))["Part 1"].ending == ".vtt"


async def test_chapters_come_from_their_address_or_the_feed(work: AtWork, host: Host) -> None:
    inline = '<psc:chapters><psc:chapter start="0:43" title="Piers"/></psc:chapters>'
    host.pages |= {
        "/feed": feed(item(1, transcript("/1.vtt") + '<podcast:chapters url="/1.json"/>'),
                      item(2, transcript("/1.vtt") + inline),
                      item(3, transcript("/1.vtt") + '<podcast:chapters url="/gone"/>' + inline)),
        "/1.vtt": spoken("The bridge is done."),
        "/1.json": b'{"version":"1.2.0","chapters":[{"startTime":7,"title":"Hello"}]}',
    }  # fmt: skip
    source = await work.add()
    await work.later()
    found = {}
    for title, each in (await work.items(source)).items():
        content = await work.sources.content(each.chapters or "")
        found[title] = [[row["startTime"], row["title"]] for row in json.loads(content or b"")["chapters"]]
    assert found == {"Part 1": [[7.0, "Hello"]], "Part 2": [[43.0, "Piers"]], "Part 3": [[43.0, "Piers"]]}
    del host.pages["/1.json"]
    await work.later(days=2)
    assert (await work.items(source))["Part 1"].chapters is not None


async def test_what_did_not_change_is_not_sent_again(work: AtWork, host: Host) -> None:
    host.pages |= {"/feed": feed(item(1, transcript("/1.vtt"))), "/1.vtt": spoken("The bridge is done.")}
    host.tags |= {"/feed": '"a"', "/1.vtt": '"b"'}
    source = await work.add()
    await work.later()
    before = (await work.state(source)).changed
    for _ in range(30):
        await work.later(minutes=34)
    assert host.paths.count("/feed") == 31
    assert 2 <= host.paths.count("/1.vtt") <= 4
    conditions = [one.headers.get("If-None-Match") for one in host.asked if one.path == "/1.vtt"]
    assert conditions[:2] == [None, '"b"']
    assert (await work.state(source)).changed == before


async def test_a_transcript_that_changed_replaces_the_old_and_one_that_left_stays(work: AtWork, host: Host) -> None:
    host.pages |= {"/feed": feed(item(1, transcript("/1.vtt")), item(2, transcript("/2.vtt"))),
                   "/1.vtt": spoken("The bridge is done."), "/2.vtt": spoken("The tunnel is next.")}  # fmt: skip
    source = await work.add()
    await work.later()
    host.pages |= {"/feed": feed(item(1, transcript("/1.vtt"))), "/1.vtt": spoken("The bridge is not done.")}
    await work.later(days=1)
    assert await work.words(source, "Part 1") == spoken("The bridge is not done.")
    assert await work.words(source, "Part 2") == spoken("The tunnel is next.")


async def test_a_new_address_of_a_transcript_is_fetched_at_once(work: AtWork, host: Host) -> None:
    host.pages |= {"/feed": feed(item(1, transcript("/1.vtt"))), "/1.vtt": spoken("The bridge is done.")}
    source = await work.add()
    await work.later()
    host.pages |= {"/feed": feed(item(1, transcript("/new.vtt"))), "/new.vtt": spoken("The bridge is not done.")}
    await work.later(minutes=34)
    assert await work.words(source, "Part 1") == spoken("The bridge is not done.")
    assert offer_in((await work.items(source))["Part 1"].addresses or "").taken == host.url("/new.vtt")


@pytest.mark.parametrize(
    "login",
    [LOGIN, b"<html><body>Gone</body></html>", b"", b"\x89PNG\r\n\x1a\n\0\0\0"],
    ids=["login", "page", "empty", "picture"],
)
async def test_a_transcript_that_turns_into_a_page_is_refused_and_the_old_one_kept(
    work: AtWork, host: Host, login: bytes
) -> None:
    host.pages |= {"/feed": feed(item(1, transcript("/1.vtt"))), "/1.vtt": spoken("The bridge is done.")}
    source = await work.add()
    await work.later()
    host.pages["/1.vtt"] = login
    await work.later(days=1)
    assert host.paths.count("/1.vtt") > 1
    assert await work.words(source, "Part 1") == spoken("The bridge is done.")
    host.pages["/1.vtt"] = spoken("The bridge is painted.")
    await work.later(days=1)
    assert await work.words(source, "Part 1") == spoken("The bridge is painted.")


async def test_what_is_a_page_from_the_first_is_told_as_such(work: AtWork, host: Host) -> None:
    host.pages |= {"/feed": feed(item(1, transcript("/1.vtt")), item(2, transcript("/2.vtt"))), "/1.vtt": LOGIN}
    source = await work.add()
    await work.later()
    items = await work.items(source)
    assert {title: (each.state, each.reason) for title, each in items.items()} == {
        "Part 1": ("failed", "page"),
        "Part 2": ("failed", "status 404"),
    }
    host.pages |= {"/1.vtt": spoken("It is done."), "/2.vtt": spoken("It is next.")}
    await work.later(hours=2)
    assert {each.state for each in (await work.items(source)).values()} == {"kept"}


async def test_guids_that_change_make_no_second_episode(work: AtWork, host: Host) -> None:
    def enclosed(number: int, guid: str) -> str:
        file = f'<enclosure url="https://files.example/{number}.mp3" type="audio/mpeg"/>'
        return item(number, transcript(f"/{number}.vtt") + file, guid)

    host.pages |= {f"/{number}.vtt": spoken(f"It is number {number} of them.") for number in range(1, 5)}
    host.pages["/feed"] = feed(*(enclosed(number, f"old-{number}") for number in (1, 2, 3)))
    source = await work.add()
    await work.later()
    ids = {title: each.id for title, each in (await work.items(source)).items()}
    host.pages["/feed"] = feed(*(enclosed(number, f"new-{number}") for number in (4, 3, 2, 1)))
    await work.later(hours=1)
    after = await work.items(source)
    assert {title: each.id for title, each in after.items() if title != "Part 4"} == ids
    assert len(after) == 4


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


async def test_an_inner_server_is_never_asked_nor_quoted(work: AtWork, host: Host) -> None:
    async def lead(_request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "http://127.0.0.1:1/admin"})

    links = transcript("/1.vtt") + transcript("http://169.254.169.254/1.txt", "text/plain")
    host.pages |= {"/feed": feed(item(1, links)), "/1.vtt": lead}
    source = await work.add()
    await work.later()
    assert (await work.items(source))["Part 1"].reason == "port"


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


async def test_a_source_that_is_removed_meanwhile_harms_nothing(work: AtWork, host: Host) -> None:
    host.pages |= {"/feed": feed(item(1, transcript("/1.vtt"))), "/1.vtt": spoken("It is done.")}
    source = await work.add()

    async def remove(_request: web.Request) -> web.Response:
        await work.sources.remove_source(GUILD, source.id)
        return web.Response(body=spoken("It is done."))

    host.pages["/1.vtt"] = remove
    await work.later()
    assert await work.sources.sources(GUILD) == []


async def test_the_thread_fetches_until_it_is_ended(host: Host, lite: URL) -> None:
    host.pages |= {"/feed": feed(item(1, transcript("/1.vtt"))), "/1.vtt": spoken("It is done.")}
    async with fetching_feeds(lite, [host.url("/feed")], [f"127.0.0.1:{host.port}"], Quotas()):
        async with asyncio.timeout(PATIENCE):
            await host.has_been_asked("/1.vtt")
    sources = Sources(lite)
    assert [each.show for each in await sources.sources(OPERATOR)] in (["Bridges"], [None])
    await sources.aclose()
