"""Episodes that are new to a follower: they came after the follow did, and not with the rest of their show."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from config.follows import NEW_FOR
from config.queries import seconds
from transcript.library import Library
from transcript.models import Episode

TRANSCRIPT_COMES_WITHIN = timedelta(days=21)
"""An episode dated more than this before it was first seen came with the past of its show: it is not new."""


JUST_OUT = timedelta(days=2)
"""An episode dated no more than this before it was first seen is new, however many come with it."""


TOGETHER = timedelta(hours=1)
"""Episodes of one show that are first seen within this time of one another count as having come together."""


FEW = 3
"""As many episodes of one show that came together may all be new. More of them are its past, of which nobody wants to
be told one by one: what has no date, as most files in a folder, can be known for old by nothing else."""


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

    def __init__(self, seen: Mapping[str, int], now: datetime) -> None:
        self._seen = sorted((moment, digest) for digest, moment in seen.items())
        self._oldest = seconds(now - NEW_FOR + TOGETHER)  # of those before it is not known what came with them
        self._new: dict[Library, list[tuple[int, Episode]]] = {}

    def new_in(self, library: Library, since: int) -> list[Episode]:
        """The episodes of a library that came after a moment, the oldest first."""
        if library not in self._new:
            self._new[library] = list(self._all_new_in(library))
        came = [episode for moment, episode in self._new[library] if moment > since]
        return sorted(came, key=lambda episode: (episode.date or "", episode.title))

    def _all_new_in(self, library: Library) -> Iterator[tuple[int, Episode]]:
        moments = defaultdict[str | None, list[int]](list)
        came = list(self._seen_in(library))
        for moment, episode in came:
            moments[episode.show].append(moment)
        for moment, episode in came:
            if moment >= self._oldest and _is_new(episode, moment, moments[episode.show]):
                yield moment, episode

    def _seen_in(self, library: Library) -> Iterator[tuple[int, Episode]]:
        shelves = library.derived(by_digest)
        for moment, digest in self._seen:
            for episodes in shelves:
                if digest in episodes:
                    yield moment, episodes[digest]


def _is_new(episode: Episode, seen_at: int, moments: Sequence[int]) -> bool:
    """True if it came when it was made, as far as its date and the moments tell at which others of its show came."""
    if episode.date is not None and episode.date >= _day_before(seen_at, JUST_OUT):
        return True
    near = round(TOGETHER.total_seconds())
    together = bisect_right(moments, seen_at + near) - bisect_left(moments, seen_at - near)
    return together <= FEW and (episode.date is None or episode.date >= _day_before(seen_at, TRANSCRIPT_COMES_WITHIN))


def _day_before(moment: int, span: timedelta) -> str:
    """The date at so long before a moment."""
    return f"{datetime.fromtimestamp(moment, UTC) - span:%Y-%m-%d}"
