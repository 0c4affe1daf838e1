"""Companions of a daily post, where a server chose them: a mention of a role, a thread, a pin, and its publication."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress

import discord

from config.tables import Server
from handlers.daily.destination import (
    CannotPostError,
    Destination,
    Lack,
    NotHereError,
    find_destination,
    lack_in,
    may_look,
)

log = logging.getLogger(__name__)


DONE_ALREADY = (160004, 40033)
"""Discord's codes for a message that has its thread, and for one that is published."""


def lacks_of_companions(channel: Destination, server: Server) -> Iterator[Lack]:
    """The permissions that are lacking for a post's companions."""
    may = channel.permissions_for(channel.guild.me)
    if server.role_id:
        role = channel.guild.get_role(server.role_id)
        if role is None:
            yield "role"
        elif not (role.mentionable or may.mention_everyone):
            yield "mention"
    if not isinstance(channel, discord.TextChannel):
        if server.thread or server.pin:
            yield "elsewhere"
    else:
        if server.thread and not may.create_public_threads:
            yield "open"
        if server.pin and not (may.pin_messages or may.manage_messages):
            yield "pin"
    if server.publish and not (isinstance(channel, discord.TextChannel) and channel.is_news()):
        yield "publish"


async def lacks_of(client: discord.Client, server: Server) -> tuple[list[Lack], bool]:
    """All that is lacking in a server's channel, and True if a post could not be found again."""
    try:
        channel = await find_destination(client, server.guild_id, server.channel_id)
    except CannotPostError as error:
        return [error.lack], False
    except NotHereError:
        return ["see"], False
    except (discord.HTTPException, OSError):  # it cannot be known at the moment
        return [], False
    lack = lack_in(channel)
    return [*([lack] if lack else []), *lacks_of_companions(channel, server)], not may_look(channel)


async def add_companions(
    client: discord.Client, server: Server, message_id: int, title: str, last_message_id: int | None
) -> None:
    """Open the thread, pin and publish, each if it is chosen and possible. What was done before stays as it is.

    `last_message_id` is the message of the post before, which is not pinned any more.
    """
    channel = await find_destination(client, server.guild_id, server.channel_id)
    if not isinstance(channel, discord.TextChannel):
        return
    message = channel.get_partial_message(message_id)
    if server.thread:
        await _try_to(lambda: message.create_thread(name=title), "thread", server)
    if server.pin:
        await _try_to(message.pin, "pin", server)
        if last_message_id is not None:
            with suppress(discord.HTTPException):  # it is gone, or was unpinned
                await channel.get_partial_message(last_message_id).unpin()
    if server.publish and channel.is_news():
        await _try_to(message.publish, "publish", server)


async def _try_to(do: Callable[[], Awaitable[object]], name: str, server: Server) -> None:
    """Do it; a refusal leaves the post as it is, and `/daily status` says what is lacking."""
    try:
        await do()
    except discord.HTTPException as error:
        if error.code not in DONE_ALREADY:
            refused = {"event": "companion_refused", "server": server.guild_id, "what": name, "status": error.status}
            log.warning("server %(server)d: %(what)s of a daily post was refused: %(status)d", refused)
