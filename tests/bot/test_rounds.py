"""The bot's rounds: the latest first, within Discord's limits, and on with it after whatever happens."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta

import pytest

from bot.rounds.daily import A_SECOND, AT_ONCE, EVERY, DailyRounds
from config.queries import Shards
from config.servers import Servers
from config.state import DatabaseAwayError
from tests.config.ledgers import EIGHT, chosen
from tests.conftest import PATIENCE
from tests.handlers.stage import Stage


async def test_ten_thousand_servers_are_visited_in_order_and_not_faster_than_discord_allows(
    servers: Servers, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited: list[int] = []
    slept = 0.0
    sleep = asyncio.sleep

    async def pause(seconds: float) -> None:
        nonlocal slept
        slept += seconds
        await sleep(0)

    async def due(*_: object) -> list[int]:
        return list(range(10_000))

    async def visit(guild_id: int, _now: object) -> None:
        visited.append(guild_id)

    monkeypatch.setattr("asyncio.sleep", pause)
    monkeypatch.setattr(servers, "due", due)
    monkeypatch.setattr(stage.bot.posting, "visit", visit)
    rounds = DailyRounds(stage.bot, servers, stage.bot.posting, Shards(), stage.clock)
    await rounds.round(stage.clock())
    assert visited == list(range(10_000))
    assert slept / AT_ONCE == pytest.approx(10_000 / A_SECOND, rel=0.2)


async def test_the_database_that_is_away_is_logged_once_and_its_return(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def away(*_: object) -> list[int]:
        raise DatabaseAwayError("OSError")

    with monkeypatch.context() as patch, caplog.at_level(logging.INFO, "bot.attempts"):
        patch.setattr(stage.bot.servers, "due", away)
        for _ in range(3):
            await stage.bot.rounds.try_round()
    with caplog.at_level(logging.INFO, "bot.attempts"):
        for _ in range(3):
            await stage.bot.rounds.try_round()
    assert [record.message for record in caplog.records] == [
        "the database is away (OSError); daily posts wait for it",
        "the database is back: daily posts go on",
    ]


async def test_a_database_that_goes_away_within_a_round_holds_up_no_server_that_can_be_visited(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    visited: list[int] = []

    async def due(*_: object) -> list[int]:
        return list(range(20))

    async def visit(guild_id: int, _now: object) -> None:
        if guild_id == 3:
            raise DatabaseAwayError("OperationalError")
        visited.append(guild_id)

    monkeypatch.setattr(stage.bot.servers, "due", due)
    monkeypatch.setattr(stage.bot.posting, "visit", visit)
    await stage.bot.rounds.try_round()
    assert sorted(visited) == [guild_id for guild_id in range(20) if guild_id != 3]
    assert caplog.records[-1].message == "the database is away (OperationalError); daily posts wait for it"


async def test_a_round_that_breaks_is_logged_and_the_next_one_comes(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object) -> list[int]:
        raise RuntimeError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr(stage.bot.servers, "due", broken)
        await stage.bot.rounds.try_round()
    assert caplog.records[-1].message == "a round failed: daily posts"
    await stage.bot.rounds.try_round()


async def test_it_notices_which_servers_it_left_while_it_was_down(stage: Stage) -> None:
    servers = stage.bot.servers
    await servers.start(chosen(4 << 22), EIGHT)
    await servers.start(chosen(stage.guild.id), EIGHT)
    await stage.bot.rounds.round(stage.clock.forward(hours=7))
    gone, here = [await servers.server(guild_id) for guild_id in (4 << 22, stage.guild.id)]
    assert gone
    assert here
    assert gone.left_at is not None
    assert here.left_at is None


async def test_the_rounds_are_made_by_themselves(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    channel = stage.guild.create_text_channel("daily")
    await stage.bot.servers.start(chosen(stage.guild.id, channel_id=channel.id), stage.clock())
    stage.clock.forward(hours=1)
    posted, visit = asyncio.Event(), stage.bot.posting.visit

    async def visited(guild_id: int, now: datetime) -> None:
        await visit(guild_id, now)
        posted.set()

    monkeypatch.setattr(stage.bot.posting, "visit", visited)
    await stage.bot.rounds.stop()
    stage.bot.rounds.start()
    await asyncio.wait_for(posted.wait(), PATIENCE)
    assert len(channel.history()) == 1


async def test_rounds_come_at_their_pace_however_the_wall_clock_jumps(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    wall = iter([EIGHT, EIGHT - timedelta(hours=1), EIGHT + timedelta(hours=8), EIGHT + timedelta(hours=8, seconds=10)])
    asked: list[datetime] = []
    pauses: list[float] = []
    ended = asyncio.Event()

    async def due(now: datetime, _shards: Shards) -> list[int]:
        asked.append(now)
        return []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 4:
            ended.set()
            await asyncio.Event().wait()

    monkeypatch.setattr("asyncio.sleep", pause)
    monkeypatch.setattr(stage.bot.servers, "due", due)
    rounds = DailyRounds(stage.bot, stage.bot.servers, stage.bot.posting, Shards(), lambda: next(wall))
    rounds.start()
    await ended.wait()
    await rounds.stop()
    assert asked == [
        EIGHT,
        EIGHT - timedelta(hours=1),
        EIGHT + timedelta(hours=8),
        EIGHT + timedelta(hours=8, seconds=10),
    ]
    assert pauses == [EVERY] * 4
