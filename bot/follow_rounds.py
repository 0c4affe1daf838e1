"""The rounds in which followers are told of new episodes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

import discord

from config.state import ServersAwayError
from handlers.follow.telling import Telling

log = logging.getLogger(__name__)


FOLLOWS_EVERY = 30.0
"""Seconds between two rounds: an episode is taken in about as often."""


class FollowRounds:
    def __init__(self, client: discord.Client, telling: Telling, clock: Callable[[], datetime]) -> None:
        self._client = client
        self._telling = telling
        self._clock = clock
        self._running: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, as soon as the client is ready."""
        self._running = asyncio.create_task(self._go_round())

    def stop(self) -> None:
        if self._running is not None:
            self._running.cancel()

    async def _go_round(self) -> None:
        while True:
            await self._client.wait_until_ready()
            try:
                await self._telling.round(self._clock())
            except ServersAwayError:
                pass  # the rounds of daily posts say so
            except Exception:
                log.exception("a round of follows failed", {"event": "follow_round_failed"})
            await asyncio.sleep(FOLLOWS_EVERY)
