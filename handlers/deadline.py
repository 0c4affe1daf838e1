"""Answering within the time that Discord waits: what looks things up in threads, and what asks the database."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from heapq import heappop, heappush
from itertools import count
from typing import Any, TypeVar

from config.state import DatabaseAwayError
from handlers.refusals import OverloadedError, UnavailableError

T = TypeVar("T")


PATIENCE = 2.0
"""Seconds; Discord waits for three."""


ACKNOWLEDGED = 12.0
"""Seconds for the database where Discord knows that an answer comes: many may want to write at the same moment."""


AT_ONCE = 2
"""Threads that work for answers. They take turns at Python's one lock; more would keep the event loop waiting."""


RECENT = 0.1
"""Weight of the last piece of work in the running mean of their seconds."""


class Workers:
    """Threads that make answers, in the order of the requests; choices to offer come after them.

    A request that cannot be begun in time is refused, at once if the queue before it is too long for that.
    """

    def __init__(self) -> None:
        self._waiting: list[tuple[bool, int, asyncio.Future[None]]] = []
        self._numbers = count()
        self._running = 0
        self._seconds = 0.0

    async def run(self, work: Callable[[], T], *, yielding: bool = False) -> T:
        """Do the work in a thread and return its result. `yielding` work goes last. Raises OverloadedError."""
        await self._wait_for_turn(yielding)
        begun = asyncio.get_running_loop().time()
        try:
            return await asyncio.to_thread(work)
        finally:
            self._seconds += RECENT * (asyncio.get_running_loop().time() - begun - self._seconds)
            self._pass_on()

    async def _wait_for_turn(self, yielding: bool) -> None:
        if self._running < AT_ONCE:
            self._running += 1
            return
        if self._seconds * len(self._waiting) / AT_ONCE > PATIENCE:
            raise OverloadedError
        taken, turn = False, asyncio.get_running_loop().create_future()
        heappush(self._waiting, (yielding, next(self._numbers), turn))
        try:
            async with asyncio.timeout(PATIENCE):
                await turn
            taken = True
        except TimeoutError as error:
            raise OverloadedError from error
        finally:
            if not taken and turn.done() and not turn.cancelled():  # its turn came when it had given up
                self._pass_on()

    def _pass_on(self) -> None:
        """Let the next begin who still waits."""
        while self._waiting:
            _, _, turn = heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._running -= 1


async def in_time(asked: Coroutine[Any, Any, T], patience: float | None = None) -> T:
    """The database's answer. Raises UnavailableError where it does not come in `patience` seconds, by default two."""
    task = asyncio.create_task(asked)
    done, _ = await asyncio.wait({task}, timeout=PATIENCE if patience is None else patience)
    if not done:
        task.cancel()  # what it still does to end is not waited for
        task.add_done_callback(_ignore_outcome)
        raise UnavailableError
    try:
        return task.result()
    except DatabaseAwayError as error:
        raise UnavailableError from error


def _ignore_outcome(task: asyncio.Task[Any]) -> None:
    """However it ended, whoever asked was told."""
    if not task.cancelled():
        task.exception()
