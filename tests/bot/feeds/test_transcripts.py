"""The transcripts that a feed offers: which is taken, when again, and which is refused."""

from __future__ import annotations

import json

import pytest
from aiohttp import web
from sqlalchemy.engine import URL

from bot.feeds.offers import offer_in
from tests.bot.feeds.hosts import Host
from tests.bot.feeds.shows import LOGIN, AtWork, at_work, feed, item, spoken, transcript


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


async def test_an_inner_server_is_never_asked_nor_quoted(work: AtWork, host: Host) -> None:
    async def lead(_request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "http://127.0.0.1:1/admin"})

    links = transcript("/1.vtt") + transcript("http://169.254.169.254/1.txt", "text/plain")
    host.pages |= {"/feed": feed(item(1, links)), "/1.vtt": lead}
    source = await work.add()
    await work.later()
    assert (await work.items(source))["Part 1"].reason == "port"
