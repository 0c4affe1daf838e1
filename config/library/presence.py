"""Servers that the bot is in and servers that removed it, in all tables that keep something of them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeAlias, cast

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from config.library.rows import delete_sources
from config.library.tables import OPERATOR, ServerLibrary, Source
from config.queries import Shards, in_portions, of_shards
from config.tables import Follow, Server

Kept: TypeAlias = type[Server] | type[Source] | type[ServerLibrary] | type[Follow]


TABLES: tuple[Kept, ...] = (Server, Source, ServerLibrary, Follow)
"""The tables whose rows say when their server removed the bot."""


async def set_left(session: AsyncSession, guild_ids: Collection[int], left_at: int | None) -> None:
    """Note when servers removed the bot, where that is not noted yet; or with None that they have it."""
    for table in TABLES:
        for some in in_portions(guild_ids):
            changed = update(table).where(table.guild_id.in_(some), table.left_at.is_(None) == (left_at is not None))
            await session.execute(changed.values(left_at=left_at))


async def servers_of(session: AsyncSession, shards: Shards) -> tuple[set[int], set[int]]:
    """This process's servers of which something is kept: those that have the bot, and those that removed it."""
    here, away = set[int](), set[int]()
    for table in TABLES:
        guild_id = _guild_id_of(table)
        own = of_shards(select(guild_id).where(guild_id != OPERATOR), shards, guild_id)
        here.update(await session.scalars(own.where(table.left_at.is_(None)).distinct()))
        away.update(await session.scalars(own.where(table.left_at.is_not(None)).distinct()))
    return here, away


async def forget_libraries(session: AsyncSession, long_ago: int, shards: Shards) -> None:
    """Delete the sources, the wishes and the follows of this process's servers that removed the bot by then, and the
    operator's feeds that were named no more by then."""
    gone = select(Source.id).where(Source.left_at <= long_ago)
    ids = set(await session.scalars(of_shards(gone.where(Source.guild_id != OPERATOR), shards, Source.guild_id)))
    ids.update(await session.scalars(gone.where(Source.guild_id == OPERATOR)))
    await delete_sources(session, ids)
    for table in (ServerLibrary, Follow):
        left = of_shards(select(_guild_id_of(table)).where(table.left_at <= long_ago), shards, _guild_id_of(table))
        for some in in_portions(set(await session.scalars(left))):
            await session.execute(delete(table).where(table.guild_id.in_(some)))


def _guild_id_of(table: Kept) -> InstrumentedAttribute[int]:
    """The column of a table's servers: a row that is of none is in no answer about them."""
    return cast("InstrumentedAttribute[int]", table.guild_id)
