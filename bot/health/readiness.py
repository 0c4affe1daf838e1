"""The bot is ready if it can answer: Discord's gateway, the database and the library are there."""

from __future__ import annotations

import asyncio

from bot.client import Pullquote
from config.database import VERSION_NOTE
from config.servers import Servers
from config.state import DatabaseAwayError
from transcript.errors import CacheError
from transcript.library import Library

PATIENCE = 3.0
"""Seconds for the database to answer."""


async def readiness_of(client: Pullquote) -> dict[str, bool]:
    """The parts that an answer needs, and for each if it is there."""
    database, library = await asyncio.gather(
        _database_answers(client.servers), asyncio.to_thread(_is_open, client.desk.answers_in(None).library)
    )
    return {"gateway": is_connected(client), "database": database, "library": library}


def is_connected(client: Pullquote) -> bool:
    """True if every shard of this process is connected."""
    return client.is_ready() and not any(shard.is_closed() for shard in client.shards.values())


async def _database_answers(servers: Servers) -> bool:
    try:
        async with asyncio.timeout(PATIENCE):
            await servers.note(VERSION_NOTE)
    except (DatabaseAwayError, TimeoutError):
        return False
    return True


def _is_open(library: Library) -> bool:
    """True if words can be read from the library; one without any episode is open too."""
    try:
        for episode in library.episodes[:1]:
            library.segments(episode.slug, 0, 0)
    except CacheError:
        return False
    return True
