"""A cache brought up to date with its files, some at a time, so that a run that is stopped goes on where it was.

The index and the texts are two commits. Before the first the store notes which episodes are being written; where the
note still stands when the cache is opened, these alone are written again, whichever of the commits were made.
"""

from __future__ import annotations

import json
import logging
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from transcript.errors import TranscriptError
from transcript.files import exists
from transcript.index import episodes, vocabulary
from transcript.index.alphabet import Alphabet
from transcript.index.analysis import Analysis
from transcript.index.episodes import Known
from transcript.index.files import Name, digest_of, stamp_of
from transcript.index.postings import Index, Writer
from transcript.index.preparation import Job, Outcome, error_of, prepared, read_or_failure
from transcript.index.store import REVISION, FileRow, Store
from transcript.index.texts import segment_id

log = logging.getLogger(__name__)


BATCH = 300
"""The most files that are indexed with one commit: ten seconds' work."""


FIRST_BATCH = 40
"""The most files in the first of many commits: answers come from them while the rest is read."""


MERGED = 8
"""So many parts of the index, if they are of about one size, are merged into one by tantivy."""


UNFINISHED = "unfinished"
"""The note of what is being written: the first new episode, how many there are at most, and the old ones."""


LASTING = "lasting"
"""The stamp of files that never change."""


GONE_FOR = 3600.0
"""Seconds for which an episode that left can still be read: by who answers from the library as it was before."""


Progress = Callable[[int, int], None]
"""Called with how many files are indexed and how many there are to index."""


@dataclass
class _Work:
    """The work of an update: `touched` are files whose time alone changed, `renamed` new names of old episodes."""

    gone: list[FileRow] = field(default_factory=list)
    touched: list[FileRow] = field(default_factory=list)
    changed: list[FileRow] = field(default_factory=list)
    renamed: dict[int, Known] = field(default_factory=dict)


def bring_up_to_date(
    store: Store,
    index: Index,
    names: Mapping[Path, Name],
    progress: Progress | None = None,
    *,
    committed: Callable[[], None] | None = None,
    again: bool = True,
    own: Path | None = None,
) -> bool:
    """Index the files that changed, drop what left. The failures of files are remembered with them.

    `committed` is called after each commit. Files that failed are read `again` even if they did not change. Lasting
    files below another folder than `own` are somebody else's, and stay for as long as they are there. True if anything
    was done.
    """
    work = _find_work(store, names, again=again, own=own)
    if not (work.gone or work.touched or work.renamed or work.changed):
        return False
    if work.changed:
        log.info("indexing %(files)d files", {"event": "indexing", "files": len(work.changed)})
    if work.gone or work.touched or work.renamed:
        _take_out_gone(store, index, work)
        if committed is not None:
            committed()
    batches = mixed_batches(work.changed)
    jobs = [_job_of(row.path, names[Path(row.path)]) for rows in batches for row in rows]
    done = 0
    with closing(prepared(jobs)) as outcomes:
        for rows in batches:
            with writing(store, index, rows) as writer:
                for row, outcome in zip(rows, outcomes, strict=False):
                    writer.write(row, outcome, names[Path(row.path)])
                    done += 1
                    if progress is not None:
                        progress(done, len(jobs))
            if committed is not None:
                committed()
    return True


def mixed_batches(rows: Sequence[FileRow]) -> list[Sequence[FileRow]]:
    """The files in batches. Many are dealt out to so many that their parts of the index can be merged: each has files
    from everywhere, so that none has far more segments than another. A search in one part takes half as long as one in
    seven. The first batch is dealt out again until it is small."""
    if len(rows) <= FIRST_BATCH:
        return [rows] if rows else []
    count = MERGED * -(-len(rows) // (MERGED * BATCH))
    first, *others = [rows[at::count] for at in range(min(count, len(rows)))]
    return [*mixed_batches(first), *others]


def _job_of(path: str, name: Name) -> Job:
    return Job(path, name.slug, tuple(map(str, name.others)))


def _find_work(store: Store, names: Mapping[Path, Name], *, again: bool, own: Path | None) -> _Work:
    rows, given = store.files(), store.known()
    paths = {str(path) for path in names}
    work = _Work(gone=[row for path, row in rows.items() if path not in paths and not _is_anothers(row, own)])
    for path, name in names.items():
        row = rows.get(str(path))
        if row is not None and row.episode is not None and given[row.episode] != name.known:
            work.renamed[row.episode] = name.known
        if row is None or not name.is_lasting:
            _look_at_file(work, path, name, row, again=again)
    return work


def _is_anothers(row: FileRow, own: Path | None) -> bool:
    path = Path(row.path)
    return row.stamp == LASTING and not (own and path.is_relative_to(own)) and exists(path)


def _look_at_file(work: _Work, path: Path, name: Name, row: FileRow | None, *, again: bool) -> None:
    """Note what is to be done about a file."""
    stamp = LASTING if name.is_lasting else stamp_of(path, name.others)
    # What failed is read again each time: permissions are mended without a trace in size and time.
    if row is not None and row.stamp == stamp and (row.failure is None or not again):
        return
    digest = digest_of(path, name.others)
    if row is None or row.digest != digest or (row.failure is not None and read_or_failure(path)[1] != row.failure):
        episode = row.episode if row else None
        work.changed.append(FileRow(str(path), stamp, digest, episode, None, name.shelf))
    elif row.stamp != stamp:
        work.touched.append(row._replace(stamp=stamp))


def _take_out_gone(store: Store, index: Index, work: _Work) -> None:
    """Take out what left, before others take its slugs."""

    def write() -> None:
        for row in work.touched:
            store.write_file(row)
        episodes.rename(store.connection, work.renamed, store.revision + 1)

    if work.gone:
        with writing(store, index, work.gone, new=0) as writer:
            for row in work.gone:
                writer.remove(row)
            write()
    else:
        with store.transaction():
            write()
            store.write_meta(REVISION, str(store.revision + 1))


class CacheWriter:
    """Writes episodes to the store and to the index. The words are counted all at once, when it is done."""

    def __init__(self, store: Store, writer: Writer) -> None:
        self._store = store
        self._writer = writer
        self._revision = store.revision + 1
        self._words: defaultdict[int, Counter[tuple[str, str]]] = defaultdict(Counter)
        self._alphabet = Alphabet(store.connection)

    def write(self, row: FileRow, outcome: Outcome, name: Name | None = None) -> None:
        """Write what became of a file, in place of what was there of it."""
        if row.episode is not None:
            self.remove(row)
        analysis = outcome.analysis
        key = None if analysis is None else self.add(analysis, name.known if name else Known(analysis.slug, ""))
        self._store.write_file(row._replace(episode=key, failure=outcome.failure))

    def add(self, analysis: Analysis, known: Known) -> int:
        """Write an episode; its id."""
        key = episodes.add(self._store.connection, analysis, self._alphabet, known, self._revision)
        for one in analysis.postings:
            place = segment_id(key, one.segment)
            self._writer.add(place, key, one.speaker, one.terms, one.pairs, shelf=known.shelf)
        self._words[known.shelf].update(analysis.words)
        return key

    def remove(self, row: FileRow) -> None:
        """Take out a file, and its episode if it has one."""
        if row.episode is not None:
            self._words[row.shelf].subtract(episodes.words_of(self._store.connection, row.episode))
            episodes.mark_gone(self._store.connection, row.episode, self._revision, time.time())
            self._writer.remove(row.episode)
        self._store.forget_file(row.path)

    def forget(self, key: int) -> None:
        """Take an episode out of the index that the store may not have."""
        self._writer.remove(key)

    def finish(self) -> None:
        """Count the words, and the change; delete what nobody reads any more."""
        vocabulary.count(self._store.connection, self._words)
        episodes.sweep_gone(self._store.connection, time.time() - GONE_FOR)
        self._store.write_meta(REVISION, str(self._revision))


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
    """The faults of the operator's files, as the store remembers them."""
    return list(map(error_of, store.failures()))
