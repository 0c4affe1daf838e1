"""The one place where an error becomes a reply or a log line."""

from __future__ import annotations

import logging
import secrets
from typing import cast

import discord
from discord import app_commands

from handlers.cards.refusal import failure_card, outdated_card, refusal_card
from handlers.refusals import Refusal
from handlers.replies import send
from handlers.texts import texts_for

log = logging.getLogger(__name__)


UNKNOWN_INTERACTION = 10062
"""Discord's code for an interaction that is over."""


class Tree(app_commands.CommandTree[discord.Client]):
    async def on_error(self, interaction: discord.Interaction, error: Exception) -> None:
        """Answer whoever asked, privately; log what nobody expected, once, under the reference that they are given."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        if interaction.type is discord.InteractionType.autocomplete or _is_too_late(cause):
            log.warning("%s could not be answered: %s", _what(interaction), type(cause).__name__)
            return
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


def _is_too_late(error: BaseException) -> bool:
    """Whether Discord does not wait for an answer any more: it takes none after three seconds."""
    return isinstance(error, discord.NotFound) and error.code == UNKNOWN_INTERACTION


def _what(interaction: discord.Interaction) -> str:
    """The command or the kind of button, without anything that the user typed."""
    if interaction.command:
        return f"/{interaction.command.qualified_name}"
    custom_id = str(cast("dict[str, object]", interaction.data or {}).get("custom_id", ""))
    return f"button {custom_id[:4]!r}"  # its version, verb, role and kind
