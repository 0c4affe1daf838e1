"""Posting a verdict for all to see: for those who may write, in reply to the message that was checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import discord

from handlers.addresses.address import CorrectionAddress
from handlers.addresses.codec import encode
from handlers.buttons import Reporting, correction_in, mark_done
from handlers.cards.layout import QUIET_COLOUR, AnyButton, Card, card
from handlers.cards.verdict import posted_card
from handlers.client import client_of
from handlers.once import Outgoing, here
from handlers.refusals import MayNotWriteError, MessageGoneError, OldButtonError
from handlers.replies import send
from handlers.requests import acknowledge_interaction
from handlers.rights import may_write
from handlers.texts import Texts, texts_for

UNKNOWN_MESSAGE = 10008
"""Discord's code for a message that is gone."""


INVALID_FORM = 50035
"""Discord's code for a reply to a message that is gone."""


class PostButton(
    Reporting,
    template=re.compile(r"2(?P<slot>.)(?P<address>.+)", re.DOTALL),
):
    async def pressed(self, interaction: discord.Interaction) -> None:
        # The button is shown to those who may; Discord does not check it again, so this does.
        if not may_write(interaction):
            raise MayNotWriteError
        address = correction_in(self.custom_id)
        await acknowledge_interaction(interaction)
        texts = texts_for(interaction)
        verdict = await self._shown_verdict(interaction, address, texts)
        beside = await _post_verdict(interaction, address, verdict)
        await mark_done(interaction, self.item, texts("Posted"))
        if beside:
            await send(interaction, card([texts("The verdict is posted.")]), private=True)

    async def _shown_verdict(self, interaction: discord.Interaction, address: CorrectionAddress, texts: Texts) -> Card:
        """The verdict as whoever pressed sees it, with buttons that lead to what was said.

        Raises a Refusal where that is not there any more.
        """
        buttons: Sequence[AnyButton] = ()
        if address.pointers:
            answers = client_of(interaction).desk.answers_to(interaction)
            said = await answers.card(address, texts, private=False)
            buttons = said.frames[0].buttons
        container = container_of(interaction.message, self.custom_id)
        if container is None:
            raise OldButtonError
        colour = container.accent_colour
        return posted_card(texts_in_container(container), colour.value if colour else QUIET_COLOUR, buttons, texts)


def container_of(message: discord.Message | None, custom_id: str) -> discord.Container | None:
    """The part of a message that has the button with that custom_id."""
    for component in message.components if message else ():
        if isinstance(component, discord.Container) and custom_id in _custom_ids(component):
            return component
    return None


def _custom_ids(container: discord.Container) -> set[str | None]:
    rows = [child for child in container.children if isinstance(child, discord.ActionRow)]
    return {getattr(button, "custom_id", None) for row in rows for button in row.children}


def texts_in_container(container: discord.Container) -> list[str]:
    return [child.content for child in container.children if isinstance(child, discord.TextDisplay)]


async def _post_verdict(interaction: discord.Interaction, address: CorrectionAddress, verdict: Card) -> bool:
    """Post it in reply to the message; where the bot may not write, as the answer, for all to see.

    True if it stands beside the answer. Raises MessageGoneError where there is no such message any more.
    """
    once = client_of(interaction).once
    pressed = interaction.message.id if interaction.message else 0
    since = address.message or pressed
    key = f"verdict {interaction.channel_id} {since} {encode(address)}"
    outgoing = Outgoing(verdict, key, since, address.message or None, interaction.user.id)
    try:
        await once.post(here(interaction), outgoing)
    except discord.HTTPException as error:
        if address.message and error.code in (INVALID_FORM, UNKNOWN_MESSAGE):
            raise MessageGoneError from error
        await once.follow_up(interaction, replace(outgoing, key=f"answer {key}", since=pressed, replies_to=None))
        return False
    return True
