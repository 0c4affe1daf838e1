"""The rounds that the bot makes by itself, every few seconds."""

from __future__ import annotations

from bot.rounds.daily import DailyRounds
from bot.rounds.follows import FollowRounds

__all__ = ["DailyRounds", "FollowRounds"]
