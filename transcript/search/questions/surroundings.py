"""Looks around the passages that a question finds: its answer often stands beside its words, in words of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcript.library import Library, SegmentId
from transcript.search.lines import read_lines, spell_query
from transcript.search.matches import Match
from transcript.search.query import Query
from transcript.search.ranking import Place, place_of_segment

NEARNESS = (1.0, 0.7, 0.4)
"""Shares of its weight that a word counts for which is said in a passage, one segment away, and two. Tuned on 324
questions."""


class Surroundings:
    """The words of a question in the segments of matches, and around them."""

    def __init__(self, query: Query, library: Library, matches: Sequence[Match]) -> None:
        self._query = query
        self._library = library
        self._keys = [_key_of(library, match) for match in matches]
        spelling = spell_query(query, library)
        near = {key + step for key in self._keys for step in range(-3, 4)}
        self._lines = read_lines(query, spelling, library, near)
        self._found = {key: self._likeliest_in(key) for key in self._lines}

    def _likeliest_in(self, key: SegmentId) -> Sequence[float]:
        """For each unit of the question the likelihood that it is said in a segment."""
        likeliest = [0.0] * len(self._query.units)
        for line in self._lines[key].values():
            for _, unit, likelihood, _ in line.hits:
                likeliest[unit] = max(likelihood, likeliest[unit])
        return likeliest

    def share(self, match: Match) -> float:
        """The share of the question that is said in a match's segment or around it, what is further away for less."""
        key = _key_of(self._library, match)
        near = [
            (share, self._found[other])
            for distance, share in enumerate(NEARNESS)
            for other in {key - distance, key + distance}
            if other in self._found and self._is_same_episode(key, other)
        ]
        weights = self._query.weights
        return sum(
            weight * max(share * found[unit] for share, found in near) for unit, weight in enumerate(weights) if weight
        ) / (self._query.weight or 1.0)

    def places_beside(self, first: int) -> Iterator[Place]:
        """The places in segments before and after the `first` so many matches that are none of the matches."""
        beside = {
            key + step for key in self._keys[:first] for step in (-1, 1) if self._is_same_episode(key, key + step)
        }
        for key in sorted(beside.difference(self._keys)):
            place = place_of_segment(self._query, key, self._lines)
            if place is not None:
                yield place

    def _is_same_episode(self, key: SegmentId, other: SegmentId) -> bool:
        one, two = self._library.place_of(key), self._library.place_of(other)
        return one is not None and two is not None and one[0] == two[0]


def _key_of(library: Library, match: Match) -> SegmentId:
    """The id of the segment that a match is in, which is that of its place or one after it."""
    key = match.place.key if match.place is not None else 0
    _, index = library.place_of(key) or ("", match.segment)
    return key + match.segment - index
