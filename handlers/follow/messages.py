"""Telling followers of new episodes: at most one message an episode, however often it is tried."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta

import discord

from config.follows import Follows
from config.queries import Shards
from config.tables import Follow
from handlers.addresses.address import QuoteAddress
from handlers.answers import Answers
from handlers.cards.follow import notice_card
from handlers.cards.layout import Card
from handlers.follow.announcements import Announcements, announce, is_announcement
from handlers.follow.fresh import Fresh, digest_of, digests_in
from handlers.follow.passages import find_followed
from handlers.library.desk import Desk
from handlers.once import Once, Outgoing
from handlers.refusals import Refusal
from handlers.texts import texts_in
from transcript.library import Library
from transcript.models import Episode

log = logging.getLogger(__name__)


MESSAGE_SPAN = timedelta(hours=1)
"""The time before a message is sent from which on it is looked for in the channel."""


LOOKED_AT = 20_000
"""Pairs of a follow and an episode that has nothing for it, which are not looked at again."""


class Telling:
    """Looks through new episodes for what is followed by those whom this process serves."""

    def __init__(
        self,
        client: discord.Client,
        desk: Desk,
        follows: Follows,
        announcements: Announcements,
        once: Once,
        shards: Shards,
    ) -> None:
        self._client = client
        self._announcements = announcements
        self._desk = desk
        self._follows = follows
        self._once = once
        self._shards = shards
        self._noted: set[str] = set()
        self._without: dict[tuple[int, str], None] = {}

    async def note_episodes(self, guild_id: int | None, now: datetime) -> None:
        """Note the episodes that a server, or for None direct messages, has now: only later ones are new."""
        await self._note_library(self._desk.shelves.seen_in(guild_id), now)

    async def _note_library(self, library: Library, now: datetime) -> None:
        found = await asyncio.to_thread(digests_in, library)
        if unknown := found - self._noted:
            await self._follows.note_episodes(unknown, now)
            self._noted |= unknown

    async def untold(self, now: datetime) -> list[tuple[Follow, Episode]]:
        """Every follower with each new episode of which they were not told yet. Raises DatabaseAwayError."""
        every = [
            *await self._follows.follows_here(self._shards),
            *await self._announcements.as_follows(self._shards),
        ]
        follows = [each for each in every if self._is_reachable(each)]
        seen = {guild_id: self._desk.shelves.seen_in(guild_id) for guild_id in {each.guild_id for each in follows}}
        for library in dict.fromkeys(seen.values()):
            await self._note_library(library, now)
        fresh = Fresh(await self._follows.new_episodes(now) if follows else {}, now)
        known = {*await self._follows.told_of([each.id for each in follows]), *self._without}

        def find() -> list[tuple[Follow, Episode]]:
            new = ((each, fresh.new_in(seen[each.guild_id], each.created_at)) for each in follows)
            pairs = ((follow, episode) for follow, episodes in new for episode in episodes)
            return [(follow, episode) for follow, episode in pairs if (follow.id, digest_of(episode)) not in known]

        return await asyncio.to_thread(find)

    def _is_reachable(self, follow: Follow) -> bool:
        return follow.guild_id is None or self._client.get_guild(follow.guild_id) is not None

    async def tell(self, follow: Follow, episode: Episode, now: datetime) -> None:
        """Send the follower a message if the episode has what they follow. Raises DatabaseAwayError or a Refusal."""
        answers = self._desk.answers_in(follow.guild_id)
        card = await answers.make(lambda: _card_of(answers, follow, episode))
        if card is None:
            self._remember_without(follow, episode)
            return
        if await self._follows.claim_notice(follow.id, digest_of(episode), now):
            await self._send_once(follow, episode, card, now)

    def _remember_without(self, follow: Follow, episode: Episode) -> None:
        self._without[follow.id, digest_of(episode)] = None
        while len(self._without) > LOOKED_AT:
            self._without.pop(next(iter(self._without)))

    async def _send_once(self, follow: Follow, episode: Episode, card: Card, now: datetime) -> None:
        """Send it once; what Discord refuses counts against direct messages, and ends what goes to a lost channel."""
        digest = digest_of(episode)
        key = f"follow {follow.id} {digest}"
        try:
            channel = await self._channel_of(follow)
            since = discord.utils.time_snowflake(now - MESSAGE_SPAN)
            await self._once.post(channel, Outgoing(card, key, since))
        except (discord.Forbidden, discord.NotFound) as error:
            await self._note_refusal(follow, digest, error)
        except (Refusal, discord.HTTPException) as error:  # it is not known to be there: a later round looks
            told = {"event": "notice_unsent", "follow": follow.id, "error": type(error).__name__}
            log.warning("follow %(follow)d: its message could not be sent: %(error)s", told)
        else:
            await self._follows.settle_notice(follow.id, digest)

    async def _channel_of(self, follow: Follow) -> discord.PartialMessageable:
        if follow.channel_id is not None:
            return self._client.get_partial_messageable(follow.channel_id, guild_id=follow.guild_id)
        direct = await self._client.create_dm(discord.Object(follow.user_id))
        return self._client.get_partial_messageable(direct.id)

    async def _note_refusal(self, follow: Follow, digest: str, error: discord.HTTPException) -> None:
        told = {"event": "notice_refused", "follow": follow.id, "code": error.code}
        log.info("follow %(follow)d: Discord refused its message (%(code)d)", told)
        if follow.guild_id is None:
            await self._follows.count_failure(follow.id)
        elif isinstance(error, discord.NotFound) and is_announcement(follow):
            await self._announcements.end(follow.guild_id)
        elif isinstance(error, discord.NotFound):
            await self._follows.end_follow(follow.id)
        else:  # the bot may not write there; what comes later may be told
            await self._follows.settle_notice(follow.id, digest)


def _card_of(answers: Answers, follow: Follow, episode: Episode) -> Card | None:
    """The message for a follower, if the episode has what they follow."""
    if is_announcement(follow):
        return announce(answers, follow, episode)
    found: QuoteAddress | None = find_followed(answers, follow, episode)
    if found is None:
        return None
    return notice_card(answers.quote(found), found, follow, texts_in(follow.language))
