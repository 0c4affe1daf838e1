"""Feeds are fetched in a thread with an event loop of its own: a feed of thousands of items holds up no answer."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from random import SystemRandom
from threading import Thread

from sqlalchemy.engine import URL

from bot.feeds.downloads import Downloads
from bot.feeds.reader import Reader
from bot.feeds.rounds import FeedRounds
from bot.feeds.visits import Visits
from bot.logs import log_unhandled
from config.library.rows import Quotas
from config.library.sources import Sources
from config.queries import utc_now

log = logging.getLogger(__name__)


SECONDS_TO_END = 2.0
"""Seconds that the end waits for visits that are under way."""


async def fetch_feeds(database: URL, named: Sequence[str], private_hosts: Sequence[str], quotas: Quotas) -> None:
    """Fetch the feeds of that database, and those that the operator named, until this is cancelled."""
    async with (
        aclosing(Sources(database)) as sources,
        Downloads(private_hosts) as downloads,
        aclosing(Reader()) as reader,
    ):
        visits = Visits(sources, downloads, reader, quotas, rng=SystemRandom(), clock=utc_now)
        await FeedRounds(sources, visits, named, utc_now).go_round()


@asynccontextmanager
async def fetching_feeds(
    database: URL, named: Sequence[str], private_hosts: Sequence[str], quotas: Quotas
) -> AsyncIterator[None]:
    """For as long as this lasts, feeds are fetched."""
    loop = asyncio.new_event_loop()
    work = loop.create_task(fetch_feeds(database, named, private_hosts, quotas))
    thread = Thread(target=_run_to_end, args=(loop, work), name="feeds", daemon=True)
    thread.start()
    try:
        yield
    finally:
        loop.call_soon_threadsafe(work.cancel)
        await asyncio.to_thread(thread.join, SECONDS_TO_END)


def _run_to_end(loop: asyncio.AbstractEventLoop, work: asyncio.Task[None]) -> None:
    asyncio.set_event_loop(loop)
    loop.set_exception_handler(log_unhandled)
    try:
        loop.run_until_complete(work)
    except asyncio.CancelledError:
        pass
    except Exception:
        log.exception("feeds are fetched no more", {"event": "feeds_stopped"})
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
