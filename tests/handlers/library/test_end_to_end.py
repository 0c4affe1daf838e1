"""A server's own episodes from end to end: added in Discord, fetched, read, quoted there and nowhere else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.shelves.worker import Orders, Worker
from config.library.sources import Sources
from config.servers import Servers
from tests.bot.feeds.hosts import Host
from tests.bot.feeds.shows import AtWork, at_work, feed, item, spoken, transcript
from tests.conftest import SHIPPED
from tests.handlers.library.adding import add_feed, followed, upload
from tests.handlers.stage import FOLLOWED_EVERY, Stage, seen, set_up
from transcript.library.keeper import Keeper
from transcript.library.shelves import Sharing, Shelves
from transcript.search import search

PAINTED = "the bridge was painted by a careful robot"


@dataclass
class Whole:
    """A bot whose feeds are fetched and whose library is read when the test says so."""

    stage: Stage
    work: AtWork
    worker: Worker
    shelves: Shelves
    elsewhere: Any
    """A channel of another server, and a member there."""

    stranger: Any

    async def take_in(self) -> None:
        """Fetch what is due, read what was fetched, and open what was read."""
        await self.work.visit_all()
        for _ in range(2):  # what was read is told in the round after
            await self.worker.round(told=True)
        self.shelves.refresh()
        self.shelves.sharing = Sharing(
            await self.work.sources.unshared(), True, await self.work.sources.wordless_counts()
        )


@pytest.fixture
async def whole(tmp_path: Path, servers: Servers, host: Host) -> AsyncIterator[Whole]:
    database = servers.url.render_as_string(hide_password=False)
    orders = Orders((SHIPPED,), tmp_path / "data", tmp_path / "data" / "own", database, True)
    shelves = Shelves(place=orders.place)
    async with aclosing(Sources(servers.url)) as sources:
        with closing(Keeper(orders.place, orders.own_files)) as keeper:
            assert keeper.take_over()
            worker = Worker(orders, keeper, sources)
            await worker.round(told=True)  # before the stage's time begins to run
            shelves.refresh()
            search(shelves.seen_in(None), PAINTED)
            async with set_up(shelves, servers) as stage, at_work(host, servers.url) as work:
                work.clock = stage.clock
                guild = stage.env.create_guild()
                stranger = guild.add_member(stage.env.create_user("stranger"))
                yield Whole(stage, work, worker, shelves, guild.create_text_channel("elsewhere"), stranger)


@pytest.fixture
def owner(whole: Whole) -> Any:
    managing = discord.Permissions(manage_guild=True, manage_messages=True)
    role = whole.stage.guild.create_role("Owners", permissions=managing)
    return whole.stage.guild.add_member(whole.stage.env.create_user("ola"), roles=[role])


def published(host: Host) -> None:
    chapters = '<psc:chapters><psc:chapter start="0" title="Painting"/></psc:chapters>'
    host.pages |= {
        "/feed": feed(item(1, transcript("/1.vtt") + chapters), item(2)),
        "/1.vtt": spoken("The bridge was painted by a careful robot."),
    }


async def test_a_feed_of_one_server_is_quoted_there_alone(whole: Whole, owner: Any, host: Host) -> None:
    stage = whole.stage
    published(host)
    answer = await add_feed(stage, owner, host.url("/feed"))
    await whole.take_in()
    assert (await followed(stage, answer))[:2] == [
        "✅ **Bridges** is ready: /quote finds it, in this server alone.",
        "1 ready · 1 without a transcript",
    ]
    found = await stage.ask("quote", text=PAINTED)
    assert "> **The bridge was painted by a careful robot**" in found.text
    assert "Bridges · Part 1 · 2025-06-02" in found.text
    assert "Part 1" in (await stage.ask("episodes")).text
    other = await stage.ask("quote", by=whole.stranger, where=whole.elsewhere, text=PAINTED)
    assert "painted" not in other.text.replace(PAINTED, "")
    assert "Part 1" not in (await stage.ask("episodes", by=whole.stranger, where=whole.elsewhere)).text
    for where, by in ((whole.elsewhere, whole.stranger), (stage.channel, stage.alice)):
        shared = await stage.ask("quote", by=by, where=where, text="solder balls would crack")
        assert "**solder balls**" in shared.text


async def test_a_correction_a_hiding_and_a_removal_are_seen_without_a_restart(
    whole: Whole, owner: Any, host: Host
) -> None:
    stage = whole.stage
    published(host)
    await add_feed(stage, owner, host.url("/feed"))
    await whole.take_in()
    host.pages["/1.vtt"] = spoken("The bridge was painted by a reckless robot.")
    stage.clock.forward(hours=1)
    answer = await stage.ask("library refresh", by=owner)
    await whole.take_in()
    assert (await followed(stage, answer))[0].startswith("✅ **Bridges** is ready")
    assert "reckless" in (await stage.ask("quote", text=PAINTED)).text
    for visible in (False, True):
        await stage.ask("library hide", by=owner, episode="part 1")
        await whole.take_in()
        assert ("reckless" in (await stage.ask("quote", text=PAINTED)).text) == visible
    await stage.ask("library remove", by=owner, source="bridges")
    await whole.take_in()
    assert "reckless" not in (await stage.ask("quote", text=PAINTED)).text


async def test_uploaded_files_are_quoted_and_what_is_none_is_told(whole: Whole, owner: Any) -> None:
    stage = whole.stage
    files = (("2025-01-02 Robots.vtt", spoken("The bridge was painted by a careful robot.")), ("x.vtt", b"\x89PNG\r\n"))
    answer = await upload(stage, owner, *files, show="Robots")
    await whole.take_in()
    await stage.env.advance_time(FOLLOWED_EVERY)
    lines = seen(answer.message).lines
    assert lines[:2] == ["✅ **Robots** is ready: /quote finds it, in this server alone.", "1 ready · 1 failed"]
    assert lines[2].startswith("- x: ")
    assert "Robots" in (await stage.ask("quote", text=PAINTED)).text


async def test_without_the_operators_episodes_only_its_own_answer(whole: Whole, owner: Any, host: Host) -> None:
    stage = whole.stage
    published(host)
    await add_feed(stage, owner, host.url("/feed"))
    await stage.ask("library shared", by=owner, answers="off")
    await whole.take_in()
    assert "**solder balls**" not in (await stage.ask("quote", text="solder balls would crack")).text
    assert "careful robot" in (await stage.ask("quote", text=PAINTED)).text
    elsewhere = await stage.ask("quote", by=whole.stranger, where=whole.elsewhere, text="solder balls would crack")
    assert "**solder balls**" in elsewhere.text
