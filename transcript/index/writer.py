"""Episodes written to a cache: to its texts and to its index, which are two commits.

Before the first the store notes which episodes are being written; where the note still stands when the cache is opened,
these alone are written again, whichever of the commits were made.
"""

from __future__ import annotations

import json
import logging
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from transcript.index.analysis import Analysis
from transcript.index.files import Name
from transcript.index.postings import Index, Writer
from transcript.index.preparation import Outcome
from transcript.index.store import episodes, vocabulary
from transcript.index.store.alphabet import Alphabet
from transcript.index.store.episodes import Known
from transcript.index.store.store import REVISION, FileRow, Store
from transcript.index.store.texts import segment_id

log = logging.getLogger(__name__)


UNFINISHED = "unfinished"
"""The note of what is being written: the first new episode, how many there are at most, and the old ones."""


GONE_FOR = 3600.0
"""Seconds for which an episode that left can still be read: by who answers from the library as it was before."""


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
