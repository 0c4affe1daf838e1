"""`/library list`, `remove`, `hide` and `shared`: what a server has, and what it leaves out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bot.feeds.hosts import Host
from tests.bot.feeds.shows import AtWork, spoken
from tests.handlers.library.adding import ROOM, add_feed, published, upload
from tests.handlers.stage import Stage

SHARED = "-# The episodes of whoever runs this bot answer here too; /library shared turns them off."


async def test_a_server_has_nothing_of_its_own_at_first(stage: Stage, owner: Any) -> None:
    answer = await stage.ask("library list", by=owner)
    assert answer.private
    assert answer.lines == [
        "### This server's own episodes",
        "There are none. /library add takes a podcast's feed, or transcript files.",
        ROOM,
        SHARED,
    ]


async def test_a_source_and_its_episodes_are_listed(stage: Stage, owner: Any, host: Host, work: AtWork) -> None:
    published(host)
    await add_feed(stage, owner, host.url("/feed"))
    await work.visit_all()
    (choice,) = await owner.autocomplete(stage.channel, "library list", "source", "bri")
    assert choice["name"] == "Bridges"
    for typed in (choice["value"], "bridges", host.url("/feed")):
        answer = await stage.ask("library list", by=owner, source=typed)
        assert answer.lines[0] == "**Bridges** · feed · 1 being read · 1 without a transcript · 1 failed"
        assert answer.lines[2:] == [
            "The newest:",
            "- 2025-06-02 · Part 1",
            "Not read:",
            "- 2025-06-04 · Part 3: its host refuses it (status 404)",
        ]
    answer = await stage.ask("library list", by=owner, source="@everyone")
    assert answer.text == "This server has no feed or show “@\u200beveryone”. There are:\n- Bridges"


async def test_sources_and_uploads_are_removed_at_once(stage: Stage, owner: Any, host: Host, work: AtWork) -> None:
    published(host)
    await add_feed(stage, owner, host.url("/feed"))
    await work.visit_all()
    await upload(stage, owner, ("one.vtt", spoken("One.")), ("two.vtt", spoken("Two.")), show="Robots")
    offered = await owner.autocomplete(stage.channel, "library remove", "episode", "")
    assert [choice["name"] for choice in offered] == ["two", "one"]
    answer = await stage.ask("library remove", by=owner, episode=offered[0]["value"])
    assert answer.text == "**two** is removed."
    answer = await stage.ask("library remove", by=owner, episode="part 1")
    assert answer.text == "“Part 1” is of a feed, and would come back. /library hide hides it."
    answer = await stage.ask("library remove", by=owner, source="bridges")
    assert answer.text == "**Bridges** is removed, with all its episodes."
    assert [source.show for source in await stage.bot.sources.sources(stage.guild.id)] == ["Robots"]
    for options in ({}, {"source": "Robots", "episode": "one"}):
        assert (await stage.ask("library remove", by=owner, **options)).text == "Name either a source or an episode."


async def test_an_episode_is_hidden_and_comes_back_with_the_same(
    stage: Stage, owner: Any, host: Host, work: AtWork
) -> None:
    published(host)
    await add_feed(stage, owner, host.url("/feed"))
    await work.visit_all()
    (choice,) = await owner.autocomplete(stage.channel, "library hide", "episode", "part")
    assert choice["name"] == "2025-06-02 · Part 1"
    answer = await stage.ask("library hide", by=owner, episode=choice["value"])
    assert answer.text == "**2025-06-02 · Part 1** is hidden. The same command brings it back."
    (choice,) = await owner.autocomplete(stage.channel, "library hide", "episode", "part")
    assert choice["name"] == "🙈 · 2025-06-02 · Part 1"
    assert (await stage.ask("library hide", by=owner, episode="part 1")).text == "**2025-06-02 · Part 1** is back."


async def test_the_operators_episodes_can_be_turned_off(stage: Stage, owner: Any) -> None:
    answer = await stage.ask("library shared", by=owner, answers="off")
    assert answer.text == "The episodes of whoever runs this bot do not answer here; /library shared turns them on."
    assert not (await stage.bot.sources.library_of(stage.guild.id)).shared
    assert (
        (await stage.ask("library list", by=owner)).lines[-1].startswith("-# The episodes of whoever runs this bot do")
    )
    answer = await stage.ask("library shared", by=owner, answers="on")
    assert answer.text == SHARED.removeprefix("-# ")


@pytest.mark.parametrize(
    "typed", ["", " ", "\0", "\ud800", "#", "#9" * 30, "#99999999999999999999", "🤖" * 100, "%", "_\\"]
)
async def test_whatever_is_typed_is_answered(stage: Stage, owner: Any, typed: str) -> None:
    for command, option in (("list", "source"), ("remove", "source"), ("remove", "episode"), ("hide", "episode")):
        assert (await stage.ask(f"library {command}", by=owner, **{option: typed})).private
        assert await owner.autocomplete(stage.channel, f"library {command}", option, typed) == []
