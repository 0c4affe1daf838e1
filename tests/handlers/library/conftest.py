from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from handlers.library import following
from tests.bot.feeds.hosts import Host, serving
from tests.bot.feeds.shows import AtWork, at_work
from tests.handlers.conftest import library, owner, servers, stage
from tests.handlers.stage import Stage

__all__ = ["library", "owner", "servers", "stage"]


SECONDS = 60.0
"""Between two looks of an answer that follows along."""


@pytest.fixture(autouse=True)
def _seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers follow along when a test lets time pass, and never while it waits for another one."""
    monkeypatch.setattr(following, "EVERY", SECONDS)


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
