"""The bot's client as its commands and buttons know it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, cast

import discord
from discord import app_commands

if TYPE_CHECKING:  # these import it
    from config.servers import Servers
    from handlers.daily.outlet import Outlet
    from handlers.daily.posts import Posting
    from handlers.library.desk import Desk
    from handlers.metrics import Interactions
    from handlers.once import Once


class Client(Protocol):
    """The part of the bot that lasts from one interaction to the next."""

    clock: Callable[[], datetime]
    desk: Desk
    interactions: Interactions
    once: Once
    outlet: Outlet
    posting: Posting
    servers: Servers
    tree: app_commands.CommandTree[discord.Client]


def client_of(interaction: discord.Interaction) -> Client:
    return cast("Client", interaction.client)
