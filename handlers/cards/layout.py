"""The form of every answer, as data: blocks of text, perhaps a picture, rows of buttons, within Discord's limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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


@dataclass(frozen=True, slots=True)
class Call:
    """A button whose custom_id says by itself what a press does."""

    label: str
    custom_id: str


AnyButton: TypeAlias = Button | Link | Call


@dataclass(frozen=True, slots=True)
class Menu:
    """A list to choose one from; `choices` are labels and values, each once, 25 at most."""

    custom_id: str
    placeholder: str
    choices: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small picture at a web address; `alt` says in words what it shows."""

    url: str
    alt: str


@dataclass(frozen=True, slots=True)
class Section:
    """One to three texts with a button or a small picture beside them."""

    texts: Sequence[str]
    accessory: AnyButton | Thumbnail


@dataclass(frozen=True, slots=True)
class Separator:
    """A thin line between two blocks."""


Block: TypeAlias = str | Section | Separator


QUOTE_COLOUR = 0x5B6EE1
"""Beside what was said."""


QUIET_COLOUR = 0x80848E
"""Beside all else."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG that goes with a card; `alt` says in words what it shows."""

    png: bytes
    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Blocks, menus and buttons that belong together, beside a line of that colour."""

    blocks: Sequence[Block]
    buttons: Sequence[AnyButton] = ()
    colour: int = QUIET_COLOUR
    menus: Sequence[Menu] = ()

    @property
    def every_button(self) -> Iterator[AnyButton]:
        """Those beside a text, then those below."""
        for block in self.blocks:
            if isinstance(block, Section) and not isinstance(block.accessory, Thumbnail):
                yield block.accessory
        yield from self.buttons


@dataclass(frozen=True, slots=True)
class Card:
    """An answer that is ready to be sent; its picture stands after the first block of text."""

    frames: tuple[Frame, ...]
    picture: Picture | None = None


def card(
    blocks: Sequence[Block],
    buttons: Sequence[AnyButton] = (),
    *,
    picture: Picture | None = None,
    colour: int = QUIET_COLOUR,
    menus: Sequence[Menu] = (),
) -> Card:
    """A framed answer: blocks, a picture after the first of them, menus, and buttons, five a row."""
    return stack_frames([Frame(blocks, buttons, colour, menus)], picture=picture)


def stack_frames(frames: Sequence[Frame], *, picture: Picture | None = None) -> Card:
    """Several framed answers in one message, which share its limit of text; the picture is the first one's."""
    room = limits.TEXT // len(frames)
    return Card(tuple(replace(frame, blocks=_fitting_blocks(frame.blocks, room)) for frame in frames), picture)


def _fitting_blocks(blocks: Sequence[Block], most: int) -> list[Block]:
    """The blocks within that many characters; empty texts are left out, and separators that separate nothing."""
    texts = iter(_fitting_texts([text for block in blocks for text in _texts_of(block)], most))
    fitting: list[Block] = []
    for block in blocks:
        match block:
            case str() if block:
                fitting.append(next(texts))
            case Section() if kept := [next(texts) for _ in _texts_of(block)]:
                fitting.append(replace(block, texts=kept))
            case Separator() if fitting:
                fitting.append(block)
    while fitting and isinstance(fitting[-1], Separator):
        fitting.pop()
    return fitting


def _texts_of(block: Block) -> Iterable[str]:
    if isinstance(block, Separator):
        return ()
    return filter(None, block.texts if isinstance(block, Section) else (block,))


def _fitting_texts(texts: list[str], most: int) -> list[str]:
    """The texts within that many characters: where names are monstrous, the longest text loses its last lines."""
    while sum(map(len, texts)) > most:
        longest = max(range(len(texts)), key=lambda index: len(texts[index]))
        lines = texts[longest].split("\n")
        shorter = clip(texts[longest], len(texts[longest]) * 2 // 3)
        texts[longest] = "\n".join([*lines[:-2], "…"]) if len(lines) > 2 else shorter
    return texts


def first_text(card: Card) -> str:
    """The text that a card begins with."""
    return next(text for frame in card.frames for block in frame.blocks for text in _texts_of(block))


def small(text: str) -> str:
    return f"-# {text}"


def join(*parts: str | None) -> str:
    """The parts that there are, with middle dots between them."""
    return " · ".join(part for part in parts if part)
