"""Many servers that choose at the same moment."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.handlers.world import World, hurried, there, world
from tests.standin.clients import until
from tests.standin.deeds import Asked
from tests.standin.payloads import CHANNEL, EVERYTHING, GUILD

__all__ = ["hurried", "there", "world"]


pytestmark = pytest.mark.usefixtures("hurried")


async def start(world: World, guild_id: int) -> Asked:
    """Set it up in a server, at nine in London."""
    options: list[dict[str, Any]] = [
        {"name": "channel", "type": 7, "value": str(CHANNEL)},
        {"name": "time", "type": 3, "value": "09:00"},
        {"name": "timezone", "type": 3, "value": "Europe/London"},
    ]
    channel = {"id": str(CHANNEL), "type": 0, "name": "quotes", "permissions": EVERYTHING}
    data = {"id": "1", "name": "daily", "type": 1, "resolved": {"channels": {str(CHANNEL): channel}},
            "options": [{"name": "start", "type": 1, "options": options}]}  # fmt: skip
    return await world.discord.interact(2, data, guild_id=str(guild_id))


async def test_forty_that_begin_at_once_all_succeed(world: World) -> None:
    asked = await asyncio.gather(*(start(world, GUILD + number) for number in range(40)))
    await until(lambda: all(one.followups for one in asked), 30)
    assert all("The quote of the day is set up" in str(one.followups) for one in asked)
    assert all(one.answered_after is not None and one.answered_after < 3 for one in asked)
    servers = world.bot.servers
    assert all(await asyncio.gather(*(servers.server(GUILD + number) for number in range(40))))
