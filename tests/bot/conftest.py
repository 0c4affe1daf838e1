"""Conftest."""

from __future__ import annotations

from tests.databases import database, postgres
from tests.handlers.conftest import library, servers, stage

__all__ = ["database", "library", "postgres", "servers", "stage"]
