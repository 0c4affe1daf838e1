"""Sending a card: as a new answer, or in the place of the one whose button was pressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import discord
from discord import ui

from handlers.addresses.asker import asker_of, number_by_asker
from handlers.addresses.custom_id import Verb, custom_id, shared_id
from handlers.cards import limits
from handlers.cards.layout import (
    AnyButton,
    Block,
    Button,
    Call,
    Card,
    Frame,
    Link,
    Menu,
    Picture,
    Section,
    Separator,
    Thumbnail,
)


def view_of(card: Card, asker: int | None = None) -> ui.LayoutView:
    """The card as discord.py sends it; `asker` is the id of who asked for it.

    A press is recognised by its custom_id, so no view has to be kept for it.
    """
    view = ui.LayoutView(timeout=None)
    for number, frame in enumerate(card.frames):
        view.add_item(_container_of(frame, card.picture if number == 0 else None))
    if asker is not None:
        number_by_asker(view, asker)
    view.stop()
    return view


def _container_of(frame: Frame, picture: Picture | None) -> ui.Container[ui.LayoutView]:
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=frame.colour)
    for number, block in enumerate(frame.blocks):
        container.add_item(_item_of(block))
        if picture and number == 0:
            item = discord.MediaGalleryItem(f"attachment://{picture.name}", description=picture.alt)
            container.add_item(ui.MediaGallery(item))
    for menu in frame.menus:
        container.add_item(ui.ActionRow(_select_of(menu)))
    for start in range(0, len(frame.buttons), limits.BUTTONS_A_ROW):
        container.add_item(ui.ActionRow(*map(_button_of, frame.buttons[start : start + limits.BUTTONS_A_ROW])))
    return container


def _item_of(block: Block) -> ui.Item[ui.LayoutView]:
    if isinstance(block, Separator):
        return ui.Separator()
    if isinstance(block, Section):
        beside = block.accessory
        accessory: ui.Item[Any] = _thumbnail_of(beside) if isinstance(beside, Thumbnail) else _button_of(beside)
        return ui.Section(*map(ui.TextDisplay, block.texts), accessory=accessory)
    return ui.TextDisplay(block)


def _thumbnail_of(thumbnail: Thumbnail) -> ui.Thumbnail[Any]:
    return ui.Thumbnail(thumbnail.url, description=thumbnail.alt)


def _select_of(menu: Menu) -> ui.Select[Any]:
    options = [discord.SelectOption(label=label, value=value) for label, value in menu.choices]
    return ui.Select(custom_id=menu.custom_id, placeholder=menu.placeholder, options=options)


def _button_of(button: AnyButton) -> ui.Button[Any]:
    if isinstance(button, Link):
        return ui.Button(style=discord.ButtonStyle.link, label=button.label, url=button.url)
    if isinstance(button, Call):
        return ui.Button(style=discord.ButtonStyle.primary, label=button.label, custom_id=button.custom_id)
    style = discord.ButtonStyle.primary if button.primary else discord.ButtonStyle.secondary
    identity = custom_id(button.verb, button.slot, button.address)
    return ui.Button(style=style, label=button.label, custom_id=identity, disabled=button.disabled)


def every_component(components: Iterable[Any]) -> Iterator[Any]:
    """A message's components, however deep they are, with those that stand beside a text."""
    for component in components:
        yield component
        yield from every_component(getattr(component, "children", ()))
        if accessory := getattr(component, "accessory", None):
            yield accessory


def is_private(interaction: discord.Interaction) -> bool:
    """True if the message whose button was pressed is for one user alone."""
    return interaction.message is not None and interaction.message.flags.ephemeral


async def send(interaction: discord.Interaction, card: Card, *, private: bool) -> None:
    """Answer, or follow up where the interaction is answered already. Nobody is ever mentioned."""
    view, files = view_of(card, interaction.user.id), _files_of(card)
    if interaction.response.is_done():
        await interaction.followup.send(view=view, files=files, ephemeral=private)
    else:
        await interaction.response.send_message(view=view, files=files, ephemeral=private)


async def turn(interaction: discord.Interaction, card: Card) -> None:
    """Show that card in the place of the message; its pictures go with it, and what was shared from it stays shared."""
    message = interaction.message
    if message is not None:
        card = _with_shared_off(card, message)
    asker = asker_of(message) if message else None
    await interaction.response.edit_message(view=view_of(card, asker), attachments=_files_of(card))


def _with_shared_off(card: Card, message: discord.Message) -> Card:
    """The card with its button "Share" off and labelled as the message's one is, where that has shared the same."""
    shared = {
        what: each.label
        for each in every_component(message.components)
        if isinstance(each, discord.Button) and each.disabled and (what := shared_id(each.custom_id or ""))
    }

    def as_shared(button: AnyButton) -> AnyButton:
        if not isinstance(button, Button) or button.verb is not Verb.SHARE:
            return button
        label = shared.get(shared_id(custom_id(button.verb, button.slot, button.address)))
        return replace(button, label=label, disabled=True) if label else button

    frames = (replace(frame, buttons=[*map(as_shared, frame.buttons)]) for frame in card.frames)
    return replace(card, frames=tuple(frames))


def _files_of(card: Card) -> list[discord.File]:
    picture = card.picture
    return [discord.File(BytesIO(picture.png), picture.name, description=picture.alt)] if picture else []
