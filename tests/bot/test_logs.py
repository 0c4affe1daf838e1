"""Each line has its event; nothing that a user wrote, no token and no password is in any, not even at DEBUG."""

from __future__ import annotations

import ast
import asyncio
import io
import json
import logging
import re
import sys
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path
from random import Random
from typing import Any

import discord
import pytest
from sqlalchemy.engine import URL

from bot import logs
from bot.client import Pullquote
from bot.feeds.downloads import Downloads
from bot.feeds.reader import Reader
from bot.feeds.rounds import FeedRounds
from bot.feeds.visits import Visits
from config.library.rows import Quotas
from config.library.sources import Sources
from config.queries import utc_now
from config.servers import Servers
from handlers.answers import Answers
from tests.bot.feeds.shows import visit_all
from tests.conftest import PATIENCE, ROOT
from tests.databases import database, postgres
from tests.handlers.conftest import servers
from tests.standin.answers import answering, rate_limited
from tests.standin.clients import connected, until
from tests.standin.server import StandIn
from transcript.library import Library

__all__ = ["database", "postgres", "servers"]


TOKEN, PASSWORD = "a.token.x", "hunter2/ü"
"""The token with which tests/standin.py connects; a password that has to be quoted in an address."""


@pytest.fixture(params=["text", "json"])
def written(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """The lines that are written at DEBUG, in either form."""
    stream, root = io.StringIO(), logging.getLogger()
    handlers, level = list(root.handlers), root.level
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr("sys.excepthook", sys.excepthook)
    logs.set_up("DEBUG", request.param, [TOKEN, PASSWORD])
    yield stream
    for handler in list(root.handlers):
        root.removeHandler(handler)
    for handler in handlers:
        root.addHandler(handler)
    root.setLevel(level)
    for name in logs.OURS:
        logging.getLogger(name).setLevel(logging.NOTSET)


async def everything_asked(there: StandIn) -> list[str]:
    """Ask all that can be asked, with words of which none may be logged; the tokens of the interactions."""
    asking = [
        there.slash("quote", text="secret solder balls would crack"),
        there.slash("quote", text="xylophone secret"),
        there.slash("at", time="secret"),
        there.slash("when", topic="secret solder"),
        there.slash("chapter", name="secret"),
        there.slash("random", speaker="secret"),
        there.slash("verify", claim="A secret that solder told — Dylan Patel"),
        there.autocomplete("quote", "text", "secret solder"),
        there.slash("daily status"),
        there.slash("daily start", timezone="secret"),
        there.slash("library add", feed="https://127.0.0.1/secret-solder.xml"),
        there.slash("library add", feed="secret"),
        there.slash("library list", source="secret"),
        there.slash("library remove", source="secret solder"),
        there.slash("library hide", episode="secret"),
        there.autocomplete("library list", "source", "secret"),
        there.slash("follow add", phrase="secret solder"),
        there.slash("follow add", speaker="Secret Speaker", to="this channel"),
        there.slash("follow stop", which="secret"),
        there.autocomplete("follow stop", "which", "secret"),
    ]
    button = {"type": 2, "style": 2, "label": "x", "custom_id": "1ecsAA"}
    asking.append(there.press("1ecsAA", there.shown([{"type": 1, "components": [button]}])))
    tokens = []
    for each in asking:  # one after the other: all at once would be too many for a slow machine
        asked = await each
        await asyncio.wait_for(asked.done.wait(), PATIENCE)
        tokens.append(asked.payload["token"])
    return tokens


async def visit_feeds(database: URL) -> None:
    """Visit what feeds were added; none of them can be fetched."""
    async with aclosing(Sources(database)) as sources, Downloads(()) as downloads, aclosing(Reader()) as reader:
        visits = Visits(sources, downloads, reader, Quotas(), rng=Random(1), clock=utc_now)
        await visit_all(FeedRounds(sources, visits, (), utc_now))
        assert [bool(feed.error) for feed in await sources.all_sources()] == [True]


async def test_a_whole_run_at_debug_has_neither_what_was_asked_nor_tokens(
    written: io.StringIO, shipped: Library, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = StandIn()
    async with there.serving() as base, connected(Pullquote(shipped, servers, rng=Random(1)), base):
        tokens = await everything_asked(there)
        await visit_feeds(servers.url)

        def fail(*asked: object, **_: object) -> None:
            raise ValueError(asked) from KeyError(asked[1])

        monkeypatch.setattr(Answers, "_make_card", fail)
        monkeypatch.setattr("handlers.quotes.search", fail)
        there.faults.append(("POST /interactions", answering(lambda: rate_limited(0.01))))
        failing = [
            await there.slash("quote", text="secret solder"),
            await there.slash("when", topic="secret solder"),
            await there.autocomplete("quote", "text", "secret solder"),
        ]
        for each in failing[:2]:
            await asyncio.wait_for(each.done.wait(), PATIENCE)
        await until(lambda: "ValueError" in written.getvalue() and "is rate limited" in written.getvalue())
    logged = written.getvalue()
    assert "has connected" in logged
    tokens += [each.payload["token"] for each in failing]
    for secret in ("secret", "solder", TOKEN, *tokens):
        assert secret not in logged


async def test_a_database_that_refuses_is_told_without_its_password(written: io.StringIO, shipped: Library) -> None:
    url = URL.create("postgresql+asyncpg", "me", PASSWORD, host="127.0.0.1", port=1, database="nothing")
    servers, there = Servers(url), StandIn()
    bot = Pullquote(shipped, servers, rng=Random(1))
    async with there.serving() as base, connected(bot, base):
        await bot.wait_until_ready()
        await bot.rounds.try_round()
    await servers.aclose()
    logging.getLogger("somewhere").error("connecting to %s", url.render_as_string(hide_password=False))
    logged = written.getvalue()
    assert "the database is away" in logged
    assert "connecting to postgresql+asyncpg://me:[hidden]@127.0.0.1:1/nothing" in logged
    assert "hunter2" not in logged


def entries(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


@pytest.mark.parametrize("written", ["json"], indirect=True)
async def test_each_line_has_its_event_and_fields_and_the_id_of_its_request(
    written: io.StringIO, shipped: Library, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = StandIn()

    def fail(*_: object) -> None:
        raise RuntimeError

    async with there.serving() as base, connected(Pullquote(shipped, servers, rng=Random(1)), base) as bot:
        await bot.wait_until_ready()
        await asyncio.wait_for((await there.slash("episodes")).done.wait(), PATIENCE)
        monkeypatch.setattr(Answers, "_make_card", fail)
        failed = await there.slash("at", time="1:00")
        await asyncio.wait_for(failed.done.wait(), PATIENCE)
        await until(lambda: all(each in written.getvalue() for each in ('"event": "failure"', '"outcome": "failed"')))
    found = {entry["event"]: entry for entry in entries(written)}
    assert found["ready"].items() >= {"episodes": 1, "servers": 1, "level": "INFO"}.items()
    answers = {entry["command"]: entry for entry in entries(written) if entry["event"] == "answer"}
    assert answers["episodes"]["outcome"] == "answered"
    assert answers["at"]["outcome"] == "failed"
    assert found["failure"].items() >= {"command": "/at", "error": "RuntimeError", "level": "ERROR"}.items()
    reference = found["failure"]["request"]
    assert reference == answers["at"]["request"] != answers["episodes"]["request"]
    assert f"`{reference}`" in json.dumps(failed.answer)


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        ("POST https://discord.com/api/v10/webhooks/12/aW50ZXJ/messages/@original", "aW50ZXJ"),
        ("POST https://discord.com/api/v10/interactions/12/aW50ZXJ/callback", "aW50ZXJ"),
        ("MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz_-12", "abcdefghij"),
        ("postgresql://me:hunter3@host/name", "hunter3"),
    ],
)
def test_what_looks_like_a_token_or_a_password_is_hidden(line: str, hidden: str) -> None:
    record = logging.LogRecord("discord", logging.INFO, "", 0, line, None, None)
    assert hidden not in logs.SafeLines().format(record)


def test_what_libraries_put_into_their_lines_is_told_only_by_its_type() -> None:
    emoji = discord.PartialEmoji(name="secret")
    record = logging.LogRecord("discord", logging.INFO, "", 0, "%r in %s, %d", (emoji, "x", 3), None)
    assert logs.SafeLines().format(record).endswith("'PartialEmoji' in x, 3")


@pytest.mark.parametrize("written", ["json"], indirect=True)
async def test_a_task_that_nobody_waits_for_is_logged_without_its_errors_words(written: io.StringIO) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(logs.log_unhandled)

    async def fail() -> None:
        raise ExceptionGroup("several", [ValueError(PASSWORD), OSError(28, "No space left on device")])

    task = asyncio.create_task(fail())
    await asyncio.wait({task})
    del task
    (entry,) = (each for each in entries(written) if each["event"] == "task_failed")
    assert "ValueError" in entry["exception"]
    assert "OSError: No space left on device" in entry["exception"]
    assert PASSWORD not in entry["exception"]


def log_calls() -> Iterator[tuple[Path, ast.Call]]:
    """Every line that the code logs."""
    for package in ("bot", "handlers", "transcript", "config"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and re.fullmatch(
                    r"log\.(debug|info|warning|error|exception|critical|log)", ast.unparse(node.func)
                ):
                    yield path, node


def test_every_line_that_is_logged_has_fields_and_quotes_no_error() -> None:
    found = list(log_calls())
    assert len(found) > 20
    for path, call in found:
        where = f"{path}:{call.lineno}"
        fields = call.args[-1]
        assert isinstance(fields, ast.Dict | ast.Name), f"{where}: give the event and its fields, as CONTRIBUTING says"
        message = call.args[-2]
        assert not re.search(r"%[^(%]", ast.unparse(message)), f"{where}: name what is filled in"
        if isinstance(fields, ast.Dict):
            assert "event" in [key.value for key in fields.keys if isinstance(key, ast.Constant)], where
