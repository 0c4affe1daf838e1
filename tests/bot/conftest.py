"""Fixtures of the bot's tests: a bot on SimCord's stage, and databases of either kind."""

from __future__ import annotations

from tests.databases import database, postgres
from tests.handlers.conftest import library, servers, stage

__all__ = ["database", "library", "postgres", "servers", "stage"]
