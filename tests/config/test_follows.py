"""Follows, in either database."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.engine import URL

from config.follows import MOST_OF_MEMBER, NEW_FOR, TRY_AGAIN_AFTER, TooManyFollowsError
from config.queries import Shards
from config.rows import KEPT
from config.servers import Servers
from config.tables import Follow

NOW = datetime(2026, 1, 1, 8, tzinfo=UTC)
GUILD = 5 << 22
"""A server of the second of two shards."""


@pytest.fixture
async def follows(database: URL) -> AsyncIterator[Servers]:
    async with aclosing(Servers(database)) as servers:
        yield servers


def wanted(user_id: int = 1, phrase: str = "granite", guild_id: int | None = None) -> Follow:
    channel_id = None if guild_id is None else 7
    return Follow(user_id=user_id, guild_id=guild_id, channel_id=channel_id, phrase=phrase, language="en")


async def test_the_same_is_kept_once_and_a_member_has_so_many(follows: Servers) -> None:
    first = await follows.add_follow(wanted(), NOW)
    assert (await follows.add_follow(wanted(), NOW)).id == first.id
    assert (await follows.add_follow(wanted(guild_id=GUILD), NOW)).id != first.id
    for number in range(MOST_OF_MEMBER - 2):
        await follows.add_follow(wanted(phrase=f"{number}"), NOW)
    with pytest.raises(TooManyFollowsError):
        await follows.add_follow(wanted(phrase="one more"), NOW)
    assert (await follows.add_follow(wanted(2), NOW)).user_id == 2


async def test_each_process_has_its_own(follows: Servers) -> None:
    there, direct = await follows.add_follow(wanted(guild_id=GUILD), NOW), await follows.add_follow(wanted(), NOW)
    shares = ((Shards(), [there, direct]), (Shards(2, [0]), [direct]), (Shards(2, [1]), [there]))
    for shards, share in shares:
        assert [one.id for one in await follows.follows_here(shards)] == [one.id for one in share]


async def test_those_of_a_server_that_left_go_after_thirty_days_with_or_without_anything_else(follows: Servers) -> None:
    there, direct = await follows.add_follow(wanted(guild_id=GUILD), NOW), await follows.add_follow(wanted(), NOW)
    kept = await follows.add_follow(wanted(guild_id=GUILD + (2 << 22)), NOW)
    await follows.is_in([GUILD + (2 << 22)], NOW, Shards(2, [1]))
    await follows.forget_the_left(NOW + KEPT - timedelta(seconds=1), Shards())
    assert await follows.follow(there.id) is not None
    await follows.forget_the_left(NOW + KEPT, Shards(2, [0]))  # another process's servers are not its own
    assert await follows.follow(there.id) is not None
    await follows.forget_the_left(NOW + KEPT, Shards(2, [1]))
    assert await follows.follow(there.id) is None
    assert [one.id for one in await follows.follows_here(Shards())] == [kept.id, direct.id]
    await follows.left(kept.guild_id or 0, NOW)
    await follows.came_back(kept.guild_id or 0)
    await follows.forget_the_left(NOW + KEPT, Shards())
    assert await follows.follow(kept.id) is not None


async def test_more_follows_than_a_statement_takes_values_are_looked_up(follows: Servers) -> None:
    await follows.settle_notice(1, "a")
    assert await follows.claim_notice(70_000, "a", NOW)
    await follows.settle_notice(70_000, "a")
    assert await follows.told_of(range(1, 70_001)) == {(70_000, "a")}


async def test_episodes_are_new_from_when_some_process_saw_them_first(follows: Servers) -> None:
    await follows.note_episodes(["a", "b"], NOW)
    later = NOW + timedelta(hours=1)
    await asyncio.gather(follows.note_episodes(["b", "c"], later), follows.note_episodes(["c", "a"], later))
    seen = await follows.new_episodes(later)
    assert seen == {"a": int(NOW.timestamp()), "b": int(NOW.timestamp()), "c": int(later.timestamp())}
    assert set(await follows.new_episodes(NOW + NEW_FOR + timedelta(minutes=30))) == {"c"}


async def test_an_episode_is_told_of_once_whoever_tries(follows: Servers) -> None:
    claims = await asyncio.gather(*(follows.claim_notice(1, "a", NOW) for _ in range(5)))
    assert sorted(claims) == [False] * 4 + [True]
    assert await follows.told_of([1]) == set()
    assert not await follows.claim_notice(1, "a", NOW + TRY_AGAIN_AFTER - timedelta(minutes=1))
    assert await follows.claim_notice(1, "a", NOW + TRY_AGAIN_AFTER)
    await follows.settle_notice(1, "a")
    assert await follows.told_of([1, 2]) == {(1, "a")}
    assert not await follows.claim_notice(1, "a", NOW + timedelta(days=2))
    await follows.empty_notices(NOW + timedelta(days=40))
    assert await follows.told_of([1]) == set()


async def test_two_failures_in_a_row_end_a_follow(follows: Servers) -> None:
    follow = await follows.add_follow(wanted(), NOW)
    assert not await follows.count_failure(follow.id)
    await follows.settle_notice(follow.id, "a")  # one that was sent in between
    assert not await follows.count_failure(follow.id)
    assert await follows.count_failure(follow.id)
    assert await follows.follow(follow.id) is None
    assert await follows.count_failure(follow.id)
    assert not await follows.end_follow(follow.id)


async def test_who_sees_what(follows: Servers) -> None:
    own, other = await follows.add_follow(wanted(1), NOW), await follows.add_follow(wanted(2, guild_id=GUILD), NOW)
    assert [one.id for one in await follows.follows_of(1, None)] == [own.id]
    assert [one.id for one in await follows.follows_of(1, GUILD)] == [own.id, other.id]
    await follows.forget(GUILD)
    assert [one.id for one in await follows.follows_of(1, GUILD)] == [own.id]
