"""From a half-remembered quote to the passages that it may be, and from a topic to the moments when it comes up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from transcript.confidence import ENOUGH
from transcript.library import Library
from transcript.matches import Match, Quality, folded, match_at
from transcript.placing import Place, places
from transcript.query import Query
from transcript.variants import understand

__all__ = ["Answer", "Match", "Quality", "moments", "search"]

MOST = 600
"""Segments that the index is asked for when every moment is wanted."""

WORTH = 0.5
"""Of what the best match covers, another one must cover so much to be shown after it."""

NEAR = 45.0
"""Seconds. What begins so soon after another moment of a topic is the same moment."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found, best first. Where it is not `confident`, the matches are only the nearest passages."""

    query: str
    confident: bool
    matches: tuple[Match, ...]


def search(
    library: Library, query: str, *, speaker: str | None = None, episode: str | None = None, limit: int = 5
) -> Answer:
    """The passages that a half-remembered quote may be, best first.

    `speaker` and `episode` narrow it to one, by a name or slug that may be typed with slips; a name that is like
    none finds nothing. Any text is a query.
    """
    where = chosen(library, speaker, episode)
    asked = understand(query, library)
    if where is None or not asked.units or limit < 1:
        return Answer(query, False, ())
    matches = _matches(library, asked, places(asked, library, *where))
    found = folded((match for match in matches if not where[1] or match.speaker in where[1]), limit)
    return Answer(query, bool(found) and found[0].score >= ENOUGH, tuple(found))


def _matches(library: Library, query: Query, found: Iterable[Place]) -> Iterator[Match]:
    """The matches at places, the best first; those that have far less than the first are not worth a look."""
    best = 0.0
    for place in found:
        best = max(best, place.covered)
        match = match_at(library, query, place) if place.covered >= WORTH * best else None
        if match is not None:
            yield match


def moments(
    library: Library, topic: str, *, speaker: str | None = None, episode: str | None = None, limit: int = 200
) -> tuple[Match, ...]:
    """Every moment at which a topic is talked about: the newest episode first, in time order within an episode.

    A moment has the topic's words, however they are spelt and in either language, and not just a common one of them.
    Neighbouring moments are one, with the best match of them. `speaker` and `episode` narrow it as in `search`.
    """
    where = chosen(library, speaker, episode)
    query = understand(topic, library)
    if where is None or not query.units or limit < 1:
        return ()
    found = []
    for place in places(query, library, *where, MOST, MOST):
        match = match_at(library, query, place) if 100 * place.covered >= ENOUGH else None
        if match is not None and match.score >= ENOUGH and (not where[1] or match.speaker in where[1]):
            found.append(match)
    newest = {head.slug: number for number, head in enumerate(library.episodes)}
    found.sort(key=lambda match: (newest[match.episode], match.start, match.segment))
    return tuple(_without_neighbours(found))[:limit]


def _without_neighbours(ordered: Iterable[Match]) -> list[Match]:
    """The best match of each run of neighbours."""
    kept: list[Match] = []
    for _, matches in groupby(ordered, key=lambda match: match.episode):
        run: list[Match] = []
        for match in matches:
            if run and match.start - run[0].start > NEAR:
                kept.append(_best(run))
                run = []
            run.append(match)
        kept.append(_best(run))
    return kept


def _best(run: list[Match]) -> Match:
    return max(run, key=lambda match: (match.score, -match.start))


def chosen(library: Library, speaker: str | None, episode: str | None) -> tuple[list[int], list[str]] | None:
    """The episodes and speakers to search in, empty for all; None where a name is like none."""
    episodes: list[int] = []
    speakers: list[str] = []
    if episode:
        head = library.episode(episode) or next(iter(library.find_episodes(episode, 1)), None)
        key = library.key(head.slug) if head else None
        if key is None:
            return None
        episodes = [key]
    if speaker:
        speakers = list(library.find_speakers(speaker, limit=1))
        if not speakers:
            return None
    return episodes, speakers
