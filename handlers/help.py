"""`/help` says what there is, for who asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import discord
from discord import app_commands
from discord.ext import commands

from handlers.cards.help import Links, help_card
from handlers.examples import examples_in
from handlers.library.desk import Desk
from handlers.replies import send
from handlers.texts import texts_for

Root: TypeAlias = "app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu"


class Help(commands.Cog):
    """`ids` are those that Discord gave the commands, by name: with its id, a command's name can be tapped."""

    def __init__(
        self, desk: Desk, tree: app_commands.CommandTree[discord.Client], ids: Mapping[str, int], links: Links
    ) -> None:
        self._desk = desk
        self._tree = tree
        self._ids = ids
        self._links = links

    @app_commands.command()
    async def help(self, interaction: discord.Interaction) -> None:
        """Say what this bot can do"""
        listed = [
            (command.qualified_name, command.description)
            for command in self._tree.walk_commands()
            if isinstance(command, app_commands.Command) and command.name != "help"
            if may_use(interaction, command.root_parent or command)
        ]
        menus = [
            command.name
            for command in self._tree.get_commands(type=discord.AppCommandType.message)
            if may_use(interaction, command)
        ]
        answers = self._desk.answers_to(interaction)
        examples = dict(await answers.offer(lambda: [*examples_in(answers.library).items()]))
        card = help_card(listed, menus, self._ids, examples, self._links, texts_for(interaction))
        await send(interaction, card, private=True)


def may_use(interaction: discord.Interaction, command: Root) -> bool:
    """True if whoever asks is shown the command there, as far as its own defaults say."""
    where = command.allowed_contexts
    if interaction.guild_id is None and where is not None and where.dm_channel is False:
        return False
    needed = command.default_permissions
    return needed is None or needed <= interaction.permissions or interaction.permissions.administrator
