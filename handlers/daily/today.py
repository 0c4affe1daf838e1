"""`/today`: when and where the quote of the day comes, and today's, for every member."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

import discord
from discord import app_commands
from discord.ext import commands

from config.rows import schedule_of
from config.servers import Servers
from config.tables import Post, Server
from handlers.cards.daily.posts_to_come import today_card
from handlers.cards.layout import Frame
from handlers.daily.base import chosen_in, post_link, setting_of
from handlers.daily.passages import Passages, passage_of
from handlers.deadline import in_time
from handlers.library.desk import Desk
from handlers.refusals import ChangedError, GoneError
from handlers.replies import send
from handlers.texts import texts_for

LOOKED_AT = 5
"""The last rows of the ledger, among which today's post is."""


class Today(commands.Cog):
    def __init__(self, desk: Desk, servers: Servers, passages: Passages, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._servers = servers
        self._passages = passages
        self._clock = clock

    @app_commands.command()
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def today(self, interaction: discord.Interaction) -> None:
        """Show today's quote of the day, and when the next one comes"""

        async def look() -> tuple[Server, Post | None, datetime | None]:
            server = await chosen_in(self._servers, interaction)
            coming = await self._servers.upcoming(server, self._clock(), 1)
            return server, await self._post_of_today(server), coming[0] if coming else None

        server, post, coming = await in_time(look())
        link = post_link(interaction.client, post) if post else None
        card = today_card(
            setting_of(self._desk, server), coming, await self._frame_of(post), link, texts_for(interaction)
        )
        await send(interaction, card, private=True)

    async def _post_of_today(self, server: Server) -> Post | None:
        now = self._clock()
        today = schedule_of(server).day_at(now)
        rows = await self._servers.last_posts(server.guild_id, LOOKED_AT, now)
        return next((row for row in rows if row.day == today and row.status == "posted"), None)

    async def _frame_of(self, post: Post | None) -> Frame | None:
        """The passage of a post; None where there is none, or its episode has left."""
        if post is not None:
            with suppress(GoneError, ChangedError):
                return await self._passages.frame(post.guild_id, passage_of(post), None)
        return None
