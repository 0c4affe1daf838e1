"""Each server's own choices, beside the ledger of its posts, in the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from itertools import islice

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from config.follows import Follows
from config.history import PostHistory
from config.ledger import Ledger
from config.library.presence import forget_libraries, servers_of, set_left
from config.outbox import Outbox
from config.queries import Shards, in_portions, moment, of_shards, seconds
from config.rows import (
    KEPT,
    delete_all,
    drop_skips,
    first_free,
    give_up,
    hours_of,
    locked_server,
    next_moment,
    schedule_of,
    taken_dates,
    under_way,
    untried_post,
)
from config.schedule import DueDate
from config.tables import Note, Post, Server


class Servers(Ledger, PostHistory, Outbox, Follows):
    """Servers' choices, the ledger of their posts, the outbox, and what is followed."""

    async def server(self, guild_id: int) -> Server | None:
        async with self._reading() as session:
            return await session.get(Server, guild_id)

    async def start(self, chosen: Server, now: datetime) -> Server:
        """Keep the choices and begin with the next post; the ledger, the order and what is refused stay."""
        try:
            return await self._try_to_start(chosen, now)
        except IntegrityError:  # two begin at once
            return await self._try_to_start(chosen, now)

    async def _try_to_start(self, chosen: Server, now: datetime) -> Server:
        async with self._transaction() as session:
            known = await locked_server(session, chosen.guild_id)
            due = known.next_at if known is not None and known.active and hours_of(known) == hours_of(chosen) else None
            if known is not None:
                chosen.seed = known.seed
            chosen.active, chosen.failures, chosen.told, chosen.left_at = True, 0, False, None
            await drop_skips(session, chosen.guild_id, now)
            # What is due at this moment still comes.
            chosen.next_at = due if due is not None and due <= seconds(now) else await next_moment(session, chosen, now)
            return await session.merge(chosen)

    async def stop(self, guild_id: int) -> bool:
        """Stop posting and keep the choices. False if the server was not posting."""
        async with self._transaction() as session:
            server = await locked_server(session, guild_id)
            if server is None or not server.active:
                return False
            server.active, server.next_at = False, None
            await give_up(session, guild_id)
            return True

    async def forget(self, guild_id: int) -> bool:
        """Delete all that is kept of a server. False if there was nothing."""
        async with self._transaction() as session:
            return await delete_all(session, [guild_id])

    async def skip(self, guild_id: int, now: datetime) -> DueDate | None:
        """Pass over the next post that is not passed over yet; its date, or None if none comes."""
        async with self._transaction() as session:
            server = await locked_server(session, guild_id)
            if server is None or not server.active:
                return None
            pending = await under_way(session, guild_id)
            # What is due at this moment is the next one, too.
            after = now if pending or not server.next_at else min(now, moment(server.next_at - 1))
            skipped = first_free(server, after, await taken_dates(session, server, after))
            session.add(untried_post(server, skipped.day, seconds(skipped.due), "skipped"))
            await session.flush()
            if pending is None:
                server.next_at = await next_moment(session, server, now, after)
            return skipped

    async def unskip(self, guild_id: int, day: date, now: datetime) -> datetime | None:
        """Let the post of a date come after all; returns its moment, or None where it was not passed over."""
        async with self._transaction() as session:
            server = await locked_server(session, guild_id)
            coming = select(Post).where(Post.guild_id == guild_id, Post.day == day, Post.status == "skipped")
            post: Post | None = await session.scalar(coming.where(Post.due_at > seconds(now)))
            if server is None or post is None:
                return None
            await session.delete(post)
            await session.flush()
            if server.active and not await under_way(session, guild_id):
                server.next_at = await next_moment(session, server, now)
            return moment(post.due_at)

    async def edit(self, guild_id: int, changes: Mapping[str, object], now: datetime) -> Server | None:
        """Change some choices of a server, by the names of their columns; returns the server, or None if it has none.

        Other hours void what was to be passed over; what is due at this moment still comes.
        """
        async with self._transaction() as session:
            server = await locked_server(session, guild_id)
            if server is None:
                return None
            hours = hours_of(server)
            for name, value in changes.items():
                setattr(server, name, value)
            if "channel_id" in changes:
                server.failures, server.told = 0, False
            if hours != hours_of(server):
                await drop_skips(session, guild_id, now)
                if server.active and (server.next_at is None or server.next_at > seconds(now)):
                    server.next_at = await next_moment(session, server, now)
            return server

    async def upcoming(self, server: Server, now: datetime, number: int) -> list[datetime]:
        """The moments of the next posts; none where a server is stopped."""
        if not server.active:
            return []
        async with self._reading() as session:
            taken = await taken_dates(session, server, now)
        return [each.due for each in islice(schedule_of(server).upcoming(now, taken), number)]

    async def posting(self, shards: Shards) -> list[Server]:
        """This process's servers that have a quote of the day."""
        async with self._reading() as session:
            running = select(Server).where(Server.active, Server.left_at.is_(None)).order_by(Server.guild_id)
            return list(await session.scalars(of_shards(running, shards)))

    # The servers that the bot is in.

    async def left(self, guild_id: int, now: datetime) -> None:
        """Remember that a server removed the bot."""
        async with self._transaction() as session:
            await set_left(session, [guild_id], seconds(now))

    async def is_in(self, guild_ids: Collection[int], now: datetime, shards: Shards) -> None:
        """Note which of this process's servers the bot is in now, and which it left."""
        async with self._transaction() as session:
            here, away = await servers_of(session, shards)
            await set_left(session, here.difference(guild_ids), seconds(now))
            await set_left(session, away.intersection(guild_ids), None)

    async def came_back(self, guild_id: int) -> None:
        """Remember that a server has the bot again."""
        async with self._transaction() as session:
            await set_left(session, [guild_id], None)

    async def forget_the_left(self, now: datetime, shards: Shards) -> None:
        """Delete what is kept of this process's servers that removed the bot long ago, their libraries too."""
        long_ago = seconds(now - KEPT)
        async with self._transaction() as session:
            await forget_libraries(session, long_ago, shards)
            gone = of_shards(select(Server.guild_id).where(Server.left_at <= long_ago), shards)
            for some in in_portions(await session.scalars(gone)):
                await delete_all(session, some)

    # Notes between processes.

    async def note(self, name: str) -> str | None:
        async with self._reading() as session:
            found = await session.get(Note, name)
            return found.value if found else None

    async def write_note(self, name: str, value: str) -> None:
        async with self._transaction() as session:
            await session.merge(Note(name=name, value=value))
