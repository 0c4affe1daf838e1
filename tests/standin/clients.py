"""Clients at a stand-in, and waiting for what they do."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import discord

from tests.conftest import PATIENCE
from tests.standin.payloads import GUILD
from tests.standin.server import StandIn

Client = TypeVar("Client", bound=discord.Client)


async def until(holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Wait until that holds."""
    async with asyncio.timeout(seconds):
        for _ in itertools.repeat(None):
            if holds():
                return
            await asyncio.sleep(0.01)


async def read_library(there: StandIn) -> None:
    """Wait until the bot answers from its transcript; it answers before all is read."""
    async with asyncio.timeout(PATIENCE):
        said = ""
        while "Dylan Patel" not in said:
            asked = await there.slash("at", time="31:39")
            await asyncio.wait_for(asked.done.wait(), PATIENCE)
            said = str(asked.answer)


@asynccontextmanager
async def connected(client: Client, base: str) -> AsyncIterator[Client]:
    """The client, at work at that stand-in until the end."""
    route, client_base = discord.http.Route, discord.http.Route.BASE
    route.BASE = base
    running = asyncio.create_task(client.start("a.token.x"))
    try:
        await until(lambda: running.done() or client.get_guild(GUILD) is not None)
        if running.done():
            running.result()
        yield client
    finally:
        await client.close()
        await asyncio.gather(running, return_exceptions=True)
        route.BASE = client_base
