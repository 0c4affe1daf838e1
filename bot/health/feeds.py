"""Feeds and their items by state, as the database has them."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.health.readiness import PATIENCE
from config.library.sources import Sources
from config.library.tables import Source
from config.state import DatabaseAwayError

KEPT_SECONDS = 15.0
"""Seconds for which a look is good enough, however often it is asked for."""


class FeedGauges(Collector):
    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._looked = -KEPT_SECONDS
        self._feeds: Counter[str] = Counter()
        self._items: Counter[str] = Counter()

    async def look(self) -> None:
        """Ask the database, unless it was asked just now."""
        if time.monotonic() - self._looked < KEPT_SECONDS:
            return
        self._looked = time.monotonic()
        try:
            async with asyncio.timeout(PATIENCE):
                feeds = [source for source in await self._sources.all_sources() if source.kind == "feed"]
                counts = await self._sources.count_items([feed.id for feed in feeds])
        except (DatabaseAwayError, TimeoutError):
            return
        self._feeds = Counter(map(_state_of, feeds))
        self._items = sum((Counter(each) for each in counts.values()), Counter())

    def collect(self) -> Iterator[GaugeMetricFamily]:
        for name, said, counted in (
            ("pullquote_feeds", "Feeds, by state.", self._feeds),
            ("pullquote_feed_items", "Items of feeds, by state.", self._items),
        ):
            family = GaugeMetricFamily(name, said, labels=["state"])
            for state, number in counted.items():
                family.add_metric([state], number)
            yield family


def _state_of(feed: Source) -> str:
    if feed.error:
        return "failing"
    return "waiting" if feed.looked_at is None else "read"
