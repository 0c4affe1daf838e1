"""Each server's library as a whole: what it has, what it may have, and what becomes of it when the bot is removed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from config.library.readers import Readers
from config.library.rows import (
    Usage,
    count_bytes,
    count_change,
    count_episodes,
    count_feeds,
    items_of,
)
from config.library.tables import Item, ServerLibrary, Source
from config.queries import Shards, of_shards, seconds


class Libraries(Readers):
    async def usage(self, guild_id: int) -> Usage:
        async with self._reading() as session:
            return Usage(
                await count_episodes(session, guild_id),
                await count_bytes(session, guild_id),
                await count_feeds(session, guild_id),
            )

    async def export(self, guild_id: int) -> AsyncIterator[tuple[Source, Item, bytes]]:
        """The files of a server as they were fetched or uploaded, each with its item and source."""
        async with self._reading() as session:
            sources = {one.id: one for one in await session.scalars(select(Source).where(Source.guild_id == guild_id))}
            items = list(
                await session.scalars(items_of(guild_id).where(Item.transcript.is_not(None)).order_by(Item.id))
            )
        for item in items:
            content = None if item.transcript is None else await self.content(item.transcript)
            if content is not None:
                yield sources[item.source_id], item, content

    async def library_of(self, guild_id: int) -> ServerLibrary:
        """A server's wishes; the usual ones where it has none."""
        async with self._reading() as session:
            return await session.get(ServerLibrary, guild_id) or ServerLibrary(guild_id=guild_id, shared=True)

    async def set_shared(self, guild_id: int, *, shared: bool) -> None:
        """Let the operator's episodes answer in a server too, or not."""
        async with self._transaction() as session:
            await count_change(session)
            (await _own_library(session, guild_id)).shared = shared

    async def announce_in(self, guild_id: int, channel_id: int, now: datetime) -> None:
        """Have the episodes that come after this moment told in a channel of a server."""
        async with self._transaction() as session:
            wishes = await _own_library(session, guild_id)
            wishes.announce_channel_id, wishes.announce_since = channel_id, seconds(now)

    async def announce_nowhere(self, guild_id: int) -> None:
        """Have no new episodes told in a server."""
        async with self._transaction() as session:
            (await _own_library(session, guild_id)).announce_channel_id = None

    async def announcements(self, shards: Shards) -> list[ServerLibrary]:
        """The wishes of this process's servers in which new episodes are told."""
        told = ServerLibrary.announce_channel_id.is_not(None) & ServerLibrary.left_at.is_(None)
        async with self._reading() as session:
            wishes = of_shards(select(ServerLibrary).where(told), shards, ServerLibrary.guild_id)
            return list(await session.scalars(wishes))

    async def unshared(self) -> frozenset[int]:
        """The servers in which the operator's episodes do not answer."""
        async with self._reading() as session:
            alone = select(ServerLibrary.guild_id).where(ServerLibrary.shared.is_(False))
            return frozenset(await session.scalars(alone))


async def _own_library(session: AsyncSession, guild_id: int) -> ServerLibrary:
    found = await session.get(ServerLibrary, guild_id, with_for_update=True)
    if found is None:
        found = ServerLibrary(guild_id=guild_id, shared=True)
        session.add(found)
    return found
