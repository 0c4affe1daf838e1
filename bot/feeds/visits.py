"""A visit to one feed: it is fetched if it changed, its items are told, and some of their transcripts taken in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from random import Random

from bot.feeds.downloads import Downloads, Seen
from bot.feeds.offers import facts_to_tell
from bot.feeds.reader import Reader
from bot.feeds.transcripts import Transcripts
from config.library.rows import Quotas, SourceFacts
from config.library.sources import Due, Sources
from config.library.tables import OPERATOR, Item, Source
from config.queries import seconds
from transcript.feeds import FetchError

MOST_FEED_BYTES = 20_000_000
"""Bytes of a feed; one of thousands of items with notes has ten million."""


LOOKED_AT_EVERY = timedelta(minutes=30)
"""Between two looks at a feed."""


LONGEST_PAUSE = timedelta(days=1)
"""Between two looks at a feed that fails: it is twice as long each time until then."""


JITTER = 0.1
"""The part by which a pause is longer or shorter, so that feeds do not come due all at once."""


LEASE = timedelta(minutes=10)
"""The time that a process has for a visit, before another may take it up."""


ITEMS_A_VISIT = 10
"""Transcripts that are taken in on one visit; then it is others' turn."""


FILES_AT_ONCE = 4
"""Transcripts of one feed that are fetched at the same time; of one host there are fewer."""


ITEMS_TOLD = 250
"""Items that are told in one transaction: others wait while it lasts."""


class Visits:
    """Visits feeds. `quotas` are those of every server but the operator."""

    def __init__(
        self,
        sources: Sources,
        downloads: Downloads,
        reader: Reader,
        quotas: Quotas,
        *,
        rng: Random,
        clock: Callable[[], datetime],
    ) -> None:
        self._sources = sources
        self._downloads = downloads
        self._reader = reader
        self._quotas = quotas
        self._rng = rng
        self._clock = clock
        self._transcripts = Transcripts(sources, downloads, reader, clock)
        self._unfinished: dict[int, int] = {}

    async def rest(self) -> None:
        """Give back what is needed for visits alone, while there are none."""
        await self._reader.aclose()

    async def visit(self, due: Due) -> None:
        """Visit a feed, unless another process is at it."""
        source = await self._sources.take_feed(due, self._clock() + LEASE)
        if source is None:
            return
        goes_on = self._unfinished.pop(source.id, None) == due.next_look
        with suppress(TimeoutError):  # then the lease is over, and it is taken up again
            async with asyncio.timeout((LEASE - timedelta(minutes=1)).total_seconds()):
                await (self._go_on(source) if goes_on else self._look_anew(source))

    async def _look_anew(self, source: Source) -> None:
        try:
            facts = await self._look_at_feed(source)
        except FetchError as error:
            await self._take_in_some(source)
            now, pause = self._clock(), min(LOOKED_AT_EVERY * 2 ** min(source.failures + 1, 10), LONGEST_PAUSE)
            await self._sources.feed_failed(source.id, str(error.fault), now, now + self._with_jitter(pause))
        else:
            await self._go_on(source, facts)

    async def _go_on(self, source: Source, facts: SourceFacts | None = None) -> None:
        """Take in some transcripts; where more are waiting, the next visit is due at once and goes on with them."""
        await self._take_in_some(source)
        now = self._clock()
        has_more = bool(await self._sources.due_items(source.id, now, 1))
        next_look = now if has_more else now + self._with_jitter(LOOKED_AT_EVERY)
        if has_more:
            self._unfinished[source.id] = seconds(next_look)
        await self._sources.feed_looked_at(source.id, now, next_look, facts)

    async def _look_at_feed(self, source: Source) -> SourceFacts | None:
        """Fetch a feed and tell its items; what it says of its show, or None where it has not changed."""
        seen = Seen(source.etag, source.last_modified)
        found = await self._downloads.fetch(source.moved_to or source.address, MOST_FEED_BYTES, seen)
        if found is None:
            return None
        feed = await self._reader.read_feed(found.content, found.address)
        told = facts_to_tell(feed, await self._sources.known_items(source.id))
        for first in range(0, len(told), ITEMS_TOLD):
            portion = told[first : first + ITEMS_TOLD]
            await self._sources.tell_items(source.id, portion, self._clock(), self._quotas_of(source))
        moved_to = found.moved_to or source.moved_to
        return SourceFacts(
            feed.title, feed.language, feed.image, feed.link, found.seen.etag, found.seen.last_modified, moved_to
        )

    async def _take_in_some(self, source: Source) -> None:
        turns = asyncio.Semaphore(FILES_AT_ONCE)

        async def take_in(item: Item) -> None:
            async with turns:
                await self._transcripts.take_in(item, self._quotas_of(source))

        items = await self._sources.due_items(source.id, self._clock(), ITEMS_A_VISIT)
        async with asyncio.TaskGroup() as group:
            for item in items:
                group.create_task(take_in(item))

    def _quotas_of(self, source: Source) -> Quotas | None:
        return None if source.guild_id == OPERATOR else self._quotas

    def _with_jitter(self, pause: timedelta) -> timedelta:
        return pause * self._rng.uniform(1 - JITTER, 1 + JITTER)
