"""Keeps a cache up to date while others answer from it: the work of one process, apart from those that answer.

Each change leaves a snapshot, whole or not at all; what was cut off is taken up again by whoever keeps the cache next.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from filelock import FileLock, Timeout

from transcript.errors import CacheError, TranscriptError, told
from transcript.files import exists
from transcript.index.blobs import DamageError
from transcript.index.cache import Cache, fresh, full_disk, missing_file, open_whole, sweep_old
from transcript.index.files import Name, listed
from transcript.index.integrity import is_damage, is_full_disk
from transcript.index.preparation import error_of
from transcript.index.snapshots import Progress, publish, write_progress
from transcript.index.update import bring_up_to_date, failures

log = logging.getLogger(__name__)


TOLD_EVERY = 10
"""Files after which progress is told again."""


class Keeper:
    """The one writer of the cache in `place`. Take the lock first; leaving the context gives it back."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._lock = FileLock(place / "lock")
        self._cache: Cache | None = None
        self._told: list[str] = []

    def take_lock(self) -> bool:
        """Become the writer. False while another process is."""
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        return True

    def close(self) -> None:
        """Close the cache and let another process be the writer."""
        self._close_cache()
        self._lock.release()

    def _close_cache(self) -> None:
        if self._cache is not None:
            self._cache.store.close()
            self._cache = None

    def bring_up_to_date(self, paths: Sequence[Path], own: Mapping[Path, Name], *, again: bool = False) -> None:
        """Take in what changed at the operator's paths and among servers' own files.

        What failed before is read `again` though nothing changed, as permissions are mended without a trace.
        """
        try:
            self._take_in(paths, own, again=again)
        except (sqlite3.DatabaseError, DamageError, CacheError) as error:
            if not is_damage(error):
                raise
            self._close_cache()
            self._cache = fresh(self._place)
            self._take_in(paths, own, again=again)
        sweep_old(self._place)

    def _take_in(self, paths: Sequence[Path], own: Mapping[Path, Name], *, again: bool) -> None:
        cache = self._opened()
        names = {**listed(paths), **own}
        wrong = [missing_file(path) for path in paths if not exists(path)]

        def tell(done: int, total: int) -> None:
            if done % TOLD_EVERY == 0:
                write_progress(self._place, Progress(len(names) - total + done, len(names)))

        try:
            bring_up_to_date(cache.store, cache.index, names, tell, committed=self._publish, again=again)
        except (OSError, sqlite3.Error) as error:
            if not is_full_disk(error):
                raise
            wrong.append(full_disk(self._place))
        self._publish()
        write_progress(self._place, Progress(len(names), len(names), is_complete=True))
        self._tell_failures([*wrong, *failures(cache.store)])

    def _opened(self) -> Cache:
        """The cache, opened or made; another one where a reader found it damaged."""
        if self._cache is not None and not self._cache.store.seal.holds():
            self._close_cache()
        if self._cache is None:
            self._cache = open_whole(self._place) or fresh(self._place)
            self._publish()
        return self._cache

    def _publish(self) -> None:
        if self._cache is not None:
            publish(self._cache.store.path.parent, self._cache.store.revision)

    def _tell_failures(self, errors: Sequence[TranscriptError]) -> None:
        """Log what could not be read, once."""
        lines = list(told(errors))
        for line in lines:
            if line not in self._told:
                log.warning("%(line)s", {"event": "files_unread", "line": line})
        self._told = lines

    def causes(self) -> dict[Path, str | None]:
        """The files that were read, each with why it could not be, or None where it could."""
        rows = [] if self._cache is None else self._cache.store.files().values()
        return {Path(row.path): row.failure and error_of(row.failure).cause for row in rows}
