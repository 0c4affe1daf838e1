"""Keeps a cache up to date while others answer from it: the work of one process, apart from those that answer.

Each change leaves a snapshot, whole or not at all; what was cut off is taken up again by whoever keeps the cache next.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from filelock import FileLock, Timeout

from transcript.errors import CacheError, TranscriptError, told
from transcript.files import exists
from transcript.index.cache import Cache, fresh, full_disk, lock_file, missing_file, open_whole, sweep_old
from transcript.index.files import Name, listed
from transcript.index.preparation import error_of
from transcript.index.snapshots import Progress, newest_snapshot, publish, read_progress, write_progress
from transcript.index.store.blobs import DamageError
from transcript.index.store.integrity import is_damage, is_full_disk
from transcript.index.store.store import Store
from transcript.index.update import bring_up_to_date, failures

log = logging.getLogger(__name__)


TOLD_EVERY = 10
"""Files after which progress is told again; fewer are read before anybody asks."""


class Keeper:
    """Keeps the cache in `place`, the only one to do so. `own` is the folder of the files that come from a database."""

    def __init__(self, place: Path, own: Path) -> None:
        self._place = place
        self._own = own
        self._kept = FileLock(place / "kept")
        self._told: list[str] = []
        self._has_listed = False
        self._seconds = read_progress(place).seconds

    def take_over(self) -> bool:
        """Become the keeper. False while another process is."""
        try:
            self._kept.acquire(blocking=False)
        except Timeout:
            return False
        return True

    def close(self) -> None:
        """Let another process be the keeper."""
        self._kept.release()

    def bring_up_to_date(self, paths: Sequence[Path], own: Mapping[Path, Name], *, again: bool = False) -> None:
        """Take in what changed at the operator's paths and among the files that come from the database.

        What failed before is read `again` though nothing changed, as permissions are mended without a trace.
        """
        with lock_file(self._place / "lock"):
            try:
                self._take_in(open_whole(self._place) or fresh(self._place), paths, own, again=again)
            except (sqlite3.DatabaseError, DamageError, CacheError) as error:
                if not is_damage(error):
                    raise
                self._take_in(fresh(self._place), paths, own, again=again)
            sweep_old(self._place)

    def _take_in(self, cache: Cache, paths: Sequence[Path], own: Mapping[Path, Name], *, again: bool) -> None:
        def leave_snapshot() -> None:
            publish(store.path.parent, store.revision)

        def tell(done: int, total: int) -> None:
            if done % TOLD_EVERY == 0:
                write_progress(self._place, Progress(len(names) - total + done, len(names), seconds=self._seconds))

        store, begun = cache.store, time.monotonic()
        with closing(store):
            leave_snapshot()
            names = {**listed(paths, tells=not self._has_listed), **own}
            self._has_listed = True
            known = len(store.files())
            if len(names) - known >= TOLD_EVERY:
                write_progress(self._place, Progress(known, len(names)))
            wrong = [missing_file(path) for path in paths if not exists(path)]
            try:
                if bring_up_to_date(
                    store, cache.index, names, tell, committed=leave_snapshot, again=again, own=self._own
                ):
                    self._seconds = time.monotonic() - begun
            except (OSError, sqlite3.Error) as error:
                if not is_full_disk(error):
                    raise
                wrong.append(full_disk(self._place))
            self._tell_failures([*wrong, *failures(store)])
        write_progress(self._place, Progress(len(names), len(names), is_complete=True, seconds=self._seconds))

    def _tell_failures(self, errors: Sequence[TranscriptError]) -> None:
        """Log what could not be read, once."""
        lines = list(told(errors))
        for line in lines:
            if line not in self._told:
                log.warning("%(line)s", {"event": "files_unread", "line": line})
        self._told = lines

    def causes(self) -> dict[Path, str | None]:
        """The files that were read, each with why it could not be, or None where it could."""
        newest = newest_snapshot(self._place)
        if newest is None:
            return {}
        with closing(Store(newest[0].parents[1] / "texts.db")) as store:
            rows = store.files().values()
        return {Path(row.path): row.failure and error_of(row.failure).cause for row in rows}
