from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.bot.feeds.hosts import Host, serving
from tests.databases import database, postgres

__all__ = ["database", "postgres"]


@pytest.fixture
async def host() -> AsyncIterator[Host]:
    async with serving() as host:
        yield host
