"""The destinations of daily posts: a channel, a thread or a forum of a server, or the private messages of its owner."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, TypeAlias

import discord

from config.tables import Post, Server
from handlers.cards.layout import Card
from handlers.once import CannotLookError, is_marked
from handlers.replies import view_of
from handlers.requests import counting_requests

log = logging.getLogger(__name__)


Destination: TypeAlias = discord.TextChannel | discord.ForumChannel | discord.Thread


Lack = Literal["gone", "see", "send", "threads", "tag", "refused", "nothing", "unpunctuated"]
"""Why nothing can be posted: no such channel, no permission to see it, to send, to send in threads, no tag that a forum
asks for, Discord's refusal for another cause, no passage to quote."""


BACK = timedelta(minutes=2)
"""The time before a post's first try from which it is looked for, as clocks differ."""


UNKNOWN_CHANNEL = 10003
"""Discord's code for a channel that is gone."""


MOST_READ = 1000
"""Messages of a channel that are looked through."""


MOST_THREADS = 50
"""Posts of a forum that are looked through."""


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
    if isinstance(channel, discord.ForumChannel) and channel.flags.require_tag and not _usable_tags(channel):
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


class Outlet:
    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def send(self, post: Post, card: Card, title: str) -> int:
        """Post the card; the message's id. `title` is a forum post's.

        Discord sends back the message that it has where one with the same nonce came a few minutes ago.
        """
        channel = await find_destination(self._client, post.guild_id, post.channel_id)
        if lack := lack_in(channel):
            raise CannotPostError(lack)
        try:
            if isinstance(channel, discord.ForumChannel):
                tags = _usable_tags(channel)[:1] if channel.flags.require_tag else []
                with counting_requests(most=1):  # there is no nonce by which Discord would know it again
                    made = await channel.create_thread(name=title, view=view_of(card), applied_tags=tags)
                return made.thread.id  # which is that of its first message, too
            return (await channel.send(view=view_of(card), nonce=f"daily-{post.id}")).id
        except discord.NotFound as error:
            if error.code != UNKNOWN_CHANNEL:  # its message was there, and somebody deleted it
                raise CannotLookError from error
            raise CannotPostError("gone") from error
        except discord.Forbidden as error:
            raise CannotPostError("send") from error
        except discord.HTTPException as error:
            if error.status < 500 and error.status != 429:  # it would be the same at every try
                told = {"event": "daily_refused", "status": error.status, "code": error.code}
                log.warning("a daily post was refused: status %(status)d, code %(code)d", told)
                raise CannotPostError("refused") from error
            raise

    async def find(self, post: Post, mark: str) -> int | None:
        """The message of a post that was tried before, by the mark with which a button's id begins; None if none is.

        Raises CannotLookError where the channel cannot be read.
        """
        channel = await find_destination(self._client, post.guild_id, post.channel_id)
        if not may_look(channel):
            raise CannotLookError
        since = datetime.fromtimestamp(post.tried_at or post.due_at, UTC) - BACK
        try:
            if isinstance(channel, discord.ForumChannel):
                return await _find_thread(channel, since, mark)
            number = 0
            async for message in channel.history(after=since, limit=MOST_READ, oldest_first=True):
                number += 1
                if is_marked(message, mark):
                    return message.id
        except (discord.Forbidden, discord.NotFound) as error:
            raise CannotLookError from error
        if number == MOST_READ:
            raise CannotLookError
        return None

    def needs_a_look(self, post: Post) -> bool:
        """True if a second try could post twice at any time: a forum knows no nonce."""
        guild = self._client.get_guild(post.guild_id)
        channel = guild.get_channel(post.channel_id) if guild else None
        return channel is None or isinstance(channel, discord.ForumChannel)

    def name(self, guild_id: int) -> str:
        """The server's name."""
        guild = self._client.get_guild(guild_id)
        return guild.name if guild else str(guild_id)

    async def tell(self, server: Server, card: Card) -> bool:
        """Tell whoever set it up, privately; else the server's owner; else in its channel for notices, if any."""
        guild = self._client.get_guild(server.guild_id)
        people = dict.fromkeys((server.owner_id, guild.owner_id if guild else None))
        for user_id in filter(None, people):
            try:
                user = self._client.get_user(user_id) or await self._client.fetch_user(user_id)
                await user.send(view=view_of(card))
            except (discord.Forbidden, discord.NotFound):  # they take no messages from it, or are gone
                continue
            return True
        channel = guild.system_channel if guild else None
        if channel is None or lack_in(channel):
            return False
        await channel.send(view=view_of(card))
        return True


async def _find_thread(forum: discord.ForumChannel, since: datetime, mark: str) -> int | None:
    me = forum.guild.me.id
    threads = list(forum.threads)
    threads += [one async for one in forum.archived_threads(limit=MOST_THREADS)]
    for thread in threads:
        if thread.owner_id == me and discord.utils.snowflake_time(thread.id) >= since:
            async for message in thread.history(limit=1, oldest_first=True):
                if is_marked(message, mark):
                    return thread.id
    return None


def _usable_tags(forum: discord.ForumChannel) -> list[discord.ForumTag]:
    """The tags that the bot can use."""
    return [tag for tag in forum.available_tags if not tag.moderated]
