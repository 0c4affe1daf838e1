"""The operator's settings, from the environment and from `.env`."""

from __future__ import annotations

from config.settings.addresses import database
from config.settings.settings import SHIPPED, Settings, SettingsError, load

__all__ = ["SHIPPED", "Settings", "SettingsError", "database", "load"]
