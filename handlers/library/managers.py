"""The members who may change a server's library."""

from __future__ import annotations

import discord

from handlers.library.refusals import NotLibraryManagerError


def check_manager(interaction: discord.Interaction) -> None:
    """Raise NotLibraryManagerError for whoever may not manage the server."""
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        raise NotLibraryManagerError


def may_see(interaction: discord.Interaction) -> bool:
    """True if whoever types may be offered what the server has."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild
