"""A server that posts at nine, UTC, for tests of the ledger."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from config.history import Place
from config.queries import moment
from config.rows import Passage, day_bits
from config.schedule import EVERY_DAY
from config.servers import Servers
from config.tables import Server

EIGHT = datetime(2026, 1, 1, 8, tzinfo=UTC)


NINE = EIGHT + timedelta(hours=1)


DAY = timedelta(days=1)


def chosen(guild_id: int = 1, **other: Any) -> Server:
    values: dict[str, Any] = {
        "guild_id": guild_id,
        "channel_id": 10,
        "owner_id": 20,
        "minute": 9 * 60,
        "timezone": "UTC",
        "days": day_bits(EVERY_DAY),
        "speaker": None,
        "episode": None,
        "language": "en",
        "seed": 7,
    }
    return Server(**values | other)


def passage(number: int) -> Passage:
    return Passage("bridges", number, 0, 80, "en")


def place(number: int) -> Place:
    return Place("bridges", number, 0, "en")


async def post(servers: Servers, now: datetime, number: int, guild_id: int = 1) -> str:
    """A visit's steps, as posting takes them; what became of it."""
    found = await servers.visit(guild_id, now)
    if found is None:
        return "not due"
    server, under_way = found
    if under_way is None:
        under_way = await servers.claim(server, passage(number), now)
    elif not await servers.again(server, now):
        return "another process has it"
    if under_way is None:
        return "another process has it"
    await servers.mark(under_way, "posted", now, message_id=1000 + number)
    return "posted"


async def next_at(servers: Servers, guild_id: int = 1) -> datetime | None:
    server = await servers.server(guild_id)
    assert server is not None
    return None if server.next_at is None else moment(server.next_at)
