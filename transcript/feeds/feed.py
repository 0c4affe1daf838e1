"""The parts of a podcast's feed that the bot has a use for. Addresses are absolute, of http or https."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter

from transcript.models import Language


class FeedError(Exception):
    """These bytes are no feed that can be read; the message says what they are instead."""


class EntitiesError(FeedError):
    """These bytes are XML that declares entities, which can be made to fill any memory."""


@dataclass(frozen=True, slots=True)
class TranscriptLink:
    """A transcript that an item offers; `kind` is its media type in small letters, empty where none is named."""

    address: str
    kind: str
    language: Language | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part; `role` in small letters, `host` where none is named."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Item:
    """An episode as its feed has it. `date` is ISO 8601, that of the feed's own time zone.

    `keys` are what it is known by, the surest first: its GUID, its enclosure, its title and date. `transcripts` are in
    the order of the feed; `chapters` are the seconds and titles that stand in the feed itself, `chapters_address` is
    where a list of them can be fetched.
    """

    keys: tuple[str, ...]
    title: str
    date: str | None
    number: int | None
    season: int | None
    link: str | None
    enclosure: str | None
    transcripts: tuple[TranscriptLink, ...]
    chapters: tuple[tuple[float, str], ...]
    chapters_address: str | None
    persons: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A show. `items` are in the order of the feed, each once; `image` is the address of its picture."""

    title: str | None
    language: Language | None
    link: str | None
    image: str | None
    items: tuple[Item, ...]


SHOW: TypeAdapter[Feed] = TypeAdapter(Feed)


ITEM: TypeAdapter[Item] = TypeAdapter(Item)
"""Both as JSON, in which the process that reads a feed tells of it."""
