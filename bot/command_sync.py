"""Bringing Discord's list of the commands up to date: by one process of several, and only where they changed."""

from __future__ import annotations

import asyncio
import hashlib
import json
from contextlib import suppress
from typing import Any, TypeAlias

import discord
from discord import app_commands

from config.servers import Servers
from config.state import DatabaseAwayError

AnyCommand: TypeAlias = "app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu"


DATABASE_SECONDS = 5.0
"""Seconds that the start waits for the database, which it can do without."""


class Syncing:
    """The commands of a tree, everywhere or in one server."""

    def __init__(self, tree: app_commands.CommandTree[Any], servers: Servers, guild: discord.Object | None) -> None:
        self._tree = tree
        self._servers = servers
        self._guild = guild
        self._name = f"commands {tree.client.application_id} {guild.id if guild else 'everywhere'}"

    async def ids(self, *, may_sync: bool) -> dict[str, int]:
        """The ids that Discord gave the commands, by name, once its list is up to date."""
        known = await self._tree.fetch_commands(guild=self._guild)
        if may_sync and await self.has_changed({command.name for command in known}):
            known = await self._tree.sync(guild=self._guild)
            with suppress(DatabaseAwayError, TimeoutError):
                async with asyncio.timeout(DATABASE_SECONDS):
                    await self._servers.write_note(self._name, await self._commands_digest())
        return {command.name: command.id for command in known}

    async def has_changed(self, known: set[str]) -> bool:
        """True if Discord has other commands than these, or if that cannot be found out."""
        if known != {command.name for command in self._own_commands()}:
            return True
        try:
            async with asyncio.timeout(DATABASE_SECONDS):
                return await self._servers.note(self._name) != await self._commands_digest()
        except (DatabaseAwayError, TimeoutError):
            return True  # to bring them up to date once too often harms nothing

    def _own_commands(self) -> list[AnyCommand]:
        kinds = (discord.AppCommandType.chat_input, discord.AppCommandType.message)
        return [command for kind in kinds for command in self._tree.get_commands(guild=self._guild, type=kind)]

    async def _commands_digest(self) -> str:
        """A digest of these commands; another version of them has another digest."""
        translator = self._tree.translator
        assert translator is not None  # noqa: S101 - it is set before
        payload = [await command.get_translated_payload(self._tree, translator) for command in self._own_commands()]
        return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
