"""How a card is sent: as a new answer, or in the place of the one whose button was pressed."""

from __future__ import annotations

from io import BytesIO

import discord

from handlers.cards.layout import Card


def is_private(interaction: discord.Interaction) -> bool:
    """Whether the message whose button was pressed is for one user alone."""
    return interaction.message is not None and interaction.message.flags.ephemeral


async def send(interaction: discord.Interaction, card: Card, *, private: bool) -> None:
    """Answer, or follow up where the interaction is answered already. Nobody is ever mentioned."""
    files = _files(card)
    if interaction.response.is_done():
        await interaction.followup.send(view=card.view, files=files, ephemeral=private)
    else:
        await interaction.response.send_message(view=card.view, files=files, ephemeral=private)


async def turn(interaction: discord.Interaction, card: Card) -> None:
    """Show that card in the place of the message; its pictures go with it."""
    await interaction.response.edit_message(view=card.view, attachments=_files(card))


def _files(card: Card) -> list[discord.File]:
    return [discord.File(BytesIO(picture.png), picture.name, description=picture.alt) for picture in card.pictures]
