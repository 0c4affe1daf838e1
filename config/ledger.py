"""The ledger of daily posts.

A post goes through three steps, each a transaction: it is claimed (the row is written, with what will be posted), it
is sent, and it is marked. `next_at` of a server is moved with each of them, only from the value that was read: so of
two processes that look at a server at once one goes on, and the other leaves it alone until `LEASE` has passed.
Whoever changes a server's posts locks the server first.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, NamedTuple

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from config.history import newest_post_id
from config.queries import Shards, has_changed, moment, of_shards, seconds
from config.rows import (
    LEASE,
    Passage,
    Status,
    locked_server,
    new_post,
    next_moment,
    schedule_of,
    settle_post,
    take_lease,
    under_way,
    untried_post,
)
from config.state import State
from config.tables import Post, Server


class Visit(NamedTuple):
    """A server whose time has come, and its post that is under way, if any."""

    server: Server
    post: Post | None


class ChosenMeanwhileError(Exception):
    """Another post of the server was claimed since its history was read."""


class Ledger(State):
    async def due(self, now: datetime, shards: Shards) -> list[int]:
        """The servers whose time has come, the longest overdue first."""
        waiting = select(Server.guild_id).where(Server.active, Server.left_at.is_(None), Server.next_at <= seconds(now))
        async with self._reading() as session:
            found = of_shards(waiting, shards).order_by(Server.next_at, Server.guild_id)
            return list(await session.scalars(found))

    async def visit(self, guild_id: int, now: datetime) -> Visit | None:
        """The visit that is due in a server; None if its time has not come."""
        async with self._reading() as session:
            server = await session.get(Server, guild_id)
            if server is None or not server.active or server.next_at is None or server.next_at > seconds(now):
                return None
            return Visit(server, await under_way(session, guild_id))

    async def claim(self, server: Server, passage: Passage, now: datetime, newest: int | None = None) -> Post | None:
        """Write the row of the post that is due; None where another process was quicker.

        Raises ChosenMeanwhileError where `newest`, if it is given, is not the server's last row any more.
        """
        if server.next_at is None:
            return None
        day = schedule_of(server).day_at(moment(server.next_at))
        post = new_post(server, day, server.next_at, passage, now)
        try:
            async with self._transaction() as session:
                if not await take_lease(session, server, now):
                    return None
                await _assert_newest(session, server.guild_id, newest)
                session.add(post)
        except IntegrityError:  # that date has its row
            await self._go_on(server.guild_id, now)
            return None
        return post

    async def claim_now(
        self, server: Server, passage: Passage, now: datetime, newest: int | None = None
    ) -> Post | None:
        """Write the row of a post that is wanted at once: the due one or today's, or if that was posted an extra one.
        None where another process has it under way.

        Raises ChosenMeanwhileError where `newest`, if it is given, is not the server's last row any more.
        """
        async with self._transaction() as session:
            here = await locked_server(session, server.guild_id)
            if here is None or await under_way(session, server.guild_id):
                return None
            await _assert_newest(session, server.guild_id, newest)
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
            post = new_post(here, day, due_at, passage, now)
            session.add(post)
            return post

    async def _go_on(self, guild_id: int, now: datetime) -> None:
        """Set the server's next moment to that of the next date without a row."""
        async with self._transaction() as session:
            server = await locked_server(session, guild_id)
            if server is not None and server.active and server.next_at is not None and server.next_at <= seconds(now):
                server.next_at = await next_moment(session, server, now, moment(server.next_at))

    async def again(self, server: Server, now: datetime) -> bool:
        """Take a post that is under way for another try. False if another process was quicker."""
        async with self._transaction() as session:
            return await take_lease(session, server, now)

    async def mark(
        self,
        post: Post,
        status: Status,
        now: datetime,
        *,
        message_id: int | None = None,
        reason: str | None = None,
    ) -> Server | None:
        """Write the outcome of a post and the moment of the next one; returns the server as it then is."""
        async with self._transaction() as session:
            await locked_server(session, post.guild_id)
            values = {"status": status, "message_id": message_id, "reason": reason}
            done = await session.execute(
                update(Post).where(Post.id == post.id, Post.status == "pending").values(values)
            )
            if not has_changed(done):
                return None
            return await settle_post(session, post, status, now)

    async def withdraw(self, post: Post, now: datetime) -> None:
        """Delete the row of a post that was wanted at once and could not be made, as if nobody had asked."""
        async with self._transaction() as session:
            server = await locked_server(session, post.guild_id)
            await session.execute(delete(Post).where(Post.id == post.id, Post.status == "pending"))
            if server is not None and server.active and post.day is not None:
                server.next_at = await next_moment(session, server, now, moment(post.due_at - 1))

    async def pass_over(
        self, server: Server, status: Literal["missed", "failed"], now: datetime, reason: str | None = None
    ) -> Server | None:
        """Write the row of a due post that was never tried, and the moment of the next one; returns the server."""
        if server.next_at is None:
            return None
        day = schedule_of(server).day_at(moment(server.next_at))
        post = untried_post(server, day, server.next_at, status, reason)
        try:
            async with self._transaction() as session:
                if not await take_lease(session, server, now):
                    return None
                session.add(post)
                await session.flush()
                return await settle_post(session, post, status, now)
        except IntegrityError:  # that date has its row
            await self._go_on(server.guild_id, now)
            return None

    async def telling(self, guild_id: int) -> bool:
        """Note that somebody is being told that nothing can be posted. True if nobody was told before."""
        async with self._transaction() as session:
            untold = update(Server).where(Server.guild_id == guild_id, Server.told.is_(False))
            return has_changed(await session.execute(untold.values(told=True)))

    async def untold(self, guild_id: int) -> None:
        """Note that nobody could be told."""
        async with self._transaction() as session:
            await session.execute(update(Server).where(Server.guild_id == guild_id).values(told=False))


async def _assert_newest(session: AsyncSession, guild_id: int, newest: int | None) -> None:
    if newest is not None and await newest_post_id(session, guild_id) != newest:
        raise ChosenMeanwhileError
