"""Asking the database within the time that an answer has."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from config.servers import ServersAwayError
from handlers.refusals import StateAwayError

PATIENCE = 2.0
"""Seconds; Discord waits for three."""


@asynccontextmanager
async def in_time() -> AsyncIterator[None]:
    """What is done with the database in it is refused where the database is away or slow."""
    try:
        async with asyncio.timeout(PATIENCE):
            yield
    except (ServersAwayError, TimeoutError) as error:
        raise StateAwayError from error
