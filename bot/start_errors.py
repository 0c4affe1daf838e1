"""Errors that keep the bot from starting or going on, each told in a line that names the mend."""

from __future__ import annotations

import aiohttp
import discord
from discord import app_commands

WRONG_TOKEN = "DISCORD_TOKEN: Discord does not accept it; copy it again from the page Bot of your application"  # noqa: S105


CLOSED = {
    4004: WRONG_TOKEN,
    4010: "SHARD_IDS: Discord knows no such shard; each has to be below SHARD_COUNT",
    4011: "SHARD_COUNT: the bot is in too many servers for so few shards; set a larger one, or leave it out",
    4012: "Discord does not speak with this version of the bot any more; install a newer one",
    4013: "Discord does not know what the bot asks to be told of; install a newer version of the bot",
    4014: "Discord does not allow what the bot asks to be told of; on the page Bot of your application, see that it is "
    "not restricted",
}
"""The error to tell for each code with which Discord's gateway closes the connection for good."""


FATAL = (discord.DiscordException, app_commands.AppCommandError, OSError, aiohttp.ClientError)
"""Errors that end a start or a run, since it cannot go on."""


def mend_of(error: BaseException) -> str:
    """The line for one of FATAL."""
    match error:
        case discord.LoginFailure():
            return WRONG_TOKEN
        case discord.GatewayNotFound(__cause__=discord.HTTPException(status=401)):
            return WRONG_TOKEN
        case discord.PrivilegedIntentsRequired():
            return CLOSED[4014]
        case discord.ConnectionClosed(code=code):
            return CLOSED.get(
                code, f"Discord closed the connection ({code}); start again, and report it if it stays so"
            )
        case discord.Forbidden(text=text):
            return f"DEV_GUILD_ID: the bot is not in that server, or was not allowed commands there ({text})"
        case OSError() | aiohttp.ClientError():
            return f"Discord cannot be reached ({error}); check the network, then start again"
    return f"Discord did not take the bot's start ({error}); try again, and report it if it stays so"
