"""The bot's health over HTTP: alive, ready, and metrics for Prometheus."""

from __future__ import annotations

from bot.health.server import HealthPortError, serving

__all__ = ["HealthPortError", "serving"]
