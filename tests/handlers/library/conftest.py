"""Feeds of a local server, fetched for the bot on the stage."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.bot.feeds.hosts import Host, serving
from tests.bot.feeds.shows import AtWork, at_work
from tests.handlers.stage import Stage


@pytest.fixture
async def host() -> AsyncIterator[Host]:
    async with serving() as host:
        yield host


@pytest.fixture
async def work(stage: Stage, host: Host) -> AsyncIterator[AtWork]:
    """The feeds of the bot's own database, fetched when a test says so."""
    async with at_work(host, stage.bot.servers.url) as work:
        work.clock = stage.clock
        yield work
