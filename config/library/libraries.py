"""Each server's library as a whole: what it has, what it may have, and what becomes of it when the bot is removed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from config.library.lookup import Lookup
from config.library.rows import (
    Usage,
    count_bytes,
    count_change,
    count_episodes,
    count_feeds,
    delete_sources,
    items_of,
)
from config.library.tables import OPERATOR, Item, ServerLibrary, Source
from config.rows import KEPT, Shards, in_portions, of_shards, seconds


class Libraries(Lookup):
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

    async def set_announcements(self, guild_id: int, channel_id: int | None) -> None:
        """Have new episodes told in a channel of a server, or nowhere."""
        async with self._transaction() as session:
            (await _own_library(session, guild_id)).announce_channel_id = channel_id

    async def unshared(self) -> frozenset[int]:
        """The servers in which the operator's episodes do not answer."""
        async with self._reading() as session:
            alone = select(ServerLibrary.guild_id).where(ServerLibrary.shared.is_(False))
            return frozenset(await session.scalars(alone))

    async def left(self, guild_id: int, now: datetime) -> None:
        """Remember that a server removed the bot."""
        await self._set_left([guild_id], seconds(now))

    async def came_back(self, guild_id: int) -> None:
        """Remember that a server has the bot again."""
        await self._set_left([guild_id], None)

    async def is_in(self, guild_ids: Collection[int], now: datetime, shards: Shards) -> None:
        """Note which of this process's servers the bot is in now, and which it left."""
        here, away = await self._servers_of(shards)
        await self._set_left(here.difference(guild_ids), seconds(now))
        await self._set_left(away.intersection(guild_ids), None)

    async def _servers_of(self, shards: Shards) -> tuple[set[int], set[int]]:
        """This process's servers that have sources or wishes: those that have the bot, and those that had it."""
        here, away = set[int](), set[int]()
        async with self._reading() as session:
            for table in (Source, ServerLibrary):
                own = select(table).where(table.guild_id != OPERATOR)
                for row in await session.scalars(of_shards(own, shards, table.guild_id)):
                    (here if row.left_at is None else away).add(row.guild_id)
        return here, away

    async def _set_left(self, guild_ids: Collection[int], left_at: int | None) -> None:
        if not guild_ids:
            return
        async with self._transaction() as session:
            for table in (Source, ServerLibrary):
                for some in in_portions(guild_ids):
                    changed = update(table).where(
                        table.guild_id.in_(some), table.left_at.is_(None) == (left_at is not None)
                    )
                    await session.execute(changed.values(left_at=left_at))

    async def forget_the_left(self, now: datetime, shards: Shards) -> None:
        """Delete what is kept of this process's servers that removed the bot long ago, and of feeds no longer named."""
        long_ago = seconds(now - KEPT)
        async with self._transaction() as session:
            gone = select(Source.id).where(Source.left_at <= long_ago)
            ids = set(
                await session.scalars(of_shards(gone.where(Source.guild_id != OPERATOR), shards, Source.guild_id))
            )
            ids.update(await session.scalars(gone.where(Source.guild_id == OPERATOR)))
            await delete_sources(session, ids)
            wishes = of_shards(
                select(ServerLibrary).where(ServerLibrary.left_at <= long_ago), shards, ServerLibrary.guild_id
            )
            for row in list(await session.scalars(wishes)):
                await session.delete(row)


async def _own_library(session: AsyncSession, guild_id: int) -> ServerLibrary:
    found = await session.get(ServerLibrary, guild_id, with_for_update=True)
    if found is None:
        found = ServerLibrary(guild_id=guild_id, shared=True)
        session.add(found)
    return found
