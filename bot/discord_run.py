"""The bot on Discord: from its start, through its warming up, to its end."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager
from random import SystemRandom

from sqlalchemy.engine import URL

from bot.client import Operation, Pullquote
from bot.feeds.thread import fetching_feeds
from bot.invite import application_id, server_address
from bot.maintenance import exit_with
from bot.runtime import settle
from bot.shelves.upkeep import Upkeep, keeping_library
from bot.shelves.worker import Orders
from bot.start_errors import FATAL, mend_of
from config.library.sources import Sources
from config.servers import Servers
from config.settings import Settings
from handlers.cards.help import Links
from transcript.library.shelves import Shelves
from transcript.verdicts import verify

log = logging.getLogger(__name__)


WARMING = "I never said we would not change it. … 我没说过我们不会改变它。"
"""A claim in both languages. Checking it at the start loads the word lists that any check needs, so that the first
member who asks does not wait for them, and the garbage collector can leave them out for good."""


SECONDS_TO_START = 1.0
"""Seconds for which a small library is waited for, so that its words are loaded too."""


FINISHING_SECONDS = 5.0
"""Seconds for the answers and posts that are under way when the process is told to end."""


async def run_on_discord(orders: Orders, settings: Settings, token: str) -> None:
    """Run until the end. What is indexed answers at once; what is not comes while it runs."""
    _warn_of_a_passing_disk(settings)
    servers, sources = Servers(settings.database), Sources(settings.database)
    async with aclosing(servers), aclosing(sources), keeping_library(orders, sources) as upkeep, _warming_up(upkeep):
        client = Pullquote(
            upkeep.shelves,
            servers,
            rng=SystemRandom(),
            operation=_operation_of(settings, token),
            sources=sources,
        )
        client.meters.note_library()
        upkeep.tell_changed = client.meters.note_library
        async with fetching_feeds_of(settings, settings.database), client, _serving_health(client, sources, settings):
            try:
                await client.start(token)
            except FATAL as error:
                exit_with(mend_of(error))
            except asyncio.CancelledError:
                await client.finish(FINISHING_SECONDS)  # another signal cuts it off
                raise


def _links_of(settings: Settings, token: str) -> Links:
    client_id = application_id(token)
    return Links(server_address(client_id) if client_id else None, settings.support_url, settings.privacy_url)


def _operation_of(settings: Settings, token: str) -> Operation:
    return Operation(
        settings.shard_count,
        settings.shard_ids,
        settings.dev_guild_id,
        _links_of(settings, token),
        settings.greeting,
        settings.quotas,
    )


@asynccontextmanager
async def _warming_up(upkeep: Upkeep) -> AsyncIterator[None]:
    """Warm up while the client connects."""

    async def warm_up() -> None:
        await upkeep.wait_until_complete(SECONDS_TO_START)
        await asyncio.to_thread(_warm_up, upkeep.shelves)

    warming = asyncio.create_task(warm_up())
    try:
        yield
    finally:
        warming.cancel()


def _warm_up(shelves: Shelves) -> None:
    """Load what the first answers need, and leave it out of the garbage collector's rounds."""
    library = shelves.seen_in(None)
    if library.episodes:
        verify(library, WARMING)
    settle()


def fetching_feeds_of(settings: Settings, database: URL) -> AbstractAsyncContextManager[None]:
    """For as long as this lasts, the feeds of that database are fetched, and those of FEEDS."""
    named = settings.feeds if settings.shared else ()
    return fetching_feeds(database, named, settings.feed_private_hosts, settings.quotas)


@asynccontextmanager
async def _serving_health(client: Pullquote, sources: Sources, settings: Settings) -> AsyncIterator[None]:
    if settings.health_port is None:
        yield
        return
    from bot.health import HealthPortError, serving

    try:
        async with serving(client, sources, settings.health_host, settings.health_port):
            yield
    except HealthPortError as error:
        where = f"{settings.health_host}:{settings.health_port}"
        exit_with(f"HEALTH_PORT: {where} cannot be opened ({error.strerror}); choose another port or HEALTH_HOST")


def _warn_of_a_passing_disk(settings: Settings) -> None:
    """Heroku sets DYNO, and its disks last a day at most."""
    if "DYNO" in os.environ and settings.database.get_backend_name() == "sqlite":
        log.warning(
            "this host's disk does not last: what servers choose will be lost at the next restart; attach a PostgreSQL "
            "database, so that DATABASE_URL is set",
            {"event": "passing_disk"},
        )
