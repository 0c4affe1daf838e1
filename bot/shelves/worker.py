"""The process that reads and indexes: `python -m bot.shelves.worker`, started by the bot, which goes on answering.

It takes in the operator's folders and what is in the database, and leaves a snapshot of the library after each change.
Of several in one DATA_DIR one works; the next takes over when that one ends. It ends with the bot that started it.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import aclosing, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter
from sqlalchemy.engine import URL, make_url
from watchfiles import awatch

from bot import logs
from bot.attempts import Attempts
from bot.shelves.files import OwnFiles
from config.library.sources import Sources
from config.queries import utc_now
from config.settings import Settings
from config.state import DatabaseAwayError
from transcript.index.cache import place_of
from transcript.library.keeper import Keeper

log = logging.getLogger(__name__)


OWN_FILES = "shelves"
"""The folder in DATA_DIR of files that are written out of the database."""


FOLLOWING_EVERY = 5.0
"""Seconds between two looks at the database's change counter."""


LOOKING_EVERY = 20.0
"""Seconds between two looks at the folders, where no change is told, as on some file systems."""


TRYING_AGAIN_EVERY = 600.0
"""Seconds between two tries to read what could not be read and did not change."""


WAITING_EVERY = 2.0
"""Seconds between two tries to be the one who works."""


SETTLING_MS = 300
"""Milliseconds that a folder stands still before its changes are taken in, 1.6 seconds at most."""


NICENESS = 5
"""Niceness of this process, so that answers go first."""


@dataclass(frozen=True, slots=True)
class Orders:
    """The worker's settings, which the bot writes to its standard input."""

    paths: tuple[Path, ...]
    data_dir: Path
    own_files: Path
    database: str
    is_shared: bool
    log_level: str = "INFO"
    log_format: Literal["text", "json"] = "text"
    secrets: tuple[str, ...] = ()
    following_every: float = FOLLOWING_EVERY

    @property
    def place(self) -> Path:
        """The folder of the cache that the worker writes and the bot reads."""
        return place_of(self.paths, self.data_dir)

    @property
    def url(self) -> URL:
        return make_url(self.database)

    def as_json(self) -> bytes:
        return ORDERS.dump_json(self) + b"\n"


ORDERS = TypeAdapter(Orders)


def orders_of(settings: Settings) -> Orders:
    """The orders for a bot with these settings."""
    return Orders(
        tuple(path.expanduser().absolute() for path in settings.transcripts) if settings.shared else (),
        settings.data_dir.absolute(),
        settings.data_dir.absolute() / OWN_FILES,
        settings.database.render_as_string(hide_password=False),
        settings.shared,
        settings.log_level,
        settings.log_format,
        tuple(settings.secrets),
    )


class Worker:
    """Brings a cache up to date, round after round."""

    def __init__(self, orders: Orders, keeper: Keeper, sources: Sources) -> None:
        self._orders = orders
        self._keeper = keeper
        self._sources = sources
        self._own = OwnFiles(orders.own_files, sources, is_shared=orders.is_shared)
        self._following = Attempts("servers' own episodes")
        self._looked = self._tried = -TRYING_AGAIN_EVERY

    async def round(self, *, told: bool) -> None:
        """Follow the database and, if something changed or it is time, the folders."""
        now = asyncio.get_running_loop().time()
        changed = await self._following.attempt(self._own.follow)
        again = now - self._tried >= TRYING_AGAIN_EVERY
        if changed or told or again or now - self._looked >= LOOKING_EVERY:
            self._looked, self._tried = now, now if again else self._tried
            await asyncio.to_thread(self._take_in, again)
        if self._own.are_untold:
            await self._mark_read()

    def _take_in(self, again: bool) -> None:
        self._keeper.bring_up_to_date(self._orders.paths, self._own.names, again=again)

    async def _mark_read(self) -> None:
        try:
            await self._own.mark_read(await asyncio.to_thread(self._keeper.causes), utc_now())
        except DatabaseAwayError as error:
            log.debug("not told what was read: %(cause)s", {"event": "sources_away", "cause": str(error)})


async def work(orders: Orders) -> None:
    """Work until the process is ended."""
    with closing(Keeper(orders.place, orders.own_files)) as keeper:
        while not keeper.take_over():  # noqa: ASYNC110 - another process holds it, and tells nobody when it ends
            await asyncio.sleep(WAITING_EVERY)
        async with aclosing(Sources(orders.url)) as sources:
            worker, changed, attempts = Worker(orders, keeper, sources), asyncio.Event(), Attempts("transcripts")
            watching = asyncio.create_task(_watch_folders(orders.paths, changed.set))
            try:
                while True:
                    told = changed.is_set()
                    changed.clear()
                    await attempts.attempt(partial(worker.round, told=told))
                    await _wait_for(changed, orders.following_every)
            finally:
                watching.cancel()


async def _wait_for(changed: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await changed.wait()
    except TimeoutError:
        pass


async def _watch_folders(paths: Sequence[Path], tell: Callable[[], None]) -> None:
    """Tell when something changes below the paths. Where the system cannot, nobody is told: there are looks too."""
    there = [path for path in paths if path.exists()]
    if not there:
        return
    try:
        async for _ in awatch(*there, step=SETTLING_MS, ignore_permission_denied=True):
            tell()
    except (OSError, RuntimeError) as error:
        log.info("folders are looked at now and then (%(error)s)", {"event": "not_watched", "error": str(error)})


def _end_with_bot() -> None:
    """End when the bot does: it holds the other end of standard input. All that is written is whole."""
    sys.stdin.buffer.read()
    os._exit(0)


def main() -> None:
    orders = ORDERS.validate_json(sys.stdin.buffer.readline())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it closes its input when it is to end
    if hasattr(os, "nice"):  # Windows has none
        os.nice(NICENESS)
    logs.set_up(orders.log_level, orders.log_format, orders.secrets)
    threading.Thread(target=_end_with_bot, daemon=True).start()
    asyncio.run(work(orders))


if __name__ == "__main__":
    main()
