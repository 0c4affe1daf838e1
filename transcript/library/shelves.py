"""Shelves: the operator's episodes and each server's own. Every question gets one library to be answered from."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from transcript.errors import CacheError
from transcript.index.cache import OPERATOR, Cache, open_snapshot
from transcript.index.snapshots import Progress, newest_snapshot, read_progress
from transcript.library.contents import Contents, Shelf
from transcript.library.coverage import Coverage
from transcript.library.library import Library

log = logging.getLogger(__name__)


SHELVES_KEPT = 500
"""Servers whose own episodes' heads stay in memory."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """The servers and what they see: `alone` are servers in which the operator's episodes do not answer, `is_shared`
    is whether they answer anywhere, `wordless` how many episodes without words each shelf has."""

    alone: frozenset[int] = frozenset()
    is_shared: bool = True
    wordless: dict[int, int] = field(default_factory=dict)

    def shelves_of(self, guild_id: int | None) -> frozenset[int]:
        """The shelves that are seen in a server, or for None in direct messages."""
        operators = frozenset({OPERATOR}) if self.is_shared and guild_id not in self.alone else frozenset[int]()
        return operators if guild_id is None else operators | {guild_id}


class Snapshot:
    """The library at one revision, which never changes: what each server may see of it."""

    def __init__(
        self, cache: Cache, coverage: Callable[[frozenset[int]], Coverage], before: Snapshot | None = None
    ) -> None:
        self._cache = cache
        self._coverage = coverage
        self._lock = threading.Lock()
        self._shelves = OrderedDict[int, Shelf]() if before is None else before._unchanged_shelves(cache)
        self._libraries = OrderedDict[frozenset[int], Library]()

    def library(self, seen: frozenset[int]) -> Library:
        """The library of the episodes on these shelves, the same one each time."""
        there = frozenset(number for number in seen if number in self._cache.shelves)
        with self._lock:
            found = self._libraries.get(there)
            if found is None:
                covered = partial(self._coverage, there)
                found = Library(lambda: self._contents_of(there), there, mends=False, coverage=covered)
                self._libraries[there] = found
                while len(self._libraries) > SHELVES_KEPT:
                    self._libraries.popitem(last=False)
            return found

    def retire(self) -> None:
        """Forget the libraries that were given out, which know this snapshot: nothing keeps it but who still reads."""
        with self._lock:
            self._libraries.clear()

    def _contents_of(self, there: frozenset[int]) -> Contents:
        return Contents(self._cache, [self._shelf_of(number) for number in there])

    def _shelf_of(self, number: int) -> Shelf:
        with self._lock:
            found = self._shelves.get(number)
        if found is None:
            found = Shelf(number, self._cache.heads(number))
            with self._lock:
                self._shelves[number] = found
                for other in list(self._shelves)[: max(0, len(self._shelves) - SHELVES_KEPT)]:
                    if other != OPERATOR:
                        del self._shelves[other]
        return found

    def _unchanged_shelves(self, cache: Cache) -> OrderedDict[int, Shelf]:
        """The shelves that were read and have the same episodes in another cache of the same store."""
        if cache.store.path != self._cache.store.path:
            return OrderedDict()
        stamps, others = self._cache.shelves, cache.shelves
        with self._lock:
            read = list(self._shelves.items())
        return OrderedDict((number, shelf) for number, shelf in read if stamps.get(number) == others.get(number))


class Shelves:
    """Holds the library as it is now. Whoever asks takes one from it and stays with it until the answer.

    It opens what another process writes to `place`; with a `library` it holds that one for good.
    """

    def __init__(self, library: Library | None = None, place: Path | None = None) -> None:
        self.progress = Progress(is_complete=place is None)
        self.sharing = Sharing()
        self._fixed = library
        self._place = place
        self._snapshot: Snapshot | None = None
        self._opened: Path | None = None
        self._nothing = Library(
            lambda: Contents(None, []), frozenset(), mends=False, coverage=lambda: self._coverage_of(frozenset())
        )

    def seen_in(self, guild_id: int | None) -> Library:
        """The library as a server may see it now; for None as direct messages do."""
        if self._fixed is not None:
            return self._fixed
        snapshot = self._snapshot
        return self._nothing if snapshot is None else snapshot.library(self.sharing.shelves_of(guild_id))

    def _coverage_of(self, seen: frozenset[int]) -> Coverage:
        wordless = sum(self.sharing.wordless.get(number, 0) for number in seen)
        return Coverage(self.progress.done, self.progress.total, self.progress.is_complete, wordless)

    def refresh(self) -> bool:
        """Open the newest snapshot if it is another one, and see how far its writer is. Not for the event loop."""
        if self._place is None:
            return False
        self.progress = read_progress(self._place)
        newest = newest_snapshot(self._place)
        if newest is None or newest[0] == self._opened:
            return False
        try:
            cache = open_snapshot(self._place)
        except CacheError as error:  # its writer sees it too, and makes another one
            log.warning("%(error)s", {"event": "snapshot_unopened", "error": str(error)})
            return False
        if cache is None:
            return False
        snapshot = Snapshot(cache, self._coverage_of, self._snapshot)
        snapshot.library(self.sharing.shelves_of(None)).open()  # that nobody has to wait for it
        before, self._snapshot, self._opened = self._snapshot, snapshot, newest[0]
        if before is not None:
            before.retire()
        return True
