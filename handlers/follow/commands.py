"""`/follow`: a message when a new episode has a phrase or a speaker, in this channel or in direct messages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from discord.ext import commands

from config.follows import Follows, TooManyFollowsError
from config.tables import Follow
from handlers.cards.follow import follows_card, started_card, stopped_card
from handlers.cards.layout import join
from handlers.cards.markdown import visible
from handlers.deadline import ACKNOWLEDGED, in_time
from handlers.follow.messages import Telling
from handlers.library.desk import Desk
from handlers.options import choices, offer_speakers
from handlers.refusals import (
    FullError,
    NotAllowedError,
    NothingFollowedError,
    NoTopicError,
    NotYourFollowError,
    UnavailableError,
)
from handlers.replies import send
from handlers.requests import acknowledge_interaction
from handlers.rights import may_moderate
from handlers.texts import Texts, language_of, texts_for
from transcript.library import Library
from transcript.search import has_terms

To = Literal["direct messages", "this channel"]


class FollowCommands(
    commands.GroupCog, group_name="follow", group_description="Be told when a new episode has a phrase or a speaker"
):
    def __init__(self, desk: Desk, follows: Follows, telling: Telling, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._follows = follows
        self._telling = telling
        self._clock = clock

    @app_commands.command()
    @app_commands.autocomplete(speaker=offer_speakers)
    @app_commands.describe(
        phrase="Words that a new episode may have",
        speaker="Who may speak in it",
        to="Your direct messages, or this channel if you may manage messages here",
    )
    async def add(
        self,
        interaction: discord.Interaction,
        phrase: Range[str, 2, 200] | None = None,
        speaker: Range[str, 1, 200] | None = None,
        to: To = "direct messages",
    ) -> None:
        """Get a message when a new episode has a phrase or a speaker"""
        in_channel = to == "this channel" and interaction.guild_id is not None
        if in_channel and not may_moderate(interaction):
            raise NotAllowedError
        await acknowledge_interaction(interaction, thinking=True)
        answers = self._desk.answers_in(interaction.guild_id if in_channel else None)
        wanted, is_known = await answers.make(lambda: _wanted_follow(answers.library, phrase, speaker))
        wanted.user_id, wanted.language = interaction.user.id, language_of(interaction.locale)
        if in_channel:
            wanted.guild_id, wanted.channel_id = interaction.guild_id, interaction.channel_id
        try:
            added = await in_time(self._keep_follow(wanted), ACKNOWLEDGED)
        except TooManyFollowsError as error:
            raise FullError(error.of) from error
        await send(interaction, started_card(added, texts_for(interaction), is_known=is_known), private=True)

    async def _keep_follow(self, wanted: Follow) -> Follow:
        """Keep the follow; what is there at this moment is not new to it."""
        await self._telling.note_episodes(wanted.guild_id, self._clock())
        return await self._follows.add_follow(wanted, self._clock())

    @app_commands.command(name="list")
    async def list_follows(self, interaction: discord.Interaction) -> None:
        """List what you follow, and what is followed in this server's channels"""
        await acknowledge_interaction(interaction, thinking=True)
        card = follows_card(await self._visible_follows(interaction), texts_for(interaction))
        await send(interaction, card, private=True)

    async def _visible_follows(self, interaction: discord.Interaction) -> list[Follow]:
        """Whoever asks sees their own and, where they may manage messages, those in the server's channels."""
        guild_id = interaction.guild_id if may_moderate(interaction) else None
        return await in_time(self._follows.follows_of(interaction.user.id, guild_id), ACKNOWLEDGED)

    @app_commands.command()
    @app_commands.describe(which="What to stop")
    async def stop(self, interaction: discord.Interaction, which: Range[str, 1, 200]) -> None:
        """Stop following a phrase or a speaker"""
        await acknowledge_interaction(interaction, thinking=True)
        wanted = visible(which).casefold()
        found = [
            each
            for each in await self._visible_follows(interaction)
            if wanted in (str(each.id), *(name.casefold() for name in (each.phrase, each.speaker) if name))
        ]
        if not found:
            raise NotYourFollowError
        await in_time(self._follows.end_follow(found[0].id), ACKNOWLEDGED)
        await send(interaction, stopped_card(found[0], texts_for(interaction)), private=True)

    @stop.autocomplete("which")
    async def _offer_follows(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        texts = texts_for(interaction)
        try:
            follows = await self._visible_follows(interaction)
        except UnavailableError:
            return []
        named = (
            (join(each.speaker, each.phrase, _place_in_words(interaction, each, texts)), str(each.id))
            for each in follows
        )
        return choices(pair for pair in named if typed.casefold() in pair[0].casefold())


def _wanted_follow(library: Library, phrase: str | None, speaker: str | None) -> tuple[Follow, bool]:
    """The follow that is asked for, and True if somebody of that name speaks there already. Raises a Refusal."""
    phrase, speaker = visible(phrase or "") or None, visible(speaker or "") or None
    if phrase is None and speaker is None:
        raise NothingFollowedError
    if phrase is not None and not has_terms(phrase):
        raise NoTopicError(phrase)
    known = library.find_speakers(speaker, limit=1) if speaker else ()
    return Follow(phrase=phrase, speaker=known[0] if known else speaker), bool(known) or speaker is None


def _place_in_words(interaction: discord.Interaction, follow: Follow, texts: Texts) -> str:
    """The channel by its name, as choices show no mentions."""
    if follow.channel_id is None:
        return texts("direct messages")
    channel = interaction.guild and interaction.guild.get_channel_or_thread(follow.channel_id)
    return f"#{channel.name}" if channel else str(follow.channel_id)
