"""From a topic to the moments at which it is talked about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Self

from transcript.language.tokens import terms
from transcript.library import Library
from transcript.models import Language
from transcript.search.candidates import Effort, scope_of
from transcript.search.confidence import ENOUGH
from transcript.search.matches import Match, match_at
from transcript.search.query import Query, read
from transcript.search.query.expansion import understand
from transcript.search.ranking import Place, places


@dataclass(frozen=True, slots=True)
class _Extent:
    """Limits of a topic's moments. Tuned on the shipped transcript."""

    segments: int = 600
    """Segments that the index is asked for."""
    full: float = 0.9
    """If such a share of these has the topic, others that the index did not name may have it too."""
    near: float = 45.0
    """Seconds. What begins so soon after another moment is the same moment."""
    name: float = 0.95
    """A word of such weight is a name or a term, which by itself stands for the whole of a topic that was named."""
    often: int = 3
    """Mentions of the topic's words that make a speaker talk about it; further ones add nothing."""


EXTENT = _Extent()


class Moments(tuple[Match, ...]):
    """The moments of a topic. `more` is true if there are more than these, which are as many as were asked for.

    `mentions` are the numbers of neighbouring places that each moment stands for, itself included.
    """

    more: bool
    mentions: tuple[int, ...]

    def __new__(cls, runs: Iterable[tuple[Match, int]] = (), *, more: bool = False) -> Self:
        every = list(runs)
        made = super().__new__(cls, (match for match, _ in every))
        made.mentions = tuple(count for _, count in every)
        made.more = more
        return made


def moments(
    library: Library,
    topic: str,
    *,
    speaker: str | None = None,
    episode: str | None = None,
    limit: int = 200,
    prefer: Language | None = None,
) -> Moments:
    """Every moment at which a topic is talked about: the newest episode first, in time order within an episode.

    A moment has the topic's words, however they are spelt and in either language, and not just a common one of them;
    in an episode that names it in full, a part of its name is enough. Neighbouring moments are one, with the best match
    of them. `speaker` and `episode` narrow it, and `prefer` is the language, as in `search`.
    """
    scope = scope_of(library, speaker, episode)
    query = understand(topic, library)
    if scope is None or not query.tells or limit < 1:
        return Moments()
    every = places(query, library, scope, Effort(EXTENT.segments, EXTENT.segments, aligned=EXTENT.segments), prefer)
    by_episode: dict[str, list[Place]] = {}
    for place in every:
        slug, _ = library.place_of(place.key) or ("", 0)
        by_episode.setdefault(slug, []).append(place)
    ordered = (by_episode[head.slug] for head in library.episodes if head.slug in by_episode)
    each = (_of_episode(library, query, there, scope.speakers) for there in ordered)
    found = list(islice(chain.from_iterable(each), limit + 1))  # as far as it takes: to show a match costs the most
    cut = sum(map(_is_full, every)) >= EXTENT.segments * EXTENT.full
    return Moments(found[:limit], more=len(found) > limit or cut)


def is_telling(library: Library, text: str) -> bool:
    """True if a text can be a topic: its words are not such as stand in every conversation (the, right, you know)."""
    return understand(text, library).tells


def has_terms(text: str) -> bool:
    """True if a text has anything to look for: a word, a number or a sign that is read as one."""
    return bool(read(text).units)


def _is_full(place: Place) -> bool:
    return 100 * place.covered >= ENOUGH


def _of_episode(
    library: Library, query: Query, there: Sequence[Place], speakers: Sequence[str]
) -> list[tuple[Match, int]]:
    """The moments of one episode, in time order, each with the number of its mentions."""
    found = _found_matches(library, query, there)
    kept = [match for match in found if not speakers or match.speaker in speakers]
    kept.sort(key=lambda match: (match.start or 0.0, match.segment))
    return _without_neighbours(library, query, kept)


def _found_matches(library: Library, query: Query, there: Sequence[Place]) -> list[Match]:
    """The matches at an episode's places that have the topic, or if there are any a part of its name."""
    full = (match_at(library, query, place) for place in there if _is_full(place))
    found = [match for match in full if match and match.score >= ENOUGH]
    if not found:
        return []
    parts = (match_at(library, query, place) for place in there if not _is_full(place) and _has_name(query, place))
    return [*found, *filter(None, parts)]


def _has_name(query: Query, place: Place) -> bool:
    """True if a word is there that is as good as the whole name."""
    every = zip(query.units, place.found, place.alignment.places, strict=True)
    there = (unit for unit, likelihood, at in every if likelihood == 1.0 and at >= 0)
    return any(unit.needed and unit.weight >= EXTENT.name for unit in there)


def _without_neighbours(library: Library, query: Query, ordered: Iterable[Match]) -> list[tuple[Match, int]]:
    """The best match of each run of neighbours, and how many there are."""
    runs: list[list[Match]] = []
    for match in ordered:
        if not runs or match.start is None or match.start - (runs[-1][0].start or 0.0) > EXTENT.near:
            runs.append([])
        runs[-1].append(match)
    return [(_best_of_run(library, query, run), len(run)) for run in runs]


def _best_of_run(library: Library, query: Query, run: Sequence[Match]) -> Match:
    """The one that has the topic most fully, then who says it most often, then who talks longest."""
    return (
        run[0] if len(run) == 1 else max(run, key=lambda match: (match.score, *_talk_of_topic(library, query, match)))
    )


def _talk_of_topic(library: Library, query: Query, match: Match) -> tuple[int, int, float]:
    (segment,) = library.segments(match.episode, match.segment, match.segment)
    said = segment.text.get(match.language, "")
    weighty = set(query.distinctive)
    often = sum(term in weighty for term in terms(said))
    return min(often, EXTENT.often), len(said), -(match.start or 0.0)
