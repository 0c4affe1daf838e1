"""Checks of the bot on Discord: its token, its intents, its commands, and what it may do where it posts daily."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from random import Random

import aiohttp
import discord

from bot.client import Pullquote
from bot.command_sync import Syncing
from bot.doctor.finding import Finding, fault, note, ok
from bot.start_errors import FATAL, mend_of
from config.queries import Shards
from config.servers import Servers
from config.tables import Server
from handlers.daily.destination import CannotPostError, Lack, NotHereError, find_destination, lack_in, may_look
from transcript.library import Library

READY_SECONDS = 60.0
"""Seconds for the gateway to tell of all servers."""


LACKS: dict[Lack, str] = {
    "gone": "the channel is gone; choose another with /daily start",
    "see": "the bot may not see the channel; give it View Channel there",
    "send": "the bot may not write in the channel; give it Send Messages there",
    "threads": "the bot may not write in the thread; give it Send Messages in Threads, or unlock it",
    "tag": "the forum asks for a tag that the bot may use; add one that is not for moderators alone",
}


class Unanswering(Pullquote):
    """A client with the bot's commands that answers nobody: it neither updates Discord's list of commands nor posts."""

    async def setup_hook(self) -> None:
        await self.add_handlers()


async def examine_discord(token: str, library: Library, servers: Servers, shards: Shards) -> AsyncIterator[Finding]:
    """The findings on Discord's side; where it does not let the bot in, that is the last."""
    client = Unanswering(library, servers, rng=Random(0))  # noqa: S311 - nothing is chosen with it
    async with client:
        try:
            await client.login(token)
        except FATAL as error:
            yield fault("token", mend_of(error))
            return
        yield ok("token", f"it is that of {client.user}")
        yield _examine_intents(client)
        yield await _examine_commands(client, servers)
    async for finding in _examine_channels(token, await servers.posting(shards)):
        yield finding


def _examine_intents(client: Pullquote) -> Finding:
    flags = client.application.flags if client.application else discord.ApplicationFlags()
    given = [name for name, value in flags if value and name.startswith(("gateway_message", "gateway_guild_members",
                                                                         "gateway_presence"))]  # fmt: skip
    if given:
        names = ", ".join(name.removeprefix("gateway_") for name in given)
        return note("intents", f"none that is privileged is needed; {names} may be turned off on the page Bot")
    return ok("intents", "guilds; none that is privileged is needed")


async def _examine_commands(client: Pullquote, servers: Servers) -> Finding:
    try:
        known = await client.tree.fetch_commands()
    except (discord.HTTPException, aiohttp.ClientError) as error:
        return fault("commands", f"Discord does not tell them ({type(error).__name__}); try again")
    if await Syncing(client.tree, servers, None).has_changed({command.name for command in known}):
        return note("commands", "Discord has others than this version; the next start brings them up to date")
    return ok("commands", f"{len(known)} are up to date")


async def _examine_channels(token: str, posting: list[Server]) -> AsyncIterator[Finding]:
    if not posting:
        yield ok("daily posts", "no server has any")
        return
    # A client without commands: the process that answers is not disturbed.
    client = discord.AutoShardedClient(intents=discord.Intents(guilds=True))
    running = asyncio.create_task(client.start(token))
    try:
        await asyncio.wait({running, asyncio.create_task(client.wait_until_ready())}, timeout=READY_SECONDS,
                           return_when=asyncio.FIRST_COMPLETED)  # fmt: skip
        if not client.is_ready():
            yield fault("daily posts", "Discord's gateway does not let the bot in; try again in a minute")
            return
        for server in posting:
            yield await _examine_channel(client, server)
    finally:
        await client.close()
        await asyncio.gather(running, return_exceptions=True)


async def _examine_channel(client: discord.Client, server: Server) -> Finding:
    about = f"daily posts of server {server.guild_id}"
    try:
        channel = await find_destination(client, server.guild_id, server.channel_id)
        lack = lack_in(channel)
    except NotHereError:
        return note(about, "the bot is not in that server any more; it is forgotten after 30 days")
    except CannotPostError as error:
        lack = error.lack
    if lack is not None:
        return fault(about, LACKS.get(lack, lack))
    if not may_look(channel):
        return note(about, "the bot may not read the channel's history, by which it finds a post again; allow it")
    return ok(about, f"it may post in #{channel.name}")
