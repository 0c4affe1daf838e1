"""The message-menu command "Delete answer": for whoever asked, and for moderators."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from handlers.addresses.asker import asker_of
from handlers.cards.layout import card
from handlers.once import here
from handlers.refusals import CannotDeleteError, NotAnAnswerError, NotYourAnswerError
from handlers.replies import send
from handlers.requests import acknowledge_interaction
from handlers.rights import may_moderate
from handlers.texts import texts_for


class Deletion(commands.Cog):
    def __init__(self, tree: app_commands.CommandTree[discord.Client]) -> None:
        tree.add_command(app_commands.ContextMenu(name="Delete answer", callback=self.delete_answer))

    async def delete_answer(self, interaction: discord.Interaction, message: discord.Message) -> None:
        if interaction.client.user != message.author:
            raise NotAnAnswerError
        if asker_of(message) != interaction.user.id and not may_moderate(interaction):
            raise NotYourAnswerError
        await acknowledge_interaction(interaction, thinking=True)
        try:
            await here(interaction).get_partial_message(message.id).delete()
        except discord.Forbidden as error:
            raise CannotDeleteError from error
        except discord.NotFound:
            pass  # somebody was quicker, or the bot is not there: then the message still stands, and its menu too
        texts = texts_for(interaction)
        await send(interaction, card([texts("The answer is deleted.")]), private=True)
