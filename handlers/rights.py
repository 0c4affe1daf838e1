"""The rights of whoever asks, where they ask. In direct messages nobody has any."""

from __future__ import annotations

import discord

from handlers.refusals import Refusal


def may_manage(interaction: discord.Interaction) -> bool:
    """True if whoever asks may manage the server."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild


def assert_may_manage(interaction: discord.Interaction, otherwise: type[Refusal]) -> None:
    """Raise that refusal for whoever may not manage the server. Discord does not check buttons, and shows commands to
    others where a server's settings say so."""
    if not may_manage(interaction):
        raise otherwise


def may_moderate(interaction: discord.Interaction) -> bool:
    """True if whoever asks may manage messages."""
    return interaction.guild_id is not None and interaction.permissions.manage_messages


def may_write(interaction: discord.Interaction) -> bool:
    """True if whoever asks may write, or moderates."""
    may = interaction.permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    writes = may.send_messages_in_threads if in_thread else may.send_messages
    return interaction.guild_id is not None and (writes or may.manage_messages)
