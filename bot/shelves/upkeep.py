"""Has the library kept: runs the worker, opens what that has done, and follows what servers wish."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from bot.attempts import Attempts
from bot.child_process import start_module
from bot.runtime import load_undisturbed
from bot.shelves.worker import Orders
from config.library.sources import Sources
from transcript.library.shelves import Sharing, Shelves

log = logging.getLogger(__name__)


REFRESHING_EVERY = 1.0
"""Seconds between two looks for a newer snapshot."""


LONGEST_PAUSE = 60.0
"""Seconds before a worker that ended again and again is started once more; after the first time it is one second."""


@asynccontextmanager
async def keeping_library(orders: Orders, sources: Sources) -> AsyncIterator[Upkeep]:
    """For as long as this lasts the library is kept; it is opened with what is indexed."""
    shelves = Shelves(place=orders.place)
    shelves.sharing = Sharing(is_shared=orders.is_shared)  # until the database says more
    upkeep = Upkeep(shelves, orders, sources)
    await upkeep.refresh()
    upkeep.start()
    try:
        yield upkeep
    finally:
        await upkeep.stop()


class Upkeep:
    """Keeps `shelves` up to date, from `start` to `stop`."""

    def __init__(self, shelves: Shelves, orders: Orders, sources: Sources) -> None:
        self.shelves = shelves
        self._orders = orders
        self._sources = sources
        self._count = -1
        self._tasks: list[asyncio.Task[None]] = []
        self._complete = asyncio.Event()
        self._worker: asyncio.subprocess.Process | None = None
        self.tell_changed: Callable[[], None] = lambda: None
        """Called when there is another library."""

    def start(self) -> None:
        self._tasks = [
            asyncio.create_task(self._run_worker()),
            asyncio.create_task(self._refresh_library()),
            asyncio.create_task(self._follow_wishes()),
        ]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._worker is not None and self._worker.returncode is None:
            self._worker.kill()  # all that it writes is whole
            await self._worker.wait()

    async def wait_until_complete(self, seconds: float) -> bool:
        """Wait until all that there is has been read, or so long. True if it has."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._complete.wait()
        return self._complete.is_set()

    async def _run_worker(self) -> None:
        """Run the worker, and another one whenever it ends."""
        pause, time = 1.0, asyncio.get_running_loop().time
        while True:
            begun = time()
            self._worker = await self._start_worker()
            code = await self._worker.wait()
            pause = 1.0 if time() - begun > LONGEST_PAUSE else min(2 * pause, LONGEST_PAUSE)
            told = {"event": "worker_ended", "code": code, "seconds": pause}
            log.warning("the process that reads ended (%(code)s); another starts in %(seconds)d s", told)
            await asyncio.sleep(pause)

    async def _start_worker(self) -> asyncio.subprocess.Process:
        worker = await start_module("bot.shelves.worker", stdin=asyncio.subprocess.PIPE)
        if worker.stdin is not None:
            with suppress(BrokenPipeError, ConnectionResetError):  # it has ended: that is seen elsewhere
                worker.stdin.write(self._orders.as_json())
                await worker.stdin.drain()
        return worker

    async def refresh(self) -> None:
        """Open a newer snapshot, where there is one."""
        if await asyncio.to_thread(load_undisturbed, self.shelves.refresh):
            self.tell_changed()
            count = len(self.shelves.seen_in(None).episodes)
            log.info("the library has %(episodes)d episodes", {"event": "library_changed", "episodes": count})
        if self.shelves.progress.is_complete:
            self._complete.set()

    async def _refresh_library(self) -> None:
        attempts = Attempts("newer episodes")
        while True:
            await attempts.attempt(self.refresh)
            await asyncio.sleep(REFRESHING_EVERY if self._complete.is_set() else REFRESHING_EVERY / 10)

    async def _follow_wishes(self) -> None:
        attempts = Attempts("servers' wishes for their libraries")
        while True:
            await attempts.attempt(self._read_wishes)
            await asyncio.sleep(self._orders.following_every)

    async def _read_wishes(self) -> None:
        changes = await self._sources.changes(self._count)
        if changes is not None:
            alone, wordless = await self._sources.unshared(), await self._sources.wordless_counts()
            self.shelves.sharing = Sharing(alone, self._orders.is_shared, wordless)
            self._count = changes.count
