"""The frame of every answer: blocks of text, perhaps a picture, rows of buttons, within Discord's limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import discord
from discord import ui

from handlers.cards import limits
from handlers.cards.markdown import clip

Button: TypeAlias = "ui.Item[Any]"


QUOTE_COLOUR = 0x5B6EE1


QUIET_COLOUR = 0x80848E


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG that goes with a card; `alt` says in words what it shows."""

    png: bytes
    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class Card:
    """An answer that is ready to be sent."""

    view: ui.LayoutView
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """Blocks of text and buttons that belong together."""

    blocks: Sequence[str]
    buttons: Sequence[Button] = ()
    colour: int = QUIET_COLOUR


def card(
    blocks: Sequence[str],
    buttons: Sequence[Button] = (),
    *,
    picture: Picture | None = None,
    colour: int = QUIET_COLOUR,
) -> Card:
    """A framed answer: blocks of text, a picture after the first of them, and buttons, five a row."""
    return stacked([Frame(blocks, buttons, colour)], picture=picture)


def stacked(frames: Sequence[Frame], *, picture: Picture | None = None) -> Card:
    """Several framed answers in one message, which share its limit of text; the picture is the first one's."""
    view = ui.LayoutView(timeout=None)
    for number, frame in enumerate(frames):
        view.add_item(_container(frame, limits.TEXT // len(frames), picture if number == 0 else None))
    return Card(view, (picture,) if picture else ())


def _container(frame: Frame, most: int, picture: Picture | None) -> ui.Container[ui.LayoutView]:
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=frame.colour)
    for number, block in enumerate(_fitting(frame.blocks, most)):
        container.add_item(ui.TextDisplay(block))
        if picture and number == 0:
            item = discord.MediaGalleryItem(f"attachment://{picture.name}", description=picture.alt)
            container.add_item(ui.MediaGallery(item))
    for start in range(0, len(frame.buttons), limits.BUTTONS_A_ROW):
        container.add_item(ui.ActionRow(*frame.buttons[start : start + limits.BUTTONS_A_ROW]))
    return container


def _fitting(blocks: Sequence[str], most: int) -> list[str]:
    """The blocks within that many characters: where names are monstrous, the longest block loses its last lines."""
    fitting = [block for block in blocks if block]
    while sum(map(len, fitting)) > most:
        longest = max(range(len(fitting)), key=lambda index: len(fitting[index]))
        lines = fitting[longest].split("\n")
        shorter = clip(fitting[longest], len(fitting[longest]) * 2 // 3)
        fitting[longest] = "\n".join([*lines[:-2], "…"]) if len(lines) > 2 else shorter
    return fitting


def link(label: str, url: str) -> Button:
    return ui.Button(style=discord.ButtonStyle.link, label=label, url=url)


def small(text: str) -> str:
    return f"-# {text}"


def join(*parts: str | None) -> str:
    """The parts that there are, with middle dots between them."""
    return " · ".join(part for part in parts if part)
