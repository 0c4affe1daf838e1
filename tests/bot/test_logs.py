"""Nothing that a user wrote, and no token, is logged, not even at DEBUG."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Iterator
from random import Random

import pytest

from bot import logs
from bot.client import Pullquote
from config.servers import Servers
from tests.databases import database, postgres
from tests.handlers.conftest import servers
from tests.standin import StandIn, connected
from transcript.library import Library

__all__ = ["database", "postgres", "servers"]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What is written at DEBUG."""
    stream, root = io.StringIO(), logging.getLogger()
    handlers, level = list(root.handlers), root.level
    monkeypatch.setattr("sys.stderr", stream)
    logs.set_up("DEBUG", "text")
    yield stream
    for handler in list(root.handlers):
        root.removeHandler(handler)
    for handler in handlers:
        root.addHandler(handler)
    root.setLevel(level)
    for name in logs.OURS:
        logging.getLogger(name).setLevel(logging.NOTSET)


async def test_debug_has_neither_what_was_asked_nor_tokens(
    written: io.StringIO, shipped: Library, servers: Servers
) -> None:
    there = StandIn()
    async with there.serving() as base, connected(Pullquote(shipped, servers, rng=Random(1)), base):
        asked = await there.slash("quote", text="secret solder balls would crack")
        wrong = await there.slash("at", time="secret")
        for one in (asked, wrong):
            await asyncio.wait_for(one.done.wait(), 5)
        button = {"type": 2, "style": 2, "label": "x", "custom_id": "1ecsAA"}
        again = await there.press("1ecsAA", there.shown([{"type": 1, "components": [button]}]))
        await asyncio.wait_for(again.done.wait(), 5)
    logged = written.getvalue()
    assert "has connected" in logged
    tokens = [each.payload["token"] for each in (asked, wrong, again)]
    for secret in ("secret", "solder", "a.token.x", *tokens):
        assert secret not in logged
