"""Parts of queries that all tables share: moments as the database keeps them, a process's servers, portions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Integer, Select, literal
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import InstrumentedAttribute

from config.tables import Server

Id = TypeVar("Id", int, str)


PORTION_SIZE = 500
"""Values that one statement takes at most."""


def seconds(moment: datetime) -> int:
    """A moment as the database keeps it: whole seconds since 1970."""
    return int(moment.timestamp())


def utc_now() -> datetime:
    return datetime.now(UTC)


def moment(since_1970: int) -> datetime:
    return datetime.fromtimestamp(since_1970, UTC)


@dataclass(frozen=True, slots=True)
class Shards:
    """This process's share of the servers: shards `ids` of `count` shards; without ids, all of them."""

    count: int = 1
    ids: Sequence[int] | None = None

    @classmethod
    def of_process(cls, count: int | None, ids: Sequence[int] | None) -> Shards:
        """The share of a process with SHARD_COUNT and SHARD_IDS, which are None where nobody has set them."""
        return cls() if ids is None else cls(count or 1, ids)

    @property
    def has_first(self) -> bool:
        """True if direct messages come to this process."""
        return self.ids is None or 0 in self.ids


def of_shards(
    chosen: Select[Any], shards: Shards, guild_id: InstrumentedAttribute[int] = Server.guild_id
) -> Select[Any]:
    """The query narrowed to the servers of this process. A server's shard follows from its id."""
    if shards.ids is None:
        return chosen
    return chosen.where((guild_id.bitwise_rshift(literal(22, Integer)) % shards.count).in_(shards.ids))


def in_portions(ids: Iterable[Id]) -> Iterator[list[Id]]:
    """The ids in lists of at most PORTION_SIZE, as a statement takes only so many values."""
    waiting = iter(ids)
    while some := list(islice(waiting, PORTION_SIZE)):
        yield some


def has_changed(done: Any) -> bool:
    assert isinstance(done, CursorResult)  # noqa: S101 - an update's result is one
    return bool(done.rowcount)
