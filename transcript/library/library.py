"""The episodes that the bot knows, by slug, name, chapter and time. Heads are in memory, words in the cache."""

from __future__ import annotations

import functools
import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeAlias, TypeVar

from transcript.errors import CacheError, OtherFileError, TranscriptError
from transcript.index.cache import OPERATOR, Cache, open_cache
from transcript.index.episodes import QuotableCounts, QuotableRow
from transcript.index.postings import Nearest
from transcript.index.texts import SegmentId, Terms, place_of, segment_id
from transcript.language.normalise import bare
from transcript.library import names as naming
from transcript.library.contents import Contents, Shelf
from transcript.library.coverage import Coverage
from transcript.models import Chapter, Episode, Language, Segment

P = ParamSpec("P")


R = TypeVar("R")


Titled: TypeAlias = tuple[Episode, int]
"""A chapter that has a title: its episode and its number."""


CHAPTERS_KEPT = 32
"""Episodes whose chapters stay in memory."""


log = logging.getLogger(__name__)


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


def _mending_cache(method: Callable[Concatenate[Library, P], R]) -> Callable[Concatenate[Library, P], R]:
    """A method that finds a damaged cache, has it built anew, and answers from the new one."""

    @functools.wraps(method)
    def read(self: Library, /, *args: P.args, **options: P.kwargs) -> R:
        contents = self._contents
        try:
            return method(self, *args, **options)
        except CacheError as error:
            if not self._mend_cache(contents, error):
                raise
        return method(self, *args, **options)

    return read


def _mending_for_later(method: Callable[Concatenate[Library, P], R]) -> Callable[Concatenate[Library, P], R]:
    """A method that is given ids: it has a damaged cache built anew and raises CacheError, as the ids are void then."""

    @functools.wraps(method)
    def read(self: Library, /, *args: P.args, **options: P.kwargs) -> R:
        contents = self._contents
        try:
            return method(self, *args, **options)
        except CacheError as error:
            self._mend_cache(contents, error)
            raise

    return read


class Library:
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
        self.seen = seen
        self._coverage = coverage
        self._read = read
        self._mends = mends
        self._made: Contents | None = None
        self._chapters: OrderedDict[str, tuple[Chapter, ...]] = OrderedDict()
        self._lock = threading.Lock()
        self._being_mended = threading.Lock()

    def _mend_cache(self, read: Contents, error: CacheError) -> bool:
        """Build the cache anew if it is damaged and still the one that was read. True if there is another one now.

        Other threads are told to ask again meanwhile. The old files stay open for whoever reads them.
        """
        if not error.is_damaged or not self._mends or not self._being_mended.acquire(blocking=False):
            return False
        try:
            if self._contents is read:
                log.warning("%(error)s", {"event": "cache_damaged", "error": str(error)})
                self._made = self._read()
                with self._lock:
                    self._chapters.clear()
            return True
        finally:
            self._being_mended.release()

    def open(self) -> None:
        """Read the heads of the episodes and their names, if nobody has."""
        self._contents.prepare_names()

    @property
    def _contents(self) -> Contents:
        made = self._made
        if made is None:
            with self._being_mended:
                made = self._made = self._made or self._read()
        return made

    @property
    def _cache(self) -> Cache:
        return self._contents.cache

    @property
    def episodes(self) -> tuple[Episode, ...]:
        """All episodes, the newest first."""
        return self._contents.episodes

    def derived(self, make: Callable[[Sequence[Episode]], R]) -> list[R]:
        """The result of a function of the episodes of each shelf; it is computed once and kept."""
        return [shelf.derived(make) for shelf in self._contents.shelves]

    @property
    def coverage(self) -> Coverage:
        """The part of all episodes that these are, at this moment."""
        return self._coverage()

    @property
    def failures(self) -> tuple[TranscriptError, ...]:
        """The files that could not be read or are something else, each with what is wrong."""
        return self._contents.failures

    @property
    def unread_count(self) -> int:
        """The files that may be transcripts and could not be read."""
        return sum(not isinstance(failure, OtherFileError) for failure in self.failures)

    @property
    def speaker_terms(self) -> frozenset[str]:
        """The words of the speakers' names, as terms."""
        return self._contents.speaker_terms

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that an episode is in."""
        return self._contents.languages

    @property
    def segment_count(self) -> int:
        """The segments of all episodes together."""
        return self._contents.segment_count

    def close(self) -> None:
        """Close the cache's files."""
        self._cache.store.close()

    def episode(self, slug: str) -> Episode | None:
        """The episode of that slug."""
        return self._contents.by_slug.get(slug)

    @_mending_cache
    def chapters(self, slug: str) -> tuple[Chapter, ...]:
        """The chapters of an episode; none where there is no such episode."""
        with self._lock:
            if slug in self._chapters:
                self._chapters.move_to_end(slug)
                return self._chapters[slug]
        key = self._contents.keys.get(slug)
        found = () if key is None else tuple(self._cache.store.chapters(key))
        with self._lock:
            self._chapters[slug] = found
            while len(self._chapters) > CHAPTERS_KEPT:
                self._chapters.popitem(last=False)
        return found

    def chapter(self, slug: str, number: int) -> Chapter | None:
        """The chapter of that number, counted from 1."""
        return next((chapter for chapter in self.chapters(slug) if chapter.index == number), None)

    def _read_chapter(self, slug: str, number: int) -> Chapter | None:
        """A chapter, without keeping all those of its episode in memory."""
        with self._lock:
            kept = slug in self._chapters
        return self.chapter(slug, number) if kept else self._cache.store.chapter(self._contents.keys[slug], number)

    @_mending_cache
    def segments(self, slug: str, first: int, last: int) -> tuple[Segment, ...]:
        """The segments from `first` to `last`, both included, as far as they exist."""
        key, head = self._contents.keys.get(slug), self._contents.by_slug.get(slug)
        if key is None or head is None or last < 0 or first > last:
            return ()
        first, last = max(0, first), min(last, head.segments - 1)
        return tuple(self._cache.store.segments(segment_id(key, first), segment_id(key, last))) if first <= last else ()

    @property
    @_mending_cache
    def quotable_counts(self) -> Mapping[tuple[str, Language], QuotableCounts]:
        """Numbers of quotable passages by speaker and by `is_explicit`, for each episode and language."""
        return self._contents.quotable_counts

    @_mending_cache
    def quotables(self, slug: str, language: Language) -> list[QuotableRow]:
        """An episode's quotable passages in a language, in their order."""
        key = self._contents.keys.get(slug)
        return [] if key is None else self._cache.store.quotables(key, language)

    @_mending_cache
    def segment_at(self, slug: str, seconds: float) -> Segment | None:
        """The segment said at a time: the last one begun by then. None before the first and past the end."""
        key, head = self._contents.keys.get(slug), self._contents.by_slug.get(slug)
        if key is None or head is None or not seconds < head.duration:
            return None
        return self._cache.store.segment_at(key, seconds)

    def find_episodes(self, typed: str, limit: int = 25) -> tuple[Episode, ...]:
        """The episodes whose title, slug, date, show or speakers are like what was typed, best first; all for ""."""
        return self._contents.episode_names.best(typed, limit) if typed.strip() else self.episodes[:limit]

    def find_speakers(self, typed: str, episode: str | None = None, limit: int = 25) -> tuple[str, ...]:
        """The speakers whose name or alias is like what was typed, best first; for "" all, who speaks most first."""
        found = self._contents.speaker_names(episode).best(typed, len(self._contents.shelves) * limit)
        return tuple(dict.fromkeys(found))[:limit]

    @_mending_cache
    def find_chapters(
        self, typed: str, episode: str | None = None, limit: int = 25
    ) -> tuple[tuple[Episode, Chapter], ...]:
        """The chapters whose title is like what was typed, in any language, best first; all for "".

        Where a number was typed: those with that title, or one that begins with "Chapter 3", then those of the number,
        then those whose title begins with it.
        """
        names, wanted = self._chapter_names(episode), naming.chapter_number(typed)
        if wanted is None:
            return self._chapters_at(names.best(typed, limit))
        heads = self.episodes if episode is None else filter(None, [self._contents.by_slug.get(episode)])
        numbered = ((head, wanted) for head in heads if wanted <= self._contents.chapter_counts[head.slug])
        is_figure = typed.strip().isdecimal()
        ordered = (
            *names.beginning_with(typed, whole=is_figure),
            *islice(numbered, limit),
            *names.beginning_with(typed),
        )
        once = {(head.slug, number): (head, number) for head, number in ordered}
        return self._chapters_at(islice(once.values(), limit))

    @_mending_cache
    def chapters_called(self, typed: str, limit: int = 25) -> tuple[tuple[Episode, Chapter], ...]:
        """The chapters of all episodes whose title is what was typed, then those whose title begins with it."""
        names = self._chapter_names(None)
        ordered = (*names.beginning_with(typed, whole=True), *names.beginning_with(typed))
        once = {(head.slug, number): (head, number) for head, number in ordered}
        return self._chapters_at(islice(once.values(), limit))

    def _chapter_names(self, episode: str | None) -> naming.Names[Titled] | naming.JoinedNames[Titled]:
        """The titles of chapters, of one episode or of all, each with its episode and number."""
        if episode is None:
            return self._contents.chapter_names
        head = self._contents.by_slug.get(episode)
        own = self.chapters(episode) if head else ()
        return naming.Names(((head, one.index), map(bare, one.title.values())) for one in own if head)

    def _chapters_at(self, found: Iterable[tuple[Episode, int]]) -> tuple[tuple[Episode, Chapter], ...]:
        pairs = ((head, self._read_chapter(head.slug, number)) for head, number in found)
        return tuple((head, chapter) for head, chapter in pairs if chapter is not None)

    # What search needs of the cache. Segments are named by ids: that of the next segment of an episode is one higher.

    @_mending_cache
    def find_segments(
        self,
        weights: Mapping[str, float],
        limit: int,
        episodes: Iterable[str] = (),
        speakers: Iterable[str] = (),
        *,
        all_of_them: bool = False,
        nearest: Nearest | None = None,
    ) -> dict[SegmentId, float]:
        """The segments that hold most of the terms and `pair`s by their weights, each with its BM25 score, best first;
        or those that hold `all_of_them`, or are the `nearest`.

        `episodes`, by their slugs, and `speakers`, by their names, narrow it; where they are empty all count.
        """
        keys = [self._contents.keys[slug] for slug in episodes if slug in self._contents.keys]
        shelves = () if keys or self._contents.is_all else self.seen
        if not self.episodes:
            return {}
        with self._cache.searching() as index:
            return index.find(weights, limit, keys, speakers, shelves, all_of_them=all_of_them, nearest=nearest)

    def place_of(self, segment: SegmentId) -> tuple[str, int] | None:
        """The slug of a segment's episode and the segment's index in it; None if the library does not have it."""
        key, index = place_of(segment)
        slug = self._contents.slugs.get(key)
        return None if slug is None else (slug, index)

    @_mending_for_later
    def terms(
        self, segments: Sequence[SegmentId], languages: Sequence[Language] | None = None
    ) -> dict[SegmentId, Terms]:
        """The terms of segments, each a character, in these languages alone or in all. A segment with no text in them
        is left out."""
        return self._cache.store.terms(segments, languages)

    @_mending_for_later
    def characters(self, terms: Sequence[str]) -> dict[str, str]:
        """The characters that stand for terms in `terms`, of those that the library has."""
        return self._cache.store.characters(terms)

    @_mending_for_later
    def terms_of(self, characters: str) -> dict[str, str]:
        """The terms that characters stand for."""
        return self._cache.store.terms_of(characters)

    @_mending_for_later
    def offsets(self, segment: SegmentId, language: Language) -> list[tuple[int, int]]:
        """The characters at which each term of a segment begins and ends in its text."""
        return self._cache.store.offsets(segment, language)

    @_mending_cache
    def frequency(self, term: str) -> int:
        """The number of segments that have a term or a `pair`."""
        with self._cache.searching() as index:
            return index.frequency(term)

    @_mending_cache
    def terms_beginning_with(self, prefix: str) -> list[str]:
        """Some terms with the prefix, of any language."""
        with self._cache.searching() as index:
            return index.beginning_with(prefix)

    @_mending_cache
    def known_terms(self, terms: Sequence[str]) -> set[str]:
        """The terms, among those given, of words that occur in the library."""
        return self._cache.store.known_terms(terms)

    @_mending_cache
    def episode_counts(self, words: Sequence[str]) -> dict[str, int]:
        """The number of episodes that have each of the words, of those that any has."""
        return self._cache.store.episode_counts(words)

    @_mending_cache
    def words_beginning_with(self, prefix: str) -> list[str]:
        """The terms of words with the prefix, those of most episodes first."""
        return self._cache.store.beginning_with(prefix)

    @_mending_cache
    def words_spelt_alike(self, keys: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """The words that have one of these spelling keys, each with its term, by the key."""
        return self._cache.store.alike(keys)
