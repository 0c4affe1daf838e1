"""The tables of sources: feeds and uploads, their items, the bytes that were fetched, and servers' wishes for them.

Moments are whole seconds since 1970. `changed` is the value of the one change counter when a source last changed in a
way that those who keep its episodes must follow.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from config.tables import BIG, Base

LONGEST_ADDRESS = 500
"""Characters of the address of a feed."""


OPERATOR = 0
"""The guild id that stands for the operator: what is its own is seen by all servers that share."""


class Source(Base):
    """A feed, or the uploaded files of one show, of a server or of the operator.

    `address` is the feed's, of uploads the name of their show: by it a source is known for good. `moved_to` is where
    its host said that the feed is from now on. `called` is the name that whoever added a feed gave its show, in place
    of the feed's own. `next_look` is when a feed is to be fetched again: while a process is at it, the end of the time
    that it has. `error` is why the last look failed, for the owner; `failures` are the looks in a row that did.
    `left_at` is when the operator's settings stopped naming it, or its server removed the bot.
    """

    __tablename__ = "sources"
    __table_args__ = (
        UniqueConstraint("guild_id", "kind", "address", name="one_of_a_kind"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BIG, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(8))
    address: Mapped[str] = mapped_column(String(LONGEST_ADDRESS))
    moved_to: Mapped[str | None] = mapped_column(String(LONGEST_ADDRESS))
    called: Mapped[str | None] = mapped_column(String(100))
    show: Mapped[str | None] = mapped_column(String(300))
    language: Mapped[str | None] = mapped_column(String(16))
    image: Mapped[str | None] = mapped_column(String(1000))
    link: Mapped[str | None] = mapped_column(String(1000))
    added_by: Mapped[int | None] = mapped_column(BigInteger)
    added_at: Mapped[int] = mapped_column(BigInteger)
    etag: Mapped[str | None] = mapped_column(String(300))
    last_modified: Mapped[str | None] = mapped_column(String(100))
    looked_at: Mapped[int | None] = mapped_column(BigInteger)
    next_look: Mapped[int | None] = mapped_column(BigInteger, index=True)
    failures: Mapped[int] = mapped_column(SmallInteger, default=0)
    error: Mapped[str | None] = mapped_column(String(300))
    left_at: Mapped[int | None] = mapped_column(BigInteger)
    changed: Mapped[int] = mapped_column(BigInteger, default=0)


class Item(Base):
    """An episode of a source, with or without words.

    `key` is what makes it itself within its source. `state` is "waiting" until its transcript was fetched, "kept" when
    its bytes are here, "ready" when a process has read them, "wordless" where the source has no transcript of it, else
    "skipped" or "failed", each for a `reason`. `transcript` and `chapters` are digests of contents; the ending says
    what is tried first to read one, and `file_name` is an uploaded file's own. `addresses` is from where they are
    fetched, as JSON that their fetcher reads; `people` is JSON too.
    """

    __tablename__ = "items"
    __table_args__ = (
        UniqueConstraint("source_id", "key", name="one_key"),
        Index("items_by_state", "state", "source_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BIG, primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(500))
    title: Mapped[str] = mapped_column(String(500))
    date: Mapped[str | None] = mapped_column(String(10))
    number: Mapped[int | None] = mapped_column(Integer)
    season: Mapped[int | None] = mapped_column(Integer)
    language: Mapped[str | None] = mapped_column(String(16))
    link: Mapped[str | None] = mapped_column(String(1000))
    enclosure: Mapped[str | None] = mapped_column(String(1000))
    image: Mapped[str | None] = mapped_column(String(1000))
    people: Mapped[str | None] = mapped_column(Text)
    addresses: Mapped[str | None] = mapped_column(Text)
    hidden: Mapped[bool] = mapped_column(Boolean, default=False)
    state: Mapped[str] = mapped_column(String(8))
    reason: Mapped[str | None] = mapped_column(String(300))
    transcript: Mapped[str | None] = mapped_column(ForeignKey("contents.digest"), index=True)
    ending: Mapped[str | None] = mapped_column(String(16))
    file_name: Mapped[str | None] = mapped_column(String(255))
    chapters: Mapped[str | None] = mapped_column(ForeignKey("contents.digest"), index=True)
    next_look: Mapped[int | None] = mapped_column(BigInteger)
    failures: Mapped[int] = mapped_column(SmallInteger, default=0)
    added_at: Mapped[int] = mapped_column(BigInteger)
    ready_at: Mapped[int | None] = mapped_column(BigInteger, index=True)


class Content(Base):
    """Bytes that were fetched or uploaded, once however many items have them: compressed, of `size` bytes without."""

    __tablename__ = "contents"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(Integer)
    compressed: Mapped[bytes] = mapped_column(LargeBinary)


class ServerLibrary(Base):
    """A server's wishes for its library: whether the operator's episodes answer too, and in which channel those that
    came after `announce_since` are told."""

    __tablename__ = "libraries"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    shared: Mapped[bool] = mapped_column(Boolean, default=True)
    announce_channel_id: Mapped[int | None] = mapped_column(BigInteger)
    announce_since: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    left_at: Mapped[int | None] = mapped_column(BigInteger)


class Counter(Base):
    """The one row that counts changes. Who changes a source takes it first, so that counts are in order of commit."""

    __tablename__ = "changes"

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    value: Mapped[int] = mapped_column(BigInteger)
