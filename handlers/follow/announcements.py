"""New episodes told in a channel of a server, if those who manage it want them: `/library announce`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import discord

from config.library.tables import ServerLibrary
from config.queries import Shards
from config.tables import Follow
from handlers.addresses.address import EpisodeAddress, episode_key
from handlers.answers import Answers
from handlers.cards.follow import announcement_card
from handlers.cards.layout import Card
from handlers.texts import language_of, texts_in
from transcript.models import Episode


class Wishes(Protocol):
    """The part of the database that keeps servers' wishes for announcements."""

    async def announcements(self, shards: Shards) -> Sequence[ServerLibrary]: ...
    async def announce_in(self, guild_id: int, channel_id: int, now: datetime) -> None: ...
    async def announce_nowhere(self, guild_id: int) -> None: ...


class Announcements:
    """An announcement is a follow of every episode; its number in the ledger is the server's, below zero."""

    def __init__(self, client: discord.Client, wishes: Wishes) -> None:
        self._client = client
        self._wishes = wishes

    async def begin(self, guild_id: int, channel_id: int, now: datetime) -> None:
        """Tell new episodes in that channel; those that the bot has seen by now are not."""
        await self._wishes.announce_in(guild_id, channel_id, now)

    async def end(self, guild_id: int) -> None:
        await self._wishes.announce_nowhere(guild_id)

    async def as_follows(self, shards: Shards) -> list[Follow]:
        """The announcements of this process's servers."""
        return [self._as_follow(wish) for wish in await self._wishes.announcements(shards)]

    def _as_follow(self, wish: ServerLibrary) -> Follow:
        ends = {"guild_id": wish.guild_id, "channel_id": wish.announce_channel_id, "created_at": wish.announce_since}
        return Follow(id=-wish.guild_id, user_id=0, failures=0, language=self._language_in(wish.guild_id), **ends)

    def _language_in(self, guild_id: int) -> str:
        guild = self._client.get_guild(guild_id)
        return language_of(guild.preferred_locale) if guild else "en"


def is_announcement(follow: Follow) -> bool:
    return follow.id < 0


def announce(answers: Answers, follow: Follow, episode: Episode) -> Card:
    """The message that tells of an episode. Not for the event loop."""
    texts = texts_in(follow.language)
    address = EpisodeAddress(episode_key(episode), episode.shown_in(texts.language))
    return announcement_card(answers.card_at(address, texts, private=False), texts)
