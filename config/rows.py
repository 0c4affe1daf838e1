"""Reading and changing the rows of servers and of their posts, within a transaction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from config.queries import has_changed, moment, seconds
from config.schedule import HORIZON, DueDate, Schedule
from config.tables import Follow, Post, Refused, Server

Status = Literal["pending", "posted", "skipped", "missed", "failed"]


LEASE = 60
"""Seconds that a process has for one try to post, before another may try."""


CATCH_UP = timedelta(hours=6)
"""The time after its hour within which a post still comes."""


NEWEST = 12
"""The last posts of a server from which a new one should differ."""


PAUSED_AFTER = 7
"""Failed days in a row after which posting is paused."""


KEPT = timedelta(days=30)
"""The time for which a server's choices are kept after it removed the bot."""


SHOWN: tuple[Status, ...] = ("pending", "posted", "missed")
"""The status of posts whose passage the server has had, or may have had."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage to post: characters `first` to `last`, counted from the start of the segment's text, in `language`.

    `words` is the check of those words.
    """

    episode: str
    segment: int
    first: int
    last: int
    language: str
    words: int | None = None


def schedule_of(server: Server) -> Schedule:
    days = frozenset(day for day in range(7) if server.days >> day & 1)
    return Schedule(server.minute, server.timezone, days)


def day_bits(days: Collection[int]) -> int:
    """Days of the week as the database keeps them: a bit a day, Monday the lowest."""
    return sum(1 << day for day in days)


def hours_of(server: Server) -> tuple[int, str, int]:
    """All that says when a server's posts come."""
    return server.minute, server.timezone, server.days


def untried_post(
    server: Server, day: date, due_at: int, status: Literal["skipped", "missed", "failed"], reason: str | None = None
) -> Post:
    """The row of a date on which nothing is tried: no process was there, it is passed over, or nothing can be sent."""
    return Post(
        guild_id=server.guild_id, day=day, due_at=due_at, status=status, reason=reason, channel_id=server.channel_id
    )


def new_post(server: Server, day: date | None, due_at: int, passage: Passage, now: datetime) -> Post:
    return Post(
        guild_id=server.guild_id,
        day=day,
        due_at=due_at,
        status="pending",
        channel_id=server.channel_id,
        tried_at=seconds(now),
        has_button=True,
        **asdict(passage),
    )


async def locked_server(session: AsyncSession, guild_id: int) -> Server | None:
    """A server, locked until the transaction is over. Lock it before its posts are changed."""
    return await session.get(Server, guild_id, with_for_update=True, populate_existing=True)


async def take_lease(session: AsyncSession, server: Server, now: datetime) -> bool:
    """Reserve a server for this process until the lease is over. False if the server changed since it was read."""
    as_read = update(Server).where(Server.guild_id == server.guild_id, Server.next_at == server.next_at, Server.active)
    return has_changed(await session.execute(as_read.values(next_at=seconds(now) + LEASE)))


async def under_way(session: AsyncSession, guild_id: int) -> Post | None:
    """The daily post of a server that is under way."""
    waiting = select(Post).where(Post.guild_id == guild_id, Post.status == "pending", Post.day.is_not(None))
    found: Post | None = await session.scalar(waiting.order_by(Post.id).limit(1))
    return found


async def taken_dates(session: AsyncSession, server: Server, now: datetime) -> set[date]:
    """The local dates from now on that have their row already."""
    since = schedule_of(server).day_at(now) - timedelta(days=2)
    days = select(Post.day).where(Post.guild_id == server.guild_id, Post.day >= since)
    return {day for day in await session.scalars(days) if day is not None}


async def next_moment(session: AsyncSession, server: Server, now: datetime, since: datetime | None = None) -> int:
    """The moment at which a server is due next, in seconds since 1970; at once where a post is under way."""
    if await under_way(session, server.guild_id):
        return seconds(now) + LEASE
    since = since or now
    return seconds(first_free(server, since, await taken_dates(session, server, since)).due)


def first_free(server: Server, after: datetime, taken: set[date]) -> DueDate:
    """The next date without a row."""
    later = after + timedelta(days=HORIZON)  # if ever all until then have one
    return next(schedule_of(server).upcoming(after, taken), DueDate(later.date(), later))


async def settle_post(session: AsyncSession, post: Post, status: Status, now: datetime) -> Server | None:
    """Write a post's outcome into its server's row, and pause a server after a week of failures; returns it."""
    server = await locked_server(session, post.guild_id)
    if server is None:
        return None
    if status == "posted":
        server.failures, server.told = 0, False
    elif status == "failed" and post.day is not None:
        server.failures += 1
        server.active = server.active and server.failures < PAUSED_AFTER
    if post.day is not None:
        # After downtime of days the post of today may be due already, and still come.
        since = max(moment(post.due_at), now - CATCH_UP)
        for day, due in schedule_of(server).upcoming(
            moment(post.due_at), await taken_dates(session, server, moment(post.due_at))
        ):
            if due >= since:
                break
            session.add(untried_post(server, day, seconds(due), "missed"))
        await session.flush()
        server.next_at = await next_moment(session, server, now, since) if server.active else None
    return server


async def drop_skips(session: AsyncSession, guild_id: int, now: datetime) -> None:
    """Forget which posts to come were to be passed over."""
    coming = delete(Post).where(Post.guild_id == guild_id, Post.status == "skipped", Post.due_at > seconds(now))
    await session.execute(coming)


async def give_up(session: AsyncSession, guild_id: int) -> None:
    """Give up what is under way: nobody goes on with it."""
    waiting = update(Post).where(Post.guild_id == guild_id, Post.status == "pending")
    await session.execute(waiting.values(status="missed"))


async def delete_all(session: AsyncSession, guild_ids: Sequence[int]) -> bool:
    found = False
    for table in (Server, Post, Refused, Follow):
        done = await session.execute(delete(table).where(table.guild_id.in_(guild_ids)))
        found = found or has_changed(done)
    return found
