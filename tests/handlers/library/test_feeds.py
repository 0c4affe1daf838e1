"""`/library add` and `refresh` with feeds from a local server, as a server's owner uses them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bot.feeds.hosts import Host
from tests.bot.feeds.shows import AtWork, spoken
from tests.handlers.library.adding import ROOM, add_feed, followed, published
from tests.handlers.stage import Stage, speaking


async def test_a_feed_is_added_at_once_and_the_answer_follows_along(
    stage: Stage, owner: Any, host: Host, work: AtWork
) -> None:
    published(host)
    answer = await add_feed(stage, owner, host.url("/feed"))
    shown = host.url("/feed").replace("://", "\\://")
    assert answer.private
    assert answer.lines == [
        f"⏳ **{shown}**: the feed is being fetched, then its transcripts are read.",
        "-# This message follows along; you need not wait.",
        ROOM.replace("5 of 5", "4 of 5"),
    ]
    await work.visit_all()
    assert (await followed(stage, answer))[:3] == [
        "⏳ **Bridges**: reading, 1 of 2.",
        "1 being read · 1 without a transcript · 1 failed",
        "- 2025-06-04 · Part 3: its host refuses it (status 404)",
    ]


async def test_a_feed_goes_by_the_name_that_its_owner_gives_it(
    stage: Stage, owner: Any, host: Host, work: AtWork
) -> None:
    published(host)
    answer = await stage.ask("library add", by=owner, feed=host.url("/feed"), show="Our bridges")
    assert answer.lines[0] == "⏳ **Our bridges**: the feed is being fetched, then its transcripts are read."
    await work.visit_all()
    assert (await followed(stage, answer))[0].startswith("⏳ **Our bridges**: reading")
    listed = await stage.ask("library list", by=owner)
    assert listed.lines[1] == "**Our bridges** · feed · 1 being read · 1 without a transcript · 1 failed"


async def test_a_feed_that_cannot_be_had_is_told_with_the_cause(
    stage: Stage, owner: Any, host: Host, work: AtWork
) -> None:
    answer = await add_feed(stage, owner, host.url("/nothing"))
    await work.visit_all()
    shown = host.url("/nothing").replace("://", "\\://")
    told = f"⚠️ **{shown}** could not be read: its host refuses it (status 404). I try again by myself."
    assert (await followed(stage, answer))[0] == told
    listed = await stage.ask("library list", by=owner)
    assert "⚠️ its host refuses it (status 404)" in listed.lines


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://feeds.example/a?b=c", "https://feeds.example/a?b=c"),
        ("feeds.example/a", "https://feeds.example/a"),
        ("feed://feeds.example/a", "https://feeds.example/a"),
        ("feed:https://feeds.example/a", "https://feeds.example/a"),
        (" <http://feeds.example/a> ", "http://feeds.example/a"),
    ],
)
async def test_addresses_are_taken_as_people_paste_them(stage: Stage, owner: Any, typed: str, address: str) -> None:
    await add_feed(stage, owner, typed)
    assert [source.address for source in await stage.bot.sources.sources(stage.guild.id)] == [address]


@pytest.mark.parametrize(
    "typed",
    ["hello", "ftp://a.example/", "https://me:pw@a.example/", "https://a b.example/", "a.example/" + "x" * 485,
     "http://[", "javascript:alert(1)", "\ud83d@everyone", "a.example/\0"],
)  # fmt: skip
async def test_what_is_no_address_is_refused(stage: Stage, owner: Any, typed: str) -> None:
    answer = await add_feed(stage, owner, typed)
    assert answer.private
    assert "is not the address of a feed. It looks like https" in answer.text
    assert await stage.bot.sources.sources(stage.guild.id) == []


async def test_adding_it_again_reads_it_again(stage: Stage, owner: Any, host: Host, work: AtWork) -> None:
    published(host)
    await add_feed(stage, owner, host.url("/feed"))
    await work.visit_all()
    stage.clock.forward(minutes=1)
    await add_feed(stage, owner, host.url("/feed"))
    await work.visit_all()
    assert host.paths.count("/feed") == 2
    assert len(await stage.bot.sources.sources(stage.guild.id)) == 1


async def test_one_feed_too_many_is_refused_with_the_mend(stage: Stage, owner: Any) -> None:
    for number in range(5):
        await add_feed(stage, owner, f"https://feeds.example/{number}")
    answer = await add_feed(stage, owner, "https://feeds.example/more")
    assert answer.text == "This server has 5 feeds, which is as many as it may have. /library remove makes room."
    listed = await stage.ask("library list", by=owner)
    assert listed.lines[-2] == ROOM.replace("5 of 5", "0 of 5")


async def test_refreshing_asks_again_but_not_at_every_press(stage: Stage, owner: Any, host: Host, work: AtWork) -> None:
    answer = await stage.ask("library refresh", by=owner)
    assert answer.text == "This server has no feeds of its own. /library add takes one."
    published(host)
    await add_feed(stage, owner, host.url("/feed"))
    await work.visit_all()
    answer = await stage.ask("library refresh", by=owner)
    assert answer.text.startswith("The feeds were looked at moments ago. Try again <t:")
    stage.clock.forward(minutes=6)
    host.pages["/1.vtt"] = spoken("The bridge was painted by a careless robot.")
    answer = await stage.ask("library refresh", by=owner)
    assert answer.lines[0] == "⏳ **Bridges**: the feed is being fetched, then its transcripts are read."
    await work.visit_all()
    (found,) = await stage.bot.sources.find_items(stage.guild.id, "part 1", 1)
    assert await stage.bot.sources.content(found.transcript or "") == host.pages["/1.vtt"]


async def test_in_chinese(stage: Stage, owner: Any, host: Host) -> None:
    with speaking("zh-CN"):
        answer = await add_feed(stage, owner, host.url("/feed"))
        assert "正在获取订阅源，然后读取文字稿。" in answer.text
        listed = await stage.ask("library list", by=owner)
    assert listed.lines[0] == "### 本服务器自己的节目"
