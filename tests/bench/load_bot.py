"""`python -m tests.bench.load_bot BASE DATA`: the bot at a stand-in of Discord; without DATA a bare echo beside it."""

from __future__ import annotations

import asyncio
import sys
from contextlib import aclosing, closing
from pathlib import Path
from random import Random

import discord
from sqlalchemy.engine import URL

from bot.client import Pullquote
from bot.runtime import make_room, settle
from config.servers import Servers
from tests.conftest import SAMPLES
from transcript.library import open_library
from transcript.verdicts import verify

TOKEN = "a.token.x"


class Echo(discord.AutoShardedClient):
    """Answers everything with a word."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.autocomplete:
            await interaction.response.autocomplete([])
        else:
            await interaction.response.send_message("echo", ephemeral=True)


async def run(data: Path) -> None:
    make_room(asyncio.get_running_loop())
    database = URL.create("sqlite+aiosqlite", database=str(data / "servers.db"))
    with closing(open_library([SAMPLES], data)) as library:
        verify(library, "I never said we would not change it. … 我没说过我们不会改变它。")
        settle()
        async with aclosing(Servers(database)) as servers, Pullquote(library, servers, rng=Random(1)) as bot:
            await bot.start(TOKEN)


def main() -> None:
    discord.http.Route.BASE = sys.argv[1]
    if len(sys.argv) > 2:
        asyncio.run(run(Path(sys.argv[2])))
    else:
        asyncio.run(Echo(intents=discord.Intents(guilds=True)).start(TOKEN))


if __name__ == "__main__":
    main()
