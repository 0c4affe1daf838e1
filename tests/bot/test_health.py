"""Health for those who watch the bot: alive, ready, and metrics after real commands."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path
from random import Random
from typing import Any

import aiohttp
import pytest
from discord.http import Route
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy.engine import URL

from bot.client import Pullquote
from bot.health import HealthPortError, serving
from config.library.sources import Sources
from config.servers import Servers
from tests.bot.conftest import database, postgres
from tests.conftest import PATIENCE, ROOT
from tests.handlers.conftest import channel, owner, servers, stage
from tests.handlers.daily.stage import rounds, start
from tests.handlers.stage import Stage
from tests.standin.answers import answering, rate_limited
from tests.standin.clients import connected
from tests.standin.server import StandIn
from transcript.errors import CacheError
from transcript.index.snapshots import Progress
from transcript.library import Library

__all__ = ["channel", "database", "owner", "postgres", "servers", "stage"]


async def fetched(port: int, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status, await response.text()


async def samples(port: int) -> dict[tuple[str, ...], float]:
    """The metrics by name and values of labels."""
    status, text = await fetched(port, "/metrics")
    assert status == 200
    families = text_string_to_metric_families(text)
    return {(one.name, *one.labels.values()): one.value for family in families for one in family.samples}


@pytest.fixture
async def sources(servers: Servers) -> AsyncIterator[Sources]:
    """Feeds of the database that `servers` has."""
    async with aclosing(Sources(servers._url)) as sources:
        yield sources


@pytest.fixture
async def port(stage: Stage, sources: Sources) -> AsyncIterator[int]:
    async with serving(stage.bot, sources, "127.0.0.1", 0) as port:
        yield port


async def test_alive_and_ready(port: int) -> None:
    assert await fetched(port, "/healthz") == (200, "ok\n")
    status, text = await fetched(port, "/readyz")
    assert (status, text) == (200, '{"gateway": true, "database": true, "library": true}')


async def test_commands_are_counted_by_name_and_outcome(stage: Stage, port: int) -> None:
    answer = await stage.ask("quote", text="solder balls would crack")
    await stage.press(answer, "中文")
    await stage.ask("quote", text="xylophones of Patagonia")
    await stage.ask("at", time="soon")
    await stage.ask("verify", claim="There are no top researchers going there — Dylan Patel")
    await stage.offered("quote", "text", "solder")
    found = await samples(port)
    assert found["pullquote_commands_total", "quote", "answered"] == 2
    assert found["pullquote_commands_total", "button Address", "answered"] == 1
    assert found["pullquote_commands_total", "at", "refused"] == 1
    assert found["pullquote_commands_total", "autocomplete", "answered"] == 1
    assert found["pullquote_answer_seconds_count", "quote"] == 2
    assert found["pullquote_searches_total", "sure"] == 1
    assert sum(found.get(("pullquote_searches_total", each), 0) for each in ("unsure", "none")) == 1
    assert sum(value for (name, *_), value in found.items() if name == "pullquote_verdicts_total") == 1


async def test_an_unexpected_failure_is_counted(stage: Stage, port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the disk is on fire")

    monkeypatch.setattr("handlers.answers.Answers._make_card", fail)
    stage.expected.append("the disk is on fire")
    await stage.ask("at", time="1:00")
    assert (await samples(port))["pullquote_commands_total", "at", "failed"] == 1


async def test_daily_posts_are_counted_by_outcome(stage: Stage, port: int, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=1, seconds=1)
    await rounds(stage, days=1, hours=1)
    await stage.ask("daily skip", by=owner)
    await rounds(stage, days=2, hours=8)
    stage.env.inject_error("POST", f"/channels/{channel.id}/messages", status=403, code=50013)
    await rounds(stage, hours=17)
    found = await samples(port)
    outcomes = {name[1]: value for name, value in found.items() if name[0] == "pullquote_daily_posts_total"}
    assert outcomes == {"due": 3, "made": 1, "late": 1, "skipped": 1, "missed": 1, "failed": 1}


async def test_the_library_the_process_and_the_loop_are_measured(stage: Stage, port: int) -> None:
    stage.bot.meters.note_library()
    stage.bot.desk.shelves.progress = Progress(1, 1, is_complete=True, seconds=1.5)
    found = await samples(port)
    async with asyncio.timeout(PATIENCE):
        while not found["pullquote_event_loop_lag_seconds_count",]:
            found = await samples(port)
    assert found["pullquote_library_episodes",] == len(stage.bot.desk.answers_in(None).library.episodes)
    assert found["pullquote_library_segments",] == stage.bot.desk.answers_in(None).library.segment_count
    assert found["pullquote_index_seconds",] == 1.5
    assert found["pullquote_index_updated_timestamp_seconds",] > 1_700_000_000
    assert found["process_resident_memory_bytes",] > 10_000_000
    assert found["pullquote_gateway_connected",] == 1


async def test_feeds_are_counted_by_state(stage: Stage, sources: Sources, port: int) -> None:
    now = stage.clock()
    for number in range(3):
        await sources.add_feed(stage.guild.id, f"https://{number}.example/feed", None, now)
    failing, read, _ = await sources.all_sources()
    await sources.feed_failed(failing.id, "it answers 404", now, now)
    await sources.feed_looked_at(read.id, now, now)
    assert {name[1]: value for name, value in (await samples(port)).items() if name[0] == "pullquote_feeds"} == {
        "failing": 1, "read": 1, "waiting": 1,
    }  # fmt: skip


async def test_a_library_whose_words_cannot_be_read_is_not_ready(
    stage: Stage, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise CacheError(Path("data"), "it is damaged")

    monkeypatch.setattr(type(stage.bot.desk.answers_in(None).library), "segments", fail)
    status, text = await fetched(port, "/readyz")
    assert (status, '"library": false' in text) == (503, True)


async def test_a_database_that_is_away_is_not_ready_but_alive(shipped: Library, sources: Sources) -> None:
    nowhere = Servers(URL.create("postgresql+asyncpg", host="127.0.0.1", port=1, database="nothing"))
    there = StandIn()
    bot = Pullquote(shipped, nowhere, rng=Random(1))
    async with there.serving() as base, connected(bot, base), serving(bot, sources, "127.0.0.1", 0) as port:
        await bot.wait_until_ready()
        status, text = await fetched(port, "/readyz")
        assert (status, text) == (503, '{"gateway": true, "database": false, "library": true}')
        assert (await fetched(port, "/healthz"))[0] == 200
    await nowhere.aclose()


async def test_before_discord_is_there_it_is_alive_and_not_ready(
    shipped: Library, servers: Servers, sources: Sources
) -> None:
    async with serving(Pullquote(shipped, servers, rng=Random(1)), sources, "127.0.0.1", 0) as port:
        assert (await fetched(port, "/healthz"))[0] == 200
        status, text = await fetched(port, "/readyz")
        assert (status, text) == (503, '{"gateway": false, "database": true, "library": true}')


async def test_rate_limits_and_reconnects_are_counted(shipped: Library, servers: Servers, sources: Sources) -> None:
    there = StandIn()
    bot = Pullquote(shipped, servers, rng=Random(1))
    async with there.serving() as base, connected(bot, base), serving(bot, sources, "127.0.0.1", 0) as port:
        there.faults.append(("GET /users/@me", answering(lambda: rate_limited(0.01))))
        await bot.http.request(Route("GET", "/users/@me"))
        resumed = asyncio.create_task(bot.wait_for("shard_resumed", timeout=PATIENCE))
        await asyncio.sleep(0)  # so that it waits before there is something to wait for
        await there.sockets[0].close(code=4000)
        await resumed
        found = await samples(port)
    assert found["pullquote_rate_limits_total", "unknown"] == 1
    assert found["pullquote_gateway_reconnects_total",] == 1


async def test_no_label_has_a_user_a_server_a_message_or_what_was_typed(
    stage: Stage, port: int, owner: Any, channel: Any
) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    await stage.ask("quote", text="solder secret")
    await stage.ask("verify", claim="A secret that nobody ever told")
    _, text = await fetched(port, "/metrics")
    labels = set(re.findall(r"\b(\w+)=\"", text))
    assert labels == {"command", "outcome", "confidence", "verdict", "le", "version"}
    assert "secret" not in text
    values = re.findall(r"=\"([^\"]*)\"", text)
    assert not [value for value in values if re.search(r"\d{5}", value)]


async def test_a_port_that_is_taken_says_so(stage: Stage, port: int, sources: Sources) -> None:
    with pytest.raises(HealthPortError):
        async with serving(
            Pullquote(stage.bot.desk.shelves, stage.bot.servers, rng=Random(1)), sources, "127.0.0.1", port
        ):
            pass


async def test_the_dashboard_shows_every_metric_and_no_other(port: int) -> None:
    dashboard = json.loads((ROOT / "docs" / "grafana.json").read_text(encoding="utf-8"))
    asked = " ".join(target["expr"] for panel in dashboard["panels"] for target in panel.get("targets", []))
    named = set(re.findall(r"\b(?:pullquote|process)_\w+", asked))
    _, text = await fetched(port, "/metrics")
    kinds = dict(re.findall(r"^# TYPE (\w+) (\w+)$", text, re.MULTILINE))
    shown = {name + "_bucket" if kind == "histogram" else name for name, kind in kinds.items()}
    ours = {name for name in shown if name.startswith("pullquote_") and not name.endswith("_created")}
    assert ours <= named <= shown
