"""Following an interaction from its arrival to its answer: its id in the log, its outcome and its time."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal

import discord

from handlers.metrics.meters import Meters

log = logging.getLogger(__name__)


Outcome = Literal["answered", "refused", "busy", "unavailable", "over", "failed"]
"""The outcome of an interaction: refused is a clear answer that it cannot be done, busy that too much is asked for,
unavailable that the database is away; over is what another process answered or Discord waits for no more."""


request_id: ContextVar[str] = ContextVar("the id under which this task's lines are logged", default="")


@dataclass(slots=True)
class _Following:
    identity: str
    name: str
    begun: float
    is_over: bool = False


class Interactions:
    def __init__(self, meters: Meters) -> None:
        self._meters = meters
        self._under_way = 0
        self._is_ending = False
        self._idle = asyncio.Event()
        self._idle.set()

    def begin(self, interaction: discord.Interaction, name: str) -> bool:
        """Give the interaction its id; what its task logs from here on has it. False if it is not to be answered any
        more, since the process ends."""
        if self._is_ending:
            return False
        self._under_way += 1
        self._idle.clear()
        following = interaction.extras[_Following] = _Following(secrets.token_hex(4), name, time.monotonic())
        request_id.set(following.identity)
        return True

    async def finish(self) -> None:
        """Let no interaction begin any more, and wait for the answers under way."""
        self._is_ending = True
        await self._idle.wait()

    def id_of(self, interaction: discord.Interaction) -> str:
        """The id of an interaction, by which its lines in the log are found."""
        following: _Following | None = interaction.extras.get(_Following)
        return following.identity if following else secrets.token_hex(4)

    def end(self, interaction: discord.Interaction, outcome: Outcome) -> None:
        """Count what became of the interaction, once, if it began."""
        following: _Following | None = interaction.extras.get(_Following)
        if following is not None and not following.is_over:
            following.is_over = True
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()
            took = time.monotonic() - following.begun
            self._meters.commands.labels(following.name, outcome).inc()
            self._meters.answer_seconds.labels(following.name).observe(took)
            log.debug(
                "%(command)s: %(outcome)s in %(milliseconds)d ms",
                {"event": "answer", "command": following.name, "outcome": outcome, "milliseconds": 1000 * took},
            )
