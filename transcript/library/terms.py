"""The terms of a library's segments and the words that occur in it, as search needs them.

Segments are named by ids: that of the next segment of an episode is one higher.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from transcript.index.postings import Nearest
from transcript.index.store.texts import SegmentId, Terms, place_of
from transcript.library.heads import Heads
from transcript.library.opened import mending_cache, mending_for_later
from transcript.models import Language

NOBODYS = 1
"""The number of no shelf: that of the operator is 0, and no server has so small an id."""


class SearchedTerms(Heads):
    @property
    def _wanted_shelves(self) -> Sequence[int]:
        """The shelves that answers are to be of; none where they are all that there are, and need not be looked at."""
        return () if self._contents.is_all else sorted(self.seen) or [NOBODYS]

    @mending_cache
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
        shelves = () if keys else self._wanted_shelves
        if not self.episodes:
            return {}
        with self._cache.searching() as index:
            return index.find(weights, limit, keys, speakers, shelves, all_of_them=all_of_them, nearest=nearest)

    def place_of(self, segment: SegmentId) -> tuple[str, int] | None:
        """The slug of a segment's episode and the segment's index in it; None if the library does not have it."""
        key, index = place_of(segment)
        slug = self._contents.slugs.get(key)
        return None if slug is None else (slug, index)

    @mending_for_later
    def terms(
        self, segments: Sequence[SegmentId], languages: Sequence[Language] | None = None
    ) -> dict[SegmentId, Terms]:
        """The terms of segments, each a character, in these languages alone or in all. A segment with no text in them
        is left out."""
        return self._cache.store.terms(segments, languages)

    @mending_for_later
    def characters(self, terms: Sequence[str]) -> dict[str, str]:
        """The characters that stand for terms in `terms`, of those that the library has."""
        return self._cache.store.characters(terms)

    @mending_for_later
    def terms_of(self, characters: str) -> dict[str, str]:
        """The terms that characters stand for."""
        return self._cache.store.terms_of(characters)

    @mending_for_later
    def offsets(self, segment: SegmentId, language: Language) -> list[tuple[int, int]]:
        """The characters at which each term of a segment begins and ends in its text."""
        return self._cache.store.offsets(segment, language)

    @mending_cache
    def frequency(self, term: str) -> int:
        """The number of segments that have a term or a `pair`."""
        with self._cache.searching() as index:
            return index.frequency(term, self._wanted_shelves)

    @mending_cache
    def terms_beginning_with(self, prefix: str) -> list[str]:
        """Some terms with the prefix, of any language."""
        with self._cache.searching() as index:
            return index.beginning_with(prefix, self._wanted_shelves)

    @mending_cache
    def known_terms(self, terms: Sequence[str]) -> set[str]:
        """The terms, among those given, of words that occur in the library."""
        return self._cache.store.known_terms(terms, self._wanted_shelves)

    @mending_cache
    def episode_counts(self, words: Sequence[str]) -> dict[str, int]:
        """The number of episodes that have each of the words, of those that any has."""
        return self._cache.store.episode_counts(words, self._wanted_shelves)

    @mending_cache
    def words_beginning_with(self, prefix: str) -> list[str]:
        """The terms of words with the prefix, those of most episodes first."""
        return self._cache.store.beginning_with(prefix, self._wanted_shelves)

    @mending_cache
    def words_spelt_alike(self, keys: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """The words that have one of these spelling keys, each with its term, by the key."""
        return self._cache.store.alike(keys, self._wanted_shelves)
