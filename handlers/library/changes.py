"""Looks at a server's library in the database, and changes of it, as its commands ask for them."""

from __future__ import annotations

from datetime import datetime, timedelta

from config.library.rows import Usage
from config.library.sources import Sources
from config.library.tables import Item, Source
from config.queries import seconds
from handlers.cards.library import Entry
from handlers.library.choices import named_episode, named_source
from handlers.library.refusals import NoFeedsError, OfFeedError

BETWEEN_REFRESHES = timedelta(minutes=5)
"""Others' servers are asked for all that they have of a show: not at every press of a key."""


LISTED = 10
"""Episodes of a source that are listed."""


async def look_at_all(sources: Sources, guild_id: int) -> tuple[list[Entry], Usage, bool]:
    """All sources of a server, how much it has, and whether the operator's episodes answer there."""
    own = await sources.sources(guild_id)
    counts = await sources.count_items([source.id for source in own])
    library = await sources.library_of(guild_id)
    return [Entry(source, counts[source.id]) for source in own], await sources.usage(guild_id), library.shared


async def look_at_source(sources: Sources, guild_id: int, typed: str) -> tuple[Entry, list[Item], list[Item]]:
    """One source of a server, its newest episodes, and those that could not be had. Raises UnknownSourceError."""
    source = named_source(await sources.sources(guild_id), typed)
    counts = await sources.count_items([source.id])
    ready = await sources.items_in(source.id, ("ready", "kept"), LISTED)
    failed = await sources.items_in(source.id, ("failed",), LISTED)
    return Entry(source, counts[source.id]), ready, failed


async def remove_source(sources: Sources, guild_id: int, typed: str) -> Source | Item:
    """Remove a source with all that it has. Raises UnknownSourceError."""
    source = named_source(await sources.sources(guild_id), typed)
    await sources.remove_source(guild_id, source.id)
    return source


async def remove_episode(sources: Sources, guild_id: int, typed: str) -> Source | Item:
    """Remove an uploaded episode. Raises UnknownItemError, and OfFeedError for one of a feed."""
    item = await named_episode(sources, guild_id, typed)
    if not await sources.remove_item(guild_id, item.id):
        raise OfFeedError(item.title)
    return item


async def turn_hidden(sources: Sources, guild_id: int, typed: str) -> tuple[Item, bool]:
    """Hide an episode, or bring it back; with whether it is hidden now. Raises UnknownItemError."""
    item = await named_episode(sources, guild_id, typed)
    await sources.hide_item(guild_id, item.id, hidden=not item.hidden)
    return item, not item.hidden


async def refresh_feeds(sources: Sources, guild_id: int, now: datetime) -> tuple[list[Source], int | None]:
    """The feeds that are looked at now; or when that may be asked for again, where they were just looked at.

    Raises NoFeedsError.
    """
    feeds = [source for source in await sources.sources(guild_id) if source.kind == "feed"]
    if not feeds:
        raise NoFeedsError
    lately = max(source.looked_at or 0 for source in feeds) + int(BETWEEN_REFRESHES.total_seconds())
    if lately > seconds(now) and not any(source.error for source in feeds):
        return feeds, lately
    await sources.refresh(guild_id, now)
    return feeds, None
