"""The episodes that the bot knows, by slug, name, chapter and time. Heads are in memory, words in the cache."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from transcript.index.cache import OPERATOR, open_cache
from transcript.library.contents import Contents, Shelf
from transcript.library.coverage import Coverage
from transcript.library.lookup import Lookup
from transcript.library.terms import SearchedTerms


class Library(Lookup, SearchedTerms):
    """Open episodes. May be used from several threads at once.

    `seen` are the shelves whose episodes these are. They are read when first asked for. Where the cache turns out to be
    damaged it is built anew, once, if the library `mends` it; what cannot be answered then raises CacheError.
    """

    def __init__(
        self,
        read: Callable[[], Contents],
        seen: frozenset[int] = frozenset({OPERATOR}),
        *,
        mends: bool = True,
        coverage: Callable[[], Coverage] = Coverage,
    ) -> None:
        super().__init__(read, seen, mends=mends)
        self._coverage = coverage

    @property
    def coverage(self) -> Coverage:
        """The part of all episodes that these are, at this moment."""
        return self._coverage()


def open_library(paths: Sequence[Path], cache: Path, *, progress: Callable[[int, int], None] | None = None) -> Library:
    """The library of the transcripts at `paths`: files, or folders with all that is in them.

    `cache` is a folder for the index; it is made, brought up to date or rebuilt as needed, and `progress` is told how
    many files of how many are indexed. A file that cannot be read is in `failures`, and the others serve.
    """

    def opened() -> Contents:
        there = open_cache(paths, cache, progress)
        return Contents(there, [Shelf(OPERATOR, there.heads(OPERATOR))])

    library = Library(opened)
    library.open()
    return library
