"""Looks again and again for feeds that are due, and visits several at a time, each server in turn."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.attempts import Attempts
from bot.feeds.queue import fair_order
from bot.feeds.visits import Visits
from config.library.sources import Due, Sources
from config.state import DatabaseAwayError

log = logging.getLogger(__name__)


BETWEEN_LOOKS = 3.0
"""Seconds between two looks for feeds that are due, such as one that an owner has just added."""


PAUSE = 0.1
"""Seconds between two looks at least."""


VISITS_AT_ONCE = 16
"""Feeds that are visited at the same time."""


class FeedRounds:
    """`named` are the operator's own feeds."""

    def __init__(self, sources: Sources, visits: Visits, named: Sequence[str], clock: Callable[[], datetime]) -> None:
        self._sources = sources
        self._visits = visits
        self._named: Sequence[str] | None = named
        self._clock = clock
        self._attempts = Attempts("feeds")
        self._running: dict[asyncio.Task[None], Due] = {}

    async def go_round(self) -> None:
        """Until this is cancelled; what goes wrong with one feed holds up no other."""
        try:
            while True:
                await self._attempts.attempt(self.start_visits)
                await asyncio.sleep(PAUSE)
                if self._running:
                    await asyncio.wait(self._running, timeout=BETWEEN_LOOKS, return_when=asyncio.FIRST_COMPLETED)
                else:
                    await self._visits.rest()
                    await asyncio.sleep(BETWEEN_LOOKS)
        finally:
            for task in self._running:
                task.cancel()
            await asyncio.gather(*self._running, return_exceptions=True)

    async def start_visits(self) -> int:
        """Begin visits to feeds that are due, as many as there are turns for; how many are under way then."""
        now = self._clock()
        if self._named is not None:
            await self._sources.name_feeds(self._named, now)
            self._named = None
        self._running = {task: due for task, due in self._running.items() if not task.done()}
        taken = {due.source_id for due in self._running.values()}
        due = [each for each in await self._sources.due_feeds(now) if each.source_id not in taken]
        for each in fair_order(due, [one.guild_id for one in self._running.values()])[
            : VISITS_AT_ONCE - len(self._running)
        ]:
            self._running[asyncio.create_task(self._visit_feed(each))] = each
        return len(self._running)

    async def _visit_feed(self, due: Due) -> None:
        try:
            await self._visits.visit(due)
        except DatabaseAwayError:
            log.warning(
                "feed %(feed)d: the database went away; it is taken up again",
                {"event": "feed_interrupted", "feed": due.source_id},
            )
        except Exception:
            log.exception("feed %(feed)d: the visit failed", {"event": "feed_failed", "feed": due.source_id})
