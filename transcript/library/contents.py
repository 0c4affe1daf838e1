"""The part of a library that is held in memory: heads of episodes, and the names by which they are found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar, cast

from transcript.index.cache import Cache
from transcript.language.normalise import bare
from transcript.language.tokens import terms
from transcript.library import names as naming
from transcript.models import Episode

T = TypeVar("T")


class Shelf:
    """Episodes that are seen together, by the number of their shelf, with what others make of them."""

    def __init__(self, number: int, episodes: Sequence[Episode]) -> None:
        self.number = number
        self.episodes = episodes
        self._derived: dict[Callable[[Sequence[Episode]], object], object] = {}

    def derived(self, make: Callable[[Sequence[Episode]], T]) -> T:
        """What that function makes of the episodes; it is made once and kept."""
        if make not in self._derived:
            self._derived[make] = make(self.episodes)
        return cast("T", self._derived[make])


class Contents:
    """The heads of an opened cache. `keys` maps slugs to the cache's numbers of episodes, `slugs` the reverse."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        heads = [head.episode for head in cache.heads]
        heads.sort(key=lambda head: head.title)
        heads.sort(key=lambda head: head.date or "", reverse=True)
        self.episodes: tuple[Episode, ...] = tuple(heads)
        self.shelves = (Shelf(0, self.episodes),)
        self.seen = frozenset(shelf.number for shelf in self.shelves)
        self.languages = tuple(dict.fromkeys(language for head in heads for language in head.languages))
        self.segment_count = sum(head.segments for head in heads)
        self.keys = {head.episode.slug: head.key for head in cache.heads}
        self.slugs = {head.key: head.episode.slug for head in cache.heads}
        self.by_slug = {head.slug: head for head in heads}
        self.chapter_counts = {head.episode.slug: len(head.titles) for head in cache.heads}
        names = {name for head in heads for name in (*head.speakers, *head.aliases)}
        self.speaker_terms = frozenset(term for name in names for term in terms(name))
        self._seconds = {head.episode.slug: head.seconds for head in cache.heads}
        titles = {head.episode.slug: head.titles for head in cache.heads}
        self.episode_names = naming.Names((head, _names_of(head)) for head in heads)
        self.speaker_names = self.speakers_of(heads)
        self.chapter_names = naming.Names(
            ((head, number), languages) for head in heads for number, languages in enumerate(titles[head.slug], 1)
        )

    def speakers_of(self, heads: Sequence[Episode]) -> naming.Names[str]:
        """The speakers of episodes under their names and aliases, who speaks most first."""
        spoken: dict[str, float] = {}
        names: dict[str, dict[str, None]] = {}
        for head in heads:
            for name in head.speakers:
                spoken[name] = spoken.get(name, 0.0) + self._seconds[head.slug].get(name, 0.0)
                names.setdefault(name, {})[name] = None
        for head in heads:
            for alias, name in head.aliases.items():
                if name in names:
                    names[name][alias] = None
        ordered = sorted(names, key=lambda name: (-spoken[name], name))
        return naming.Names((name, map(bare, names[name])) for name in ordered)


def _names_of(head: Episode) -> Iterable[str]:
    return map(bare, filter(None, (head.title, head.slug, *head.speakers, head.date, head.show)))
