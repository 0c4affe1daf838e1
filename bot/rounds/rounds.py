"""Rounds of work that a client makes by itself, until its process ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

import discord

from bot.attempts import Attempts


class Rounds:
    """Rounds of one kind of work, with `pause` seconds between two of them."""

    def __init__(self, client: discord.Client, clock: Callable[[], datetime], work: str, pause: float) -> None:
        self.client = client
        self.clock = clock
        self.is_ending = False
        self._attempts = Attempts(work)
        self._pause = pause
        self._running: asyncio.Task[None] | None = None
        self._idle = asyncio.Event()
        self._idle.set()

    def start(self) -> None:
        """Begin, as soon as the client is ready."""
        self._running = asyncio.create_task(self.run())

    async def stop(self) -> None:
        """Cut off what is under way, and wait until it has ended: to cancel it once more, as the end of an event loop
        does, would leave it waiting for ever for a connection of SQLite's that is being closed."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def finish(self) -> None:
        """Let what is under way end, so that another process need not wait for it, and begin nothing more."""
        self.is_ending = True
        await self._idle.wait()
        await self.stop()

    async def round(self, now: datetime) -> None:
        """Do what is due; nothing more is begun once `is_ending`."""
        raise NotImplementedError

    async def run(self) -> None:
        """Round after round. The pause is of the event loop's clock, which no change of the wall clock moves."""
        while True:
            await self.try_round()
            await asyncio.sleep(self._pause)

    async def try_round(self) -> None:
        """A round; whatever goes wrong with it, the next one comes."""
        await self.client.wait_until_ready()
        self._idle.clear()
        try:
            await self._attempts.attempt(lambda: self.round(self.clock()))
        finally:
            self._idle.set()
