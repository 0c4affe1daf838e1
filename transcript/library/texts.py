"""The texts of a library's episodes, a part at a time: chapters, segments and quotable passages."""

from __future__ import annotations

from collections.abc import Mapping

from transcript.index.store.episodes import QuotableCounts, QuotableRow
from transcript.index.store.texts import segment_id
from transcript.library.heads import Heads
from transcript.library.opened import mending_cache
from transcript.models import Chapter, Language, Segment


class Texts(Heads):
    @mending_cache
    def chapters(self, slug: str) -> tuple[Chapter, ...]:
        """The chapters of an episode; none where there is no such episode."""
        return self._contents.chapters(slug)

    @mending_cache
    def chapter(self, slug: str, number: int) -> Chapter | None:
        """The chapter of that number, counted from 1."""
        return next((chapter for chapter in self._contents.chapters(slug) if chapter.index == number), None)

    @mending_cache
    def segments(self, slug: str, first: int, last: int) -> tuple[Segment, ...]:
        """The segments from `first` to `last`, both included, as far as they exist."""
        key, head = self._contents.keys.get(slug), self._contents.by_slug.get(slug)
        if key is None or head is None or last < 0 or first > last:
            return ()
        first, last = max(0, first), min(last, head.segments - 1)
        return tuple(self._cache.store.segments(segment_id(key, first), segment_id(key, last))) if first <= last else ()

    @property
    @mending_cache
    def quotable_counts(self) -> Mapping[tuple[str, Language], QuotableCounts]:
        """Numbers of quotable passages by speaker and by `is_explicit`, for each episode and language."""
        return self._contents.quotable_counts

    @mending_cache
    def quotables(self, slug: str, language: Language) -> list[QuotableRow]:
        """An episode's quotable passages in a language, in their order."""
        key = self._contents.keys.get(slug)
        return [] if key is None else self._cache.store.quotables(key, language)

    @mending_cache
    def segment_at(self, slug: str, seconds: float) -> Segment | None:
        """The segment said at a time: the last one begun by then. None before the first and past the end."""
        key, head = self._contents.keys.get(slug), self._contents.by_slug.get(slug)
        if key is None or head is None or not seconds < head.duration:
            return None
        return self._cache.store.segment_at(key, seconds)
