"""The bot's client: what it may do, which handlers it has, and how its commands reach Discord."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from random import Random
from typing import Any, TypeAlias, cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.rounds import Rounds
from bot.tree import Tree
from config.servers import Servers, ServersAwayError, Shards
from handlers.answers import Answers
from handlers.buttons import AddressButton
from handlers.chapters import Chapters
from handlers.correction import CorrectionButton
from handlers.daily import Daily
from handlers.episodes import Episodes
from handlers.help import Help
from handlers.moments import Moments
from handlers.once import tracing
from handlers.outlet import Outlet
from handlers.posting import Posting
from handlers.quotes import Quotes
from handlers.replacing import NotThisButton
from handlers.texts import CommandTexts
from handlers.verification import Verification
from transcript.library import Library

AnyCommand: TypeAlias = "app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu"

log = logging.getLogger(__name__)

# The bot does not speak, so what voice would need is no news.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


PATIENCE = 5.0
"""Seconds that the start waits for the database, which it can do without."""


def utc_now() -> datetime:
    return datetime.now(UTC)


class Pullquote(commands.AutoShardedBot):
    """Needs no privileged intent, mentions nobody, works in servers, direct messages and wherever a user takes it."""

    def __init__(
        self,
        library: Library,
        servers: Servers,
        *,
        rng: Random,
        clock: Callable[[], datetime] = utc_now,
        dev_guild_id: int | None = None,
        shard_count: int | None = None,
        shard_ids: Sequence[int] | None = None,
    ) -> None:
        super().__init__(
            command_prefix=[],
            help_command=None,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            tree_cls=Tree,
            http_trace=tracing(),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            shard_count=shard_count,
            shard_ids=cast("list[int]", None if shard_ids is None else list(shard_ids)),  # None is its own default
        )
        self.answers = Answers(library, rng)
        self.command_ids: dict[str, int] = {}
        self.servers = servers
        self.posting = Posting(self.answers, servers, Outlet(self))
        shards = Shards() if shard_ids is None else Shards(shard_count or 1, shard_ids)
        self.rounds = Rounds(self, servers, self.posting, shards, clock)
        self._rng = rng
        self._clock = clock
        self._dev_guild_id = dev_guild_id
        self._syncs = shard_ids is None or 0 in shard_ids

    async def setup_hook(self) -> None:
        await self.add_cog(Quotes(self.answers))
        await self.add_cog(Chapters(self.answers))
        await self.add_cog(Moments(self.answers))
        await self.add_cog(Episodes(self.answers))
        await self.add_cog(Verification(self.answers, self.tree))
        await self.add_cog(Daily(self.answers, self.servers, self.posting, self._rng, self._clock))
        await self.add_cog(Help(self.tree, self.command_ids))
        self.add_dynamic_items(AddressButton, CorrectionButton, NotThisButton)
        await self.tree.set_translator(CommandTexts())
        await self._sync()
        self.rounds.start()

    async def _sync(self) -> None:
        """Bring Discord's list of the commands up to date: everywhere, or at once in the developer's server alone.

        Of several processes the one with the first shard does it, and only where the commands changed.
        """
        guild = None
        if self._dev_guild_id is not None:
            guild = discord.Object(self._dev_guild_id)
            self.tree.copy_global_to(guild=guild)
        known = await self.tree.fetch_commands(guild=guild)
        if self._syncs and await self._commands_changed({command.name for command in known}, guild):
            known = await self.tree.sync(guild=guild)
            await self._note_commands(guild)
        self.command_ids.update({command.name: command.id for command in known})

    async def _commands_changed(self, known: set[str], guild: discord.Object | None) -> bool:
        """Whether Discord has other commands than these, as far as is known."""
        if known != {command.name for command in self._commands(guild)}:
            return True
        try:
            async with asyncio.timeout(PATIENCE):
                return await self.servers.note(self._note_name(guild)) != await self._digest(guild)
        except (ServersAwayError, TimeoutError):
            return True  # to bring them up to date once too often harms nothing

    async def _note_commands(self, guild: discord.Object | None) -> None:
        with suppress(ServersAwayError, TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self.servers.write_note(self._note_name(guild), await self._digest(guild))

    def _note_name(self, guild: discord.Object | None) -> str:
        return f"commands {self.application_id} {guild.id if guild else 'everywhere'}"

    def _commands(self, guild: discord.Object | None) -> list[AnyCommand]:
        kinds = (discord.AppCommandType.chat_input, discord.AppCommandType.message)
        return [command for kind in kinds for command in self.tree.get_commands(guild=guild, type=kind)]

    async def _digest(self, guild: discord.Object | None) -> str:
        """What tells these commands from those of another version."""
        translator = self.tree.translator
        assert translator is not None  # noqa: S101 - it was just set
        commands = self._commands(guild)
        payload = [await command.get_translated_payload(self.tree, translator) for command in commands]
        return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        with suppress(ServersAwayError):  # the next round notices it too
            await self.servers.left(guild.id, self._clock())

    async def on_guild_join(self, guild: discord.Guild) -> None:
        with suppress(ServersAwayError):
            await self.servers.came_back(guild.id)

    async def close(self) -> None:
        self.rounds.stop()
        await super().close()

    async def on_ready(self) -> None:
        count = len(self.answers.library.episodes)
        log.info("ready: episodes %d, servers %d", count, len(self.guilds))
