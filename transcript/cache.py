"""The cache of a library on disk: made from its files, brought up to date when they change, rebuilt when damaged.

One process writes at a time, under a lock; any number read. Files are the truth: whatever the cache holds can be lost.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from transcript.errors import SideFileError, TranscriptError
from transcript.formats import ENDINGS, read
from transcript.index import Index, Writer
from transcript.models import Transcript
from transcript.store import BITS, FileRow, Store

try:
    import fcntl
except ImportError:  # On Windows processes must not share a cache.
    fcntl = None  # type: ignore[assignment]

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
"""Called with how many files are indexed and how many there are to index."""


@dataclass(frozen=True)
class Cache:
    """An open cache: `store` has the texts, `index` the postings, `failures` the files that could not be read."""

    store: Store
    index: Index
    failures: tuple[TranscriptError, ...] = ()


def open_cache(paths: Sequence[Path], folder: Path, progress: Progress | None = None) -> Cache:
    """The cache in `folder` of the transcripts at `paths`, up to date with the files.

    Each set of paths has a folder of its own in `folder`, so that libraries do not push each other out.
    """
    whole = [path.expanduser().absolute() for path in paths]
    place = place_of(whole, folder)
    with _locked(place / "lock"):
        cache = _opened(place) or rebuilt(place)
        missing = [_missing(path) for path in whole if not path.exists()]
        try:
            failures = _brought_up_to_date(cache, _listed(whole), progress)
        except BaseException:
            cache.store.close()
            raise
    for error in (*missing, *failures):  # each time, not only when the file was read
        log.warning("%s", error)
    return Cache(cache.store, cache.index, (*missing, *failures))


def place_of(paths: Sequence[Path], folder: Path) -> Path:
    """The folder in the cache for a set of absolute paths; it is made."""
    name = hashlib.sha256("\n".join(sorted(map(str, paths))).encode()).hexdigest()[:12]
    place = folder / f"library-{name}"
    place.mkdir(parents=True, exist_ok=True)
    return place


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("a") as file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _opened(place: Path) -> Cache | None:
    """What the folder holds, if it is whole."""
    database = place / "texts.db"
    if not database.exists():
        return None
    store = Store(database)
    try:
        if store.whole():
            index = Index(place / "terms")
            if store.read_meta("index") == index.fingerprint():
                return Cache(store, index)
    except (sqlite3.Error, ValueError, OSError) as error:
        log.debug("the cache in %s cannot be opened: %s", place, error)
    store.close()
    return None


def rebuilt(place: Path) -> Cache:
    """A new, empty cache in the folder."""
    leftovers = [path for path in place.iterdir() if path.name != "lock"]
    if leftovers:
        log.warning("the cache in %s is damaged or of another version; it is built anew", place)
    for path in leftovers:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    store, index = Store(place / "texts.db"), Index(place / "terms")
    store.create()
    store.write_meta("index", index.fingerprint())
    return Cache(store, index)


def _missing(path: Path) -> TranscriptError:
    return TranscriptError(path, "there is no such file or folder", "check the path")


def _listed(paths: Sequence[Path]) -> list[Path]:
    """The transcripts at the paths, each once, in the order given and by name within a folder."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (item for item in path.rglob("*") if item.suffix.lower() in ENDINGS and item.is_file())
            found.update(dict.fromkeys(sorted(inside)))
        elif path.exists():
            found[path] = None
    return list(found)


def stamp_of(path: Path) -> str:
    """Size and time of a file and of the side file beside it."""
    parts = []
    for one in (path, path.with_suffix(".toml")):
        try:
            status = one.stat()
            parts.append(f"{status.st_size}:{status.st_mtime_ns}")
        except OSError:
            parts.append("-")
    return " ".join(parts)


def digest_of(path: Path) -> str:
    """What tells the content of a file and of its side file."""
    digest = hashlib.sha256()
    for one in (path, path.with_suffix(".toml")):
        with contextlib.suppress(OSError), one.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
        digest.update(b"|")
    return digest.hexdigest()


def _brought_up_to_date(cache: Cache, paths: Sequence[Path], progress: Progress | None) -> list[TranscriptError]:
    """Index what changed, drop what left. The failures of files are remembered with them."""
    store = cache.store
    known = store.files()
    there = set(map(str, paths))
    gone = [row for path, row in known.items() if path not in there]
    touched: list[FileRow] = []
    changed: list[FileRow] = []
    for path in paths:
        row, stamp = known.get(str(path)), stamp_of(path)
        if row is not None and row.stamp == stamp:
            continue
        digest = digest_of(path)
        if row is not None and row.digest == digest:
            touched.append(row._replace(stamp=stamp))
        else:
            changed.append(FileRow(str(path), stamp, digest, row.episode if row else None, None))
    if gone or touched or changed:
        _write(cache, gone, touched, changed, progress)
    return _failures(store)


def _write(
    cache: Cache, gone: list[FileRow], touched: list[FileRow], changed: list[FileRow], progress: Progress | None
) -> None:
    """Make the changes, or none: a half-written index has not the fingerprint that the store remembers."""
    store = cache.store
    writer = cache.index.writer(len(changed)) if gone or changed else None
    store.begin()
    try:
        for row in touched:
            store.write_file(row)
        if writer is not None:
            for row in gone:
                _remove(store, writer, row)
            _index(store, writer, changed, progress)
            writer.finish()
            store.write_meta("index", cache.index.fingerprint())
    except BaseException:
        store.end(commit=False)
        raise
    store.end(commit=True)
    cache.index.reload()


def _remove(store: Store, writer: Writer, row: FileRow) -> None:
    if row.episode is not None:
        store.remove(row.episode)
        writer.remove(row.episode)
    store.forget_file(row.path)


def _index(store: Store, writer: Writer, rows: list[FileRow], progress: Progress | None) -> None:
    slugs = {episode.slug for _, episode, _ in store.heads()}
    for done, row in enumerate(rows, 1):
        if row.episode is not None:
            slugs -= {store.slug(row.episode)}
            store.remove(row.episode)
            writer.remove(row.episode)
        transcript, failure = _read(Path(row.path))
        key = None
        if transcript is not None:
            slug = _free_slug(transcript.episode.slug, slugs)
            slugs.add(slug)
            key = add_episode(store, writer, transcript, slug)
        store.write_file(row._replace(episode=key, failure=failure))
        if progress is not None:
            progress(done, len(rows))


def _read(path: Path) -> tuple[Transcript | None, str | None]:
    """The transcript if there is one, and as JSON what is wrong with it or with its side file."""
    try:
        return read(path), None
    except TranscriptError as error:
        failure = json.dumps([str(error.path), error.cause, error.mend, error.line], ensure_ascii=False)
        return error.transcript if isinstance(error, SideFileError) else None, failure


def add_episode(store: Store, writer: Writer, transcript: Transcript, slug: str) -> int:
    """Write one episode to both; its id."""
    key, segments = store.add(transcript, slug)
    for segment, terms in segments:
        writer.add(key << BITS | segment.index, key, segment.speaker, dict.fromkeys(f"{terms.en} {terms.zh}".split()))
    return key


def _free_slug(slug: str, taken: set[str]) -> str:
    """The slug, or the first of slug-2, slug-3, … that no other episode has."""
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free


def _failures(store: Store) -> list[TranscriptError]:
    failures = []
    for row in store.files().values():
        if row.failure is not None:
            path, cause, mend, line = json.loads(row.failure)
            failures.append(TranscriptError(path, cause, mend, line))
    return failures
