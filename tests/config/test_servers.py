"""What servers choose and the ledger, on SQLite and on PostgreSQL: kept, once a date, never twice."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection
from sqlalchemy.engine import URL

from config.database import migrate, open_engine
from config.schedule import EVERY_DAY
from config.servers import LEASE, History, Passage, Place, Server, Servers, ServersAwayError, Shards, day_bits, moment
from config.tables import Base

EIGHT = datetime(2026, 1, 1, 8, tzinfo=UTC)
NINE = EIGHT + timedelta(hours=1)
DAY = timedelta(days=1)


def chosen(guild_id: int = 1, **other: Any) -> Server:
    values: dict[str, Any] = {
        "guild_id": guild_id,
        "channel_id": 10,
        "owner_id": 20,
        "minute": 9 * 60,
        "timezone": "UTC",
        "days": day_bits(EVERY_DAY),
        "speaker": None,
        "episode": None,
        "language": "en",
        "seed": 7,
    }
    return Server(**values | other)


def passage(number: int) -> Passage:
    return Passage("bridges", number, 0, 80, "en")


def place(number: int) -> Place:
    return Place("bridges", number, 0, "en")


async def test_a_history_counts_what_came_again_and_knows_the_newest(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    for day in range(20):
        await post(servers, NINE + day * DAY, day % 15)
    history = await servers.history(1)
    assert history.times == {place(number): 1 + (number < 5) for number in range(15)}
    assert history.recent == [place(day % 15) for day in range(8, 20)]


async def post(servers: Servers, now: datetime, number: int, guild_id: int = 1) -> str:
    """A visit's steps, as posting takes them; what became of it."""
    found = await servers.visit(guild_id, now)
    if found is None:
        return "not due"
    server, under_way = found
    if under_way is None:
        under_way = await servers.claim(server, passage(number), now)
    elif not await servers.again(server, now):
        return "another process has it"
    if under_way is None:
        return "another process has it"
    await servers.mark(under_way, "posted", now, message_id=1000 + number)
    return "posted"


async def next_at(servers: Servers, guild_id: int = 1) -> datetime | None:
    server = await servers.server(guild_id)
    assert server is not None
    return None if server.next_at is None else moment(server.next_at)


async def test_the_tables_are_those_that_the_code_has(database: URL) -> None:
    await migrate(database)

    def differences(connection: Connection) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))

    engine = open_engine(database, pooled=False)
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engine.dispose()


async def test_ten_processes_that_start_together_make_the_tables_once(database: URL) -> None:
    await asyncio.gather(*(migrate(database) for _ in range(10)))
    async with aclosing(Servers(database)) as servers:
        await servers.start(chosen(), EIGHT)
        assert await servers.server(1)


async def test_choices_are_kept_and_the_order_stays(servers: Servers, database: URL) -> None:
    await servers.start(chosen(speaker="Ann Li", episode="bridges"), EIGHT)
    await servers.start(chosen(minute=600, seed=8), EIGHT)
    async with aclosing(Servers(database)) as again:
        server = await again.server(1)
    assert server is not None
    assert (server.minute, server.seed, server.speaker, server.episode) == (600, 7, None, None)


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


async def test_skipping_twice_passes_over_one_and_a_new_start_over_none(servers: Servers) -> None:
    await servers.start(chosen(), EIGHT)
    assert [await servers.skip(1, EIGHT) for _ in range(2)] == [NINE, NINE]
    assert await next_at(servers) == NINE + DAY
    assert await servers.skip(1, NINE) == NINE + DAY
    assert await servers.skip(2, EIGHT) is None
    await servers.start(chosen(), NINE)
    assert await next_at(servers) == NINE + DAY


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
    await servers.refuse(row)
    await servers.refuse(row)
    assert await servers.replace(row, passage(2))
    assert not await servers.replace(row, passage(3))  # another moderator was quicker
    assert await servers.history(1) == History({place(2): 1}, [place(2)], {place(1)})


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
    await servers.refuse(row)
    assert await servers.forget(1)
    assert not await servers.forget(1)
    assert await servers.history(1) == History({}, [], set())


async def test_notes_are_kept(servers: Servers) -> None:
    assert await servers.note("commands") is None
    await servers.write_note("commands", "a")
    await servers.write_note("commands", "b")
    assert await servers.note("commands") == "b"


@pytest.mark.parametrize(
    "url",
    [
        URL.create("sqlite+aiosqlite", database="/dev/null/no/such/folder.db"),
        URL.create("postgresql+asyncpg", host="127.0.0.1", port=1, database="nothing"),
    ],
    ids=["sqlite", "postgresql"],
)
async def test_a_database_that_is_away_is_told_as_such_and_may_come_back(url: URL, database: URL) -> None:
    async with aclosing(Servers(url)) as servers:
        with pytest.raises(ServersAwayError):
            await servers.server(1)
        servers._url = database
        servers._engine = open_engine(database)
        servers._session.configure(bind=servers._engine)
        assert await servers.server(1) is None


async def test_who_has_no_time_to_wait_for_the_tables_does_not_end_it_for_the_others(
    database: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, tries = asyncio.Event(), 0

    async def slowly(url: URL) -> None:
        nonlocal tries
        tries += 1
        await go_on.wait()
        await migrate(url)

    monkeypatch.setattr("config.state.migrate", slowly)
    async with aclosing(Servers(database)) as servers:
        patient = asyncio.create_task(servers.server(1))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await servers.server(1)
        go_on.set()
        assert await patient is None
        assert tries == 1


async def test_what_is_due_at_this_moment_is_what_skip_now_and_a_new_start_are_about(servers: Servers) -> None:
    for number in (1, 2, 3, 4):
        await servers.start(chosen(number), EIGHT)
    now = NINE + timedelta(seconds=5)
    assert await servers.skip(1, now) == NINE
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
        await asyncio.gather(servers.refuse(row), servers.refuse(row))
        if number % 2:
            assert await next_at(servers, number) is None
        else:
            assert await next_at(servers, number) == NINE + DAY  # that date has its row
            skipped = await asyncio.gather(*(servers.skip(number, now) for _ in range(2)))
            assert skipped == [NINE + DAY, NINE + DAY]


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
