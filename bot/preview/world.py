"""SimCord's world at the computer's time, in which the bot makes its rounds and the page shows every change."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import Any

import simcord
from simcord.preview import Preview

from bot.client import Pullquote
from handlers.refusals import Refusal

TICK = 1.0
"""Seconds after which the page's clock is set to the computer's, and what has changed is shown."""


class World(simcord.Env):
    """SimCord's world, in which an expected answer is no fault of the bot's."""

    def errors_since(self, cursor: int) -> tuple[BaseException, ...]:
        return tuple(error for error in super().errors_since(cursor) if not isinstance(_cause_of(error), Refusal))


def _cause_of(error: BaseException) -> BaseException:
    return getattr(error, "original", error)


@asynccontextmanager
async def started_world(world: simcord.Env) -> AsyncIterator[None]:
    """The world, with its clock going."""
    await world.start()
    ticking = asyncio.create_task(_keep_time(world))
    try:
        with world.time_context():
            yield
    finally:
        ticking.cancel()
        with suppress(asyncio.CancelledError):
            await ticking
        await world.shutdown()


@asynccontextmanager
async def going_rounds(client: Pullquote) -> AsyncIterator[None]:
    """The bot's rounds, in tasks that are not its own: SimCord holds up each press until no task of the bot's is in a
    short pause, and takes back the press where a pause ends just then."""
    own = (client.rounds, client.following)
    for each in own:
        await each.stop()
    going = [asyncio.create_task(each.run()) for each in own]
    try:
        yield
    finally:
        for task in going:
            task.cancel()
        await asyncio.gather(*going, return_exceptions=True)


@asynccontextmanager
async def showing_changes(world: simcord.Env, page: Preview, channel_id: int) -> AsyncIterator[None]:
    """The page shows what the bot sends or edits by itself, which SimCord's does after the next press alone."""
    shown: dict[str, list[tuple[int, str | None]]] = {}
    publish = page._publish

    def messages() -> list[tuple[int, str | None]]:
        return [(each.id, each.edited_timestamp) for each in world.backend.messages[channel_id].values()]

    def publish_and_note(view: Any, **options: Any) -> None:
        publish(view, **options)
        shown[view.id] = messages()

    async def follow() -> None:
        while True:
            await asyncio.sleep(TICK)
            for view in tuple(page._pages.values()):
                if world._operation_task is None and shown.get(view.id) != messages():  # no press is under way
                    page._publish(view, reason="refresh")

    page._publish = publish_and_note  # type: ignore[method-assign, assignment]  # the page calls it
    following = asyncio.create_task(follow())
    try:
        yield
    finally:
        following.cancel()


async def _keep_time(world: simcord.Env) -> None:
    while True:
        await asyncio.sleep(TICK)
        set_clock(world)


def set_clock(world: simcord.Env) -> None:
    """Set the world's clock, which begins in 2026 and stands still, to the computer's."""
    clock = world.backend.clock
    clock.advance(max(0.0, (datetime.now(UTC) - clock.now()).total_seconds()))
