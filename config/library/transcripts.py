"""Transcripts of items: fetched or uploaded, within the quotas of their server, and looked at again."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import PurePath
from typing import Literal

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from config.library.items import new_item
from config.library.rows import (
    Fetched,
    Packed,
    QuotaError,
    Quotas,
    count_bytes,
    count_change,
    count_episodes,
    drop_unused,
    keep_content,
    key_of,
    pack,
    text_fitting,
)
from config.library.tables import Item, Source
from config.queries import seconds
from config.state import State


class Transcripts(State):
    async def due_items(self, source_id: int, now: datetime, limit: int) -> list[Item]:
        """The items of a source whose transcript is to be fetched, or looked at again, by now: the newest first."""
        async with self._reading() as session:
            due = select(Item).where(
                Item.source_id == source_id, Item.next_look <= seconds(now), Item.hidden.is_(False)
            )
            return list(await session.scalars(due.order_by(Item.date.desc().nulls_last(), Item.id).limit(limit)))

    async def keep_fetched(
        self, item_id: int, fetched: Fetched, *, next_look: datetime | None, quotas: Quotas | None = None
    ) -> Literal["kept", "same", "gone"]:
        """Keep what was fetched for an item in place of what was there.

        "same" means that the bytes were these already, "gone" that the item was removed meanwhile. Raises QuotaError
        where its server would have more megabytes than it may.
        """
        packed = await asyncio.to_thread(pack, fetched.transcript)
        beside = None if fetched.chapters is None else await asyncio.to_thread(pack, fetched.chapters)
        async with self._transaction() as session:
            counter = await count_change(session)
            item = await session.get(Item, item_id)
            source = None if item is None else await session.get(Source, item.source_id)
            if item is None or source is None:
                return "gone"
            item.next_look, item.failures = None if next_look is None else seconds(next_look), 0
            item.addresses = fetched.addresses or item.addresses
            digests = (packed.digest, beside.digest if beside else None)
            if (item.transcript, item.chapters, item.ending) == (*digests, fetched.ending):
                return "same"
            await _replace_contents(session, item, packed, beside, fetched.ending)
            await _hold_to_quota(session, source.guild_id, quotas)
            source.changed = counter
            return "kept"

    async def look_again(self, item_id: int, next_look: datetime) -> None:
        """Note that an item's transcript has not changed, and when it is to be looked at again."""
        async with self._transaction() as session:
            same = update(Item).where(Item.id == item_id)
            await session.execute(same.values(next_look=seconds(next_look), failures=0))

    async def fail_item(self, item_id: int, reason: str, *, next_look: datetime | None, skipped: bool = False) -> None:
        """Note why an item's transcript could not be had, or is not wanted. What was fetched before serves on."""
        async with self._transaction() as session:
            item = await session.get(Item, item_id)
            if item is None:
                return
            item.next_look = None if next_look is None else seconds(next_look)
            item.failures += 1
            if item.transcript is None:
                item.state, item.reason = "skipped" if skipped else "failed", text_fitting(reason, 300)

    async def add_file(
        self, source_id: int, name: str, content: bytes, now: datetime, quotas: Quotas | None = None
    ) -> Item | None:
        """Keep an uploaded file, in place of one of that name; None where its source was removed meanwhile.

        Raises QuotaError where its server would have more episodes or megabytes than it may.
        """
        packed = await asyncio.to_thread(pack, content)
        async with self._transaction() as session:
            counter = await count_change(session)
            source = await session.get(Source, source_id)
            if source is None:
                return None
            item = await session.scalar(select(Item).where(Item.source_id == source_id, Item.key == key_of(name)))
            if item is None:
                item = new_item(source_id, key_of(name), now)
                session.add(item)
            path = PurePath(name)
            item.title, item.file_name = text_fitting(path.stem, 500), text_fitting(name, 255)
            await _replace_contents(session, item, packed, None, text_fitting(path.suffix.lower(), 16))
            await _hold_to_quota(session, source.guild_id, quotas)
            source.changed = counter
            return item


async def _replace_contents(
    session: AsyncSession, item: Item, transcript: Packed, chapters: Packed | None, ending: str
) -> None:
    """Give an item other contents, and drop those that it had where nobody else has them."""
    before = (item.transcript, item.chapters)
    item.transcript = await keep_content(session, transcript)
    item.chapters = None if chapters is None else await keep_content(session, chapters)
    item.ending, item.state, item.reason = ending, "kept", None
    await drop_unused(session, before)


async def _hold_to_quota(session: AsyncSession, guild_id: int, quotas: Quotas | None) -> None:
    """Raise QuotaError, which takes the transaction back, where a server now has more than it may."""
    await session.flush()
    if quotas is None:
        return
    if await count_bytes(session, guild_id) > quotas.megabytes * 1_000_000:
        raise QuotaError("megabytes", quotas.megabytes)
    if await count_episodes(session, guild_id) > quotas.episodes:
        raise QuotaError("episodes", quotas.episodes)
