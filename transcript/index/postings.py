"""The postings of a library in a tantivy index: which segments hold a term. It finds candidates and keeps no text."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple, cast

import tantivy
from tantivy import Occur, Query

from transcript.index.pairs import BETWEEN
from transcript.index.store.blobs import DamageError
from transcript.index.store.integrity import is_full_disk, sample

LOCKS = frozenset({".tantivy-writer.lock", ".tantivy-meta.lock"})


@dataclass(frozen=True, slots=True)
class WriterMemory:
    """Bytes that the writer may use. The more, the fewer parts the index has, and the faster and the smaller it is."""

    least: int = 40_000_000
    """Enough for the files of a first batch to be one part: two parts of each such batch are too small to be merged
    with those of later ones. tantivy itself refuses less than 15 MB."""
    a_file: int = 400_000
    """Three times what a file of 50 kB takes."""
    most: int = 160_000_000


MEMORY = WriterMemory()


class Nearest(NamedTuple):
    """Those of many segments that are likely: the first `surely`, and all with such a `share` of the best score. To
    read a segment's id takes longer than to find it."""

    surely: int
    share: float


MOST_BEGUN, MOST_LOOKED_AT = 40, 1000
"""Terms with one beginning that are given, and that are looked at for it."""


SAMPLES = 8
"""Blocks of each file by which damage is told."""


COPY = "copy-"


def _make_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", fast=True)
    builder.add_unsigned_field("episode", indexed=True)
    builder.add_unsigned_field("shelf", indexed=True)
    builder.add_text_field("speaker", tokenizer_name="raw", index_option="basic")
    for field in ("terms", "pairs"):
        builder.add_text_field(field, tokenizer_name="spaces", index_option="basic")
    return builder.build()


def _field_of(term: str) -> str:
    return "pairs" if BETWEEN in term else "terms"


@contextmanager
def _reporting_damage() -> Iterator[None]:
    """Turn tantivy's errors, panics too (which are no Exception), into DamageError; a full disk is an OSError."""
    try:
        yield
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__module__ != "pyo3_runtime":
            raise
        if is_full_disk(error):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
        raise DamageError(str(error)) from error


class Index:
    """One folder of postings. Raises DamageError where tantivy cannot read it.

    What is searched is a copy without a name, which nobody can change: tantivy maps its files into memory, and whoever
    cut one short would end every process that reads it. One that `is_shared` is opened while others write or open it.
    """

    def __init__(self, folder: Path, *, is_shared: bool = False) -> None:
        self.folder = folder
        self._is_shared = is_shared
        self._schema = _make_schema()
        self._searcher: tantivy.Searcher | None = None

    def create(self) -> None:
        """Make an empty one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with _reporting_damage():
            self._open_index(self.folder)

    def writer(self, files: int) -> Writer:
        """The one writer, for about so many files; tantivy refuses a second one."""
        memory = min(MEMORY.most, max(MEMORY.least, files * MEMORY.a_file))
        with _reporting_damage():
            return Writer(self, self._open_index(self.folder).writer(heap_size=memory, num_threads=1))

    def reload(self) -> None:
        """See what was committed since."""
        for left in self.folder.parent.glob(f"{COPY}*"):  # by one who was stopped while copying
            if not self._is_shared:
                shutil.rmtree(left, ignore_errors=True)
        try:
            with tempfile.TemporaryDirectory(prefix=COPY, dir=self.folder.parent, ignore_cleanup_errors=True) as copy:
                shutil.copytree(self.folder, copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*LOCKS))
                with _reporting_damage():
                    self._searcher = self._open_index(Path(copy)).searcher()
        except FileNotFoundError:  # it was removed meanwhile
            raise
        except OSError:  # no room for a copy
            with _reporting_damage():
                self._searcher = self._open_index(self.folder).searcher()

    def _open_index(self, folder: Path) -> tantivy.Index:
        index = tantivy.Index(self._schema, path=str(folder))
        spaces = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("spaces", spaces)
        index.config_reader("manual")
        return index

    @contextmanager
    def _open_searcher(self) -> Iterator[tantivy.Searcher]:
        if self._searcher is None:
            self.reload()
        with _reporting_damage():
            yield cast("tantivy.Searcher", self._searcher)

    def find(
        self,
        weights: Mapping[str, float],
        limit: int,
        episodes: Sequence[int] = (),
        speakers: Iterable[str] = (),
        shelves: Iterable[int] = (),
        *,
        all_of_them: bool = False,
        nearest: Nearest | None = None,
    ) -> dict[int, float]:
        """The segments that hold most of the terms and pairs, or all of them, by id, each with its BM25 score, best
        first.

        Only those of the episodes, speakers and shelves that are named; where none is, of all.
        """
        occur = Occur.Must if all_of_them else Occur.Should
        query = Query.boolean_query(
            [(occur, Query.boost_query(self.term(_field_of(term), term), weight)) for term, weight in weights.items()]
        )
        for field, values in (("episode", episodes), ("speaker", list(speakers)), ("shelf", list(shelves))):
            if values:
                query = self._narrowed_to(query, field, values)
        with self._open_searcher() as searcher:
            hits = searcher.search(query, limit, count=False).hits
            if hits and nearest is not None:
                least = nearest.share * hits[0][0]
                hits = [hit for place, hit in enumerate(hits) if place < nearest.surely or hit[0] >= least]
            ids = searcher.fast_field_values("id", [address for _, address in hits])
        return {int(key): score for key, (score, _) in zip(ids, hits, strict=True) if key is not None}

    def term(self, field: str, value: str | int) -> Query:
        """The query for one value of a field."""
        return Query.term_query(self._schema, field, value, index_option="basic")

    def _narrowed_to(self, query: Query, field: str, values: Sequence[str | int]) -> Query:
        """The query, of those segments alone that have one of the values in a field."""
        only = Query.boolean_query([(Occur.Should, self.term(field, value)) for value in values])
        return Query.boolean_query([(Occur.Must, query), (Occur.Must, Query.const_score_query(only, 0.0))])

    def frequency(self, term: str, shelves: Sequence[int] = ()) -> int:
        """In how many segments of these shelves a term or a pair stands; without any, of all."""
        with self._open_searcher() as searcher:
            found = searcher.doc_freq(_field_of(term), term)
            if not found or not shelves:
                return found
            query = self._narrowed_to(self.term(_field_of(term), term), "shelf", shelves)
            found = searcher.search(query, 1, count=True).count  # type: ignore[attr-defined]  # its stub lacks it
            return found or 0

    def beginning_with(self, prefix: str, shelves: Sequence[int] = ()) -> list[str]:
        """Terms on these shelves that begin so, pairs aside."""
        with self._open_searcher() as searcher:
            found = (term for term, _ in searcher.terms_with_prefix("terms", prefix, limit=MOST_LOOKED_AT))
            return list(islice((term for term in found if not shelves or self.frequency(term, shelves)), MOST_BEGUN))

    def fingerprint(self) -> str:
        """Names, sizes and samples of the files: what tells a damaged or half-written index from a whole one."""
        entries = {}
        for path in sorted(self.folder.iterdir()):
            if path.name not in LOCKS and path.is_file():
                entries[path.name] = sample(path, SAMPLES)
        return json.dumps(entries)


class Writer:
    """Adds and deletes; nothing is seen before `finish`."""

    def __init__(self, index: Index, writer: tantivy.IndexWriter) -> None:
        self._index = index
        self._writer = writer
        self._open_index = True

    def add(self, key: int, episode: int, speaker: str, terms: str, pairs: str = "", *, shelf: int = 0) -> None:
        """Add a segment, its terms and pairs with spaces between. One counts once, however often it is given."""
        document = tantivy.Document()
        document.add_unsigned("id", key)
        document.add_unsigned("episode", episode)
        document.add_unsigned("shelf", shelf)
        document.add_text("speaker", speaker)
        document.add_text("terms", terms)
        document.add_text("pairs", pairs)
        with _reporting_damage():
            self._writer.add_document(document)

    def remove(self, episode: int) -> None:
        """Delete an episode's segments."""
        # By a term it would do nothing: tantivy takes the number for a signed one, which the field is not.
        with _reporting_damage():
            self._writer.delete_documents_by_query(self._index.term("episode", episode))

    def finish(self) -> None:
        """Commit, and wait until the files stand still. It is of no more use then."""
        with _reporting_damage():
            self._writer.commit()
            self._writer.garbage_collect_files()
            self._open_index = False
            self._writer.wait_merging_threads()

    def abandon(self) -> None:
        """Leave the index as it was, if it is not finished."""
        if self._open_index:
            with contextlib.suppress(DamageError, OSError), _reporting_damage():
                self._writer.rollback()
