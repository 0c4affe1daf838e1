"""Reading and changing the rows of sources, items and contents, within a transaction."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Literal

from sqlalchemy import Select, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from config.library.tables import OPERATOR, Content, Counter, Item, Source
from config.queries import in_portions

Kind = Literal["feed", "upload"]


ItemState = Literal["waiting", "kept", "ready", "wordless", "skipped", "failed"]


WITH_WORDS: tuple[ItemState, ...] = ("waiting", "kept", "ready")
"""The states of items that count as a server's episodes."""


NEWEST_FIRST = (Item.date.desc().nulls_last(), Item.id.desc())
"""The order in which items are listed."""


FULL = "quota"
"""The reason of items that were skipped because their server has as many episodes as it may."""


@dataclass(frozen=True, slots=True)
class Quotas:
    """The most that one server may have of its own: episodes, megabytes of files, and feeds."""

    episodes: int = 500
    megabytes: int = 100
    feeds: int = 5


@dataclass(frozen=True, slots=True)
class Usage:
    """The size of a server's own; `bytes` are those of its files, without compression and each content once."""

    episodes: int
    bytes: int
    feeds: int


class QuotaError(Exception):
    """A server would have more than it may: `what` is "episodes", "megabytes" or "feeds", `most` how much it may."""

    def __init__(self, what: str, most: int) -> None:
        super().__init__(f"at most {most} {what}")
        self.what = what
        self.most = most


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """An item as its feed tells it. `key` is its GUID, else its enclosure, else title and date.

    `addresses` says where its transcript and chapters are, as JSON; None where the feed has no transcript of it.
    `people` is JSON.
    """

    key: str
    title: str
    date: str | None = None
    number: int | None = None
    season: int | None = None
    language: str | None = None
    link: str | None = None
    enclosure: str | None = None
    image: str | None = None
    people: str | None = None
    addresses: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """The files that were fetched for an item: its transcript, with the ending of its name, and its chapters as JSON.

    `addresses`, where given, go over the item's.
    """

    transcript: bytes
    ending: str
    chapters: bytes | None = None
    addresses: str | None = None


@dataclass(frozen=True, slots=True)
class Packed:
    """Bytes ready to be written: their SHA-256 as hexadecimal digits, their number, and what they compress to."""

    digest: str
    size: int
    compressed: bytes


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A show as its feed tells it, by what its server knows whether it changed, and where it has moved to for good."""

    show: str | None = None
    language: str | None = None
    image: str | None = None
    link: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None


ADDRESSES = frozenset({"link", "enclosure", "image", "moved_to"})
"""The facts that are addresses."""


LARGEST_NUMBER = 2**31 - 1
"""The largest number of an episode or a season that a row holds."""


LONGEST_KEY = 500
"""Characters of an item's key; a longer one is kept as its digest."""


def pack(content: bytes) -> Packed:
    """Compress bytes. It takes a second for 16 MB: nothing for the event loop."""
    return Packed(hashlib.sha256(content).hexdigest(), len(content), zlib.compress(content, 9))


def text_fitting(text: str, longest: int) -> str:
    """A stranger's text as the database can hold it: no NUL, no half of a pair, at most so many characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()[:longest]


def key_of(key: str) -> str:
    """An item's key as it is kept, of bounded length."""
    key = text_fitting(key, max(len(key), 1))
    return key if len(key) <= LONGEST_KEY else hashlib.sha256(key.encode()).hexdigest()


async def count_change(session: AsyncSession) -> int:
    """The next value of the change counter. Others who change sources wait until this transaction is over."""
    value: int | None = await session.scalar(update(Counter).values(value=Counter.value + 1).returning(Counter.value))
    if value is None:
        raise LookupError("the change counter has no row")
    return value


async def touch_source(session: AsyncSession, source_id: int) -> None:
    """Note that a source changed in a way that must be followed."""
    await session.execute(update(Source).where(Source.id == source_id).values(changed=await count_change(session)))


def items_of(guild_id: int) -> Select[Item]:
    """The query for all items of a server."""
    return select(Item).join(Source, Source.id == Item.source_id).where(Source.guild_id == guild_id)


def seen_sources() -> Select[Source]:
    """The query for the sources whose episodes answer: those that the operator's settings stopped naming do not."""
    return select(Source).where(or_(Source.guild_id != OPERATOR, Source.left_at.is_(None)))


async def count_episodes(session: AsyncSession, guild_id: int) -> int:
    """A server's items that have words, or are to get them; hidden ones too, since their bytes are kept."""
    of_server = select(func.count(Item.id)).join(Source, Source.id == Item.source_id)
    found = await session.scalar(of_server.where(Source.guild_id == guild_id, Item.state.in_(WITH_WORDS)))
    return found or 0


async def count_feeds(session: AsyncSession, guild_id: int) -> int:
    feeds = select(func.count(Source.id)).where(Source.guild_id == guild_id, Source.kind == "feed")
    return await session.scalar(feeds) or 0


async def count_bytes(session: AsyncSession, guild_id: int) -> int:
    """Bytes of a server's contents, each once."""
    of_server = items_of(guild_id)
    digests = of_server.with_only_columns(Item.transcript).union(of_server.with_only_columns(Item.chapters))
    return await session.scalar(select(func.sum(Content.size)).where(Content.digest.in_(digests))) or 0


async def keep_content(session: AsyncSession, packed: Packed) -> str:
    """Write bytes unless they are there already; their digest. Call it after `count_change`, which lets one write."""
    known = select(Content.digest).where(Content.digest == packed.digest)
    if await session.scalar(known) is None:
        row = {"digest": packed.digest, "size": packed.size, "compressed": packed.compressed}
        await session.execute(insert(Content).values(row))
    return packed.digest


async def drop_unused(session: AsyncSession, digests: Collection[str | None]) -> None:
    """Delete those contents that no item has any more. Call it after `count_change`, which lets one write."""
    await session.flush()
    for some in in_portions(set(filter(None, digests))):
        used = select(Item.transcript).where(Item.transcript.in_(some))
        also = select(Item.chapters).where(Item.chapters.in_(some))
        unused = set(some).difference(await session.scalars(used.union(also)))
        await session.execute(delete(Content).where(Content.digest.in_(unused)))


async def delete_sources(session: AsyncSession, ids: Collection[int]) -> None:
    """Delete sources with their items, and the contents that nobody else has."""
    if not ids:
        return
    await count_change(session)
    for some in in_portions(ids):
        rows = await session.execute(select(Item.transcript, Item.chapters).where(Item.source_id.in_(some)))
        digests = {digest for row in rows.all() for digest in row}
        await session.execute(delete(Item).where(Item.source_id.in_(some)))
        await session.execute(delete(Source).where(Source.id.in_(some)))
        await drop_unused(session, digests)


def tell_again(row: Item | Source, facts: ItemFacts | SourceFacts) -> bool:
    """Write a feed's facts into a row, as far as they fit. True if one of them is another than before.

    A text is cut where it is too long; an address that is too long is none.
    """
    changed = False
    for name in (field.name for field in fields(facts) if field.name != "key"):
        value = _fact_fitting(row, name, getattr(facts, name))
        changed = changed or getattr(row, name) != value
        setattr(row, name, value)
    return changed


def _fact_fitting(row: Item | Source, name: str, value: str | int | None) -> str | int | None:
    if isinstance(value, int):
        return value if abs(value) <= LARGEST_NUMBER else None
    longest = getattr(row.__table__.c[name].type, "length", None)
    if value is None or longest is None:
        return value if value is None else text_fitting(value, len(value))
    if name in ADDRESSES and len(value) > longest:
        return None
    return text_fitting(value, longest)
