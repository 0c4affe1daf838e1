"""The tables of the database. Moments are whole seconds since 1970, in UTC, so that both databases keep them alike."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, Boolean, Date, Index, Integer, SmallInteger, String, UniqueConstraint, false
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

BIG = BigInteger().with_variant(Integer, "sqlite")  # only an INTEGER key of SQLite counts up by itself


class Base(DeclarativeBase):
    pass


class Server(Base):
    """A server's choices for its quote of the day.

    `minute` is that of the day, `days` a bit for each day of the week, Monday the lowest. `next_at` is when the server
    is to be looked at again: its next post's moment, or while one is under way the end of the time that the process at
    work has for it; none while it is stopped. `failures` are the days in a row on which nothing could be posted, `told`
    is whether somebody was told so. `left_at` is when the server removed the bot. `explicit` allows strong language,
    `role_id` is the role that a post mentions; `thread` opens one below a post, `pin` pins it in the place of the last
    one, `publish` sends it to the servers that follow an announcement channel.
    """

    __tablename__ = "servers"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    channel_id: Mapped[int] = mapped_column(BigInteger)
    owner_id: Mapped[int] = mapped_column(BigInteger)
    minute: Mapped[int] = mapped_column(SmallInteger)
    timezone: Mapped[str] = mapped_column(String(64))
    days: Mapped[int] = mapped_column(SmallInteger)
    speaker: Mapped[str | None] = mapped_column(String(500))
    episode: Mapped[str | None] = mapped_column(String(500))
    language: Mapped[str] = mapped_column(String(2))
    seed: Mapped[int] = mapped_column(BigInteger)
    active: Mapped[bool] = mapped_column(Boolean)
    next_at: Mapped[int | None] = mapped_column(BigInteger, index=True)
    failures: Mapped[int] = mapped_column(SmallInteger, default=0)
    told: Mapped[bool] = mapped_column(Boolean, default=False)
    explicit: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    role_id: Mapped[int | None] = mapped_column(BigInteger)
    thread: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    pin: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    publish: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    left_at: Mapped[int | None] = mapped_column(BigInteger)


class Post(Base):
    """A row of the ledger: the post of a server on `day`, one of its local dates; an extra post has no day.

    It is written before posting, with the passage and the channel. `status` is `pending` until the outcome is known:
    `posted`, `skipped` by the owner, `missed` because it was too late, or `failed` for a `reason`. `tried_at` is the
    moment of the first try. `has_button` is whether the message still has the button "Not this one". `words` is the
    check of the passage's words, which rows of before lack.
    """

    __tablename__ = "posts"
    __table_args__ = (
        UniqueConstraint("guild_id", "day", name="one_a_day"),
        Index("posts_of_a_server", "guild_id", "id"),
        Index("posts_with_buttons", "has_button", "tried_at"),
        {"sqlite_autoincrement": True},  # an id is what a post is known by, and must not come again
    )

    id: Mapped[int] = mapped_column(BIG, primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    day: Mapped[date | None] = mapped_column(Date)
    due_at: Mapped[int] = mapped_column(BigInteger)
    status: Mapped[str] = mapped_column(String(8))
    reason: Mapped[str | None] = mapped_column(String(16))
    channel_id: Mapped[int] = mapped_column(BigInteger)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    tried_at: Mapped[int | None] = mapped_column(BigInteger)
    has_button: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    episode: Mapped[str | None] = mapped_column(String(500))
    segment: Mapped[int | None] = mapped_column(Integer)
    first: Mapped[int | None] = mapped_column(Integer)
    last: Mapped[int | None] = mapped_column(Integer)
    language: Mapped[str | None] = mapped_column(String(3))
    words: Mapped[int | None] = mapped_column(Integer)


class Refused(Base):
    """A passage that a server does not want to see again; `words` as those of a post."""

    __tablename__ = "refused"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    episode: Mapped[str] = mapped_column(String(500), primary_key=True)
    segment: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    first: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    language: Mapped[str] = mapped_column(String(3), primary_key=True)
    words: Mapped[int | None] = mapped_column(Integer)


class Note(Base):
    """A note that processes leave each other, by name."""

    __tablename__ = "notes"

    name: Mapped[str] = mapped_column(String(100), primary_key=True)
    value: Mapped[str] = mapped_column(String(200))


class OutboxRow(Base):
    """A post that somebody asked for by a button, under a key that is made of the message and of what is posted.

    `tried_at` is the moment of the first try, `leased_until` the moment until which no other one may begin, and
    `posted` whether the post is known to be there.
    """

    __tablename__ = "outbox"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    tried_at: Mapped[int] = mapped_column(BigInteger, index=True)
    leased_until: Mapped[int] = mapped_column(BigInteger)
    posted: Mapped[bool] = mapped_column(Boolean)


class Follow(Base):
    """A phrase or a speaker that somebody wants to be told of when a new episode has it: in a server's channel, or
    without a server in their direct messages. `failures` are the messages that could not be sent, `left_at` is when
    the server removed the bot."""

    __tablename__ = "follows"
    __table_args__ = ({"sqlite_autoincrement": True},)  # a button carries the id, which must not come again

    id: Mapped[int] = mapped_column(BIG, primary_key=True)
    user_id: Mapped[int] = mapped_column(BigInteger, index=True)
    guild_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    channel_id: Mapped[int | None] = mapped_column(BigInteger)
    phrase: Mapped[str | None] = mapped_column(String(200))
    speaker: Mapped[str | None] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(2))
    created_at: Mapped[int] = mapped_column(BigInteger)
    failures: Mapped[int] = mapped_column(SmallInteger, default=0)
    left_at: Mapped[int | None] = mapped_column(BigInteger)


class SeenEpisode(Base):
    """An episode that some process had, by the digest of its identity, and when it was there first."""

    __tablename__ = "seen_episodes"

    episode: Mapped[str] = mapped_column(String(64), primary_key=True)
    seen_at: Mapped[int] = mapped_column(BigInteger, index=True)


class Notice(Base):
    """A row of the ledger of follows: one message at most tells of an episode. It is written before that is sent."""

    __tablename__ = "notices"

    follow_id: Mapped[int] = mapped_column(BIG, primary_key=True, autoincrement=False)
    episode: Mapped[str] = mapped_column(String(64), primary_key=True)
    tried_at: Mapped[int] = mapped_column(BigInteger, index=True)
    done: Mapped[bool] = mapped_column(Boolean)
