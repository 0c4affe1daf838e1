"""Asking the database within the time that an answer has."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from config.state import ServersAwayError
from handlers.refusals import StateAwayError

T = TypeVar("T")


PATIENCE = 2.0
"""Seconds; Discord waits for three."""


async def in_time(asked: Coroutine[Any, Any, T]) -> T:
    """What the database answers; StateAwayError where it is away or slow."""
    task = asyncio.create_task(asked)
    done, _ = await asyncio.wait({task}, timeout=PATIENCE)
    if not done:
        task.cancel()  # what it still does to end is not waited for
        task.add_done_callback(_note)
        raise StateAwayError
    try:
        return task.result()
    except ServersAwayError as error:
        raise StateAwayError from error


def _note(task: asyncio.Task[Any]) -> None:
    """However it ended, whoever asked was told."""
    if not task.cancelled():
        task.exception()
