"""A cache brought up to date with its files, some at a time, so that a run that is stopped goes on where it was."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from transcript.errors import TranscriptError
from transcript.files import exists
from transcript.index.arenas import bound_arenas
from transcript.index.files import Name, digest_of, stamp_of
from transcript.index.postings import Index
from transcript.index.preparation import Job, error_of, prepared, read_or_failure
from transcript.index.store import episodes
from transcript.index.store.episodes import Known
from transcript.index.store.store import REVISION, FileRow, Store
from transcript.index.writer import writing

log = logging.getLogger(__name__)


BATCH = 300
"""The most files that are indexed with one commit: ten seconds' work."""


FIRST_BATCH = 40
"""The most files in the first of many commits: answers come from them while the rest is read."""


MERGED = 8
"""So many parts of the index, if they are of about one size, are merged into one by tantivy."""


LASTING = "lasting"
"""The stamp of files that never change."""


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
    bound_arenas()
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


def failures(store: Store) -> list[TranscriptError]:
    """The faults of the operator's files, as the store remembers them."""
    return list(map(error_of, store.failures()))
