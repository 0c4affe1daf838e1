"""Finding some of a server's items among the thousands that it may have."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from config.library.rows import NEWEST_FIRST, WITH_WORDS, ItemState, items_of
from config.library.tables import Item, Source
from config.state import State


class Lookup(State):
    async def find_items(self, guild_id: int, typed: str, limit: int, *, uploads: bool = False) -> list[Item]:
        """Items with words whose title has what was typed, the newest first; of `uploads` alone, or of all sources."""
        found = items_of(guild_id).where(Item.state.in_(WITH_WORDS) | Item.transcript.is_not(None))
        if typed:
            found = found.where(Item.title.icontains(typed, autoescape=True))
        if uploads:
            found = found.where(Source.kind == "upload")
        async with self._reading() as session:
            newest = found.order_by(*NEWEST_FIRST)
            return list(await session.scalars(newest.limit(limit)))

    async def item_of(self, guild_id: int, item_id: int) -> Item | None:
        """An item of a server; None if it has none such."""
        async with self._reading() as session:
            found: Item | None = await session.scalar(items_of(guild_id).where(Item.id == item_id))
            return found

    async def items_in(self, source_id: int, states: Sequence[ItemState], limit: int) -> list[Item]:
        """The newest items of a source that are in one of those states; hidden ones are left out."""
        chosen = select(Item).where(Item.source_id == source_id, Item.state.in_(states), Item.hidden.is_(False))
        async with self._reading() as session:
            newest = chosen.order_by(*NEWEST_FIRST)
            return list(await session.scalars(newest.limit(limit)))
