"""The base that the commands of a server's quote of the day share: its choices, and how they are shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from random import Random

import discord
from discord.ext import commands

from config.rows import schedule_of
from config.servers import Servers
from config.tables import Post, Server
from config.timezones import zone_label
from handlers.cards.daily.choices import Entry, Setting, Supply
from handlers.daily.episode_names import slug_of
from handlers.daily.posts import Posting
from handlers.library.desk import Desk
from handlers.refusals import NotManagerError, NotSetUpError
from handlers.rights import assert_may_manage

SWITCHES = ("explicit", "thread", "pin", "publish")
"""Choices that are off until somebody turns them on."""


class DailyCog(commands.GroupCog):
    def __init__(
        self, desk: Desk, servers: Servers, posting: Posting, rng: Random, clock: Callable[[], datetime]
    ) -> None:
        self._desk = desk
        self._servers = servers
        self._posting = posting
        self._rng = rng
        self._clock = clock

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        if interaction.type is not discord.InteractionType.autocomplete:
            assert_may_manage(interaction, NotManagerError)
        return True

    async def chosen_by(self, interaction: discord.Interaction) -> Server:
        """The choices of the server where it is asked."""
        return await chosen_in(self._servers, interaction)

    async def next_moment(self, server: Server) -> datetime | None:
        """The moment of the next post; None where none is to come."""
        found = await self._servers.upcoming(server, self._clock(), 1)
        return found[0] if found else None

    async def supply(self, server: Server) -> Supply:
        """The quotes that are left, and until when they last."""
        left = await self._posting.left(server)
        coming = await self._servers.upcoming(server, self._clock(), left)
        return Supply(left, coming[-1] if coming else None)


async def chosen_in(servers: Servers, interaction: discord.Interaction) -> Server:
    """The choices of the server where it is asked, or NotSetUpError."""
    server = await servers.server(interaction.guild_id or 0)
    if server is None:
        raise NotSetUpError
    return server


def setting_of(desk: Desk, server: Server) -> Setting:
    """A server's choices as they are shown."""
    schedule = schedule_of(server)
    library = desk.answers_in(server.guild_id).library
    slug = slug_of(library, server.episode) if server.episode else None
    episode = library.episode(slug) if slug else None
    title = episode.title if episode else slug and slug.partition("#")[0]
    also = [name for name in SWITCHES if getattr(server, name)]
    zone = zone_label(schedule.timezone)
    return Setting(server.channel_id, schedule.minute, zone, schedule.days, server.speaker, title, server.role_id, also)


def entry_of(client: discord.Client, post: Post) -> Entry:
    return Entry(post.due_at, post.status, post.reason, post_link(client, post) if post.message_id else None)


def post_link(client: discord.Client, post: Post) -> str:
    """The address of a post; a forum's posts are channels of their own."""
    in_forum = isinstance(client.get_channel(post.channel_id), discord.ForumChannel)
    channel = post.message_id if in_forum else post.channel_id
    return f"https://discord.com/channels/{post.guild_id}/{channel}/{post.message_id}"
