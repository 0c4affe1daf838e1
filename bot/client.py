"""The bot's client: what it may do, which handlers it has, and how its commands reach Discord."""

from __future__ import annotations

import logging
from random import Random
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.tree import Tree
from handlers.answers import Answers
from handlers.buttons import AddressButton
from handlers.chapters import Chapters
from handlers.correction import CorrectionButton
from handlers.episodes import Episodes
from handlers.help import Help
from handlers.moments import Moments
from handlers.quotes import Quotes
from handlers.texts import CommandTexts
from handlers.verification import Verification
from transcript.library import Library

log = logging.getLogger(__name__)

# The bot does not speak, so what voice would need is no news.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


class Pullquote(commands.AutoShardedBot):
    """Needs no privileged intent, mentions nobody, works in servers, direct messages and wherever a user takes it."""

    def __init__(self, library: Library, *, rng: Random, dev_guild_id: int | None = None, **options: Any) -> None:
        super().__init__(
            command_prefix=[],
            help_command=None,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            tree_cls=Tree,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            **options,
        )
        self.answers = Answers(library, rng)
        self.command_ids: dict[str, int] = {}
        self._dev_guild_id = dev_guild_id

    async def setup_hook(self) -> None:
        await self.add_cog(Quotes(self.answers))
        await self.add_cog(Chapters(self.answers))
        await self.add_cog(Moments(self.answers))
        await self.add_cog(Episodes(self.answers))
        await self.add_cog(Verification(self.answers, self.tree))
        await self.add_cog(Help(self.tree, self.command_ids))
        self.add_dynamic_items(AddressButton, CorrectionButton)
        await self.tree.set_translator(CommandTexts())
        await self._sync()

    async def _sync(self) -> None:
        """Bring Discord's list of the commands up to date: everywhere, or at once in the developer's server alone."""
        guild = None
        if self._dev_guild_id is not None:
            guild = discord.Object(self._dev_guild_id)
            self.tree.copy_global_to(guild=guild)
        self.command_ids.update({command.name: command.id for command in await self.tree.sync(guild=guild)})

    async def on_ready(self) -> None:
        count = len(self.answers.library.episodes)
        log.info("ready: episodes %d, servers %d", count, len(self.guilds))
