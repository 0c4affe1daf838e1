"""Posting what was really said: for those who may manage messages, in reply to the message that was checked."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

import discord

from handlers.addresses.address import BadAddressError, CorrectionAddress
from handlers.addresses.codec import decode, encode
from handlers.buttons import Reporting, Serving, mark_done
from handlers.cards.layout import Card, card
from handlers.once import Once, Outgoing, here
from handlers.refusals import MessageGoneError, NotAllowedError, OldButtonError
from handlers.replies import send
from handlers.requests import acknowledge
from handlers.texts import texts_for

UNKNOWN_MESSAGE, INVALID_FORM = 10008, 50035
"""Discord's codes for a message that is gone, and for a reply to one."""


class CorrectionButton(
    Reporting,
    template=re.compile(r"2(?P<slot>.)(?P<address>.+)", re.DOTALL),
):
    async def pressed(self, interaction: discord.Interaction) -> None:
        # The button is shown to those who may; Discord does not check it again, so this does.
        if not may_correct(interaction):
            raise NotAllowedError
        try:
            address = decode(self.custom_id[2:])
        except BadAddressError as error:
            raise OldButtonError from error
        if not isinstance(address, CorrectionAddress):
            raise OldButtonError
        await acknowledge(interaction)
        serving, texts = cast("Serving", interaction.client), texts_for(interaction)
        correction = await serving.answers.card(address, texts, private=False)
        beside = await _post(serving.once, interaction, address, correction)
        await mark_done(interaction, self.item)
        if beside:
            await send(interaction, card([texts("The correction is posted.")]), private=True)


def may_correct(interaction: discord.Interaction) -> bool:
    """Whether who asks may manage messages where they ask; in direct messages nobody may."""
    return interaction.guild_id is not None and interaction.permissions.manage_messages


async def _post(once: Once, interaction: discord.Interaction, address: CorrectionAddress, correction: Card) -> bool:
    """Post it in reply to the message; where the bot may not write, as the answer, for all to see.

    Whether it stands beside the answer.
    Raises MessageGoneError where there is no such message any more.
    """
    pressed = interaction.message.id if interaction.message else 0
    since = address.message or pressed
    key = f"correction {interaction.channel_id} {since} {encode(address)}"
    outgoing = Outgoing(correction, key, since, address.message or None)
    try:
        await once.post(here(interaction), outgoing)
    except discord.HTTPException as error:
        if address.message and error.code in (INVALID_FORM, UNKNOWN_MESSAGE):
            raise MessageGoneError from error
        await once.follow_up(interaction, replace(outgoing, key=f"answer {key}", since=pressed, replies_to=None))
        return False
    return True
