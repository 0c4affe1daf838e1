"""`/episodes` lists what the bot knows."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from handlers.addresses.address import EpisodesAddress, key
from handlers.cards.layout import Card
from handlers.library.desk import Desk
from handlers.options import show_choices, show_named
from handlers.refusals import NoEpisodesError
from handlers.replies import send
from handlers.texts import texts_for


class Episodes(commands.Cog):
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command()
    @app_commands.describe(show="Only the episodes of this show")
    async def episodes(self, interaction: discord.Interaction, show: str | None = None) -> None:
        """List the episodes that can be searched"""
        answers, texts = self._desk.answers_to(interaction), texts_for(interaction)

        def make_card() -> Card:
            if not answers.library.episodes:
                raise NoEpisodesError(answers.library.coverage)
            named = show_named(answers.library, show)
            return answers.card_at(EpisodesAddress(0, key(named) if named else b""), texts, private=False)

        card = await answers.make(make_card)
        await send(interaction, card, private=False)

    @episodes.autocomplete("show")
    async def _offer_shows(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        answers = self._desk.answers_to(interaction)
        return await answers.offer(lambda: show_choices(answers.library, typed))
