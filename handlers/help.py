"""`/help` says what there is."""

from __future__ import annotations

from collections.abc import Mapping

import discord
from discord import app_commands
from discord.ext import commands

from handlers.cards.help import help_card
from handlers.replies import send
from handlers.texts import texts_for


class Help(commands.Cog):
    """`ids` are those that Discord gave the commands, by name: with its id, a command's name can be tapped."""

    def __init__(self, tree: app_commands.CommandTree[discord.Client], ids: Mapping[str, int]) -> None:
        self._tree = tree
        self._ids = ids

    @app_commands.command()
    async def help(self, interaction: discord.Interaction) -> None:
        """Say what this bot can do"""
        listed = [
            (command.qualified_name, command.description)
            for command in self._tree.walk_commands()
            if isinstance(command, app_commands.Command) and command.name != "help"
        ]
        menus = [command.name for command in self._tree.get_commands(type=discord.AppCommandType.message)]
        await send(interaction, help_card(listed, menus, self._command_mention, texts_for(interaction)), private=True)

    def _command_mention(self, name: str) -> str:
        root = name.partition(" ")[0]  # a command of a group has the group's id
        return f"</{name}:{self._ids[root]}>" if root in self._ids else f"**/{name}**"
