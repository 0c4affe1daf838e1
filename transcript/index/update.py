"""A cache brought up to date with its files, some at a time, so that a run that is stopped goes on where it was.

The index and the texts are two commits. Before the first the store notes which episodes are being written; where the
note still stands when the cache is opened, these alone are written again, whichever of the commits were made.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from transcript.errors import TranscriptError
from transcript.index import episodes, vocabulary
from transcript.index.alphabet import Alphabet
from transcript.index.analysis import Analysis
from transcript.index.files import Name, digest_of, stamp_of
from transcript.index.postings import Index, Writer
from transcript.index.preparation import Job, Outcome, error_of, prepared, read_or_failure
from transcript.index.store import FileRow, Store
from transcript.index.texts import segment_id

log = logging.getLogger(__name__)


BATCH = 300
"""The most files that are indexed with one commit: ten seconds' work."""


MERGED = 8
"""So many parts of the index, if they are of about one size, are merged into one by tantivy."""


UNFINISHED = "unfinished"
"""The note of what is being written: the first new episode, how many there are at most, and the old ones."""


Progress = Callable[[int, int], None]
"""Called with how many files are indexed and how many there are to index."""


@dataclass
class _Work:
    """The work of an update: `touched` are files whose time alone changed, `renamed` new slugs of old episodes."""

    gone: list[FileRow] = field(default_factory=list)
    touched: list[FileRow] = field(default_factory=list)
    changed: list[FileRow] = field(default_factory=list)
    renamed: dict[int, str] = field(default_factory=dict)


def bring_up_to_date(store: Store, index: Index, names: Mapping[Path, Name], progress: Progress | None = None) -> None:
    """Index the files that changed, drop what left. The failures of files are remembered with them."""
    work = _find_work(store, names)
    if work.changed:
        log.info("indexing %(files)d files", {"event": "indexing", "files": len(work.changed)})
    if work.gone or work.touched or work.renamed:
        _take_out_gone(store, index, work)
    batches = mixed_batches(work.changed)
    jobs = [_job_of(row.path, names[Path(row.path)]) for rows in batches for row in rows]
    done = 0
    with closing(prepared(jobs)) as outcomes:
        for rows in batches:
            with writing(store, index, rows) as writer:
                for row, outcome in zip(rows, outcomes, strict=False):
                    writer.write(row, outcome)
                    done += 1
                    if progress is not None:
                        progress(done, len(jobs))


def mixed_batches(rows: Sequence[FileRow]) -> list[Sequence[FileRow]]:
    """The files in batches. Many are dealt out to so many that their parts of the index can be merged: each has files
    from everywhere, so that none has far more segments than another. A search in one part takes half as long as one in
    seven."""
    most = MERGED * BATCH
    count = 1 if len(rows) <= BATCH else MERGED * -(-len(rows) // most)
    return [rows[first::count] for first in range(min(count, len(rows)))]


def _job_of(path: str, name: Name) -> Job:
    return Job(path, name.slug, tuple(map(str, name.others)))


def _find_work(store: Store, names: Mapping[Path, Name]) -> _Work:
    known, given = store.files(), store.slugs()
    work = _Work(gone=[row for path, row in known.items() if Path(path) not in names])
    for path, name in names.items():
        row, stamp = known.get(str(path)), stamp_of(path, name.others)
        if row is not None and row.episode is not None and given[row.episode] != name.slug:
            work.renamed[row.episode] = name.slug
        # What failed is read again each time: permissions are mended without a trace in size and time.
        if row is not None and row.stamp == stamp and row.failure is None:
            continue
        digest = digest_of(path, name.others)
        if row is None or row.digest != digest or (row.failure is not None and read_or_failure(path)[1] != row.failure):
            work.changed.append(FileRow(str(path), stamp, digest, row.episode if row else None, None))
        elif row.stamp != stamp:
            work.touched.append(row._replace(stamp=stamp))
    return work


def _take_out_gone(store: Store, index: Index, work: _Work) -> None:
    """Take out what left, before others take its slugs."""

    def write() -> None:
        for row in work.touched:
            store.write_file(row)
        episodes.rename(store.connection, work.renamed)

    if work.gone:
        with writing(store, index, work.gone, new=0) as writer:
            for row in work.gone:
                writer.remove(row)
            write()
    else:
        with store.transaction():
            write()


class CacheWriter:
    """Writes episodes to the store and to the index. The words are counted all at once, when it is done."""

    def __init__(self, store: Store, writer: Writer) -> None:
        self._store = store
        self._writer = writer
        self._words: Counter[tuple[str, str]] = Counter()
        self._alphabet = Alphabet(store.connection)

    def write(self, row: FileRow, outcome: Outcome) -> None:
        """Write what became of a file, in place of what was there of it."""
        if row.episode is not None:
            self.remove(row)
        key = None if outcome.analysis is None else self.add(outcome.analysis)
        self._store.write_file(row._replace(episode=key, failure=outcome.failure))

    def add(self, analysis: Analysis) -> int:
        """Write an episode; its id."""
        key = episodes.add(self._store.connection, analysis, self._alphabet)
        for one in analysis.postings:
            self._writer.add(segment_id(key, one.segment), key, one.speaker, one.terms, one.pairs)
        self._words.update(analysis.words)
        return key

    def remove(self, row: FileRow) -> None:
        """Take out a file, and its episode if it has one."""
        if row.episode is not None:
            self._words.subtract(episodes.words_of(self._store.connection, row.episode))
            episodes.remove(self._store.connection, row.episode)
            self._writer.remove(row.episode)
        self._store.forget_file(row.path)

    def forget(self, key: int) -> None:
        """Take an episode out of the index that the store may not have."""
        self._writer.remove(key)

    def finish(self) -> None:
        """Count the words."""
        vocabulary.count(self._store.connection, self._words)


@contextmanager
def writing(store: Store, index: Index, rows: Sequence[FileRow], new: int | None = None) -> Iterator[CacheWriter]:
    """A writer; at the end both commits are made, or none. `new` is how many episodes may be added, else one a row."""
    old = [row.episode for row in rows if row.episode is not None]
    store.seal.lift()
    store.write_meta(UNFINISHED, json.dumps([store.last_key() + 1, len(rows) if new is None else new, old]))
    with _commit_both(store, index, len(rows)) as writer:
        yield writer


@contextmanager
def _commit_both(store: Store, index: Index, files: int) -> Iterator[CacheWriter]:
    postings = index.writer(files)
    with store.transaction():
        try:
            writer = CacheWriter(store, postings)
            yield writer
            writer.finish()
            postings.finish()
        except BaseException:
            postings.abandon()
            raise
        store.write_meta("index", index.fingerprint())
        store.write_meta(UNFINISHED, None)


def is_unfinished(store: Store) -> bool:
    """True if a run was stopped while it wrote."""
    return store.read_meta(UNFINISHED) is not None


def take_back(store: Store, index: Index) -> None:
    """Take out what a run was writing when it was stopped, so that its files are new ones."""
    log.info("the last indexing was stopped; it goes on from there", {"event": "indexing_resumed"})
    first, new, old = json.loads(store.read_meta(UNFINISHED) or "[0, 0, []]")
    with _commit_both(store, index, 1) as writer:
        for key in (*range(first, first + new), *old):
            writer.forget(key)
        for row in store.files().values():
            if row.episode is not None and row.episode in old:
                writer.remove(row)


def failures(store: Store) -> list[TranscriptError]:
    """The faults of files, as the store remembers them."""
    return [error_of(row.failure) for row in store.files().values() if row.failure is not None]
