"""The cache of a library on disk: made from its files, brought up to date when they change, rebuilt when damaged.

One process writes at a time, under a lock; any number read. Files are the truth: whatever the cache holds can be lost.
What is read is never taken away from under a reader: a cache by other rules has a folder of its own, and in it what
replaces a damaged one is a new generation.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import logging
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from transcript.errors import CacheError, TranscriptError, told
from transcript.files import exists
from transcript.index.files import listed, mark_own
from transcript.index.postings import Index
from transcript.index.snapshots import newest_snapshot, publish
from transcript.index.store import schema
from transcript.index.store.blobs import DamageError
from transcript.index.store.episodes import Head, Stamp
from transcript.index.store.integrity import is_damage, is_full_disk
from transcript.index.store.store import Store
from transcript.index.update import Progress, bring_up_to_date, failures
from transcript.index.writer import is_unfinished, take_back

log = logging.getLogger(__name__)


KEPT = 7 * 24 * 3600.0
"""Seconds that a cache is kept which another has replaced: processes that read it are long gone by then."""


OPERATOR = 0
"""The number of the operator's shelf; that of a server's own is the server's id."""


GENERATION_BITS = 20
"""Each generation counts its episodes from another number on, so that ids of one mean nothing in the next."""


@dataclass(frozen=True)
class Cache:
    """An open cache: `store` has the texts, `index` the postings, `failures` the files that could not be read.

    `revision` is the number of the last change that it has, `shelves` are the shelves with episodes then, and
    `operators` the heads of the operator's.
    """

    store: Store
    index: Index
    failures: tuple[TranscriptError, ...] = ()
    revision: int = 0
    shelves: Mapping[int, Stamp] = field(default_factory=dict)
    operators: Sequence[Head] = ()

    def heads(self, shelf: int) -> Sequence[Head]:
        """The heads of a shelf's episodes."""
        return self.operators if shelf == OPERATOR else self.store.heads(shelf, self.revision)

    @contextlib.contextmanager
    def searching(self) -> Iterator[Index]:
        """The postings; where they are damaged CacheError is raised, and they are not opened again."""
        try:
            yield self.index
        except DamageError as error:
            self.store.seal.condemn()
            raise CacheError(self.index.folder, str(error)) from error


def open_cache(paths: Sequence[Path], folder: Path, progress: Progress | None = None) -> Cache:
    """The cache in `folder` of the transcripts at `paths`, up to date with the files.

    Each set of paths has a folder of its own in `folder`, so that libraries do not push each other out.
    """
    whole = [path.expanduser().absolute() for path in paths]
    place = place_of(whole, folder)
    with lock_file(place / "lock"):
        try:
            cache = _up_to_date(open_whole(place) or fresh(place), whole, progress)
        except (sqlite3.DatabaseError, DamageError, CacheError) as error:
            if is_full_disk(error):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(place)) from error
            if not is_damage(error):
                raise
            cache = _up_to_date(fresh(place), whole, progress)
        with contextlib.suppress(OSError):  # the bot, for which it is, makes one too
            publish(cache.store.path.parent, cache.revision)
        sweep_old(place)
    for line in told(cache.failures):  # each time, not only when the file was read
        log.warning("%(line)s", {"event": "files_unread", "line": line})
    return cache


def place_of(paths: Sequence[Path], folder: Path) -> Path:
    """The folder in the cache for a set of absolute paths, by the rules of today; it is made."""
    name = hashlib.sha256(b"\n".join(sorted(map(os.fsencode, paths)))).hexdigest()[:12]
    place = folder / f"library-{name}-{schema.layout()[:8]}"
    mark_own(folder)
    mark_own(place)
    return place


@contextlib.contextmanager
def lock_file(path: Path) -> Iterator[None]:
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        log.info("waiting for another process that is indexing", {"event": "waiting_for_index"})
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _generations_in(place: Path) -> list[Path]:
    """The generations of the cache in the folder, oldest first; only the last is opened."""
    return sorted((path for path in place.iterdir() if path.name.isdecimal()), key=lambda path: int(path.name))


def open_whole(place: Path) -> Cache | None:
    """The cache in the folder, or None if it is not whole."""
    generations = _generations_in(place)
    if not generations:
        return None
    store = Store(generations[-1] / "texts.db")
    try:
        if store.whole():
            index = Index(generations[-1] / "terms")
            if is_unfinished(store):
                take_back(store, index)
            if store.read_meta("index") == index.fingerprint():
                return Cache(store, index)
    except (sqlite3.Error, DamageError, ValueError, OSError) as error:
        told = {"event": "cache_unopened", "folder": str(generations[-1]), "error": type(error).__name__}
        log.debug("the cache in %(folder)s cannot be opened: %(error)s", told)
    store.close()
    return None


def fresh(place: Path) -> Cache:
    """A new, empty cache in the folder."""
    generations = _generations_in(place)
    if generations:
        told = {"event": "cache_damaged", "folder": str(generations[-1])}
        log.warning("the cache in %(folder)s is damaged; it is built anew", told)
    new = place / str(int(generations[-1].name) + 1 if generations else 1)
    new.mkdir()
    (new / "begun").touch()
    store, index = Store(new / "texts.db"), Index(new / "terms")
    index.create()
    store.create(first=int(new.name) << GENERATION_BITS)
    store.write_meta("index", index.fingerprint())
    return Cache(store, index)


def _up_to_date(cache: Cache, paths: Sequence[Path], progress: Progress | None) -> Cache:
    """The cache with what is in the files now."""
    store, index = cache.store, cache.index
    wrong = [missing_file(path) for path in paths if not exists(path)]
    try:
        try:
            bring_up_to_date(store, index, listed(paths), progress)
        except (OSError, sqlite3.Error) as error:
            if not is_full_disk(error):
                raise
            wrong.append(full_disk(store.path.parent))
        index.reload()
        return _as_it_is(store, index, wrong, store.revision)
    except BaseException:
        store.close()
        raise


def _as_it_is(store: Store, index: Index, wrong: Sequence[TranscriptError], revision: int) -> Cache:
    shelves, operators = store.shelves(revision), store.heads(OPERATOR, revision)
    return Cache(store, index, (*wrong, *failures(store)), revision, shelves, operators)


def missing_file(path: Path) -> TranscriptError:
    return TranscriptError(path, "there is no such file or folder", "check the path")


def full_disk(folder: Path) -> TranscriptError:
    return TranscriptError(folder, "the disk is full, and not all is indexed", "free some space and start again")


def open_snapshot(place: Path) -> Cache | None:
    """The newest snapshot of the cache in the folder, which another process writes; None where there is none yet."""
    found = newest_snapshot(place)
    if found is None:
        return None
    folder, revision = found
    store = Store(folder.parent.parent / "texts.db")
    try:
        index = Index(folder, is_shared=True)
        index.reload()
        return _as_it_is(store, index, [], revision)
    except (OSError, sqlite3.Error, DamageError, CacheError) as error:
        if not isinstance(error, OSError) and is_damage(error):
            store.seal.condemn()
        store.close()
        raise CacheError(folder, str(error)) from error


def sweep_old(place: Path) -> None:
    """Remove what the newest generation replaced a week ago, and what nobody has touched for as long."""
    *older, newest = _generations_in(place)
    if _age_of(newest / "begun") < KEPT:
        return
    name, _ = place.name.rsplit("-", 1)
    for path in (*older, *place.parent.glob(f"{name}*")):
        if path != place and min(map(_age_of, (path, *path.rglob("*")))) > KEPT:
            shutil.rmtree(path, ignore_errors=True)


def _age_of(path: Path) -> float:
    with contextlib.suppress(OSError):
        return time.time() - path.stat().st_mtime
    return 0.0
