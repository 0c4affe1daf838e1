"""Queries of those who keep the episodes' files and index, and what they tell the database in return."""

from __future__ import annotations

import asyncio
import zlib
from datetime import datetime

from sqlalchemy import func, select, update

from config.library.rows import ItemState, seen_sources, text_fitting
from config.library.tables import Content, Item, Source
from config.queries import has_changed, seconds
from config.state import State


class Readers(State):
    async def content(self, digest: str) -> bytes | None:
        """Bytes as they were fetched or uploaded."""
        async with self._reading() as session:
            found = await session.get(Content, digest)
        return None if found is None else await asyncio.to_thread(zlib.decompress, found.compressed)

    async def readable_items(self, source_id: int) -> list[Item]:
        """The items of a source whose bytes are here and that are not hidden, whether they could be read or not."""
        async with self._reading() as session:
            readable = select(Item).where(Item.source_id == source_id, Item.transcript.is_not(None))
            return list(await session.scalars(readable.where(Item.hidden.is_(False)).order_by(Item.id)))

    async def mark_read(self, item_id: int, digest: str, now: datetime, failure: str | None = None) -> bool:
        """Note that a process has read these bytes of an item, or why it could not. False if nothing changed by it."""
        state: ItemState = "ready" if failure is None else "failed"
        values = {"state": state, "reason": None if failure is None else text_fitting(failure, 300)}
        as_read = update(Item).where(Item.id == item_id, Item.transcript == digest, Item.state != state)
        async with self._transaction() as session:
            done = await session.execute(as_read.values(values))
            first = update(Item).where(Item.id == item_id, Item.state == "ready", Item.ready_at.is_(None))
            await session.execute(first.values(ready_at=seconds(now)))
            return has_changed(done)

    async def wordless_counts(self) -> dict[int, int]:
        """The number of episodes without words that each server has, the operator's under OPERATOR."""
        async with self._reading() as session:
            seen = seen_sources().with_only_columns(Source.guild_id, func.count(Item.id))
            counted = seen.join(Item, Item.source_id == Source.id).where(
                Item.state == "wordless", Item.hidden.is_(False)
            )
            rows = (await session.execute(counted.group_by(Source.guild_id))).all()
            return {row[0]: row[1] for row in rows}
