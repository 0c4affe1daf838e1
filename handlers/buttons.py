"""Presses of buttons that lead to an address. All their state is in their custom_id, so they work for ever."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, Self, cast

import discord
from discord import ui

from handlers.addresses.address import Address, BadAddressError, CorrectionAddress
from handlers.addresses.asker import asker_of
from handlers.addresses.codec import decode
from handlers.addresses.custom_id import Verb, shared_id
from handlers.cards.layout import Card
from handlers.client import client_of
from handlers.once import Outgoing
from handlers.refusals import OldButtonError
from handlers.replies import is_private, send, turn
from handlers.requests import acknowledge_interaction
from handlers.texts import Texts, texts_for


async def report_error(interaction: discord.Interaction, error: Exception) -> None:
    """Hand a button's error to the one door for errors; discord.py would only log it."""
    await client_of(interaction).tree.on_error(interaction, cast("discord.app_commands.AppCommandError", error))


class Reporting(ui.DynamicItem[ui.Button[ui.LayoutView]], template=re.compile("(?!)")):
    """A button or a menu whose errors go where those of commands go."""

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction, item: ui.Item[ui.LayoutView], _match: re.Match[str], /
    ) -> Self:
        return cls(cast("ui.Button[ui.LayoutView]", item))

    async def callback(self, interaction: discord.Interaction) -> None:
        interactions = client_of(interaction).interactions
        name = type(self).__name__.removesuffix("Button").removesuffix("Menu")
        if not interactions.begin(interaction, f"button {name}"):
            return
        try:
            await self.pressed(interaction)
        except Exception as error:  # the tree is the one door for errors; here nothing else sees them
            await report_error(interaction, error)
        else:
            interactions.end(interaction, "answered")

    async def pressed(self, interaction: discord.Interaction) -> None:
        """Do what the button is for."""
        raise NotImplementedError


class AddressButton(
    Reporting,
    template=re.compile(r"(?P<verb>1[eos])(?P<slot>.)(?P<address>.+)", re.DOTALL),
):
    async def pressed(self, interaction: discord.Interaction) -> None:
        answers, texts = client_of(interaction).desk.answers_to(interaction), texts_for(interaction)
        verb, address = Verb(self.custom_id[:2]), address_in(self.custom_id[3:])
        if verb is Verb.SHARE:
            await acknowledge_interaction(interaction)
            await self._share_card(interaction, await answers.card(address, texts, private=False), texts)
            return
        await show_at(interaction, address, in_place=verb is Verb.TURN)

    async def _share_card(self, interaction: discord.Interaction, card: Card, texts: Texts) -> None:
        message = interaction.message.id if interaction.message else 0
        outgoing = Outgoing(card, f"share {message} {shared_id(self.custom_id)}", since=message)
        await client_of(interaction).once.follow_up(interaction, outgoing)
        await mark_done(interaction, self.item, texts("Shared"))


class AddressMenu(
    Reporting,
    template=re.compile(r"[59](?P<slot>.)", re.DOTALL),
):
    """A menu of addresses: shows the one that is chosen."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        address = address_in(chosen_in(self.item))
        await show_at(interaction, address, in_place=self.custom_id.startswith(Verb.CHOOSE.value))


def address_in(written: str) -> Address:
    """The address in a custom_id or in a menu's value. Raises OldButtonError where this version did not write it."""
    try:
        return decode(written)
    except BadAddressError as error:
        raise OldButtonError from error


def correction_in(custom_id: str) -> CorrectionAddress:
    """The address of a verdict in a custom_id of a verb, a slot and that. Raises OldButtonError likewise."""
    address = address_in(custom_id[2:])
    if not isinstance(address, CorrectionAddress):
        raise OldButtonError
    return address


def chosen_in(item: ui.Item[Any]) -> str:
    """The value that is chosen in a menu. Raises OldButtonError if it is none, or none is chosen."""
    if not isinstance(item, ui.Select) or len(item.values) != 1:
        raise OldButtonError
    return str(item.values[0])


async def show_at(interaction: discord.Interaction, address: Address, *, in_place: bool) -> None:
    """Show the card at an address, in the place of the message if that answers whoever pressed, else to them alone."""
    answers, texts = client_of(interaction).desk.answers_to(interaction), texts_for(interaction)
    in_place = in_place and not _is_of_somebody_else(interaction)
    private = is_private(interaction) if in_place else True
    card = await answers.card(address, texts, private=private)
    if in_place:
        await turn(interaction, card)
    else:
        await send(interaction, card, private=private)


async def mark_done(interaction: discord.Interaction, button: ui.Button[Any], done: str) -> None:
    """Show the acknowledged message with that button disabled, labelled by what is `done`, so that it is not asked for
    again."""
    button.disabled, button.label = True, done
    view = button.view
    if view is not None:
        view.stop()  # nothing waits for a press of it
        with suppress(discord.HTTPException):  # whoever pressed has closed it
            await interaction.edit_original_response(view=view)


def _is_of_somebody_else(interaction: discord.Interaction) -> bool:
    """True if the message answers another member, or nobody: a passer-by gets an answer of their own and leaves that
    one alone, and what the bot told by itself keeps its buttons."""
    message = interaction.message
    return message is not None and asker_of(message) != interaction.user.id
