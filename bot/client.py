"""The bot's client: what it may do, which handlers it has, and how its commands reach Discord."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.command_sync import Syncing
from bot.greeting import greet_server
from bot.rounds import DailyRounds, FollowRounds
from bot.tree import Tree
from config.library.rows import Quotas
from config.library.sources import Sources
from config.queries import Shards, utc_now
from config.servers import Servers
from config.state import DatabaseAwayError
from handlers.buttons import AddressButton, AddressMenu
from handlers.cards.help import Links
from handlers.chapters import Chapters
from handlers.daily.buttons import ForgetButton, RefuseComingButton, UnskipButton
from handlers.daily.commands import Daily
from handlers.daily.outlet import Outlet
from handlers.daily.posts import Posting
from handlers.daily.replacement import NotThisButton, replacement_menu
from handlers.daily.today import Today
from handlers.episodes import Episodes
from handlers.follow.announcements import Announcements
from handlers.follow.commands import FollowCommands
from handlers.follow.messages import Telling
from handlers.follow.stop import StopButton
from handlers.help import Help
from handlers.library.commands import LibraryCommands
from handlers.library.desk import Desk
from handlers.menus.again import ChangeButton, ChoiceMenu, submit_changes
from handlers.menus.deletion import Deletion
from handlers.metrics import Interactions, Meters
from handlers.moments import Moments
from handlers.once import Once
from handlers.quotes import Quotes
from handlers.requests import request_tracing
from handlers.texts import CommandTexts
from handlers.verification.commands import CheckButton, Verification
from handlers.verification.posts import PostButton
from transcript.library import Library
from transcript.library.shelves import Shelves

log = logging.getLogger(__name__)


# The bot does not speak, so what voice would need is no news.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


@dataclass(frozen=True, slots=True)
class Operation:
    """The way in which the bot is run: by which shards it is connected, and what its operator chose."""

    shard_count: int | None = None
    shard_ids: Sequence[int] | None = None
    dev_guild_id: int | None = None
    links: Links = field(default_factory=Links)
    greets: bool = True
    quotas: Quotas = field(default_factory=Quotas)

    @property
    def shards(self) -> Shards:
        return Shards.of_process(self.shard_count, self.shard_ids)

    @property
    def syncs_commands(self) -> bool:
        """True in one of all processes."""
        return self.shard_ids is None or 0 in self.shard_ids


AS_USUAL = Operation()


def _options_of(operation: Operation, meters: Meters) -> dict[str, Any]:
    """The options of discord.py's client."""
    return {
        "intents": discord.Intents(guilds=True),
        "allowed_mentions": discord.AllowedMentions.none(),
        "http_trace": request_tracing(meters),
        "allowed_contexts": app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        "allowed_installs": app_commands.AppInstallationType(guild=True, user=True),
        "shard_count": operation.shard_count,
        "shard_ids": None if operation.shard_ids is None else list(operation.shard_ids),
    }


class Pullquote(commands.AutoShardedBot):
    """Needs no privileged intent, mentions nobody, works in servers, direct messages and wherever a user takes it."""

    def __init__(
        self,
        library: Library | Shelves,
        servers: Servers,
        *,
        rng: Random,
        clock: Callable[[], datetime] = utc_now,
        operation: Operation = AS_USUAL,
        sources: Sources | None = None,
    ) -> None:
        self.meters = Meters()
        super().__init__(command_prefix=[], help_command=None, tree_cls=Tree, **_options_of(operation, self.meters))
        self.interactions = Interactions(self.meters)
        self.desk = Desk(library, rng, self.meters)
        self.command_ids: dict[str, int] = {}
        self.servers = servers
        self.sources = sources or Sources(servers.url)
        self._closes_sources = sources is None
        self.once = Once(servers, clock)
        self.outlet = Outlet(self)
        self.posting = Posting(self.desk, servers, self.outlet, self.once)
        self.announcements = Announcements(self, self.sources)
        self.telling = Telling(self, self.desk, servers, self.announcements, self.once, operation.shards)
        self.following = FollowRounds(self, self.telling, clock)
        self.rounds = DailyRounds(self, servers, self.posting, operation.shards, clock)
        self._connected: set[int] = set()
        self._rng = rng
        self.clock = clock
        self._operation = operation

    async def setup_hook(self) -> None:
        await self.add_handlers()
        guild = None
        if self._operation.dev_guild_id is not None:  # at once in the developer's server alone, instead of everywhere
            guild = discord.Object(self._operation.dev_guild_id)
            self.tree.copy_global_to(guild=guild)
        self.command_ids.update(
            await Syncing(self.tree, self.servers, guild).ids(may_sync=self._operation.syncs_commands)
        )
        self.rounds.start()
        self.following.start()

    async def add_handlers(self) -> None:
        """Add every command and button, each in plain sight."""
        await self.add_cog(Quotes(self.desk))
        await self.add_cog(Chapters(self.desk))
        await self.add_cog(Moments(self.desk))
        await self.add_cog(Episodes(self.desk))
        await self.add_cog(Verification(self.desk, self.tree))
        await self.add_cog(Daily(self.desk, self.servers, self.posting, self._rng, self.clock))
        await self.add_cog(Today(self.desk, self.servers, self.posting, self.clock))
        self.tree.add_command(replacement_menu())
        await self.add_cog(FollowCommands(self.desk, self.servers, self.telling, self.clock))
        await self.add_cog(
            LibraryCommands(self.sources, self._operation.quotas, self.telling, self.announcements, self.clock)
        )
        await self.add_cog(Deletion(self.tree))
        await self.add_cog(Help(self.desk, self.tree, self.command_ids, self._operation.links))
        self.add_dynamic_items(
            AddressButton, AddressMenu, PostButton, StopButton, CheckButton, NotThisButton, ChoiceMenu, ChangeButton
        )
        self.add_dynamic_items(RefuseComingButton, UnskipButton, ForgetButton)
        await self.tree.set_translator(CommandTexts())

    async def on_app_command_completion(self, interaction: discord.Interaction, _command: object) -> None:
        self.interactions.end(interaction, "answered")

    async def on_shard_connect(self, shard_id: int) -> None:
        if shard_id in self._connected:
            self.meters.gateway_reconnects.inc()
        self._connected.add(shard_id)

    async def on_shard_resumed(self, _shard_id: int) -> None:
        self.meters.gateway_reconnects.inc()

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        with suppress(DatabaseAwayError):  # the next round notices it too
            await self.servers.left(guild.id, self.clock())

    async def on_guild_join(self, guild: discord.Guild) -> None:
        with suppress(DatabaseAwayError):
            await self.servers.came_back(guild.id)
        if self._operation.greets:
            await greet_server(
                self, guild, self.desk.answers_in(guild.id).library.episodes, self.command_ids, self.once
            )

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.modal_submit:
            await submit_changes(interaction)

    async def finish(self, seconds: float) -> None:
        """Answer what was asked, make the posts under way, and begin nothing new, for so many seconds at most."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await asyncio.gather(self.interactions.finish(), self.rounds.finish(), self.following.finish())

    async def close(self) -> None:
        await asyncio.gather(self.rounds.stop(), self.following.stop())
        await super().close()
        if self._closes_sources:
            await self.sources.aclose()

    async def on_ready(self) -> None:
        count = len(self.desk.answers_in(None).library.episodes)
        counts = {"event": "ready", "episodes": count, "servers": len(self.guilds)}
        log.info("ready: episodes %(episodes)d, servers %(servers)d", counts)
