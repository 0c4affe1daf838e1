"""Feeds and uploads of servers and of the operator, in the database: who has which, and which is due to be fetched.

Whoever changes a source takes the change counter's row first. So counts are in the order of commits: who has followed
all changes up to a count has missed none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select, update

from config.library.items import Items
from config.library.libraries import Libraries
from config.library.lookup import Lookup
from config.library.rows import (
    QuotaError,
    Quotas,
    SourceFacts,
    count_change,
    count_feeds,
    delete_sources,
    seen_sources,
    tell_again,
    text_fitting,
)
from config.library.tables import OPERATOR, Counter, Item, Source
from config.library.transcripts import Transcripts
from config.queries import has_changed, seconds


@dataclass(frozen=True, slots=True)
class Due:
    """A feed that is due, as it was read: whose it is, and since when it is due."""

    source_id: int
    guild_id: int
    next_look: int


@dataclass(frozen=True, slots=True)
class Changes:
    """The sources that changed since a count, all that there are by their ids, and the count up to which that holds."""

    count: int
    changed: Sequence[Source]
    ids: frozenset[int]


class Sources(Items, Transcripts, Lookup, Libraries):
    """Sources, their items, and servers' wishes for their libraries."""

    async def sources(self, guild_id: int) -> list[Source]:
        """The sources of a server, or of the operator, in the order in which they were added."""
        async with self._reading() as session:
            return list(await session.scalars(seen_sources().where(Source.guild_id == guild_id).order_by(Source.id)))

    async def all_sources(self) -> list[Source]:
        """The sources of all, the operator's first."""
        async with self._reading() as session:
            return list(await session.scalars(seen_sources().order_by(Source.guild_id, Source.id)))

    async def source(self, source_id: int) -> Source | None:
        async with self._reading() as session:
            return await session.get(Source, source_id)

    async def add_feed(
        self,
        guild_id: int,
        address: str,
        added_by: int | None,
        now: datetime,
        quotas: Quotas | None = None,
        *,
        called: str | None = None,
    ) -> tuple[Source, bool]:
        """A server's feed at that address, and whether it is new. It is due to be fetched at once.

        `called` is a name for its show in place of the feed's own. Raises QuotaError where the server has as many feeds
        as it may.
        """
        feed = Source(guild_id=guild_id, kind="feed", address=address, called=called, show=called, added_by=added_by)
        return await self._add_source(feed, now, quotas)

    async def add_show(self, guild_id: int, show: str, added_by: int | None, now: datetime) -> tuple[Source, bool]:
        """The source of a server's files of one show, and whether it is new."""
        upload = Source(guild_id=guild_id, kind="upload", address=show, show=show, added_by=added_by)
        return await self._add_source(upload, now, None)

    async def _add_source(self, wanted: Source, now: datetime, quotas: Quotas | None) -> tuple[Source, bool]:
        """The source that is wanted, or the one that is there already, which may get another name."""
        async with self._transaction() as session:
            counter = await count_change(session)
            same = select(Source).where(Source.guild_id == wanted.guild_id, Source.kind == wanted.kind)
            source: Source | None = await session.scalar(same.where(Source.address == wanted.address))
            is_new = source is None
            if quotas is not None and is_new and await count_feeds(session, wanted.guild_id) >= quotas.feeds:
                raise QuotaError("feeds", quotas.feeds)
            if source is None:
                source, wanted.failures, wanted.added_at = wanted, 0, seconds(now)
                session.add(source)
            elif wanted.called:
                source.called, source.show = wanted.called, wanted.called
            source.left_at, source.changed = None, counter
            if source.kind == "feed":
                source.next_look = seconds(now)
            return source, is_new

    async def remove_source(self, guild_id: int, source_id: int) -> bool:
        """Delete a source of a server with all that it has. False if there is none such."""
        async with self._transaction() as session:
            found = await session.scalars(select(Source.id).where(Source.guild_id == guild_id, Source.id == source_id))
            ids = list(found)
            await delete_sources(session, ids)
            return bool(ids)

    async def name_feeds(self, addresses: Collection[str], now: datetime) -> None:
        """Make these the operator's feeds. What others have is kept for as long as that of a server that left."""
        async with self._transaction() as session:
            counter = await count_change(session)
            of_operator = select(Source).where(Source.guild_id == OPERATOR, Source.kind == "feed")
            known = {source.address: source for source in await session.scalars(of_operator)}
            for address in addresses:
                source = known.get(address)
                if source is None:
                    source = Source(guild_id=OPERATOR, kind="feed", address=address, failures=0, added_at=seconds(now))
                    session.add(source)
                elif source.left_at is None:
                    continue
                source.left_at, source.next_look, source.changed = None, seconds(now), counter
            for address in known.keys() - set(addresses):
                if known[address].left_at is None:
                    known[address].left_at, known[address].changed = seconds(now), counter

    # Fetching.

    async def due_feeds(self, now: datetime) -> list[Due]:
        """The feeds that are to be fetched by now, the longest overdue first, of servers that have the bot."""
        async with self._reading() as session:
            due = select(Source.id, Source.guild_id, Source.next_look)
            due = due.where(Source.next_look <= seconds(now), Source.left_at.is_(None), Source.kind == "feed")
            rows = (await session.execute(due.order_by(Source.next_look, Source.id))).all()
            return [Due(row[0], row[1], row[2] or 0) for row in rows]

    async def take_feed(self, due: Due, until: datetime) -> Source | None:
        """Reserve a due feed for this process until then; None where another process was quicker."""
        async with self._transaction() as session:
            as_read = update(Source).where(Source.id == due.source_id, Source.next_look == due.next_look)
            if not has_changed(await session.execute(as_read.values(next_look=seconds(until)))):
                return None
            return await session.get(Source, due.source_id)

    async def feed_looked_at(
        self, source_id: int, now: datetime, next_look: datetime, facts: SourceFacts | None = None
    ) -> None:
        """Note that a feed was fetched: with what it tells of its show, or None where it had not changed."""
        async with self._transaction() as session:
            counter = await count_change(session)
            source = await session.get(Source, source_id)
            if source is None:
                return
            source.looked_at, source.next_look = seconds(now), seconds(next_look)
            source.failures, source.error = 0, None
            if facts is None:
                return
            shown = (source.show, source.language, source.image)
            tell_again(source, replace(facts, show=source.called or facts.show))
            if shown != (source.show, source.language, source.image):  # of these the files of episodes tell
                source.changed = counter

    async def feed_failed(self, source_id: int, error: str, now: datetime, next_look: datetime) -> None:
        """Note why a feed could not be fetched or read. If it had moved, the next look is where it was before."""
        failed = update(Source).where(Source.id == source_id)
        values = {"looked_at": seconds(now), "next_look": seconds(next_look), "error": text_fitting(error, 300),
                  "moved_to": None}  # fmt: skip
        async with self._transaction() as session:
            await session.execute(failed.values(**values, failures=Source.failures + 1))

    async def refresh(self, guild_id: int, now: datetime) -> int:
        """Have all feeds of a server fetched at once, without asking whether they changed, and their transcripts looked
        at again; how many feeds there are."""
        feeds = update(Source).where(Source.guild_id == guild_id, Source.kind == "feed", Source.left_at.is_(None))
        async with self._transaction() as session:
            await session.execute(feeds.values(next_look=seconds(now), etag=None, last_modified=None, moved_to=None))
            own = select(Source.id).where(Source.guild_id == guild_id, Source.kind == "feed", Source.left_at.is_(None))
            items = update(Item).where(Item.source_id.in_(own), Item.transcript.is_not(None) | (Item.state == "failed"))
            await session.execute(items.values(next_look=seconds(now)))
            return await count_feeds(session, guild_id)

    # What those who keep the episodes' files and index need.

    async def changes(self, since: int) -> Changes | None:
        """The changes since a count; None for nothing. A count of -1 is before all."""
        async with self._reading() as session:
            count = await session.scalar(select(Counter.value)) or 0
            if count == since:
                return None
            ids = frozenset(await session.scalars(seen_sources().with_only_columns(Source.id)))
            changed = list(await session.scalars(seen_sources().where(Source.changed > since).order_by(Source.id)))
            return Changes(count, changed, ids)
