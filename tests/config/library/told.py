"""Feeds, and items that they tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from config.library.rows import Fetched, ItemFacts
from config.library.sources import Sources
from config.library.tables import Item, Source

NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)


LATER = NOW + timedelta(minutes=30)


FEED = "https://example.org/feed.xml"


def episode(number: int, *, words: bool = True, title: str = "") -> ItemFacts:
    return ItemFacts(
        f"guid-{number}", title or f"Episode {number}", f"2026-01-{number:02}", addresses=str(number) if words else None
    )


async def feed(sources: Sources, guild_id: int = 1, address: str = FEED) -> Source:
    source, _ = await sources.add_feed(guild_id, address, 9, NOW)
    return source


async def fetched(sources: Sources, item: Item, words: bytes = b"Hello.") -> None:
    assert await sources.keep_fetched(item.id, Fetched(words, ".vtt"), next_look=LATER) == "kept"


async def states(sources: Sources, source: Source) -> list[tuple[str, str, str | None]]:
    return [(item.title, item.state, item.reason) for item in await sources.items(source.id)]
