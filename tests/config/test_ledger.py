"""Once a date, never twice, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.engine import URL

from config.history import History, place_of
from config.ledger import ChosenMeanwhileError
from config.queries import Shards, moment
from config.rows import LEASE
from config.servers import Servers
from config.tables import Server
from tests.config.ledgers import DAY, EIGHT, NINE, chosen, next_at, passage, place, post


async def test_a_history_counts_what_came_again_and_knows_the_newest(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    for day in range(20):
        await post(servers, NINE + day * DAY, day % 15)
    history = await servers.history(1)
    assert history.times == {place(number): 1 + (number < 5) for number in range(15)}
    assert history.recent == [place(day % 15) for day in range(8, 20)]


async def test_a_passage_may_be_in_any_language(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    found = await servers.visit(1, NINE)
    assert found is not None
    filipino = replace(passage(1), language="fil")
    row = await servers.claim(found.server, filipino, NINE)
    assert row is not None
    await servers.refuse(1, place_of(row))
    history = await servers.history(1)
    assert {one.language for one in (*history.times, *history.refused)} == {"fil"}


async def test_one_post_a_local_date_and_the_next_is_tomorrow(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    assert await post(servers, EIGHT, 1) == "not due"
    assert await servers.due(EIGHT, Shards()) == []
    assert await servers.due(NINE, Shards()) == [1]
    assert await post(servers, NINE, 1) == "posted"
    assert await post(servers, NINE, 2) == "not due"
    assert await next_at(servers) == NINE + DAY


async def test_of_two_processes_one_claims(servers: Servers, database: URL) -> None:
    await servers.start(chosen(), EIGHT)
    async with aclosing(Servers(database)) as other:
        looks = await asyncio.gather(*(one.visit(1, NINE) for one in (servers, other)))
        seen = [look[0] for look in looks if look]
        claimed = await asyncio.gather(
            *(
                one.claim(server, passage(n), NINE)
                for n, (one, server) in enumerate(zip((servers, other), seen, strict=True))
            )
        )
    assert sum(row is not None for row in claimed) == 1
    assert await post(servers, NINE, 3) == "not due"


async def test_what_is_cut_off_is_taken_up_after_the_lease_by_one(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    found = await servers.visit(1, NINE)
    assert found is not None
    row = await servers.claim(found[0], passage(1), NINE)
    assert row is not None
    assert await servers.due(NINE + timedelta(seconds=LEASE - 1), Shards()) == []
    later = NINE + timedelta(seconds=LEASE)
    looks = [await servers.visit(1, later) for _ in range(2)]
    assert all(look is not None and look[1] is not None and look[1].id == row.id for look in looks)
    taken = [await servers.again(look[0], later) for look in looks if look]
    assert taken == [True, False]


@pytest.mark.parametrize(("month", "day"), [(3, 29), (10, 25)])
async def test_both_changes_of_clocks_have_one_post_a_date(servers: Servers, month: int, day: int) -> None:
    now = datetime(2026, month, day, tzinfo=UTC) - timedelta(days=2)
    await servers.start(chosen(timezone="Europe/Berlin", minute=150), now)
    for number in range(5 * 24 * 2):
        await post(servers, now + timedelta(minutes=30 * number), number)
    days = [row.day for row in await servers.last_posts(1, 20)]
    assert len(days) == len(set(days)) == 5


async def test_after_days_of_downtime_the_rows_say_what_was_missed(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    now = NINE + 2 * DAY + timedelta(hours=1)
    found = await servers.visit(1, now)
    assert found is not None
    await servers.pass_over(found[0], "missed", now)
    assert await next_at(servers) == NINE + 2 * DAY  # an hour late is not too late
    assert await post(servers, now, 1) == "posted"
    assert [(row.day, row.status) for row in await servers.last_posts(1, 5)] == [
        (date(2026, 1, 3), "posted"),
        (date(2026, 1, 2), "missed"),
        (date(2026, 1, 1), "missed"),
    ]


async def test_a_post_wanted_now_that_could_not_be_made_changes_nothing(servers: Servers) -> None:
    server = await servers.start(chosen(), EIGHT)
    row = await servers.claim_now(server, passage(1), EIGHT)
    assert row is not None
    await servers.withdraw(row, EIGHT)
    assert await next_at(servers) == NINE
    assert await servers.last_posts(1, 5) == []
    assert await post(servers, NINE, 2) == "posted"


async def test_a_post_wanted_now_is_todays_and_comes_again_after_a_skip(servers: Servers) -> None:
    server = await servers.start(chosen(), EIGHT)
    await servers.skip(1, EIGHT)
    server = await servers.server(1) or server
    row = await servers.claim_now(server, passage(1), EIGHT)
    assert row is not None
    assert row.day == date(2026, 1, 1)
    assert await servers.claim_now(server, passage(2), EIGHT) is None  # it is under way
    await servers.mark(row, "posted", EIGHT, message_id=1)
    server = await servers.server(1) or server
    other = await servers.claim_now(server, passage(2), EIGHT)
    assert other is not None
    assert other.day is None
    await servers.mark(other, "posted", EIGHT, message_id=2)
    assert await next_at(servers) == NINE + DAY


async def test_seven_failures_in_a_row_pause_and_a_post_between_forgets_them(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)

    async def fail(number: int) -> Server:
        now = NINE + number * DAY
        found = await servers.visit(1, now)
        assert found is not None
        row = await servers.claim(found[0], passage(number), now)
        assert row is not None
        server = await servers.mark(row, "failed", now, reason="gone")
        assert server is not None
        return server

    for number in range(6):
        assert (await fail(number)).active
    assert [await servers.telling(1) for _ in range(2)] == [True, False]
    assert await post(servers, NINE + 6 * DAY, 6) == "posted"
    assert await servers.telling(1)
    for number in range(7, 13):
        assert (await fail(number)).active
    last = await fail(13)
    assert (last.active, last.next_at, last.failures) == (False, None, 7)
    assert (await servers.history(1)).times == {place(6): 1}  # what nobody saw can come again


async def test_a_refused_passage_is_replaced_once(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    await post(servers, NINE, 1)
    (row,) = await servers.last_posts(1, 1)
    await servers.refuse(1, place_of(row))
    await servers.refuse(1, place_of(row))
    assert await servers.replace(row, passage(2))
    assert not await servers.replace(row, passage(3))  # another moderator was quicker
    assert await servers.history(1) == History({place(2): 1}, [place(2)], {place(1)}, row.id)


async def test_a_date_that_has_its_row_does_not_hold_a_server_up(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    assert await post(servers, NINE, 1) == "posted"
    async with servers._transaction() as session:
        server = await session.get(Server, 1)
        assert server is not None
        server.next_at = int(NINE.timestamp())  # as no code of today leaves it
    assert await post(servers, NINE, 2) == "another process has it"
    assert await next_at(servers) == NINE + DAY


async def test_an_id_never_comes_again(servers: Servers) -> None:
    ids = []
    for _ in range(3):
        await servers.start(chosen(), EIGHT)
        await post(servers, NINE, 1)
        ids += [row.id for row in await servers.last_posts(1, 5)]
        await servers.forget(1)
    assert len(set(ids)) == 3


async def test_what_may_have_been_seen_does_not_come_again(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    found = await servers.visit(1, NINE)
    assert found is not None
    row = await servers.claim(found[0], passage(1), NINE)
    assert row is not None
    await servers.mark(row, "missed", NINE)
    assert (await servers.history(1)).recent == [place(1)]


async def test_a_choice_that_is_not_of_the_newest_history_is_not_claimed(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    await post(servers, NINE, 1)
    server = await servers.server(1)
    assert server
    read = (await servers.history(1)).newest
    assert await servers.claim_now(server, passage(2), NINE, read)
    with pytest.raises(ChosenMeanwhileError):
        await servers.claim_now(server, passage(2), NINE, read)
    due = moment(server.next_at or 0)
    with pytest.raises(ChosenMeanwhileError):
        await servers.claim(server, passage(2), due, read)
    assert await servers.claim(server, passage(3), due, (await servers.history(1)).newest)
