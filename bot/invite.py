"""The addresses that install the bot, made of the application's id."""

from __future__ import annotations

import base64
import binascii

import discord

NEEDED = discord.Permissions(
    view_channel=True, send_messages=True, send_messages_in_threads=True, read_message_history=True
)
"""For daily posts and corrections; answers to commands need none. History is read to find a post of one's own again."""


def application_id(token: str) -> int | None:
    """The application's id, which is what the first part of a bot's token says in Base64; None where it says none."""
    first = token.partition(".")[0]
    try:
        return int(base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)))
    except (ValueError, binascii.Error):
        return None


def server_address(client_id: int) -> str:
    return discord.utils.oauth_url(client_id, permissions=NEEDED, scopes=("bot", "applications.commands"))


def user_address(client_id: int) -> str:
    return f"{discord.utils.oauth_url(client_id, scopes=('applications.commands',))}&integration_type=1"
