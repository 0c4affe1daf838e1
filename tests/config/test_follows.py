"""Follows, in either database."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from config.follows import MOST_OF_MEMBER, NEW_FOR, TRY_AGAIN_AFTER, TooManyFollowsError
from config.queries import Shards
from config.rows import KEPT
from config.servers import Servers
from config.tables import Follow

NOW = datetime(2026, 1, 1, 8, tzinfo=UTC)
GUILD = 5 << 22
"""A server of the second of two shards."""


def wanted(user_id: int = 1, phrase: str = "granite", guild_id: int | None = None) -> Follow:
    channel_id = None if guild_id is None else 7
    return Follow(user_id=user_id, guild_id=guild_id, channel_id=channel_id, phrase=phrase, language="en")


async def test_the_same_is_kept_once_and_a_member_has_so_many(servers: Servers) -> None:
    first = await servers.add_follow(wanted(), NOW)
    assert (await servers.add_follow(wanted(), NOW)).id == first.id
    assert (await servers.add_follow(wanted(guild_id=GUILD), NOW)).id != first.id
    for number in range(MOST_OF_MEMBER - 2):
        await servers.add_follow(wanted(phrase=f"{number}"), NOW)
    with pytest.raises(TooManyFollowsError):
        await servers.add_follow(wanted(phrase="one more"), NOW)
    assert (await servers.add_follow(wanted(2), NOW)).user_id == 2


async def test_each_process_has_its_own(servers: Servers) -> None:
    there, direct = await servers.add_follow(wanted(guild_id=GUILD), NOW), await servers.add_follow(wanted(), NOW)
    shares = ((Shards(), [there, direct]), (Shards(2, [0]), [direct]), (Shards(2, [1]), [there]))
    for shards, share in shares:
        assert [one.id for one in await servers.follows_here(shards)] == [one.id for one in share]


async def test_those_of_a_server_that_left_go_after_thirty_days_with_or_without_anything_else(servers: Servers) -> None:
    there, direct = await servers.add_follow(wanted(guild_id=GUILD), NOW), await servers.add_follow(wanted(), NOW)
    kept = await servers.add_follow(wanted(guild_id=GUILD + (2 << 22)), NOW)
    await servers.is_in([GUILD + (2 << 22)], NOW, Shards(2, [1]))
    await servers.forget_the_left(NOW + KEPT - timedelta(seconds=1), Shards())
    assert await servers.follow(there.id) is not None
    await servers.forget_the_left(NOW + KEPT, Shards(2, [0]))  # another process's servers are not its own
    assert await servers.follow(there.id) is not None
    await servers.forget_the_left(NOW + KEPT, Shards(2, [1]))
    assert await servers.follow(there.id) is None
    assert [one.id for one in await servers.follows_here(Shards())] == [kept.id, direct.id]
    await servers.left(kept.guild_id or 0, NOW)
    await servers.came_back(kept.guild_id or 0)
    await servers.forget_the_left(NOW + KEPT, Shards())
    assert await servers.follow(kept.id) is not None


async def test_more_follows_than_a_statement_takes_values_are_looked_up(servers: Servers) -> None:
    await servers.settle_notice(1, "a")
    assert await servers.claim_notice(70_000, "a", NOW)
    await servers.settle_notice(70_000, "a")
    assert await servers.told_of(range(1, 70_001)) == {(70_000, "a")}


async def test_episodes_are_new_from_when_some_process_saw_them_first(servers: Servers) -> None:
    await servers.note_episodes(["a", "b"], NOW)
    later = NOW + timedelta(hours=1)
    await asyncio.gather(servers.note_episodes(["b", "c"], later), servers.note_episodes(["c", "a"], later))
    seen = await servers.new_episodes(later)
    assert seen == {"a": int(NOW.timestamp()), "b": int(NOW.timestamp()), "c": int(later.timestamp())}
    assert set(await servers.new_episodes(NOW + NEW_FOR + timedelta(minutes=30))) == {"c"}


async def test_an_episode_is_told_of_once_whoever_tries(servers: Servers) -> None:
    claims = await asyncio.gather(*(servers.claim_notice(1, "a", NOW) for _ in range(5)))
    assert sorted(claims) == [False] * 4 + [True]
    assert await servers.told_of([1]) == set()
    assert not await servers.claim_notice(1, "a", NOW + TRY_AGAIN_AFTER - timedelta(minutes=1))
    assert await servers.claim_notice(1, "a", NOW + TRY_AGAIN_AFTER)
    await servers.settle_notice(1, "a")
    assert await servers.told_of([1, 2]) == {(1, "a")}
    assert not await servers.claim_notice(1, "a", NOW + timedelta(days=2))
    await servers.empty_notices(NOW + timedelta(days=40))
    assert await servers.told_of([1]) == set()


async def test_two_failures_in_a_row_end_a_follow(servers: Servers) -> None:
    follow = await servers.add_follow(wanted(), NOW)
    assert not await servers.count_failure(follow.id)
    await servers.settle_notice(follow.id, "a")  # one that was sent in between
    assert not await servers.count_failure(follow.id)
    assert await servers.count_failure(follow.id)
    assert await servers.follow(follow.id) is None
    assert await servers.count_failure(follow.id)
    assert not await servers.end_follow(follow.id)


async def test_who_sees_what(servers: Servers) -> None:
    own, other = await servers.add_follow(wanted(1), NOW), await servers.add_follow(wanted(2, guild_id=GUILD), NOW)
    assert [one.id for one in await servers.follows_of(1, None)] == [own.id]
    assert [one.id for one in await servers.follows_of(1, GUILD)] == [own.id, other.id]
    await servers.forget(GUILD)
    assert [one.id for one in await servers.follows_of(1, GUILD)] == [own.id]
