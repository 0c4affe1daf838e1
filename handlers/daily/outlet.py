"""Sends daily posts, finds them again and changes them, and tells owners what stands in the way."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

import discord

from config.tables import Post, Server
from handlers.cards.layout import Card
from handlers.daily.companions import add_companions
from handlers.daily.destination import CannotPostError, find_destination, lack_in, may_look, usable_tags
from handlers.once import CannotLookError, is_marked
from handlers.replies import view_of
from handlers.requests import counting_requests

log = logging.getLogger(__name__)


BACK = timedelta(minutes=2)
"""The time before a post's first try from which it is looked for, as clocks differ."""


UNKNOWN_CHANNEL = 10003
"""Discord's code for a channel that is gone."""


MOST_READ = 1000
"""Messages of a channel that are looked through."""


MOST_THREADS = 50
"""Posts of a forum that are looked through."""


class Outlet:
    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def send(self, post: Post, card: Card, title: str, role_id: int | None) -> int:
        """Post the card; the message's id. `title` is a forum post's, `role_id` the one role that may be mentioned.

        Discord sends back the message that it has where one with the same nonce came a few minutes ago.
        """
        channel = await find_destination(self._client, post.guild_id, post.channel_id)
        if lack := lack_in(channel):
            raise CannotPostError(lack)
        role: list[discord.abc.Snowflake] | bool = [discord.Object(role_id)] if role_id else False
        mentions = discord.AllowedMentions(everyone=False, users=False, roles=role, replied_user=False)
        try:
            if isinstance(channel, discord.ForumChannel):
                tags = usable_tags(channel)[:1] if channel.flags.require_tag else []
                with counting_requests(most=1):  # there is no nonce by which Discord would know it again
                    made = await channel.create_thread(
                        name=title, view=view_of(card), applied_tags=tags, allowed_mentions=mentions
                    )
                return made.thread.id  # which is that of its first message, too
            return (await channel.send(view=view_of(card), nonce=f"daily-{post.id}", allowed_mentions=mentions)).id
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

    async def accompany(self, server: Server, message_id: int, title: str, last_message_id: int | None) -> None:
        """Add what a server wants with its posts."""
        await add_companions(self._client, server, message_id, title, last_message_id)

    async def edit(self, post: Post, card: Card) -> None:
        """Show that card in the place of a post. A forum's post is the first message of its thread."""
        channel = await find_destination(self._client, post.guild_id, post.channel_id)
        message_id = post.message_id or 0
        if isinstance(channel, discord.ForumChannel):
            where = self._client.get_partial_messageable(message_id, guild_id=post.guild_id)
            await where.get_partial_message(message_id).edit(view=view_of(card))
        else:
            await channel.get_partial_message(message_id).edit(view=view_of(card))

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
