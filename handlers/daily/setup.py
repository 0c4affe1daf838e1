"""`/daily start` and `/daily edit`: choosing all of it, and changing one thing."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from config.rows import day_bits
from config.schedule import EVERY_DAY
from config.tables import Server
from handlers.cards.daily.choices import started_card
from handlers.daily.base import SWITCHES, DailyCog, setting_of
from handlers.daily.companions import lacks_of
from handlers.daily.episode_names import stored_name
from handlers.daily.options import ANY, Channel, day_choices, days_of, minute_of, with_any, zone_choices, zone_of
from handlers.deadline import ACKNOWLEDGED, in_time
from handlers.options import episode_choices, narrowed, speaker_choices
from handlers.refusals import NothingQuotableError, NothingToChangeError, NotSetUpError
from handlers.replies import send
from handlers.requests import acknowledge_interaction
from handlers.texts import language_of, texts_for

COMING = 3
"""Posts to come that are shown."""


DESCRIPTIONS = {
    "channel": "Where: a text or news channel, a thread, or a forum, which gets a post a day",
    "time": "When: 9, 09:00 or 9:30 pm",
    "timezone": "A city in your time zone",
    "days": "On which days: weekdays, or mon,thu; at first every day",
    "speaker": "Only quotes of this speaker",
    "episode": "Only quotes from this episode",
    "role": "A role that each post mentions; @everyone stands for none",
    "thread": "Open a thread below each post",
    "pin": "Pin each post in the place of the one before",
    "publish": "Publish each post of an announcement channel to the servers that follow it",
    "explicit": "Quotes with strong language too",
}


Changes = dict[str, Any]
"""Choices by the names of their columns."""


class Setup(DailyCog):
    @app_commands.command()
    @app_commands.describe(**DESCRIPTIONS)
    async def start(
        self,
        interaction: discord.Interaction,
        channel: Channel,
        time: str,
        timezone: str,
        days: str | None = None,
        speaker: str | None = None,
        episode: str | None = None,
        role: discord.Role | None = None,
        thread: bool | None = None,
        pin: bool | None = None,
        publish: bool | None = None,
        explicit: bool | None = None,
    ) -> None:
        """Post a quote every day in a channel, at a time of your own"""
        switches = dict(zip(SWITCHES, (explicit, thread, pin, publish), strict=True))
        changes = await self._read_changes(interaction, channel, time, timezone, days, speaker, episode, role, switches)
        await acknowledge_interaction(interaction, thinking=True)
        server = await in_time(self._start_posting(interaction, changes), ACKNOWLEDGED)
        await self._show_choices(interaction, server, changed=False)

    @app_commands.command()
    @app_commands.describe(**DESCRIPTIONS)
    async def edit(
        self,
        interaction: discord.Interaction,
        channel: Channel | None = None,
        time: str | None = None,
        timezone: str | None = None,
        days: str | None = None,
        speaker: str | None = None,
        episode: str | None = None,
        role: discord.Role | None = None,
        thread: bool | None = None,
        pin: bool | None = None,
        publish: bool | None = None,
        explicit: bool | None = None,
    ) -> None:
        """Change one thing or several, and keep the rest"""
        switches = dict(zip(SWITCHES, (explicit, thread, pin, publish), strict=True))
        changes = await self._read_changes(interaction, channel, time, timezone, days, speaker, episode, role, switches)
        if not changes:
            raise NothingToChangeError
        await acknowledge_interaction(interaction, thinking=True)
        server = await in_time(self._edit_choices(interaction, changes), ACKNOWLEDGED)
        await self._show_choices(interaction, server, changed=True)

    async def _read_changes(
        self,
        interaction: discord.Interaction,
        channel: Any,
        time: str | None,
        timezone: str | None,
        days: str | None,
        speaker: str | None,
        episode: str | None,
        role: discord.Role | None,
        switches: dict[str, bool | None],
    ) -> Changes:
        """The choices that were typed. Raises a Refusal for what is not understood."""
        changes: Changes = {name: value for name, value in switches.items() if value is not None}
        if channel is not None:
            changes["channel_id"] = channel.id
        if time is not None:
            changes["minute"] = minute_of(time)
        if timezone is not None:
            changes["timezone"] = await zone_of(timezone)
        if wanted := days_of(days):
            changes["days"] = day_bits(wanted)
        if role is not None:
            changes["role_id"] = None if role.is_default() else role.id
        return changes | await self._read_narrowing(interaction, speaker, episode)

    async def _read_narrowing(
        self, interaction: discord.Interaction, speaker: str | None, episode: str | None
    ) -> Changes:
        """The speaker and the episode that were typed, by the names that the ledger has."""
        answers = self._desk.answers_to(interaction)
        who, where = (None if typed == ANY else typed for typed in (speaker, episode))
        name, head = await answers.make(lambda: narrowed(answers.library, who, where))
        changes: Changes = {}
        if speaker is not None:
            changes["speaker"] = name
        if episode is not None:
            changes["episode"] = stored_name(answers.library, head.slug) if head else None
        return changes

    async def _start_posting(self, interaction: discord.Interaction, changes: Changes) -> Server:
        """Keep what was chosen, and begin. What was left out stays as it was before."""
        guild_id = interaction.guild_id or 0
        known = await self._servers.server(guild_id)
        values: Changes = {"days": day_bits(EVERY_DAY)} | dict.fromkeys(SWITCHES, False)
        if known is not None:
            values = {name: getattr(known, name) for name in (*values, "speaker", "episode", "role_id")}
        chosen = Server(
            guild_id=guild_id,
            owner_id=interaction.user.id,
            language=_language_of(interaction),
            seed=self._rng.getrandbits(62),
            **(values | changes),
        )
        await self._assert_quotable(chosen)
        return await self._servers.start(chosen, self._clock())

    async def _edit_choices(self, interaction: discord.Interaction, changes: Changes) -> Server:
        known = await self.chosen_by(interaction)
        for name, value in changes.items():
            setattr(known, name, value)
        await self._assert_quotable(known)
        server = await self._servers.edit(known.guild_id, changes, self._clock())
        if server is None:
            raise NotSetUpError
        return server

    async def _assert_quotable(self, chosen: Server) -> None:
        if await self._posting.next_passage(chosen) is None:
            raise NothingQuotableError(unpunctuated=self._posting.lack_of_passages(chosen) == "unpunctuated")

    async def _show_choices(self, interaction: discord.Interaction, server: Server, *, changed: bool) -> None:
        """The choices, the posts to come, what is lacking, and the next quote."""
        texts = texts_for(interaction)
        passage = await in_time(self._posting.next_passage(server))
        if passage is None:
            raise NothingQuotableError
        coming = await in_time(self._servers.upcoming(server, self._clock(), COMING))
        supply = await in_time(self.supply(server))
        lacks, unsure = await lacks_of(interaction.client, server)
        preview = await self._posting.frame(server.guild_id, passage, None, server.role_id)
        card = started_card(
            setting_of(self._desk, server), coming, supply, lacks, unsure, preview, texts, changed=changed
        )
        await send(interaction, card, private=True)

    @start.autocomplete("timezone")
    @edit.autocomplete("timezone")
    async def _offer_zones(self, _interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return await zone_choices(typed, self._clock())

    @start.autocomplete("days")
    @edit.autocomplete("days")
    async def _offer_days(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return day_choices(typed, language_of(interaction.locale))

    @start.autocomplete("speaker")
    @edit.autocomplete("speaker")
    async def _offer_speakers(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        answers, texts = self._desk.answers_to(interaction), texts_for(interaction)
        found = await answers.offer(lambda: speaker_choices(answers.library, interaction, typed))
        return with_any(texts("everybody"), typed, found)

    @start.autocomplete("episode")
    @edit.autocomplete("episode")
    async def _offer_episodes(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        answers, texts = self._desk.answers_to(interaction), texts_for(interaction)
        found = await answers.offer(lambda: episode_choices(answers.library, typed))
        return with_any(texts("every episode"), typed, found)


def _language_of(interaction: discord.Interaction) -> str:
    """That of the server or of who sets it up: Chinese if either reads it, for English is what nobody chose."""
    locales = filter(None, (interaction.locale, interaction.guild_locale))
    return "zh" if any(language_of(each) == "zh" for each in locales) else "en"
