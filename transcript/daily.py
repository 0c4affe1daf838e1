"""A server's next quote of the day, as a function of the library, its choices and what it was shown.

No passage comes again before all have been shown. Of those that are left, the order follows the server's seed, and
neighbours differ in episode, chapter and speaker as far as there are others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import blake2b
from typing import TypeVar

from transcript.library import Library, Quote, counts, quotes
from transcript.models import Language

T = TypeVar("T")


RECENT = 3
"""Posts back to which a new one differs in its episode, or else in its chapter."""


PARTS = 4
"""Parts of an episode's quotes, by how quotable they are: the best part comes first, each in the seed's order."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """A server's choices: `seed` orders its quotes, `speaker` and `episode` (a slug) narrow them, `explicit` lets those
    with strong language come too."""

    seed: int
    language: Language
    speaker: str | None = None
    episode: str | None = None
    explicit: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A passage in the ledger: known by its `words`, their fingerprint, wherever a later cut of the transcript has
    them; without that by the character `start` of a segment's text in a language."""

    episode: str
    segment: int
    start: int
    language: Language
    words: int | None = None

    @property
    def _identity(self) -> tuple[object, ...]:
        known_by = (self.segment, self.start) if self.words is None else (self.words,)
        return (self.episode, self.language, *known_by)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self._identity)


def place_of(quote: Quote) -> Place:
    return Place(quote.episode, quote.segment, quote.span[0], quote.language, quote.words)


@dataclass(frozen=True, slots=True)
class Shown:
    """The passages that a server has had: how often each, the newest in their order, and those it refused."""

    times: Mapping[Place, int] = field(default_factory=dict)
    recent: Sequence[Place] = ()
    refused: Collection[Place] = ()

    def number(self, place: Place) -> int:
        """The times that it has had a passage, under its words and, in rows of before, under its place alone."""
        return self.times.get(place, 0) + self.times.get(replace(place, words=None), 0)

    def is_refused(self, place: Place) -> bool:
        return place in self.refused or replace(place, words=None) in self.refused


def choose(library: Library, wishes: Wishes, shown: Shown) -> Quote | None:
    """The next quote; None where there is none at all."""
    pool = _pool_counts(library, wishes)
    identities = {one.slug: one.identity for one in library.episodes if one.slug in pool}
    read = cache(lambda slug: _pool_of(library, slug, wishes))
    for rounds in sorted({0, *shown.times.values()}):
        for slug in _episode_order(pool, identities, wishes.seed, shown, rounds):
            fresh = [one for one in read(slug) if _may_come(place_of(one), shown, rounds)]
            if fresh:
                return _best_quote(fresh, read(slug), _recent_chapters(library, slug, shown), wishes.seed)
    return None


def count_left(library: Library, wishes: Wishes, shown: Shown) -> int:
    """The number of quotes to come before the first one comes again."""
    slugs = _pool_counts(library, wishes)
    places = [place_of(one) for slug in slugs for one in _pool_of(library, slug, wishes)]
    had = Counter(shown.number(place) for place in places if not shown.is_refused(place))
    return had[min(had)] if had else 0


def _pool_counts(library: Library, wishes: Wishes) -> dict[str, int]:
    """The number of quotes that a server may have from each episode."""
    return counts(library, wishes.language, wishes.speaker, wishes.episode, explicit=wishes.explicit)


def _pool_of(library: Library, slug: str, wishes: Wishes) -> list[Quote]:
    """The quotes that a server may have from an episode."""
    return quotes(library, slug, wishes.language, wishes.speaker, explicit=wishes.explicit)


def _may_come(place: Place, shown: Shown, rounds: int) -> bool:
    """True where a passage was shown at most `rounds` times and nobody refused it."""
    return shown.number(place) <= rounds and not shown.is_refused(place)


def _episode_order(
    pool: Mapping[str, int], identities: Mapping[str, str], seed: int, shown: Shown, rounds: int
) -> list[str]:
    """The episodes to try, in order: first those with the largest share of quotes left, last those of recent posts.

    The draw goes by their identities, so that it stays when a slug changes.
    """
    used = Counter(place.episode for place, number in shown.times.items() if number > rounds)
    recent = [place.episode for place in reversed(shown.recent[-RECENT:])]

    def rank(slug: str) -> tuple[int, float, bytes]:
        again = RECENT - recent.index(slug) if slug in recent else 0
        return again, used[slug] / pool[slug], _draw_order(seed, identities[slug])

    return sorted(pool, key=rank)


def _recent_chapters(library: Library, slug: str, shown: Shown) -> list[int | None]:
    """The chapters of an episode's last posts, the last one first."""
    posted = [place for place in reversed(shown.recent) if place.episode == slug][:RECENT]
    found = (library.segments(slug, place.segment, place.segment) for place in posted)
    return [segments[0].chapter for segments in found if segments]


def _best_quote(fresh: Sequence[Quote], pool: Sequence[Quote], recent: Sequence[int | None], seed: int) -> Quote:
    """A quote of another chapter than the last one, and while there are others none of the less quotable half; of
    these, of the speaker with the largest share left, so that each comes as often as they have quotes; of these, one of
    the most quotable part, from another chapter than the last few, and from that with the largest share left."""
    speakers = _shares_left([one.speaker for one in fresh], [one.speaker for one in pool])
    chapters = _shares_left([one.chapter for one in fresh], [one.chapter for one in pool])

    scores = sorted((one.score for one in pool), reverse=True)
    parts = [scores[len(scores) * part // PARTS] for part in range(1, PARTS)]

    def rank(one: Quote) -> tuple[bool, bool, float, int, int, float, bytes]:
        again = RECENT - recent.index(one.chapter) if one.chapter in recent else 0
        part = sum(one.score < least for least in parts)
        draw = _draw_order(seed, one.segment, one.span)
        is_last = one.chapter in recent[:1]
        return is_last, part >= PARTS // 2, -speakers[one.speaker], part, again, -chapters[one.chapter], draw

    return min(fresh, key=rank)


def _shares_left(fresh: Sequence[T], pool: Sequence[T]) -> dict[T, float]:
    """The share of each value that is still fresh, from 0 to 1."""
    every = Counter(pool)
    return {value: number / every[value] for value, number in Counter(fresh).items()}


def _draw_order(seed: int, *what: object) -> bytes:
    """A sort key that differs from seed to seed and is always the same for one seed."""
    return blake2b(f"{seed} {what}".encode("utf-8", "replace"), digest_size=8).digest()
