"""The destinations of daily posts: a channel, a thread or a forum of a server, or the private messages of its owner."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import discord

Destination: TypeAlias = discord.TextChannel | discord.ForumChannel | discord.Thread


Lack = Literal[
    "gone", "see", "send", "threads", "tag", "refused", "nothing", "unpunctuated",
    "role", "mention", "open", "pin", "publish", "elsewhere",
]  # fmt: skip
"""Why nothing can be posted: no such channel, no permission to see it, to send, to send in threads, no tag that a forum
asks for, Discord's refusal for another cause, no passage to quote. The last ones only keep a post from having what a
server wants with it: the role is gone or may not be mentioned, no permission to open threads or to pin, no announcement
channel, no channel with threads and pins."""


class CannotPostError(Exception):
    def __init__(self, lack: Lack) -> None:
        super().__init__(lack)
        self.lack = lack


class NotHereError(OSError):
    """The server is not known to this process at the moment."""


def lack_in(channel: Destination) -> Lack | None:
    """The obstacle to posting in a channel; None if there is none."""
    may = channel.permissions_for(channel.guild.me)
    if not may.view_channel:
        return "see"
    if isinstance(channel, discord.Thread):
        closed = channel.locked and not may.manage_threads
        return None if may.send_messages_in_threads and not closed else "threads"
    if not may.send_messages:
        return "send"
    if isinstance(channel, discord.ForumChannel) and channel.flags.require_tag and not usable_tags(channel):
        return "tag"
    return None


def may_look(channel: Destination) -> bool:
    """True if the bot can find a post of its own again."""
    may = channel.permissions_for(channel.guild.me)
    return may.view_channel and may.read_message_history


async def find_destination(client: discord.Client, guild_id: int, channel_id: int) -> Destination:
    """The channel, or CannotPostError; NotHereError where the server itself is not there."""
    guild = client.get_guild(guild_id)
    if guild is None or guild.unavailable:
        raise NotHereError(f"server {guild_id}")
    channel: Any = guild.get_channel_or_thread(channel_id)
    if channel is None:  # an archived thread is not remembered
        try:
            channel = await client.fetch_channel(channel_id)
        except discord.NotFound as error:
            raise CannotPostError("gone") from error
        except discord.Forbidden as error:
            raise CannotPostError("see") from error
        except discord.InvalidData as error:
            raise CannotPostError("gone") from error
    if not isinstance(channel, Destination) or channel.guild.id != guild_id:
        raise CannotPostError("gone")
    if isinstance(channel, discord.Thread) and channel.parent is None:
        raise CannotPostError("see")
    return channel


def usable_tags(forum: discord.ForumChannel) -> list[discord.ForumTag]:
    """The tags that the bot can use."""
    return [tag for tag in forum.available_tags if not tag.moderated]
