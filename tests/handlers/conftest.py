"""A small Discord with the real bot in it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path
from typing import Any

import discord
import pytest

from config.servers import Servers
from handlers.library import progress
from tests.conftest import sqlite_at
from tests.databases import database, postgres
from tests.handlers.stage import FOLLOWED_EVERY, Stage, set_up
from transcript.library import Library

__all__ = ["database", "postgres"]


@pytest.fixture(autouse=True)
def _seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers follow along when a test lets time pass, and never while it waits for another one."""
    monkeypatch.setattr(progress, "EVERY", FOLLOWED_EVERY)


@pytest.fixture
def library(shipped: Library) -> Library:
    """The library that the bot answers from; a test module may have one of its own."""
    return shipped


@pytest.fixture
async def servers(tmp_path: Path, empty_tables: Path) -> AsyncIterator[Servers]:
    """Servers' choices, in a database of the test's own."""
    path = tmp_path / "state" / "servers.db"
    path.parent.mkdir()
    shutil.copy(empty_tables, path)
    async with aclosing(Servers(sqlite_at(path))) as servers:
        await servers.prepare()  # before SimCord allows the bot but five seconds to start
        yield servers


@pytest.fixture
async def stage(library: Library, servers: Servers) -> AsyncIterator[Stage]:
    async with set_up(library, servers) as stage:
        yield stage


@pytest.fixture
def owner(stage: Stage) -> Any:
    """A member who may manage the server."""
    managing = discord.Permissions(manage_guild=True, manage_messages=True)
    role = stage.guild.create_role("Owners", permissions=managing)
    return stage.guild.add_member(stage.env.create_user("ola"), roles=[role])


@pytest.fixture
def moderator(stage: Stage) -> Any:
    """A member who may check messages, post verdicts and replace daily posts."""
    role = stage.guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
    return stage.guild.add_member(stage.env.create_user("mo"), roles=[role])


@pytest.fixture
def channel(stage: Stage) -> Any:
    return stage.guild.create_text_channel("daily")
