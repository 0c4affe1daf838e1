"""`/library`: a server's own episodes, for those who manage the server."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from discord.ext import commands

from config.rows import seconds
from config.sources import Item, QuotaError, Quotas, Source, Sources, Usage
from handlers.cards.follow import announcing_card
from handlers.cards.library import (
    Entry,
    hidden_card,
    listing_card,
    refreshed_lately_card,
    removed_card,
    shared_card,
    source_card,
)
from handlers.deadline import ACKNOWLEDGED, in_time
from handlers.follow.announcements import Announcements
from handlers.follow.telling import Telling
from handlers.library.archive import send_archive
from handlers.library.choices import episode_choices, named_episode, named_source, source_choices
from handlers.library.files import FilesForm
from handlers.library.following import Following
from handlers.library.managers import check_manager
from handlers.library.refusals import (
    BadFeedAddressError,
    NoFeedsError,
    NoNameError,
    NoRoomError,
    OfFeedError,
)
from handlers.replies import send
from handlers.requests import acknowledge_interaction
from handlers.texts import texts_for
from transcript.feeds import feed_address

LONGEST_ADDRESS = 500
"""Characters of a feed's address; the database holds no longer one."""


BETWEEN_REFRESHES = timedelta(minutes=5)
"""Others' servers are asked for all that they have of a show: not at every press of a key."""


LISTED = 10
"""Episodes of a source that are listed."""


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
        # Discord shows the commands to managers alone, unless a server's settings say otherwise.
        if interaction.type is not discord.InteractionType.autocomplete:
            check_manager(interaction)
        return True

    async def cog_unload(self) -> None:
        self._following.stop()

    @app_commands.command()
    @app_commands.describe(
        feed="The address of a podcast's feed; leave it out to upload transcript files",
        show="The show that the files are of; a feed says its own",
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
        adding = self._sources.add_feed(guild_id, address, interaction.user.id, now, self._quotas)
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
            entry, ready, failed = await in_time(self._look_at_source(guild_id, source))
            await send(interaction, source_card(entry, ready, failed, texts), private=True)
            return
        entries, usage, shared = await in_time(self._look_at_all(guild_id))
        card = listing_card(entries, usage, self._quotas, shared=shared, texts=texts)
        await send(interaction, card, private=True)

    async def _look_at_all(self, guild_id: int) -> tuple[list[Entry], Usage, bool]:
        sources = await self._sources.sources(guild_id)
        counts = await self._sources.count_items([source.id for source in sources])
        library = await self._sources.library_of(guild_id)
        entries = [Entry(source, counts[source.id]) for source in sources]
        return entries, await self._sources.usage(guild_id), library.shared

    async def _look_at_source(self, guild_id: int, typed: str) -> tuple[Entry, list[Item], list[Item]]:
        source = named_source(await self._sources.sources(guild_id), typed)
        counts = await self._sources.count_items([source.id])
        ready = await self._sources.items_in(source.id, ("ready", "kept"), LISTED)
        failed = await self._sources.items_in(source.id, ("failed",), LISTED)
        return Entry(source, counts[source.id]), ready, failed

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
            removed = await in_time(self._remove_source(guild_id, source), ACKNOWLEDGED)
        else:
            removed = await in_time(self._remove_episode(guild_id, episode or ""), ACKNOWLEDGED)
        await send(interaction, removed_card(removed, texts_for(interaction)), private=True)

    async def _remove_source(self, guild_id: int, typed: str) -> Source | Item:
        source = named_source(await self._sources.sources(guild_id), typed)
        await self._sources.remove_source(guild_id, source.id)
        return source

    async def _remove_episode(self, guild_id: int, typed: str) -> Source | Item:
        item = await named_episode(self._sources, guild_id, typed)
        if not await self._sources.remove_item(guild_id, item.id):
            raise OfFeedError(item.title)
        return item

    @app_commands.command()
    @app_commands.describe(episode="An episode of this server's own; a hidden one comes back")
    async def hide(self, interaction: discord.Interaction, episode: str) -> None:
        """Hide an episode of this server's own from every answer, or bring it back"""

        async def turn() -> tuple[Item, bool]:
            guild_id = interaction.guild_id or 0
            item = await named_episode(self._sources, guild_id, episode)
            await self._sources.hide_item(guild_id, item.id, hidden=not item.hidden)
            return item, not item.hidden

        await acknowledge_interaction(interaction, thinking=True)
        item, hidden = await in_time(turn(), ACKNOWLEDGED)
        await send(interaction, hidden_card(item, hidden=hidden, texts=texts_for(interaction)), private=True)

    @app_commands.command()
    async def refresh(self, interaction: discord.Interaction) -> None:
        """Look at all feeds of this server, and at their transcripts, at once"""
        await acknowledge_interaction(interaction, thinking=True)
        now = self._clock()
        feeds, again_at = await in_time(self._refresh(interaction.guild_id or 0, now), ACKNOWLEDGED)
        if again_at is not None:
            await send(interaction, refreshed_lately_card(again_at, texts_for(interaction)), private=True)
            return
        await self._following.begin(interaction, feeds)

    async def _refresh(self, guild_id: int, now: datetime) -> tuple[list[Source], int | None]:
        """The feeds that are looked at now; or when that may be asked for again, where they were just looked at."""
        feeds = [source for source in await self._sources.sources(guild_id) if source.kind == "feed"]
        if not feeds:
            raise NoFeedsError
        lately = max(source.looked_at or 0 for source in feeds) + int(BETWEEN_REFRESHES.total_seconds())
        if lately > seconds(now) and not any(source.error for source in feeds):
            return feeds, lately
        await self._sources.refresh(guild_id, now)
        return feeds, None

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
