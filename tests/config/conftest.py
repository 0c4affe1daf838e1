"""Fixtures of the database's tests, of either kind."""

from __future__ import annotations

from tests.databases import database, postgres, servers, sources

__all__ = ["database", "postgres", "servers", "sources"]
