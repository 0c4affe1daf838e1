"""The outbox: a row for each post that somebody asked for, so that of all processes and tries one makes it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from config.queries import seconds
from config.state import State
from config.tables import OutboxRow

Turn = Literal["first", "again", "taken", "posted"]
"""The state of a post: not tried yet; tried without a sure outcome; being tried; there."""


TRY_LEASE = timedelta(minutes=15)
"""Time that a try has before another process may begin one: Discord takes no answer to an interaction that is older."""


ROWS_KEPT = timedelta(days=30)
"""Time for which a row is kept; the messages whose buttons ask for posts are seen by one user, and soon gone."""


class Outbox(State):
    async def reserve_send(self, key: str, now: datetime) -> Turn:
        """Begin a try for the post under that key, if nobody else is trying and it is not there."""
        try:
            return await self._try_to_reserve(key, now)
        except IntegrityError:  # two begin at once
            return await self._try_to_reserve(key, now)

    async def _try_to_reserve(self, key: str, now: datetime) -> Turn:
        until = seconds(now + TRY_LEASE)
        async with self._transaction() as session:
            row = await session.get(OutboxRow, key, with_for_update=True)
            if row is None:
                session.add(OutboxRow(key=key, tried_at=seconds(now), leased_until=until, posted=False))
                return "first"
            if row.posted:
                return "posted"
            if row.leased_until > seconds(now):
                return "taken"
            row.leased_until = until
            return "again"

    async def settle_send(self, key: str) -> None:
        """Note that the post is there."""
        async with self._transaction() as session:
            await session.execute(update(OutboxRow).where(OutboxRow.key == key).values(posted=True))

    async def release_send(self, key: str) -> None:
        """Note that a try ended and that it is not known if the post is there: another one may begin, and looks."""
        async with self._transaction() as session:
            await session.execute(update(OutboxRow).where(OutboxRow.key == key).values(leased_until=0))

    async def cancel_send(self, key: str) -> None:
        """Note that Discord refused the post, as if nobody had asked for it."""
        async with self._transaction() as session:
            await session.execute(delete(OutboxRow).where(OutboxRow.key == key))

    async def empty_outbox(self, now: datetime) -> None:
        """Delete the rows of long ago."""
        async with self._transaction() as session:
            await session.execute(delete(OutboxRow).where(OutboxRow.tried_at <= seconds(now - ROWS_KEPT)))
