"""`/daily`: each server's quote of the day, for those who manage the server."""

from __future__ import annotations

from datetime import datetime

import discord
from discord import app_commands

from config.rows import PAUSED_AFTER
from config.schedule import DueDate
from config.state import DatabaseAwayError
from config.tables import Post, Server
from handlers.cards.daily.choices import Supply, status_card
from handlers.cards.daily.lacks import lacking_card
from handlers.cards.daily.posts_to_come import (
    forget_card,
    posted_card,
    preview_card,
    skipped_card,
    stopped_card,
    unsure_card,
)
from handlers.daily.base import entry_of, post_link, setting_of
from handlers.daily.companions import lacks_of
from handlers.daily.destination import CannotPostError
from handlers.daily.setup import Setup
from handlers.deadline import ACKNOWLEDGED, in_time
from handlers.refusals import BusyError, NotRunningError, UnavailableError
from handlers.replies import send
from handlers.requests import acknowledge_interaction
from handlers.texts import texts_for

LAST = 10
"""Past posts that `/daily status` shows."""


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
class Daily(
    Setup,
    group_name="daily",
    group_description="Post a quote every day: for those who manage this server",
):
    @app_commands.command()
    @app_commands.describe(forget="Delete what was chosen, what was posted and what was refused, too")
    async def stop(self, interaction: discord.Interaction, forget: bool = False) -> None:
        """Post no more quotes"""
        texts = texts_for(interaction)
        if forget:
            await in_time(self.chosen_by(interaction))
            await send(interaction, forget_card(texts), private=True)
            return

        async def stop() -> bool:
            return await self._servers.stop((await self.chosen_by(interaction)).guild_id)

        await acknowledge_interaction(interaction, thinking=True)
        running = await in_time(stop(), ACKNOWLEDGED)
        await send(interaction, stopped_card(running=running, texts=texts), private=True)

    @app_commands.command()
    async def status(self, interaction: discord.Interaction) -> None:
        """Show what is set up, the next post and the last ten"""

        async def look() -> tuple[Server, list[Post], datetime | None, Supply]:
            server = await self.chosen_by(interaction)
            posts = await self._servers.last_posts(server.guild_id, LAST, self._clock())
            return server, posts, await self.next_moment(server), await self.supply(server)

        server, posts, coming, supply = await in_time(look())
        state = "running" if server.active else "paused" if server.failures >= PAUSED_AFTER else "stopped"
        entries = [entry_of(interaction.client, post) for post in posts]
        lacks, _ = await lacks_of(interaction.client, server)
        setting, texts = setting_of(self._desk, server), texts_for(interaction)
        await send(interaction, status_card(setting, state, coming, supply, entries, lacks, texts), private=True)

    @app_commands.command()
    async def now(self, interaction: discord.Interaction) -> None:
        """Post a quote at once: today's, or another one if that was posted"""
        server = await in_time(self.chosen_by(interaction))
        await acknowledge_interaction(interaction, thinking=True)
        texts = texts_for(interaction)
        try:
            found = await self._posting.post_now(server, self._clock())
        except CannotPostError as error:
            await send(interaction, lacking_card(error.lack, texts), private=True)
            return
        except DatabaseAwayError as error:
            raise UnavailableError from error
        if found is None:
            raise BusyError
        post, lack = found
        if lack:
            card = lacking_card(lack, texts)
        elif post.message_id is None:
            card = unsure_card(again=post.day is not None, texts=texts)
        else:
            coming = await in_time(self.next_moment(server))
            link = post_link(interaction.client, post)
            card = posted_card(link, besides=post.day is None and server.active, coming=coming, texts=texts)
        await send(interaction, card, private=True)

    @app_commands.command()
    async def skip(self, interaction: discord.Interaction) -> None:
        """Leave out the next quote; twice leaves out two"""

        async def skip() -> tuple[DueDate, datetime | None]:
            server = await self.chosen_by(interaction)
            skipped = await self._servers.skip(server.guild_id, self._clock())
            if skipped is None:
                raise NotRunningError
            return skipped, await self.next_moment(server)

        await acknowledge_interaction(interaction, thinking=True)
        skipped, coming = await in_time(skip(), ACKNOWLEDGED)
        self._desk.meters.daily_posts.labels("skipped").inc()
        await send(
            interaction,
            skipped_card(skipped, coming, texts_for(interaction)),
            private=True,
        )

    @app_commands.command()
    async def preview(self, interaction: discord.Interaction) -> None:
        """Show the next seven quotes, and refuse those that you do not want"""
        server = await in_time(self.chosen_by(interaction))
        coming = await in_time(self._posting.coming(server, self._clock()))
        await send(interaction, preview_card(coming, texts_for(interaction)), private=True)
