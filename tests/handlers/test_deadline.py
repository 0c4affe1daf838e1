"""However slow or far away the database is, who asks is answered in time."""

from __future__ import annotations

import asyncio
import threading
from functools import partial

import pytest

from config.state import DatabaseAwayError
from handlers.deadline import AT_ONCE, Workers, in_time
from handlers.refusals import OverloadedError, UnavailableError


async def test_what_the_database_answers_is_returned() -> None:
    async def answer() -> int:
        return 7

    assert await in_time(answer()) == 7


async def test_that_it_is_away_is_told() -> None:
    async def away() -> None:
        raise DatabaseAwayError("OSError")

    with pytest.raises(UnavailableError):
        await in_time(away())


async def test_neither_an_answer_that_does_not_come_nor_its_end_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.deadline.PATIENCE", 0.01)
    let_go, ended = asyncio.Event(), asyncio.Event()

    async def stuck() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await let_go.wait()  # as a transaction that cannot be rolled back at once
            ended.set()

    with pytest.raises(UnavailableError):
        await in_time(stuck())
    assert not ended.is_set()
    let_go.set()
    await ended.wait()


async def occupied(workers: Workers) -> tuple[threading.Event, list[asyncio.Task[bool]]]:
    """All threads at work, until the event is set."""
    let_go = threading.Event()
    work = [asyncio.create_task(workers.run(lambda: let_go.wait(20))) for _ in range(AT_ONCE)]
    await asyncio.sleep(0)
    return let_go, work


async def test_answers_come_in_order_and_before_what_is_offered() -> None:
    workers, done = Workers(), list[str]()
    let_go, work = await occupied(workers)
    names = {"offer 1": True, "answer 1": False, "offer 2": True, "answer 2": False}
    asked = [asyncio.ensure_future(workers.run(partial(done.append, n), yielding=y)) for n, y in names.items()]
    await asyncio.sleep(0)
    let_go.set()
    await asyncio.gather(*work, *asked)
    assert [name for name in done if name.startswith("answer")] == ["answer 1", "answer 2"]
    assert {*done[:2]} == {"answer 1", "answer 2"}


async def test_what_waits_too_long_is_refused_and_not_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.deadline.PATIENCE", 0.01)
    workers, done = Workers(), list[int]()
    let_go, work = await occupied(workers)
    asked = [asyncio.ensure_future(workers.run(partial(done.append, number))) for number in range(50)]
    assert {type(each) for each in await asyncio.gather(*asked, return_exceptions=True)} == {OverloadedError}
    let_go.set()
    await asyncio.gather(*work)
    assert await workers.run(lambda: 7) == 7
    assert not done


async def test_what_surely_cannot_be_done_in_time_is_refused_at_once() -> None:
    workers = Workers()
    workers._seconds = 1.0  # as after work that took as long
    let_go, work = await occupied(workers)
    asked = [asyncio.ensure_future(workers.run(lambda: None)) for _ in range(20)]
    refused, _ = await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
    assert {type(each.exception()) for each in refused} == {OverloadedError}
    let_go.set()
    await asyncio.gather(*work, *asked, return_exceptions=True)
    assert sum(each.exception() is None for each in asked) == 5


async def test_who_is_cancelled_passes_the_turn_on() -> None:
    workers = Workers()
    let_go, work = await occupied(workers)
    asked = [asyncio.ensure_future(workers.run(lambda: 7)) for _ in range(4)]
    await asyncio.sleep(0)
    asked[0].cancel()
    let_go.set()
    await asyncio.gather(*work)
    asked[1].cancel()
    assert await asyncio.gather(*asked[2:]) == [7, 7]
    assert workers._running == 0
