"""Servers' choices are kept, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.engine import URL

from config.history import History, place_of
from config.queries import Shards
from config.servers import Servers
from tests.config.ledgers import DAY, EIGHT, NINE, chosen, next_at, passage, post


async def test_choices_are_kept_and_the_order_stays(servers: Servers, database: URL) -> None:
    await servers.start(chosen(speaker="Ann Li", episode="bridges"), EIGHT)
    await servers.start(chosen(minute=600, seed=8), EIGHT)
    async with aclosing(Servers(database)) as again:
        server = await again.server(1)
    assert server is not None
    assert (server.minute, server.seed, server.speaker, server.episode) == (600, 7, None, None)


async def test_a_time_changed_on_the_day_itself_posts_once(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    assert await post(servers, NINE, 1) == "posted"
    await servers.start(chosen(minute=18 * 60), NINE + timedelta(minutes=5))
    assert await next_at(servers) == datetime(2026, 1, 2, 18, tzinfo=UTC)


async def test_a_time_moved_to_one_that_is_past_does_not_post_at_once(servers: Servers) -> None:
    await servers.start(chosen(minute=18 * 60), EIGHT)
    await servers.start(chosen(minute=7 * 60), EIGHT)
    assert await next_at(servers) == datetime(2026, 1, 2, 7, tzinfo=UTC)


async def test_a_zone_changed_on_the_day_itself_posts_once_a_local_date(servers: Servers) -> None:
    await servers.start(chosen(timezone="Asia/Tokyo"), EIGHT - DAY)
    assert await post(servers, datetime(2026, 1, 1, 0, tzinfo=UTC), 1) == "posted"
    await servers.start(chosen(timezone="America/Los_Angeles"), datetime(2026, 1, 1, 1, tzinfo=UTC))
    # There the first of January is still to come, but it had its post.
    assert await next_at(servers) == datetime(2026, 1, 2, 17, tzinfo=UTC)


async def test_skipping_twice_passes_over_two_and_a_new_start_over_none(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    assert [await servers.skip(1, EIGHT) for _ in range(2)] == [(at.date(), at) for at in (NINE, NINE + DAY)]
    assert await next_at(servers) == NINE + 2 * DAY
    assert await servers.skip(2, EIGHT) is None
    await servers.start(chosen(), NINE)
    assert await next_at(servers) == NINE + DAY


async def test_what_is_passed_over_can_come_after_all_while_it_is_to_come(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    for _ in range(3):
        await servers.skip(1, EIGHT)
    second = (NINE + DAY).date()
    assert await servers.unskip(1, second, EIGHT) == NINE + DAY
    assert await servers.unskip(1, second, EIGHT) is None
    assert await servers.unskip(2, second, EIGHT) is None
    assert await next_at(servers) == NINE + DAY
    assert await servers.unskip(1, NINE.date(), NINE) is None  # its hour is over
    assert await post(servers, NINE + DAY, 1) == "posted"
    assert await next_at(servers) == NINE + 3 * DAY


async def test_one_choice_is_changed_and_the_others_stay(servers: Servers) -> None:
    await servers.start(chosen(speaker="Ann Li"), EIGHT)
    await servers.skip(1, EIGHT)
    server = await servers.edit(1, {"pin": True, "channel_id": 11}, EIGHT)
    assert server is not None
    assert (server.pin, server.channel_id, server.speaker, server.minute) == (True, 11, "Ann Li", 540)
    assert await next_at(servers) == NINE + DAY  # it is still passed over
    await servers.edit(1, {"minute": 600}, EIGHT)
    assert await next_at(servers) == NINE + timedelta(hours=1)
    assert await servers.edit(2, {"minute": 600}, EIGHT) is None
    await servers.stop(1)
    await servers.edit(1, {"minute": 660}, EIGHT)
    assert await next_at(servers) is None


async def test_an_hour_later_the_buttons_of_posts_are_looked_for_once(
    servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    await servers.start(chosen(), EIGHT)
    await post(servers, NINE, 1)
    assert await servers.with_old_buttons(NINE + timedelta(minutes=59), Shards()) == []
    (row,) = await servers.with_old_buttons(NINE + timedelta(hours=1), Shards())
    assert await servers.with_old_buttons(NINE + timedelta(hours=1), Shards(4, (1,))) == []
    monkeypatch.setattr("config.history.EDITED_AT_ONCE", 1)
    await servers.start(chosen(2), EIGHT)
    await post(servers, NINE, 1, 2)
    assert len(await servers.with_old_buttons(NINE + timedelta(hours=1), Shards())) == 1
    await servers.note_without_button(row)
    (other,) = await servers.with_old_buttons(NINE + timedelta(hours=1), Shards())
    await servers.note_without_button(other)
    assert await servers.with_old_buttons(NINE + DAY, Shards()) == []
    assert row.message_id is not None
    found = await servers.post_at(1, row.message_id)
    assert found is not None
    assert found.id == row.id
    assert await servers.post_at(3, row.message_id) is None


async def test_what_a_process_does_not_have_is_not_due_for_it(servers: Servers) -> None:
    for number in range(8):
        await servers.start(chosen(number << 22), EIGHT)
    here = await servers.due(NINE, Shards(4, (0, 1)))
    there = await servers.due(NINE, Shards(4, (2, 3)))
    assert here == [number << 22 for number in (0, 1, 4, 5)]
    assert there == [number << 22 for number in (2, 3, 6, 7)]
    await servers.is_in({0}, NINE, Shards(4, (0, 1)))
    assert await servers.due(NINE, Shards()) == [number << 22 for number in (0, 2, 3, 6, 7)]


async def test_those_that_are_latest_come_first(servers: Servers) -> None:
    for number, minute in ((1, 600), (2, 540), (3, 570)):
        await servers.start(chosen(number, minute=minute), EIGHT)
    assert await servers.due(EIGHT + timedelta(hours=3), Shards()) == [2, 3, 1]


async def test_a_server_that_left_is_forgotten_after_thirty_days_and_one_that_came_back_is_not(
    servers: Servers,
) -> None:
    for number in (1, 2):
        await servers.start(chosen(number), EIGHT)
        await post(servers, NINE, 1, number)
        await servers.left(number, NINE)
    await servers.is_in({2}, NINE + DAY, Shards())
    await servers.forget_the_left(NINE + 29 * DAY, Shards())
    assert await servers.server(1)
    await servers.forget_the_left(NINE + 30 * DAY, Shards())
    assert await servers.server(1) is None
    assert await servers.last_posts(1, 5) == []
    assert await servers.server(2)


async def test_stopping_gives_up_what_is_under_way(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    found = await servers.visit(1, NINE)
    assert found is not None
    row = await servers.claim(found[0], passage(1), NINE)
    assert row is not None
    assert await servers.stop(1)
    assert not await servers.stop(1)
    assert await servers.mark(row, "posted", NINE, message_id=1) is None
    assert await servers.due(NINE + DAY, Shards()) == []
    await servers.start(chosen(), NINE)
    assert await next_at(servers) == NINE + DAY  # that date has its row


async def test_forgetting_deletes_everything(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    await post(servers, NINE, 1)
    (row,) = await servers.last_posts(1, 1)
    await servers.refuse(1, place_of(row))
    assert await servers.forget(1)
    assert not await servers.forget(1)
    assert await servers.history(1) == History({}, [], set())


async def test_notes_are_kept(servers: Servers) -> None:
    assert await servers.note("commands") is None
    await servers.write_note("commands", "a")
    await servers.write_note("commands", "b")
    assert await servers.note("commands") == "b"


async def test_what_is_due_at_this_moment_is_what_skip_now_and_a_new_start_are_about(servers: Servers) -> None:
    for number in (1, 2, 3, 4):
        await servers.start(chosen(number), EIGHT)
    now = NINE + timedelta(seconds=5)
    assert await servers.skip(1, now) == (NINE.date(), NINE)
    assert await next_at(servers, 1) == NINE + DAY
    await servers.start(chosen(2, speaker="Ann Li"), now)
    assert await post(servers, now, 1, 2) == "posted"
    assert await post(servers, now, 1, 2) == "not due"
    server = await servers.server(3)
    assert server is not None
    row = await servers.claim_now(server, passage(1), now)
    assert row is not None
    assert (row.day, row.due_at) == (NINE.date(), int(NINE.timestamp()))
    await servers.start(chosen(4, minute=600), now)
    assert await next_at(servers, 4) == NINE + timedelta(hours=1)


async def test_what_happens_at_once_ends_as_if_one_came_after_the_other(servers: Servers) -> None:
    for number in range(1, 41):
        await asyncio.gather(*(servers.start(chosen(number, timezone="Asia/Tokyo"), EIGHT - DAY) for _ in range(2)))
        now = datetime(2026, 1, 1, 0, 0, 5, tzinfo=UTC)
        found = await servers.visit(number, now)
        assert found is not None
        row = await servers.claim(found[0], passage(1), now)
        assert row is not None
        later = servers.stop(number) if number % 2 else servers.start(chosen(number), now)
        await asyncio.gather(servers.mark(row, "posted", now, message_id=1), later)
        await asyncio.gather(servers.refuse(1, place_of(row)), servers.refuse(1, place_of(row)))
        if number % 2:
            assert await next_at(servers, number) is None
        else:
            assert await next_at(servers, number) == NINE + DAY  # that date has its row
            skipped = await asyncio.gather(*(servers.skip(number, now) for _ in range(2)))
            assert sorted(each.due for each in skipped if each) == [NINE + DAY, NINE + 2 * DAY]
