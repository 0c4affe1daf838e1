"""The one place where an error becomes a reply or a log line."""

from __future__ import annotations

import logging
from typing import cast

import aiohttp
import discord
from discord import app_commands

from bot.redaction import error_name
from handlers.cards.refusal import Asked, failure_card, outdated_card, refusal_card
from handlers.client import Client
from handlers.menus.again import asked_of
from handlers.metrics import Interactions, Outcome
from handlers.refusals import OverloadedError, Refusal, UnavailableError
from handlers.replies import send
from handlers.requests import ALREADY_ANSWERED, UNKNOWN_INTERACTION
from handlers.texts import texts_for

log = logging.getLogger(__name__)


class Tree(app_commands.CommandTree[discord.Client]):
    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Follow every command from here on; none is refused but where the process ends."""
        return self._interactions.begin(interaction, _label_of(interaction))

    async def _call(self, interaction: discord.Interaction) -> None:
        # discord.py tells nobody of the end of an autocompletion, and of its errors only the log.
        await super()._call(interaction)
        if interaction.type is discord.InteractionType.autocomplete:
            self._interactions.end(interaction, "answered" if interaction.response.is_done() else "failed")

    @property
    def _interactions(self) -> Interactions:
        return cast("Client", self.client).interactions

    async def on_error(self, interaction: discord.Interaction, error: Exception) -> None:
        """Answer whoever asked, privately; log what nobody expected, once, under the reference that they are given."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        try:
            await self._tell_error(interaction, cause)
        finally:
            self._interactions.end(interaction, _outcome_of(cause))

    async def _tell_error(self, interaction: discord.Interaction, cause: BaseException) -> None:
        if _is_answered_or_over(cause):
            told = {"event": "no_answer_needed", "command": _name_of(interaction), "error": error_name(cause)}
            log.debug("%(command)s needs no answer: %(error)s", told)
            return
        if interaction.type is discord.InteractionType.autocomplete:
            told = {"event": "autocomplete_failed", "command": _name_of(interaction), "error": error_name(cause)}
            log.warning("%(command)s could not be answered: %(error)s", told)
            return
        texts = texts_for(interaction)
        if isinstance(cause, Refusal):
            card = refusal_card(cause, texts, _asked_by(cause, interaction))
        elif _is_outdated(cause):
            card = outdated_card(texts)
        else:
            reference = self._interactions.id_of(interaction)
            told = {"event": "failure", "command": _name_of(interaction), "request": reference}
            log.error("%(command)s failed, reference %(request)s", told, exc_info=cause)
            card = failure_card(reference, texts)
        try:
            await send(interaction, card, private=True)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as unsent:
            level = logging.DEBUG if _is_answered_or_over(unsent) else logging.WARNING
            log.log(level, "an error could not be told: %(error)s", {"event": "untold", "error": error_name(unsent)})


def _asked_by(refusal: Refusal, interaction: discord.Interaction) -> Asked | None:
    """The command that was refused: that of the interaction, or the one that a press asked again."""
    return refusal.asked if isinstance(refusal.asked, Asked) else asked_of(interaction)


def _outcome_of(cause: BaseException) -> Outcome:
    if isinstance(cause, OverloadedError):
        return "busy"
    if isinstance(cause, UnavailableError):
        return "unavailable"
    if isinstance(cause, Refusal) or _is_outdated(cause):
        return "refused"
    return "over" if _is_answered_or_over(cause) else "failed"


def _is_outdated(cause: BaseException) -> bool:
    """True if Discord still shows a command in an older form."""
    return isinstance(cause, app_commands.CommandSignatureMismatch | app_commands.CommandNotFound)


def _is_answered_or_over(error: BaseException) -> bool:
    """True if another process has answered, or Discord waits no more: it takes no first answer after three seconds."""
    return isinstance(error, discord.HTTPException) and error.code in (ALREADY_ANSWERED, UNKNOWN_INTERACTION)


def _label_of(interaction: discord.Interaction) -> str:
    """The command's name for metrics; there are only so many."""
    if interaction.type is discord.InteractionType.autocomplete:
        return "autocomplete"
    return interaction.command.qualified_name if interaction.command else "unknown"


def _name_of(interaction: discord.Interaction) -> str:
    """The command or the kind of button, without anything that the user typed."""
    if interaction.command:
        return f"/{interaction.command.qualified_name}"
    custom_id = str(cast("dict[str, object]", interaction.data or {}).get("custom_id", ""))
    return f"button {custom_id[:4]!r}"  # its version, verb, role and kind
