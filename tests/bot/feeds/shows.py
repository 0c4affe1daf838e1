"""Feeds and transcripts that a test writes, and a bot's feeds at work on them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from sqlalchemy.engine import URL

from bot.feeds.downloads import Downloads
from bot.feeds.reader import Reader
from bot.feeds.rounds import FeedRounds
from bot.feeds.visits import Visits
from config.library.rows import Quotas
from config.library.sources import Sources
from config.library.tables import Item, Source
from tests.bot.feeds.hosts import Host

LOGIN = (
    b"<!DOCTYPE html><html><body><form><p>Your name <time>now</time></p><input type='password'></form></body></html>"
)
"""The page of an address that wants its readers to sign in."""


GUILD = 77


def spoken(words: str, speaker: str = "Ann Li") -> bytes:
    """A transcript in WebVTT."""
    return f"WEBVTT\n\n00:00.000 --> 00:04.000\n<v {speaker}>{words}\n".encode()


def item(number: int, inner: str = "", guid: str | None = None) -> str:
    known = f"<guid>{guid or number}</guid><pubDate>2025-06-{number % 28 + 1:02}</pubDate>"
    return f"<item><title>Part {number}</title>{known}{inner}</item>"


def transcript(path: str, kind: str = "text/vtt") -> str:
    return f'<podcast:transcript url="{path}" type="{kind}"/>'


def feed(*items: str, title: str = "Bridges") -> bytes:
    head = '<rss xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:psc="http://podlove.org/simple-chapters">'
    return f"{head}<channel><title>{title}</title><language>en</language>{''.join(items)}</channel></rss>".encode()


@dataclass
class AtWork:
    """A process's feeds, and its clock, which a test moves."""

    host: Host
    sources: Sources
    reader: Reader
    downloads: Downloads
    quotas: Quotas
    now: datetime = datetime(2026, 1, 1, 8, tzinfo=UTC)
    clock: Callable[[], datetime] | None = None
    """Another clock than `now`, where a test has one."""

    def __post_init__(self) -> None:
        self.rounds = self.new_rounds()

    def new_rounds(self, named: tuple[str, ...] = ()) -> FeedRounds:
        visits = Visits(self.sources, self.downloads, self.reader, self.quotas, rng=Random(1), clock=self._time)
        return FeedRounds(self.sources, visits, named, self._time)

    def _time(self) -> datetime:
        return self.clock() if self.clock else self.now

    async def later(self, **by: float) -> None:
        """Until nothing is due any more, so much later."""
        self.now += timedelta(**by)
        await self.visit_all()

    async def visit_all(self) -> None:
        """Visit what is due until nothing is."""
        await visit_all(self.rounds)

    async def add(self, path: str = "/feed", guild_id: int = GUILD) -> Source:
        source, _ = await self.sources.add_feed(guild_id, self.host.url(path), 1, self.now, self.quotas)
        return source

    async def state(self, source: Source) -> Source:
        found = await self.sources.source(source.id)
        assert found is not None
        return found

    async def items(self, source: Source) -> dict[str, Item]:
        return {each.title: each for each in await self.sources.items(source.id)}

    async def words(self, source: Source, title: str) -> bytes | None:
        return await self.sources.content((await self.items(source))[title].transcript or "")


async def visit_all(rounds: FeedRounds) -> None:
    """Visit what is due until nothing is."""
    while await rounds.start_visits():
        await asyncio.gather(*rounds._running)


@asynccontextmanager
async def at_work(host: Host, database: URL, quotas: Quotas = Quotas()) -> AsyncIterator[AtWork]:  # noqa: B008 - frozen
    async with (
        aclosing(Sources(database)) as sources,
        aclosing(Reader()) as reader,
        Downloads([f"127.0.0.1:{host.port}"]) as downloads,
    ):
        yield AtWork(host, sources, reader, downloads, quotas)
