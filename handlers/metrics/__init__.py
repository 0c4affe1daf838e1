"""Counts and times of what the bot does, for whoever runs it."""

from __future__ import annotations

from handlers.metrics.interactions import Interactions, Outcome, request_id
from handlers.metrics.meters import Meters

__all__ = ["Interactions", "Meters", "Outcome", "request_id"]
