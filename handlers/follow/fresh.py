"""Episodes that are new to a follower: they came after the follow did, and are not of an older back catalogue."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from transcript.library import Library
from transcript.models import Episode

TRANSCRIPT_COMES_WITHIN = timedelta(days=21)
"""An episode whose date is longer before it was first seen came with the rest of its show, and is none that is new."""


def digest_of(episode: Episode) -> str:
    """The digest of an episode's identity, by which the database knows it."""
    return blake2b(episode.identity.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def by_digest(episodes: Sequence[Episode]) -> dict[str, Episode]:
    return {digest_of(episode): episode for episode in episodes}


def digests_in(library: Library) -> set[str]:
    """The digests of all its episodes. It takes a while at the first time, and is not for the event loop then."""
    return set[str]().union(*library.derived(by_digest))


class Fresh:
    """The episodes that were first seen lately, by their digests, and when: in seconds since 1970."""

    def __init__(self, seen: Mapping[str, int]) -> None:
        self._seen = sorted((moment, digest) for digest, moment in seen.items())

    def new_in(self, library: Library, since: int) -> list[Episode]:
        """The episodes of a library that came after a moment, the oldest first."""
        return sorted(self._came_after(library, since), key=lambda episode: (episode.date or "", episode.title))

    def _came_after(self, library: Library, since: int) -> Iterator[Episode]:
        shelves = library.derived(by_digest)
        for moment, digest in self._seen[bisect_right(self._seen, since, key=lambda seen: seen[0]) :]:
            for episodes in shelves:
                if digest in episodes and not _is_of_back_catalogue(episodes[digest], moment):
                    yield episodes[digest]


def _is_of_back_catalogue(episode: Episode, seen_at: int) -> bool:
    earliest = datetime.fromtimestamp(seen_at, UTC) - TRANSCRIPT_COMES_WITHIN
    return episode.date is not None and episode.date < f"{earliest:%Y-%m-%d}"
