"""The history of posts, read back: their passages, the rows of the ledger, and what they refused."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from config.queries import Shards, has_changed, of_shards, seconds
from config.rows import NEWEST, SHOWN, Passage
from config.state import State
from config.tables import Post, Refused, Server

BUTTON_STAYS = timedelta(hours=1)
"""Time for which a post has the button "Not this one"; after it moderators find that in the message's menu."""


EDITED_AT_ONCE = 20
"""Posts that lose their button in a round: some seconds of requests, so that no post that is due waits for them."""


class Place(NamedTuple):
    """A passage by its beginning, and by the check of its words, which rows of before lack."""

    episode: str
    segment: int
    first: int
    language: str
    words: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The number of times that a server has had each passage, the newest in their order, and those that it refused.

    `newest` is the id of its last row in the ledger, 0 where there is none.
    """

    times: dict[Place, int]
    recent: list[Place]
    refused: set[Place]
    newest: int = 0


def place_of(post: Post) -> Place:
    """The place of a post's passage."""
    return Place(post.episode or "", post.segment or 0, post.first or 0, post.language or "", post.words)


class PostHistory(State):
    async def history(self, guild_id: int) -> History:
        """The passages that a server has had, and those that it does not want again."""
        places = (Post.episode, Post.segment, Post.first, Post.language, Post.words)
        had = (Post.guild_id == guild_id, Post.status.in_(SHOWN), Post.episode.is_not(None))
        async with self._reading() as session:
            times: Sequence[Any] = (
                await session.execute(select(func.count(), *places).where(*had).group_by(*places))
            ).all()
            newest = select(*places).where(*had).order_by(Post.id.desc()).limit(NEWEST)
            recent: Sequence[Any] = (await session.execute(newest)).all()
            refused = list(await session.scalars(select(Refused).where(Refused.guild_id == guild_id)))
            last = await newest_post_id(session, guild_id)
        return History(
            {Place(*place): number for number, *place in times},
            [Place(*place) for place in reversed(recent)],
            {Place(one.episode, one.segment, one.first, one.language, one.words) for one in refused},
            last,
        )

    async def last_posts(self, guild_id: int, number: int, until: datetime | None = None) -> list[Post]:
        """The rows of the ledger, the newest first, perhaps only those that were due by then."""
        async with self._reading() as session:
            rows = select(Post).where(Post.guild_id == guild_id)
            if until is not None:
                rows = rows.where(Post.due_at <= seconds(until))
            return list(await session.scalars(rows.order_by(Post.due_at.desc(), Post.id.desc()).limit(number)))

    async def post(self, post_id: int) -> Post | None:
        async with self._reading() as session:
            return await session.get(Post, post_id)

    async def post_at(self, guild_id: int, message_id: int) -> Post | None:
        """The row of a message."""
        async with self._reading() as session:
            of_message = select(Post).where(Post.guild_id == guild_id, Post.message_id == message_id)
            found: Post | None = await session.scalar(of_message.limit(1))
            return found

    async def with_old_buttons(self, now: datetime, shards: Shards) -> list[Post]:
        """The posts of this process's servers whose button has been there for its time, the first EDITED_AT_ONCE."""
        until = seconds(now - BUTTON_STAYS)
        posted = select(Post).join(Server, Server.guild_id == Post.guild_id).where(Server.left_at.is_(None))
        old = posted.where(Post.has_button, Post.tried_at <= until, Post.status == "posted")
        async with self._reading() as session:
            return list(await session.scalars(of_shards(old, shards).order_by(Post.id).limit(EDITED_AT_ONCE)))

    async def note_without_button(self, post: Post) -> None:
        async with self._transaction() as session:
            await session.execute(update(Post).where(Post.id == post.id).values(has_button=False))

    async def refuse(self, guild_id: int, place: Place) -> None:
        """Never post that passage in a server again."""
        with suppress(IntegrityError):  # two refuse it at once
            async with self._transaction() as session:
                await session.merge(Refused(guild_id=guild_id, **place._asdict()))

    async def replace(self, post: Post, passage: Passage) -> bool:
        """Put another passage into a post. False if the post's passage changed since it was read."""
        async with self._transaction() as session:
            as_read = update(Post).where(
                Post.id == post.id, Post.episode == post.episode, Post.segment == post.segment, Post.first == post.first
            )
            return has_changed(await session.execute(as_read.values(asdict(passage))))


async def newest_post_id(session: AsyncSession, guild_id: int) -> int:
    """The id of a server's last row."""
    found: int | None = await session.scalar(select(func.max(Post.id)).where(Post.guild_id == guild_id))
    return found or 0
