"""Posting what was really said: for those who may manage messages, in reply to the message that was checked."""

from __future__ import annotations

import re
from typing import Any, cast

import discord

from handlers.addresses.address import BadAddressError, CorrectionAddress
from handlers.addresses.codec import decode
from handlers.buttons import Reporting, Serving
from handlers.cards.layout import Card, card
from handlers.refusals import MessageGoneError, NotAllowedError, OldButtonError
from handlers.replies import send, view_of
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
        texts = texts_for(interaction)
        correction = await cast("Serving", interaction.client).answers.card(address, texts, private=False)
        if not await _reply(interaction, correction, address.message):
            await send(interaction, correction, private=False)
            return
        self.item.disabled = True  # so that it is not posted again by a second press
        await interaction.response.edit_message(view=self.view)
        await send(interaction, card([texts("The correction is posted.")]), private=True)


def may_correct(interaction: discord.Interaction) -> bool:
    """Whether who asks may manage messages where they ask; in direct messages nobody may."""
    return interaction.guild_id is not None and interaction.permissions.manage_messages


async def _reply(interaction: discord.Interaction, correction: Card, message: int) -> bool:
    """Whether the bot could post it itself, in reply to the message; where it cannot, only an answer is left.

    Raises MessageGoneError where there is no such message any more.
    """
    if interaction.channel_id is None:
        return False
    channel = interaction.client.get_partial_messageable(interaction.channel_id, guild_id=interaction.guild_id)
    options: dict[str, Any] = {"view": view_of(correction)}
    if message:
        options["reference"] = discord.MessageReference(message_id=message, channel_id=interaction.channel_id)
        options["mention_author"] = False
    try:
        await channel.send(**options)
    except discord.HTTPException as error:
        if message and error.code in (INVALID_FORM, UNKNOWN_MESSAGE):
            raise MessageGoneError from error
        return False
    return True
