"""The form of every answer, as data: blocks of text, perhaps a picture, rows of buttons, within Discord's limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from handlers.addresses.address import Address, PostAddress
from handlers.addresses.custom_id import Verb
from handlers.cards import limits
from handlers.cards.markdown import clip


@dataclass(frozen=True, slots=True)
class Button:
    """A press does the verb with the address. `slot`, a character, tells a message's buttons apart."""

    address: Address | PostAddress
    slot: str
    label: str
    verb: Verb = Verb.TURN
    primary: bool = False
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens a web address."""

    label: str
    url: str


AnyButton: TypeAlias = Button | Link


QUOTE_COLOUR = 0x5B6EE1


QUIET_COLOUR = 0x80848E


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG that goes with a card; `alt` says in words what it shows."""

    png: bytes
    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Blocks of text and buttons that belong together, beside a line of that colour."""

    blocks: Sequence[str]
    buttons: Sequence[AnyButton] = ()
    colour: int = QUIET_COLOUR


@dataclass(frozen=True, slots=True)
class Card:
    """An answer that is ready to be sent; its picture stands after the first block of text."""

    frames: tuple[Frame, ...]
    picture: Picture | None = None


def card(
    blocks: Sequence[str],
    buttons: Sequence[AnyButton] = (),
    *,
    picture: Picture | None = None,
    colour: int = QUIET_COLOUR,
) -> Card:
    """A framed answer: blocks of text, a picture after the first of them, and buttons, five a row."""
    return stack_frames([Frame(blocks, buttons, colour)], picture=picture)


def stack_frames(frames: Sequence[Frame], *, picture: Picture | None = None) -> Card:
    """Several framed answers in one message, which share its limit of text; the picture is the first one's."""
    room = limits.TEXT // len(frames)
    return Card(tuple(replace(frame, blocks=_fitting_blocks(frame.blocks, room)) for frame in frames), picture)


def _fitting_blocks(blocks: Sequence[str], most: int) -> list[str]:
    """The blocks within that many characters: where names are monstrous, the longest block loses its last lines."""
    fitting = [block for block in blocks if block]
    while sum(map(len, fitting)) > most:
        longest = max(range(len(fitting)), key=lambda index: len(fitting[index]))
        lines = fitting[longest].split("\n")
        shorter = clip(fitting[longest], len(fitting[longest]) * 2 // 3)
        fitting[longest] = "\n".join([*lines[:-2], "…"]) if len(lines) > 2 else shorter
    return fitting


def small(text: str) -> str:
    return f"-# {text}"


def join(*parts: str | None) -> str:
    """The parts that there are, with middle dots between them."""
    return " · ".join(part for part in parts if part)
