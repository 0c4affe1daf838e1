"""The part of a library that is held in memory: heads of episodes by shelf, and the names by which they are found."""

from __future__ import annotations

import threading
from collections import ChainMap, OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from transcript.errors import CacheError
from transcript.index.cache import Cache
from transcript.index.store.episodes import Head, QuotableCounts
from transcript.language.normalise import bare
from transcript.language.tokens import terms
from transcript.library import names as naming
from transcript.models import Chapter, Episode, Language

T = TypeVar("T")


CHAPTERS_KEPT = 32
"""Episodes whose chapters stay in memory."""


K = TypeVar("K")


class Shelf:
    """The heads of the episodes on one shelf. `keys` maps slugs to the cache's numbers of episodes, `slugs` the
    reverse."""

    def __init__(self, number: int, heads: Sequence[Head]) -> None:
        self.number = number
        self.episodes = _newest_first(head.episode for head in heads)
        self.languages = tuple(dict.fromkeys(language for head in self.episodes for language in head.languages))
        self.segment_count = sum(head.segments for head in self.episodes)
        self.keys = {head.episode.slug: head.key for head in heads}
        self.slugs = {head.key: head.episode.slug for head in heads}
        self.by_slug = {head.slug: head for head in self.episodes}
        self.chapter_counts = {head.episode.slug: len(head.titles) for head in heads}
        self.seconds = {head.episode.slug: head.seconds for head in heads}
        self._titles = {head.episode.slug: head.titles for head in heads}
        self._derived: dict[Callable[[Sequence[Episode]], object], object] = {}
        self._quotable_counts: dict[tuple[str, Language], QuotableCounts] | None = None

    def derived(self, make: Callable[[Sequence[Episode]], T]) -> T:
        """The result of that function of the episodes; it is computed once and kept."""
        if make not in self._derived:
            self._derived[make] = make(self.episodes)
        return cast("T", self._derived[make])

    def quotable_counts(self, cache: Cache) -> dict[tuple[str, Language], QuotableCounts]:
        """Numbers of quotable passages by speaker and by `is_explicit`, for each episode and language."""
        if self._quotable_counts is None:
            counted = cache.store.quotable_counts(self.slugs)
            self._quotable_counts = {(self.slugs[key], language): counts for key, language, counts in counted}
        return self._quotable_counts

    @cached_property
    def speaker_terms(self) -> frozenset[str]:
        names = {name for head in self.episodes for name in (*head.speakers, *head.aliases)}
        return frozenset(term for name in names for term in terms(name))

    @cached_property
    def episode_names(self) -> naming.Names[Episode]:
        return naming.Names((head, _names_of(head)) for head in self.episodes)

    @cached_property
    def speaker_names(self) -> naming.Names[str]:
        return self.speakers_of(self.episodes)

    @cached_property
    def chapter_names(self) -> naming.Names[tuple[Episode, int]]:
        return naming.Names(
            ((head, number), languages)
            for head in self.episodes
            for number, languages in enumerate(self._titles[head.slug], 1)
        )

    def speakers_of(self, heads: Sequence[Episode]) -> naming.Names[str]:
        """The speakers of episodes under their names and aliases, who speaks most first."""
        spoken: dict[str, float] = {}
        names: dict[str, dict[str, None]] = {}
        for head in heads:
            for name in head.speakers:
                spoken[name] = spoken.get(name, 0.0) + self.seconds[head.slug].get(name, 0.0)
                names.setdefault(name, {})[name] = None
        for head in heads:
            for alias, name in head.aliases.items():
                if name in names:
                    names[name][alias] = None
        ordered = sorted(names, key=lambda name: (-spoken[name], name))
        return naming.Names((name, map(bare, names[name])) for name in ordered)


class Contents:
    """Shelves of an opened cache, seen as one: a server's own before the operator's."""

    def __init__(self, cache: Cache | None, shelves: Sequence[Shelf]) -> None:
        self._cache = cache
        self.shelves = sorted(shelves, key=lambda shelf: -shelf.number)
        self.is_all = cache is None or {shelf.number for shelf in shelves}.issuperset(cache.shelves)
        self.failures = () if cache is None else cache.failures
        self.episodes = _newest_first(head for shelf in shelves for head in shelf.episodes)
        self.languages = tuple(dict.fromkeys(language for shelf in shelves for language in shelf.languages))
        self.segment_count = sum(shelf.segment_count for shelf in shelves)
        self.keys = _chain_maps([shelf.keys for shelf in shelves])
        self.slugs = _chain_maps([shelf.slugs for shelf in shelves])
        self.by_slug = _chain_maps([shelf.by_slug for shelf in shelves])
        self.chapter_counts = _chain_maps([shelf.chapter_counts for shelf in shelves])
        self._chapters: OrderedDict[str, tuple[Chapter, ...]] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def cache(self) -> Cache:
        """The cache; before one is opened there is nothing to be read, and CacheError is raised."""
        if self._cache is None:
            raise CacheError(Path(), "no library is opened yet", is_damaged=False)
        return self._cache

    def chapters(self, slug: str) -> tuple[Chapter, ...]:
        """The chapters of an episode; none where there is no such episode."""
        with self._lock:
            if slug in self._chapters:
                self._chapters.move_to_end(slug)
                return self._chapters[slug]
        key = self.keys.get(slug)
        found = () if key is None else tuple(self.cache.store.chapters(key))
        with self._lock:
            self._chapters[slug] = found
            while len(self._chapters) > CHAPTERS_KEPT:
                self._chapters.popitem(last=False)
        return found

    def chapter(self, slug: str, number: int) -> Chapter | None:
        """A chapter of an episode, without keeping all those of its episode in memory."""
        with self._lock:
            kept = self._chapters.get(slug)
        if kept is None:
            return self.cache.store.chapter(self.keys[slug], number)
        return next((chapter for chapter in kept if chapter.index == number), None)

    @cached_property
    def speaker_terms(self) -> frozenset[str]:
        return frozenset[str]().union(*(shelf.speaker_terms for shelf in self.shelves))

    @property
    def quotable_counts(self) -> Mapping[tuple[str, Language], QuotableCounts]:
        return _chain_maps([shelf.quotable_counts(self.cache) for shelf in self.shelves])

    def prepare_names(self) -> None:
        """Make ready what names are looked up in, which takes a while in a large library."""
        for shelf in self.shelves:
            for _ in (shelf.speaker_terms, shelf.episode_names, shelf.speaker_names, shelf.chapter_names):
                pass

    @property
    def episode_names(self) -> naming.JoinedNames[Episode]:
        return naming.JoinedNames([shelf.episode_names for shelf in self.shelves])

    @property
    def chapter_names(self) -> naming.JoinedNames[tuple[Episode, int]]:
        return naming.JoinedNames([shelf.chapter_names for shelf in self.shelves])

    def speaker_names(self, slug: str | None = None) -> naming.JoinedNames[str]:
        """The speakers of all episodes, or of one."""
        if slug is None:
            return naming.JoinedNames([shelf.speaker_names for shelf in self.shelves])
        own = [shelf.speakers_of([shelf.by_slug[slug]]) for shelf in self.shelves if slug in shelf.by_slug]
        return naming.JoinedNames(own)


def _chain_maps(maps: list[dict[K, T]]) -> Mapping[K, T]:
    return maps[0] if len(maps) == 1 else ChainMap(*maps)


def _newest_first(heads: Iterable[Episode]) -> tuple[Episode, ...]:
    by_title = sorted(heads, key=lambda head: head.title)
    return tuple(sorted(by_title, key=lambda head: head.date or "", reverse=True))


def _names_of(head: Episode) -> Iterable[str]:
    return map(bare, filter(None, (head.title, head.slug, *head.speakers, head.date, head.show)))
