"""Commands that are for those who manage a server alone."""

from __future__ import annotations

from typing import Any

import discord

from tests.handlers.stage import Stage


async def helper_despite_settings(stage: Stage, name: str) -> Any:
    """A member who manages nothing, and whom the server's own settings let see the command all the same.

    The command is checked to be a server's, and to be shown to its managers as long as the settings say nothing else.
    """
    command = next(one for one in await stage.bot.tree.fetch_commands() if one.name == name)
    assert command.default_member_permissions == discord.Permissions(manage_guild=True)
    group = stage.bot.tree.get_command(name)
    assert group is not None
    payload = group.to_dict(stage.bot.tree)
    assert (payload["contexts"], payload["integration_types"]) == ([0], [0])
    role = stage.guild.create_role("Helpers", permissions=discord.Permissions())
    stage.guild.set_command_permissions(command, {role: True})
    return stage.guild.add_member(stage.env.create_user("hal"), roles=[role])
