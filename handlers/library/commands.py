"""`/library`: a server's own episodes, for those who manage the server."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from discord.ext import commands

from config.library.rows import QuotaError, Quotas
from config.library.sources import Sources
from config.library.tables import LONGEST_ADDRESS
from handlers.cards.follow import announcing_card
from handlers.cards.library import (
    hidden_card,
    listing_card,
    refreshed_lately_card,
    removed_card,
    shared_card,
    source_card,
)
from handlers.cards.markdown import visible
from handlers.deadline import ACKNOWLEDGED, in_time
from handlers.follow.announcements import Announcements
from handlers.follow.messages import Telling
from handlers.library.archive import send_archive
from handlers.library.changes import (
    look_at_all,
    look_at_source,
    refresh_feeds,
    remove_episode,
    remove_source,
    turn_hidden,
)
from handlers.library.choices import episode_choices, source_choices
from handlers.library.files import FilesForm
from handlers.library.progress import Following
from handlers.library.refusals import BadFeedAddressError, NoNameError, NoRoomError, NotLibraryManagerError
from handlers.replies import send
from handlers.requests import acknowledge_interaction
from handlers.rights import assert_may_manage
from handlers.texts import texts_for
from transcript.feeds import feed_address


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
class LibraryCommands(
    commands.GroupCog,
    group_name="library",
    group_description="This server's own episodes: for those who manage this server",
):
    def __init__(
        self,
        sources: Sources,
        quotas: Quotas,
        telling: Telling,
        announcements: Announcements,
        clock: Callable[[], datetime],
    ) -> None:
        self._telling = telling
        self._announcements = announcements
        self._sources = sources
        self._quotas = quotas
        self._clock = clock
        self._following = Following(sources, quotas)

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        if interaction.type is not discord.InteractionType.autocomplete:
            assert_may_manage(interaction, NotLibraryManagerError)
        return True

    async def cog_unload(self) -> None:
        await self._following.stop()

    @app_commands.command()
    @app_commands.describe(
        feed="The address of a podcast's feed; leave it out to upload transcript files",
        show="What people call the show; left out, a feed's own name, or this server's for files",
    )
    async def add(
        self,
        interaction: discord.Interaction,
        feed: Range[str, 1, 500] | None = None,
        show: Range[str, 1, 100] | None = None,
    ) -> None:
        """Add a podcast's feed, or transcript files, for this server alone"""
        if feed is None:
            form = FilesForm(self._sources, self._quotas, self._following, self._clock, show, texts_for(interaction))
            await interaction.response.send_modal(form)
            return
        address = feed_address(feed)
        if address is None or len(address) > LONGEST_ADDRESS:
            raise BadFeedAddressError(feed)
        await acknowledge_interaction(interaction, thinking=True)
        now, guild_id = self._clock(), interaction.guild_id or 0
        adding = self._sources.add_feed(
            guild_id, address, interaction.user.id, now, self._quotas, called=visible(show or "") or None
        )
        try:
            source, _ = await in_time(adding, ACKNOWLEDGED)
        except QuotaError as error:
            raise NoRoomError(error.what, error.most) from error
        await self._following.begin(interaction, [source])

    @app_commands.command(name="list")
    @app_commands.describe(source="One feed or show: its episodes, and what could not be read")
    async def list_sources(self, interaction: discord.Interaction, source: str | None = None) -> None:
        """Show this server's own episodes, how far each source is, and what room is left"""
        guild_id, texts = interaction.guild_id or 0, texts_for(interaction)
        if source is not None:
            entry, ready, failed = await in_time(look_at_source(self._sources, guild_id, source))
            await send(interaction, source_card(entry, ready, failed, texts), private=True)
            return
        entries, usage, shared = await in_time(look_at_all(self._sources, guild_id))
        card = listing_card(entries, usage, self._quotas, shared=shared, texts=texts)
        await send(interaction, card, private=True)

    @app_commands.command()
    @app_commands.describe(
        source="A feed, or the files of a show, with all its episodes",
        episode="One uploaded episode; one of a feed can be hidden instead",
    )
    async def remove(
        self, interaction: discord.Interaction, source: str | None = None, episode: str | None = None
    ) -> None:
        """Remove a feed, a show or an uploaded episode of this server at once"""
        if (source is None) == (episode is None):
            raise NoNameError
        await acknowledge_interaction(interaction, thinking=True)
        guild_id = interaction.guild_id or 0
        if source is not None:
            removing = remove_source(self._sources, guild_id, source)
        else:
            removing = remove_episode(self._sources, guild_id, episode or "")
        removed = await in_time(removing, ACKNOWLEDGED)
        await send(interaction, removed_card(removed, texts_for(interaction)), private=True)

    @app_commands.command()
    @app_commands.describe(episode="An episode of this server's own; a hidden one comes back")
    async def hide(self, interaction: discord.Interaction, episode: str) -> None:
        """Hide an episode of this server's own from every answer, or bring it back"""
        await acknowledge_interaction(interaction, thinking=True)
        turning = turn_hidden(self._sources, interaction.guild_id or 0, episode)
        item, hidden = await in_time(turning, ACKNOWLEDGED)
        await send(interaction, hidden_card(item, hidden=hidden, texts=texts_for(interaction)), private=True)

    @app_commands.command()
    async def refresh(self, interaction: discord.Interaction) -> None:
        """Look at all feeds of this server, and at their transcripts, at once"""
        await acknowledge_interaction(interaction, thinking=True)
        now = self._clock()
        refreshing = refresh_feeds(self._sources, interaction.guild_id or 0, now)
        feeds, again_at = await in_time(refreshing, ACKNOWLEDGED)
        if again_at is not None:
            await send(interaction, refreshed_lately_card(again_at, texts_for(interaction)), private=True)
            return
        await self._following.begin(interaction, feeds)

    @app_commands.command()
    @app_commands.describe(answers="on: the episodes of whoever runs this bot answer in this server too")
    async def shared(self, interaction: discord.Interaction, answers: Literal["on", "off"]) -> None:
        """Let the episodes of whoever runs this bot answer here too, or only this server's own"""
        await acknowledge_interaction(interaction, thinking=True)
        shared = answers == "on"
        await in_time(self._sources.set_shared(interaction.guild_id or 0, shared=shared), ACKNOWLEDGED)
        await send(interaction, shared_card(shared=shared, texts=texts_for(interaction)), private=True)

    @app_commands.command()
    @app_commands.describe(channel="Where; leave it out, and no more are posted")
    async def announce(
        self, interaction: discord.Interaction, channel: discord.TextChannel | discord.Thread | None = None
    ) -> None:
        """Post each new episode in a channel: its title, contents and a passage"""
        await acknowledge_interaction(interaction, thinking=True)
        guild_id, texts = interaction.guild_id or 0, texts_for(interaction)
        if channel is None:
            await in_time(self._announcements.end(guild_id), ACKNOWLEDGED)
            await send(interaction, announcing_card(None, texts), private=True)
            return
        await in_time(self._telling.note_episodes(guild_id, self._clock()), ACKNOWLEDGED)
        await in_time(self._announcements.begin(guild_id, channel.id, self._clock()), ACKNOWLEDGED)
        rights = channel.permissions_for(channel.guild.me)
        may_write = rights.view_channel and rights.send_messages
        await send(interaction, announcing_card(channel.id, texts, may_write=may_write), private=True)

    @app_commands.command()
    async def export(self, interaction: discord.Interaction) -> None:
        """Get this server's own transcripts, as they were, in ZIP archives"""
        await acknowledge_interaction(interaction, thinking=True)
        await send_archive(interaction, self._sources, interaction.guild_id or 0, texts_for(interaction))

    @list_sources.autocomplete("source")
    @remove.autocomplete("source")
    async def _offer_sources(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return await source_choices(self._sources, interaction, typed)

    @remove.autocomplete("episode")
    async def _offer_uploads(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return await episode_choices(self._sources, interaction, typed, uploads=True)

    @hide.autocomplete("episode")
    async def _offer_episodes(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return await episode_choices(self._sources, interaction, typed)
