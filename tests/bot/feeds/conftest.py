"""Feeds of a local server, and a real database for them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from tests.bot.feeds.hosts import Host, serving
from tests.bot.feeds.shows import AtWork, at_work
from tests.databases import database, postgres

__all__ = ["database", "postgres"]


@pytest.fixture
async def host() -> AsyncIterator[Host]:
    async with serving() as host:
        yield host


@pytest.fixture
def lite(tmp_path: Path) -> URL:
    """The address of an SQLite database of the test's own."""
    return URL.create("sqlite+aiosqlite", database=str(tmp_path / "sources.db"))


@pytest.fixture
async def work(host: Host, lite: URL) -> AsyncIterator[AtWork]:
    """The feeds of that database, fetched when a test says so."""
    async with at_work(host, lite) as work:
        yield work
