"""The rounds in which followers are told of new episodes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

import discord

from bot.rounds.rounds import Rounds
from config.state import DatabaseAwayError
from config.tables import Follow
from handlers.follow.messages import Telling
from handlers.refusals import Refusal
from transcript.models import Episode

log = logging.getLogger(__name__)


FOLLOWS_EVERY = 30.0
"""Seconds between two rounds: an episode is taken in about as often."""


class FollowRounds(Rounds):
    def __init__(self, client: discord.Client, telling: Telling, clock: Callable[[], datetime]) -> None:
        super().__init__(client, clock, "messages to followers", FOLLOWS_EVERY)
        self._telling = telling

    async def round(self, now: datetime) -> None:
        """Tell every follower of what is new and was not told yet."""
        for follow, episode in await self._telling.untold(now):
            if self.is_ending:
                return
            await self._tell_follower(follow, episode, now)

    async def _tell_follower(self, follow: Follow, episode: Episode, now: datetime) -> None:
        """One message; what goes wrong with it holds up no other, and is tried again in the next round."""
        try:
            await self._telling.tell(follow, episode, now)
        except DatabaseAwayError:
            raise
        except Refusal as refusal:
            told = {"event": "follow_waits", "follow": follow.id, "error": type(refusal).__name__}
            log.info("follow %(follow)d: not now (%(error)s)", told)
        except Exception:
            log.exception("follow %(follow)d: it failed", {"event": "follow_failed", "follow": follow.id})
