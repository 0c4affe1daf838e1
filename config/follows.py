"""Follows: the rows of who wants to be told of what, the episodes that are new, and the ledger of messages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, cast

from sqlalchemy import Select, delete, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from config.queries import Shards, in_portions, of_shards, seconds
from config.state import State
from config.tables import Follow, Notice, SeenEpisode

MOST_OF_MEMBER = 10
"""Follows that a member may have."""


MOST_OF_SERVER = 25
"""Follows that a server may have in its channels."""


NEW_FOR = timedelta(days=7)
"""The time after it was first seen for which an episode is looked at for followers: the bot may have been away."""


NOTICES_KEPT = timedelta(days=30)
"""Time for which it is kept who was told of an episode; it must be longer than NEW_FOR."""


TRY_AGAIN_AFTER = timedelta(hours=1)
"""Time between two tries to send a message that was refused."""


MOST_FAILURES = 2
"""Messages that could not be sent, after which a follow in direct messages ends."""


Limit = Literal["member", "server"]


_GUILD = cast("InstrumentedAttribute[int]", Follow.guild_id)
"""The server of a follow that has one."""


class TooManyFollowsError(Exception):
    """A member or a server, `of`, has as many follows as it may."""

    def __init__(self, of: Limit) -> None:
        super().__init__(of)
        self.of: Limit = of


class Follows(State):
    async def add_follow(self, wanted: Follow, now: datetime) -> Follow:
        """Keep a follow; the one that is there already, where it is the same. Raises TooManyFollowsError."""
        async with self._transaction() as session:
            same: Follow | None = await session.scalar(_same_as(wanted))
            if same is not None:
                return same
            if await _count_follows(session, Follow.user_id, wanted.user_id) >= MOST_OF_MEMBER:
                raise TooManyFollowsError("member")
            if wanted.guild_id is not None and await _count_follows(session, _GUILD, wanted.guild_id) >= MOST_OF_SERVER:
                raise TooManyFollowsError("server")
            wanted.created_at, wanted.failures = seconds(now), 0
            session.add(wanted)
            await session.flush()
            return wanted

    async def follows_of(self, user_id: int, guild_id: int | None) -> list[Follow]:
        """The follows of a member and, for a moderator, those in the channels of a server; the oldest first."""
        theirs = Follow.user_id == user_id
        wanted = theirs if guild_id is None else or_(theirs, Follow.guild_id == guild_id)
        async with self._reading() as session:
            return list(await session.scalars(select(Follow).where(wanted).order_by(Follow.id)))

    async def follow(self, follow_id: int) -> Follow | None:
        async with self._reading() as session:
            return await session.get(Follow, follow_id)

    async def end_follow(self, follow_id: int) -> bool:
        """Forget a follow. False if there was none."""
        async with self._transaction() as session:
            found = await session.get(Follow, follow_id)
            if found is not None:
                await session.delete(found)
            return found is not None

    async def follows_here(self, shards: Shards) -> list[Follow]:
        """The follows in this process's servers; those in direct messages are of the process with the first shard."""
        async with self._reading() as session:
            in_servers = of_shards(select(Follow).where(Follow.guild_id.is_not(None)), shards, _GUILD)
            found = list(await session.scalars(in_servers))
            if shards.has_first:
                found += await session.scalars(select(Follow).where(Follow.guild_id.is_(None)))
            return found

    # Episodes that are new.

    async def note_episodes(self, episodes: Collection[str], now: datetime) -> None:
        """Note that these episodes are there; of those that are known already nothing changes."""
        try:
            await self._note_unknown(episodes, now)
        except IntegrityError:  # another process notes them too
            await self._note_unknown(episodes, now)

    async def _note_unknown(self, episodes: Collection[str], now: datetime) -> None:
        async with self._transaction() as session:
            for some in in_portions(episodes):
                known = set(await session.scalars(select(SeenEpisode.episode).where(SeenEpisode.episode.in_(some))))
                session.add_all(SeenEpisode(episode=one, seen_at=seconds(now)) for one in some if one not in known)

    async def new_episodes(self, now: datetime) -> Mapping[str, int]:
        """The episodes that were first seen lately, and when."""
        async with self._reading() as session:
            lately = select(SeenEpisode).where(SeenEpisode.seen_at >= seconds(now - NEW_FOR))
            return {one.episode: one.seen_at for one in await session.scalars(lately)}

    # The ledger.

    async def told_of(self, follow_ids: Sequence[int]) -> set[tuple[int, str]]:
        """The follows and episodes of which nothing is to be sent any more."""
        told = select(Notice.follow_id, Notice.episode).where(Notice.done)
        found = set[tuple[int, str]]()
        async with self._reading() as session:
            for some in in_portions(follow_ids):
                rows = await session.execute(told.where(Notice.follow_id.in_(some)))
                found.update((follow_id, episode) for follow_id, episode in rows)
        return found

    async def claim_notice(self, follow_id: int, episode: str, now: datetime) -> bool:
        """Begin to tell a follower of an episode. False where it was told, or a try was made not long ago."""
        try:
            return await self._try_to_claim(follow_id, episode, now)
        except IntegrityError:  # two begin at once
            return False

    async def _try_to_claim(self, follow_id: int, episode: str, now: datetime) -> bool:
        async with self._transaction() as session:
            row = await session.get(Notice, (follow_id, episode), with_for_update=True)
            if row is None:
                session.add(Notice(follow_id=follow_id, episode=episode, tried_at=seconds(now), done=False))
                return True
            if row.done or row.tried_at > seconds(now - TRY_AGAIN_AFTER):
                return False
            row.tried_at = seconds(now)
            return True

    async def settle_notice(self, follow_id: int, episode: str) -> None:
        """Note that the message was sent, or is not to be sent any more."""
        async with self._transaction() as session:
            row = update(Notice).where(Notice.follow_id == follow_id, Notice.episode == episode)
            await session.execute(row.values(done=True))
            await session.execute(update(Follow).where(Follow.id == follow_id).values(failures=0))

    async def count_failure(self, follow_id: int) -> bool:
        """Count a direct message that could not be sent. True if it was one too many, and the follow is ended."""
        async with self._transaction() as session:
            found = await session.get(Follow, follow_id, with_for_update=True)
            if found is None:
                return True
            found.failures += 1
            if found.failures >= MOST_FAILURES:
                await session.delete(found)
            return found.failures >= MOST_FAILURES

    async def empty_notices(self, now: datetime) -> None:
        """Delete the rows of episodes that are not new any more."""
        async with self._transaction() as session:
            await session.execute(delete(Notice).where(Notice.tried_at <= seconds(now - NOTICES_KEPT)))


def _same_as(wanted: Follow) -> Select[Any]:
    columns = (Follow.user_id, Follow.guild_id, Follow.channel_id, Follow.phrase, Follow.speaker)
    return select(Follow).where(*(column.is_not_distinct_from(getattr(wanted, column.key)) for column in columns))


async def _count_follows(session: AsyncSession, column: InstrumentedAttribute[int], value: int) -> int:
    return await session.scalar(select(func.count()).select_from(Follow).where(column == value)) or 0
