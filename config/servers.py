"""Each server's own choices and the ledger of its daily posts, in the database.

A post goes through three steps, each a transaction: it is claimed (the row is written, with what will be posted), it
is sent, and it is marked. `next_at` of a server is moved with each of them, only from the value that was read: so of
two processes that look at a server at once one goes on, and the other leaves it alone until `LEASE` has passed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any, Literal

from sqlalchemy import Integer, Select, delete, func, literal, select, update
from sqlalchemy.engine import URL, CursorResult
from sqlalchemy.exc import DataError, IntegrityError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from config.database import AWAY, migrate, open_engine
from config.schedule import HORIZON, Schedule
from config.tables import Note, Post, Refused, Server

__all__ = ["History", "Passage", "Post", "Refused", "Server", "Servers", "ServersAwayError", "Status"]

Status = Literal["pending", "posted", "skipped", "missed", "failed"]

LEASE = 60
"""Seconds that a process has for one try to post, before another may try."""

CATCH_UP = timedelta(hours=6)
"""How long after its hour a post still comes."""

NEWEST = 12
"""Posts that tell what a new one should differ from."""

PAUSED_AFTER = 7
"""Days in a row on which nothing could be posted, after which no more is tried."""

PORTION = 500
"""Servers that one statement is about."""

KEPT = timedelta(days=30)
"""How long the choices of a server stay that has removed the bot."""

SHOWN: tuple[Status, ...] = ("pending", "posted", "missed")
"""The status of posts whose passage the server has had, or may have had."""


class ServersAwayError(Exception):
    """The database cannot be reached or used at the moment."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What is posted: characters `first` to `last` from a segment's text on, in `language`."""

    episode: str
    segment: int
    first: int
    last: int
    language: str


@dataclass(frozen=True, slots=True)
class History:
    """How often a server has had each passage, the newest of them in their order, and what it refused; of a passage
    only where it begins."""

    times: dict[Passage, int]
    recent: list[Passage]
    refused: set[Passage]


def _place(episode: str, segment: int, first: int, language: str) -> Passage:
    return Passage(episode, segment, first, 0, language)


def seconds(moment: datetime) -> int:
    """As the database keeps a moment."""
    return int(moment.timestamp())


def moment(since_1970: int) -> datetime:
    return datetime.fromtimestamp(since_1970, UTC)


def schedule_of(server: Server) -> Schedule:
    days = frozenset(day for day in range(7) if server.days >> day & 1)
    return Schedule(server.minute, server.timezone, days)


def day_bits(days: Collection[int]) -> int:
    """Days of the week as the database keeps them."""
    return sum(1 << day for day in days)


class Servers:
    """The database, of either kind. Every method raises ServersAwayError where it cannot be used.

    Rows that are returned are read once and stand by themselves.
    """

    def __init__(self, url: URL) -> None:
        self._url = url
        self._engine = open_engine(url)
        self._session = async_sessionmaker(self._engine, expire_on_commit=False)
        self._prepared = False
        self._preparing: asyncio.Task[None] | None = None

    async def prepare(self) -> None:
        """Bring the tables up to date, once; what needs them does it, so that a database may be away at the start."""
        if self._prepared:
            return
        if self._preparing is None or self._preparing.done():
            self._preparing = asyncio.create_task(self._prepare())
        await asyncio.shield(self._preparing)  # who has no time to wait for it does not end it for the others

    async def _prepare(self) -> None:
        try:
            await migrate(self._url)
        except AWAY as error:
            raise ServersAwayError(type(error).__name__) from error
        self._prepared = True

    async def aclose(self) -> None:
        if self._preparing is not None:
            self._preparing.cancel()
            with suppress(ServersAwayError, asyncio.CancelledError):
                await self._preparing
        await self._engine.dispose()

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[AsyncSession]:
        await self.prepare()
        try:
            async with self._session.begin() as session:
                yield session
        except (IntegrityError, ProgrammingError, DataError):  # the database is there
            raise
        except AWAY as error:
            raise ServersAwayError(type(error).__name__) from error

    # A server's choices.

    async def server(self, guild_id: int) -> Server | None:
        async with self._transaction() as session:
            return await session.get(Server, guild_id)

    async def start(self, chosen: Server, now: datetime) -> Server:
        """Keep the choices and begin with the next post; the ledger, the order and what is refused stay."""
        try:
            return await self._start(chosen, now)
        except IntegrityError:  # two begin at once
            return await self._start(chosen, now)

    async def _start(self, chosen: Server, now: datetime) -> Server:
        async with self._transaction() as session:
            known = await _locked(session, chosen.guild_id)
            due = known.next_at if known is not None and known.active and _same_hours(known, chosen) else None
            if known is not None:
                chosen.seed = known.seed
            chosen.active, chosen.failures, chosen.told, chosen.left_at = True, 0, False, None
            await _drop_skips(session, chosen.guild_id, now)
            # What is due at this moment still comes.
            chosen.next_at = due if due is not None and due <= seconds(now) else await _next_at(session, chosen, now)
            return await session.merge(chosen)

    async def stop(self, guild_id: int) -> bool:
        """Post no more, and keep the choices; whether it was posting."""
        async with self._transaction() as session:
            server = await _locked(session, guild_id)
            if server is None or not server.active:
                return False
            server.active, server.next_at = False, None
            await _drop_pending(session, guild_id)
            return True

    async def forget(self, guild_id: int) -> bool:
        """Delete all that is kept of a server; whether there was anything."""
        async with self._transaction() as session:
            return await _forget(session, [guild_id])

    async def skip(self, guild_id: int, now: datetime) -> datetime | None:
        """Pass over the next post, whose moment is returned; None where none is to come. One that is passed over
        already is not passed over twice."""
        async with self._transaction() as session:
            server = await _locked(session, guild_id)
            if server is None or not server.active:
                return None
            skipped: Post | None = await session.scalar(_skips(guild_id, now))
            if skipped is not None:
                return moment(skipped.due_at)
            under_way = await _pending(session, guild_id)
            # What is due at this moment is the next one, too.
            after = now if under_way or not server.next_at else min(now, moment(server.next_at - 1))
            day, due = _first(server, after, await _taken(session, server, after))
            row = Post(guild_id=guild_id, day=day, due_at=seconds(due), status="skipped", channel_id=server.channel_id)
            session.add(row)
            await session.flush()
            if under_way is None:
                server.next_at = await _next_at(session, server, now, after)
            return due

    async def upcoming(self, server: Server, now: datetime, number: int) -> list[datetime]:
        """The moments of the next posts."""
        async with self._transaction() as session:
            taken = await _taken(session, server, now)
        found = (due for _, due in schedule_of(server).upcoming(now, taken))
        return [due for due, _ in zip(found, range(number), strict=False)]

    # Where the bot is.

    async def left(self, guild_id: int, now: datetime) -> None:
        """Remember that a server removed the bot."""
        async with self._transaction() as session:
            chosen = update(Server).where(Server.guild_id == guild_id, Server.left_at.is_(None))
            await session.execute(chosen.values(left_at=seconds(now)))

    async def is_in(self, guild_ids: Collection[int], now: datetime, shards: Shards) -> None:
        """Bring up to date which of this process's servers the bot is in."""
        async with self._transaction() as session:
            here = set(await session.scalars(_of(select(Server.guild_id).where(Server.left_at.is_(None)), shards)))
            away = set(await session.scalars(_of(select(Server.guild_id).where(Server.left_at.is_not(None)), shards)))
            for changed, left_at in ((here.difference(guild_ids), seconds(now)), (away.intersection(guild_ids), None)):
                for some in _portions(changed):
                    await session.execute(update(Server).where(Server.guild_id.in_(some)).values(left_at=left_at))

    async def came_back(self, guild_id: int) -> None:
        """Remember that a server has the bot again."""
        async with self._transaction() as session:
            await session.execute(update(Server).where(Server.guild_id == guild_id).values(left_at=None))

    async def forget_the_left(self, now: datetime, shards: Shards) -> None:
        """Delete what is kept of this process's servers that removed the bot long ago."""
        async with self._transaction() as session:
            gone = _of(select(Server.guild_id).where(Server.left_at <= seconds(now - KEPT)), shards)
            for some in _portions(await session.scalars(gone)):
                await _forget(session, some)

    # The ledger.

    async def due(self, now: datetime, shards: Shards) -> list[int]:
        """The servers that are to be looked at, those that are latest first."""
        waiting = select(Server.guild_id).where(Server.active, Server.left_at.is_(None), Server.next_at <= seconds(now))
        async with self._transaction() as session:
            found = _of(waiting, shards).order_by(Server.next_at, Server.guild_id)
            return list(await session.scalars(found))

    async def visit(self, guild_id: int, now: datetime) -> tuple[Server, Post | None] | None:
        """A server whose time has come, and its post that is under way, if one is. None where it is not its time."""
        async with self._transaction() as session:
            server = await session.get(Server, guild_id)
            if server is None or not server.active or server.next_at is None or server.next_at > seconds(now):
                return None
            return server, await _pending(session, guild_id)

    async def history(self, guild_id: int) -> History:
        """What a server has had, and what it does not want again."""
        places = (Post.episode, Post.segment, Post.first, Post.language)
        had = (Post.guild_id == guild_id, Post.status.in_(SHOWN), Post.episode.is_not(None))
        async with self._transaction() as session:
            times: Sequence[Any] = (
                await session.execute(select(func.count(), *places).where(*had).group_by(*places))
            ).all()
            newest = select(*places).where(*had).order_by(Post.id.desc()).limit(NEWEST)
            recent: Sequence[Any] = (await session.execute(newest)).all()
            refused = list(await session.scalars(select(Refused).where(Refused.guild_id == guild_id)))
        return History(
            {_place(*place): number for number, *place in times},
            [_place(*place) for place in reversed(recent)],
            {_place(one.episode, one.segment, one.first, one.language) for one in refused},
        )

    async def claim(self, server: Server, passage: Passage, now: datetime) -> Post | None:
        """Write the row of the post that is due; None where another process was quicker."""
        if server.next_at is None:
            return None
        day = schedule_of(server).day_at(moment(server.next_at))
        return await self._write(server, day, server.next_at, passage, now)

    async def claim_now(self, server: Server, passage: Passage, now: datetime) -> Post | None:
        """Write the row of a post that is wanted at once: the one that is due or today's, or where that was posted
        one besides. None where another process has it under way.
        """
        async with self._transaction() as session:
            here = await _locked(session, server.guild_id)
            if here is None or await _pending(session, server.guild_id):
                return None
            overdue = here.active and here.next_at is not None and here.next_at <= seconds(now)
            due_at = here.next_at if overdue and here.next_at is not None else seconds(now)
            day: date | None = schedule_of(here).day_at(moment(due_at))
            today = await session.scalar(select(Post).where(Post.guild_id == here.guild_id, Post.day == day))
            if not here.active or (today is not None and today.status == "posted"):
                day = None
            elif today is not None:
                await session.delete(today)
                await session.flush()
            if day is not None:
                here.next_at = seconds(now) + LEASE
            post = _row(here, day, due_at, passage, now)
            session.add(post)
            return post

    async def _write(self, server: Server, day: date, due_at: int, passage: Passage, now: datetime) -> Post | None:
        post = _row(server, day, due_at, passage, now)
        try:
            async with self._transaction() as session:
                if not await _take(session, server, now):
                    return None
                session.add(post)
        except IntegrityError:  # that date has its row
            await self._go_on(server.guild_id, now)
            return None
        return post

    async def _go_on(self, guild_id: int, now: datetime) -> None:
        """Look for the next date that has no row yet."""
        async with self._transaction() as session:
            server = await _locked(session, guild_id)
            if server is not None and server.active and server.next_at is not None and server.next_at <= seconds(now):
                server.next_at = await _next_at(session, server, now, moment(server.next_at))

    async def again(self, server: Server, now: datetime) -> bool:
        """Take a post that is under way for another try; whether no other process did."""
        async with self._transaction() as session:
            return await _take(session, server, now)

    async def mark(
        self,
        post: Post,
        status: Status,
        now: datetime,
        *,
        message_id: int | None = None,
        reason: str | None = None,
    ) -> Server | None:
        """Write down what became of a post, and when the next one is due; the server as it then is."""
        async with self._transaction() as session:
            await _locked(session, post.guild_id)
            values = {"status": status, "message_id": message_id, "reason": reason}
            done = await session.execute(
                update(Post).where(Post.id == post.id, Post.status == "pending").values(values)
            )
            if not _changed(done):
                return None
            return await _settled(session, post, status, now)

    async def withdraw(self, post: Post, now: datetime) -> None:
        """Take back the row of a post that was wanted at once and could not be made: as if nobody had asked."""
        async with self._transaction() as session:
            server = await _locked(session, post.guild_id)
            await session.execute(delete(Post).where(Post.id == post.id, Post.status == "pending"))
            if server is not None and server.active and post.day is not None:
                server.next_at = await _next_at(session, server, now, moment(post.due_at - 1))

    async def pass_over(
        self, server: Server, status: Status, now: datetime, reason: str | None = None
    ) -> Server | None:
        """Write the row of a post that is due and was never tried, and when the next one is."""
        if server.next_at is None:
            return None
        post = Post(
            guild_id=server.guild_id,
            day=schedule_of(server).day_at(moment(server.next_at)),
            due_at=server.next_at,
            status=status,
            reason=reason or None,
            channel_id=server.channel_id,
        )
        try:
            async with self._transaction() as session:
                if not await _take(session, server, now):
                    return None
                session.add(post)
                await session.flush()
                return await _settled(session, post, status, now)
        except IntegrityError:  # that date has its row
            await self._go_on(server.guild_id, now)
            return None

    async def telling(self, guild_id: int) -> bool:
        """Note that somebody is told that nothing can be posted; whether nobody was yet."""
        async with self._transaction() as session:
            untold = update(Server).where(Server.guild_id == guild_id, Server.told.is_(False))
            return _changed(await session.execute(untold.values(told=True)))

    async def untold(self, guild_id: int) -> None:
        """Note that nobody could be told."""
        async with self._transaction() as session:
            await session.execute(update(Server).where(Server.guild_id == guild_id).values(told=False))

    async def last_posts(self, guild_id: int, number: int, until: datetime | None = None) -> list[Post]:
        """The rows of the ledger, the newest first, perhaps only those that were due by then."""
        async with self._transaction() as session:
            mine = select(Post).where(Post.guild_id == guild_id)
            if until is not None:
                mine = mine.where(Post.due_at <= seconds(until))
            return list(await session.scalars(mine.order_by(Post.due_at.desc(), Post.id.desc()).limit(number)))

    async def post(self, post_id: int) -> Post | None:
        async with self._transaction() as session:
            return await session.get(Post, post_id)

    async def refuse(self, post: Post) -> None:
        """Never post that passage in its server again."""
        with suppress(IntegrityError):  # two refuse it at once
            async with self._transaction() as session:
                await session.merge(
                    Refused(
                        guild_id=post.guild_id,
                        episode=post.episode,
                        segment=post.segment,
                        first=post.first,
                        language=post.language,
                    )
                )

    async def replace(self, post: Post, passage: Passage) -> bool:
        """Let another passage stand in a post; whether it still had the one that it was read with."""
        async with self._transaction() as session:
            as_read = update(Post).where(
                Post.id == post.id, Post.episode == post.episode, Post.segment == post.segment, Post.first == post.first
            )
            values = {
                "episode": passage.episode,
                "segment": passage.segment,
                "first": passage.first,
                "last": passage.last,
                "language": passage.language,
            }
            return _changed(await session.execute(as_read.values(values)))

    # Notes between processes.

    async def note(self, name: str) -> str | None:
        async with self._transaction() as session:
            found = await session.get(Note, name)
            return found.value if found else None

    async def write_note(self, name: str, value: str) -> None:
        async with self._transaction() as session:
            await session.merge(Note(name=name, value=value))


@dataclass(frozen=True, slots=True)
class Shards:
    """This process's share of the servers: those of `ids`, of so many shards as `count`; all of them without ids."""

    count: int = 1
    ids: Sequence[int] | None = None


def _of(chosen: Select[Any], shards: Shards) -> Select[Any]:
    """Only the servers of this process: which shard one belongs to is in its id."""
    if shards.ids is None:
        return chosen
    return chosen.where((Server.guild_id.bitwise_rshift(literal(22, Integer)) % shards.count).in_(shards.ids))


def _portions(ids: Iterable[int]) -> Iterator[list[int]]:
    """Some at a time: a statement takes only so many values."""
    waiting = iter(ids)
    while some := list(islice(waiting, PORTION)):
        yield some


def _same_hours(one: Server, other: Server) -> bool:
    return (one.minute, one.timezone, one.days) == (other.minute, other.timezone, other.days)


def _left_out(server: Server, day: date, due: datetime) -> Post:
    """The row of a date that went by while no process was there."""
    return Post(guild_id=server.guild_id, day=day, due_at=seconds(due), status="missed", channel_id=server.channel_id)


def _row(server: Server, day: date | None, due_at: int, passage: Passage, now: datetime) -> Post:
    return Post(
        guild_id=server.guild_id,
        day=day,
        due_at=due_at,
        status="pending",
        channel_id=server.channel_id,
        tried_at=seconds(now),
        episode=passage.episode,
        segment=passage.segment,
        first=passage.first,
        last=passage.last,
        language=passage.language,
    )


def _changed(done: Any) -> bool:
    assert isinstance(done, CursorResult)  # noqa: S101 - an update's result is one
    return bool(done.rowcount)


async def _locked(session: AsyncSession, guild_id: int) -> Server | None:
    """A server that nobody else changes until the transaction is over; whoever changes its posts locks it first."""
    return await session.get(Server, guild_id, with_for_update=True, populate_existing=True)


async def _take(session: AsyncSession, server: Server, now: datetime) -> bool:
    """Have a server to oneself until the lease is over; whether it is as it was read."""
    as_read = update(Server).where(Server.guild_id == server.guild_id, Server.next_at == server.next_at, Server.active)
    return _changed(await session.execute(as_read.values(next_at=seconds(now) + LEASE)))


async def _pending(session: AsyncSession, guild_id: int) -> Post | None:
    """The daily post of a server that is under way."""
    waiting = select(Post).where(Post.guild_id == guild_id, Post.status == "pending", Post.day.is_not(None))
    found: Post | None = await session.scalar(waiting.order_by(Post.id).limit(1))
    return found


async def _taken(session: AsyncSession, server: Server, now: datetime) -> set[date]:
    """The local dates from now on that have their row already."""
    since = schedule_of(server).day_at(now) - timedelta(days=2)
    days = select(Post.day).where(Post.guild_id == server.guild_id, Post.day >= since)
    return {day for day in await session.scalars(days) if day is not None}


async def _next_at(session: AsyncSession, server: Server, now: datetime, since: datetime | None = None) -> int:
    """When a server is due next: at once where a post is under way."""
    if await _pending(session, server.guild_id):
        return seconds(now) + LEASE
    since = since or now
    return seconds(_first(server, since, await _taken(session, server, since))[1])


def _first(server: Server, after: datetime, taken: set[date]) -> tuple[date, datetime]:
    """The next date without a row, and its moment."""
    later = after + timedelta(days=HORIZON)  # if ever all until then have one
    return next(schedule_of(server).upcoming(after, taken), (later.date(), later))


async def _settled(session: AsyncSession, post: Post, status: Status, now: datetime) -> Server | None:
    """The server after a post: failures are counted, and after a week of them it is paused."""
    server = await _locked(session, post.guild_id)
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
            moment(post.due_at), await _taken(session, server, moment(post.due_at))
        ):
            if due >= since:
                break
            session.add(_left_out(server, day, due))
        await session.flush()
        server.next_at = await _next_at(session, server, now, since) if server.active else None
    return server


def _skips(guild_id: int, now: datetime) -> Select[Any]:
    """The posts to come that are passed over."""
    coming = select(Post).where(Post.guild_id == guild_id, Post.status == "skipped", Post.due_at > seconds(now))
    return coming.order_by(Post.due_at).limit(1)


async def _drop_skips(session: AsyncSession, guild_id: int, now: datetime) -> None:
    """Who sets it up anew wants what is to come."""
    coming = delete(Post).where(Post.guild_id == guild_id, Post.status == "skipped", Post.due_at > seconds(now))
    await session.execute(coming)


async def _drop_pending(session: AsyncSession, guild_id: int) -> None:
    """What is under way is given up: nobody goes on with it."""
    waiting = update(Post).where(Post.guild_id == guild_id, Post.status == "pending")
    await session.execute(waiting.values(status="missed"))


async def _forget(session: AsyncSession, guild_ids: Sequence[int]) -> bool:
    found = False
    for table in (Server, Post, Refused):
        done = await session.execute(delete(table).where(table.guild_id.in_(guild_ids)))
        found = found or _changed(done)
    return found
