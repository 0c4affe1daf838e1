"""`/episodes` lists what the bot knows."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from handlers.addresses.address import EpisodesAddress
from handlers.cards.layout import Card
from handlers.library.desk import Desk
from handlers.refusals import NoEpisodesError
from handlers.replies import send
from handlers.texts import texts_for


class Episodes(commands.Cog):
    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @app_commands.command()
    async def episodes(self, interaction: discord.Interaction) -> None:
        """List the episodes that can be searched"""
        answers, texts = self.desk.answers_to(interaction), texts_for(interaction)

        def make_card() -> Card:
            if not answers.library.episodes:
                raise NoEpisodesError(answers.library.coverage)
            return answers.card_at(EpisodesAddress(0), texts, private=False)

        card = await answers.make(make_card)
        await send(interaction, card, private=False)
