"""However slow or far away the database is, who asks is answered in time."""

from __future__ import annotations

import asyncio

import pytest

from config.state import ServersAwayError
from handlers.deadline import in_time
from handlers.refusals import StateAwayError


async def test_what_the_database_answers_is_returned() -> None:
    async def answer() -> int:
        return 7

    assert await in_time(answer()) == 7


async def test_that_it_is_away_is_told() -> None:
    async def away() -> None:
        raise ServersAwayError("OSError")

    with pytest.raises(StateAwayError):
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

    with pytest.raises(StateAwayError):
        await in_time(stuck())
    assert not ended.is_set()
    let_go.set()
    await ended.wait()
