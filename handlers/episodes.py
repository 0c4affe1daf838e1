"""`/episodes` lists what the bot knows."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from handlers.addresses.address import EpisodesAddress
from handlers.answers import Answers
from handlers.refusals import NoEpisodesError
from handlers.replies import send
from handlers.texts import texts_for


class Episodes(commands.Cog):
    def __init__(self, answers: Answers) -> None:
        self.answers = answers

    @app_commands.command()
    async def episodes(self, interaction: discord.Interaction) -> None:
        """List the episodes that can be searched"""
        if not self.answers.library.episodes:
            raise NoEpisodesError
        card = await self.answers.card(EpisodesAddress(0), texts_for(interaction), private=False)
        await send(interaction, card, private=False)
