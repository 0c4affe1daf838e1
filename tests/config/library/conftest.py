"""Sources, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest
from sqlalchemy.engine import URL

from config.library.sources import Sources


@pytest.fixture
async def sources(database: URL) -> AsyncIterator[Sources]:
    """Sources in an empty database."""
    async with aclosing(Sources(database)) as sources:
        yield sources
