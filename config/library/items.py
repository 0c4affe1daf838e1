"""Episodes of sources, as their feeds tell them and their servers hide them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from config.library.rows import (
    FULL,
    NEWEST_FIRST,
    ItemFacts,
    Quotas,
    count_change,
    count_episodes,
    drop_unused,
    items_of,
    key_of,
    tell_again,
    touch_source,
)
from config.library.tables import Item, Source
from config.queries import in_portions, seconds
from config.state import State


@dataclass(frozen=True, slots=True)
class Told:
    """The outcome of telling a feed's items: how many are new, how many of the known ones changed."""

    added: int
    changed: int


class KnownItem(NamedTuple):
    """The part of an item by which its feed's next telling of it is known again."""

    key: str
    title: str
    date: str | None
    enclosure: str | None
    addresses: str | None


class Items(State):
    async def items(self, source_id: int) -> list[Item]:
        """All items of a source, hidden ones too, the newest first."""
        async with self._reading() as session:
            of_source = select(Item).where(Item.source_id == source_id)
            return list(await session.scalars(of_source.order_by(*NEWEST_FIRST)))

    async def known_items(self, source_id: int) -> list[KnownItem]:
        """All items of a source, as their feed told them."""
        columns = (Item.key, Item.title, Item.date, Item.enclosure, Item.addresses)
        async with self._reading() as session:
            rows = await session.execute(select(*columns).where(Item.source_id == source_id))
            return [KnownItem(*row) for row in rows]

    async def item(self, item_id: int) -> Item | None:
        async with self._reading() as session:
            return await session.get(Item, item_id)

    async def count_items(self, source_ids: Sequence[int]) -> dict[int, dict[str, int]]:
        """The number of items of each source in each state; hidden ones count as "hidden"."""
        found: dict[int, dict[str, int]] = {source_id: {} for source_id in source_ids}
        async with self._reading() as session:
            counted = select(Item.source_id, Item.hidden, Item.state, func.count(Item.id))
            counted = counted.where(Item.source_id.in_(source_ids)).group_by(Item.source_id, Item.hidden, Item.state)
            for source_id, hidden, state, count in (await session.execute(counted)).all():
                name = "hidden" if hidden else state
                found[source_id][name] = found[source_id].get(name, 0) + count
        return found

    async def tell_items(
        self, source_id: int, told: Sequence[ItemFacts], now: datetime, quotas: Quotas | None = None
    ) -> Told:
        """Write what a feed tells of its items; those that it does not tell any more stay as they are.

        A new item with addresses is "waiting" and due to be fetched at once, one without is "wordless". Where a server
        has as many episodes as `quotas` let it, the items after that are "skipped" with the reason FULL, until there is
        room. An item whose addresses changed is due at once.
        """
        async with self._transaction() as session:
            counter = await count_change(session)
            source = await session.get(Source, source_id)
            if source is None:
                return Told(0, 0)
            room = None if quotas is None else quotas.episodes - await count_episodes(session, source.guild_id)
            known = await _items_by_key(session, source_id, [key_of(facts.key) for facts in told])
            added = changed = 0
            for facts in told:
                item, is_new = known.get(key_of(facts.key)), key_of(facts.key) not in known
                if item is None:
                    item = known[key_of(facts.key)] = new_item(source_id, key_of(facts.key), now)
                    session.add(item)
                moved = is_new or facts.addresses != item.addresses
                is_changed = tell_again(item, facts) and not is_new
                added, changed = added + is_new, changed + is_changed
                room = _await_transcript(item, now, room, moved=moved)
            if added or changed:
                source.changed = counter
            return Told(added, changed)

    async def remove_item(self, guild_id: int, item_id: int) -> bool:
        """Delete an uploaded episode of a server. False if there is none such; a feed's would come back: hide it."""
        async with self._transaction() as session:
            await count_change(session)
            uploaded = items_of(guild_id).where(Item.id == item_id, Source.kind == "upload")
            item: Item | None = await session.scalar(uploaded)
            if item is None:
                return False
            await session.delete(item)
            await drop_unused(session, [item.transcript, item.chapters])
            await touch_source(session, item.source_id)
            return True

    async def hide_item(self, guild_id: int, item_id: int, *, hidden: bool) -> bool:
        """Take an episode of a server out of every answer, or back. False if there is none such."""
        async with self._transaction() as session:
            item: Item | None = await session.scalar(items_of(guild_id).where(Item.id == item_id))
            if item is None:
                return False
            item.hidden = hidden
            await touch_source(session, item.source_id)
            return True


async def _items_by_key(session: AsyncSession, source_id: int, keys: Sequence[str]) -> dict[str, Item]:
    """Those of a source's items that have one of the keys."""
    found: dict[str, Item] = {}
    for some in in_portions(keys):
        items = await session.scalars(select(Item).where(Item.source_id == source_id, Item.key.in_(some)))
        found.update((item.key, item) for item in items)
    return found


def new_item(source_id: int, key: str, now: datetime) -> Item:
    """An item of which nothing is known but its key."""
    return Item(
        source_id=source_id, key=key, title="", hidden=False, state="wordless", failures=0, added_at=seconds(now)
    )


def _await_transcript(item: Item, now: datetime, room: int | None, *, moved: bool) -> int | None:
    """Set an item's state by what its feed tells; returns how many more episodes there is room for."""
    if item.transcript is not None or item.state == "waiting":
        if moved and item.addresses is not None:
            item.next_look = seconds(now)
        return room
    if item.addresses is None:
        item.state, item.reason, item.next_look = "wordless", None, None
        return room
    if not moved and not (item.state == "skipped" and item.reason == FULL):
        return room
    if room is not None and room <= 0:
        item.state, item.reason, item.next_look = "skipped", FULL, None
        return room
    item.state, item.reason, item.next_look = "waiting", None, seconds(now)
    return None if room is None else room - 1
