"""The episodes that the bot knows, by slug, name, chapter and time. Heads are in memory, words in the cache."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path

from transcript.errors import TranscriptError
from transcript.index.cache import Cache, open_cache
from transcript.index.postings import Index
from transcript.index.store import Store
from transcript.index.texts import SegmentId, Terms, place_of, segment_id
from transcript.language.normalise import bare
from transcript.language.tokens import terms
from transcript.library import names as naming
from transcript.models import Chapter, Episode, Language, Segment

CHAPTERS_KEPT = 32
"""Episodes whose chapters stay in memory."""


def open_library(paths: Sequence[Path], cache: Path, *, progress: Callable[[int, int], None] | None = None) -> Library:
    """The library of the transcripts at `paths`: files, or folders with all that is in them.

    `cache` is a folder for the index; it is made, brought up to date or rebuilt as needed, and `progress` is told how
    many files of how many are indexed. A file that cannot be read is in `failures`, and the others serve.
    """
    return Library(open_cache(paths, cache, progress))


class Library:
    """Open episodes. May be used from several threads at once."""

    def __init__(self, cache: Cache) -> None:
        self.store: Store = cache.store
        self.index: Index = cache.index
        self.failures: tuple[TranscriptError, ...] = cache.failures
        self._keys: dict[str, int] = {}
        self._slugs: dict[int, str] = {}
        self._spoken: dict[str, dict[str, float]] = {}
        heads = []
        titles: dict[str, list[list[str]]] = {}
        for key, head, shares, of_chapters in cache.heads:
            heads.append(head)
            self._keys[head.slug] = key
            self._slugs[key] = head.slug
            self._spoken[head.slug] = shares
            titles[head.slug] = of_chapters
        heads.sort(key=lambda head: head.title)
        heads.sort(key=lambda head: head.date or "", reverse=True)
        self.episodes: tuple[Episode, ...] = tuple(heads)
        self.languages = tuple(dict.fromkeys(language for head in heads for language in head.languages))
        """The languages that an episode is in."""
        self.segment_count = sum(head.segments for head in heads)
        self._by_slug = {head.slug: head for head in heads}
        names = {name for head in heads for name in (*head.speakers, *head.aliases)}
        self.speaker_terms = frozenset(term for name in names for term in terms(name))
        """The words of the speakers' names, as terms."""
        self._episode_names = naming.Names((head, _names_of(head)) for head in self.episodes)
        self._speaker_names = self._speakers_of(self.episodes)
        self._chapter_counts = {slug: len(each) for slug, each in titles.items()}
        self._chapter_names = naming.Names(
            ((head, number), languages)
            for head in self.episodes
            for number, languages in enumerate(titles[head.slug], 1)
        )
        self._chapters: OrderedDict[str, tuple[Chapter, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def close(self) -> None:
        """Let go of the cache's files."""
        self.store.close()

    def episode(self, slug: str) -> Episode | None:
        """The episode of that slug."""
        return self._by_slug.get(slug)

    def key(self, slug: str) -> int | None:
        """The number by which the cache knows an episode."""
        return self._keys.get(slug)

    def slug(self, key: int) -> str | None:
        """The slug of the episode that the cache knows by a number."""
        return self._slugs.get(key)

    def chapters(self, slug: str) -> tuple[Chapter, ...]:
        """The chapters of an episode; none where there is no such episode."""
        with self._lock:
            if slug in self._chapters:
                self._chapters.move_to_end(slug)
                return self._chapters[slug]
        key = self._keys.get(slug)
        found = () if key is None else tuple(self.store.chapters(key))
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
        return self.chapter(slug, number) if kept else self.store.chapter(self._keys[slug], number)

    def segments(self, slug: str, first: int, last: int) -> tuple[Segment, ...]:
        """The segments from `first` to `last`, both included, as far as they exist."""
        key, head = self._keys.get(slug), self._by_slug.get(slug)
        if key is None or head is None or last < 0 or first > last:
            return ()
        last = min(last, head.segments - 1)
        return (
            tuple(self.store.segments(segment_id(key, max(0, first)), segment_id(key, last))) if first <= last else ()
        )

    @cached_property
    def quotable_counts(self) -> dict[tuple[str, Language], Mapping[str | None, int]]:
        """How many quotable passages of each speaker there are, by episode and language."""
        found: dict[tuple[str, Language], Mapping[str | None, int]] = {}
        for key, language, counts in self.store.quotable_counts():
            if key in self._slugs:
                found[self._slugs[key], language] = counts
        return found

    def segment_at(self, slug: str, seconds: float) -> Segment | None:
        """What is being said at a time: the last segment begun by then. None before the first and past the end."""
        key, head = self._keys.get(slug), self._by_slug.get(slug)
        if key is None or head is None or not seconds < head.duration:
            return None
        return self.store.segment_at(key, seconds)

    def find_episodes(self, typed: str, limit: int = 25) -> tuple[Episode, ...]:
        """The episodes whose title, slug, date, show or speakers are like what was typed, best first; all for ""."""
        return self._episode_names.best(typed, limit)

    def find_speakers(self, typed: str, episode: str | None = None, limit: int = 25) -> tuple[str, ...]:
        """The speakers whose name or alias is like what was typed, best first; for "" all, who speaks most first."""
        if episode is None:
            return self._speaker_names.best(typed, limit)
        head = self._by_slug.get(episode)
        return self._speakers_of([head] if head is not None else []).best(typed, limit)

    def find_chapters(
        self, typed: str, episode: str | None = None, limit: int = 25
    ) -> tuple[tuple[Episode, Chapter], ...]:
        """The chapters whose title is like what was typed, in either language, or whose number it is; all for ""."""
        wanted = naming.number(typed)
        if wanted is not None:
            heads = self.episodes if episode is None else filter(None, [self._by_slug.get(episode)])
            numbered = (head for head in heads if wanted <= self._chapter_counts[head.slug])
            found: Iterable[tuple[Episode, int]] = ((head, wanted) for head in islice(numbered, limit))
        elif episode is None:
            found = self._chapter_names.best(typed, limit)
        else:
            own = ((one, map(bare, one.title.values())) for one in self.chapters(episode))
            found = ((self._by_slug[episode], one.index) for one in naming.Names(own).best(typed, limit))
        pairs = ((head, self._read_chapter(head.slug, number)) for head, number in found)
        return tuple((head, chapter) for head, chapter in pairs if chapter is not None)

    # What search needs of the cache. Segments are named by ids: that of the next segment of an episode is one higher.

    def find_segments(
        self, weights: Mapping[str, float], limit: int, episodes: Iterable[str] = (), speakers: Iterable[str] = ()
    ) -> dict[SegmentId, float]:
        """The segments that hold most of the terms and `pair`s by their weights, each with its BM25 score, best first.

        `episodes`, by their slugs, and `speakers`, by their names, narrow it; where they are empty all count.
        """
        keys = [self._keys[slug] for slug in episodes if slug in self._keys]
        return self.index.find(weights, limit, keys, speakers)

    def place_of(self, segment: SegmentId) -> tuple[str, int] | None:
        """The slug of a segment's episode and the segment's index in it; None if the library does not have it."""
        key, index = place_of(segment)
        slug = self._slugs.get(key)
        return None if slug is None else (slug, index)

    def terms(
        self, segments: Sequence[SegmentId], languages: Sequence[Language] | None = None
    ) -> dict[SegmentId, Terms]:
        """The terms of segments, of these languages alone or of all. A segment with no text in them is left out."""
        return self.store.terms(segments, languages)

    def offsets(self, segment: SegmentId, language: Language) -> list[tuple[int, int]]:
        """The characters at which each term of a segment begins and ends in its text."""
        return self.store.offsets(segment, language)

    def frequency(self, term: str) -> int:
        """In how many segments a term or a `pair` stands."""
        return self.index.frequency(term)

    def terms_beginning_with(self, prefix: str) -> list[str]:
        """Some terms that begin so, of any language."""
        return self.index.beginning_with(prefix)

    def known_terms(self, terms: Sequence[str]) -> set[str]:
        """Those of the terms that are of words which occur."""
        return self.store.known(terms)

    def words_beginning_with(self, prefix: str) -> list[str]:
        """The terms of words that begin so, those of most episodes first."""
        return self.store.beginning_with(prefix)

    def words_spelt_alike(self, keys: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """The words that have one of these spelling keys, each with its term, by the key."""
        return self.store.alike(keys)

    def _speakers_of(self, heads: Sequence[Episode]) -> naming.Names[str]:
        """The speakers of episodes under their names and aliases, who speaks most first."""
        spoken: dict[str, float] = {}
        names: dict[str, dict[str, None]] = {}
        for head in heads:
            for name in head.speakers:
                spoken[name] = spoken.get(name, 0.0) + self._spoken[head.slug].get(name, 0.0)
                names.setdefault(name, {})[name] = None
        for head in heads:
            for alias, name in head.aliases.items():
                if name in names:
                    names[name][alias] = None
        ordered = sorted(names, key=lambda name: (-spoken[name], name))
        return naming.Names((name, map(bare, names[name])) for name in ordered)


def _names_of(head: Episode) -> Iterable[str]:
    return map(bare, filter(None, (head.title, head.slug, *head.speakers, head.date, head.show)))
