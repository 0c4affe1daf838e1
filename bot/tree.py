"""The one place where an error becomes a reply or a log line."""

from __future__ import annotations

import logging
import secrets

import discord
from discord import app_commands

from handlers.cards.refusal import failure_card, outdated_card, refusal_card
from handlers.refusals import Refusal
from handlers.replies import send
from handlers.texts import texts_for

log = logging.getLogger(__name__)


class Tree(app_commands.CommandTree[discord.Client]):
    async def on_error(self, interaction: discord.Interaction, error: Exception) -> None:
        """Answer whoever asked, privately; log what nobody expected, once, under the reference that they are given."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        texts = texts_for(interaction)
        if isinstance(cause, Refusal):
            card = refusal_card(cause, texts)
        elif isinstance(cause, app_commands.CommandSignatureMismatch | app_commands.CommandNotFound):
            card = outdated_card(texts)
        else:
            reference = secrets.token_hex(4)
            log.error("%s failed, reference %s", _what(interaction), reference, exc_info=cause)
            card = failure_card(reference, texts)
        try:
            await send(interaction, card, private=True)
        except discord.HTTPException as unsent:
            log.warning("an error could not be told: %s", unsent)


def _what(interaction: discord.Interaction) -> str:
    """The command or the kind of button, without anything that the user typed."""
    return f"/{interaction.command.qualified_name}" if interaction.command else interaction.type.name
