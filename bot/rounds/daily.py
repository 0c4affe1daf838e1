"""The rounds of daily posts, to the servers whose quote of the day is due."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import discord

from bot.rounds.rounds import Rounds
from config.queries import Shards
from config.servers import Servers
from config.state import DatabaseAwayError
from handlers.daily.posts import Posting

log = logging.getLogger(__name__)


EVERY = 10.0
"""Seconds between two rounds."""


AT_ONCE = 8
"""Servers that are posted in at the same time."""


A_SECOND = 25
"""Servers that are posted in within a second, at most: Discord takes 50 requests, and answers need theirs."""


TIDYING = timedelta(hours=6)
"""Between two looks for servers that removed the bot long ago."""


class DailyRounds(Rounds):
    def __init__(
        self, client: discord.Client, servers: Servers, posting: Posting, shards: Shards, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(client, clock, "daily posts", EVERY)
        self._servers = servers
        self._posting = posting
        self._shards = shards
        self._tidied: datetime | None = None

    async def round(self, now: datetime) -> None:
        """Visit every server that is due, those that are latest first."""
        if self._tidied is None or abs(now - self._tidied) >= TIDYING:
            await self._forget_left(now)
        await self._visit_all(await self._servers.due(now, self._shards))
        await self._posting.remove_old_buttons(now, self._shards)

    async def _forget_left(self, now: datetime) -> None:
        """Note which servers the bot is in; forget those that it left long ago, and old rows of the outbox."""
        await self._servers.is_in({guild.id for guild in self.client.guilds}, now, self._shards)
        await self._servers.forget_the_left(now, self._shards)
        await self._servers.empty_outbox(now)
        await self._servers.empty_notices(now)
        self._tidied = now

    async def _visit_all(self, guild_ids: Sequence[int]) -> None:
        waiting = iter(guild_ids)
        away: list[DatabaseAwayError] = []

        async def visit_waiting() -> None:
            time, pause = asyncio.get_running_loop().time, 0.0
            for guild_id in waiting:
                await asyncio.sleep(pause)
                if self.is_ending:
                    return
                begun = time()
                try:
                    await self._visit_server(guild_id)
                except DatabaseAwayError as error:
                    away.append(error)
                    if len(away) >= AT_ONCE:  # it is not that one server
                        return
                pause = max(0.0, AT_ONCE / A_SECOND - (time() - begun))

        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(visit_waiting())
        if away:
            raise away[0]

    async def _visit_server(self, guild_id: int) -> None:
        """One server; what goes wrong with it holds up no other."""
        try:
            await self._posting.visit(guild_id, self.clock())
        except DatabaseAwayError:
            raise
        except Exception:
            log.exception("server %(server)d: its daily post failed", {"event": "daily_failed", "server": guild_id})
