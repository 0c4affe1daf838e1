"""New episodes told in a channel of a server, if those who manage it want them: `/library announce`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

import discord

from config.follows import Follows
from config.rows import Shards
from config.tables import Follow
from handlers.addresses.address import EpisodeAddress, episode_key
from handlers.answers import Answers
from handlers.cards.follow import announcement_card
from handlers.cards.layout import Card
from handlers.texts import language_of, texts_in
from transcript.models import Episode


class Wishes(Protocol):
    """The part of the database that keeps servers' wishes for announcements."""

    async def announcements(self, shards: Shards) -> Mapping[int, int]: ...
    async def set_announcements(self, guild_id: int, channel_id: int | None) -> None: ...


class Announcements:
    """An announcement is a follow of every episode; its number in the ledger is the server's, below zero."""

    def __init__(self, client: discord.Client, follows: Follows, wishes: Wishes) -> None:
        self._client = client
        self._follows = follows
        self._wishes = wishes

    async def begin(self, guild_id: int, channel_id: int, now: datetime) -> None:
        """Tell new episodes in that channel; those that the bot has seen by now are not."""
        await self._follows.leave_untold(-guild_id, list(await self._follows.new_episodes(now)), now)
        await self._wishes.set_announcements(guild_id, channel_id)

    async def end(self, guild_id: int) -> None:
        await self._wishes.set_announcements(guild_id, None)

    async def as_follows(self, shards: Shards) -> list[Follow]:
        """The announcements of this process's servers."""
        wished = await self._wishes.announcements(shards)
        return [self._as_follow(guild_id, channel_id) for guild_id, channel_id in wished.items()]

    def _as_follow(self, guild_id: int, channel_id: int) -> Follow:
        language = self._language_in(guild_id)
        ends = {"guild_id": guild_id, "channel_id": channel_id, "language": language}
        return Follow(id=-guild_id, user_id=0, created_at=-1, failures=0, **ends)

    def _language_in(self, guild_id: int) -> str:
        guild = self._client.get_guild(guild_id)
        return language_of(guild.preferred_locale) if guild else "en"


def is_announcement(follow: Follow) -> bool:
    return follow.id < 0


def announce(answers: Answers, follow: Follow, episode: Episode) -> Card:
    """The message that tells of an episode. Not for the event loop."""
    texts = texts_in("zh" if follow.language == "zh" else "en")
    address = EpisodeAddress(episode_key(episode), episode.shown_in(texts.language))
    return announcement_card(answers.card_at(address, texts, private=False), texts)
