"""From a topic to the moments at which it is talked about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from transcript.confidence import ENOUGH
from transcript.library import Library
from transcript.matches import Match, match_at
from transcript.models import Language
from transcript.narrowing import chosen
from transcript.placing import Place, places
from transcript.query import Query
from transcript.store import BITS
from transcript.text import terms
from transcript.variants import understand

MOST = 600
"""Segments that the index is asked for when every moment is wanted."""

NEAR = 45.0
"""Seconds. What begins so soon after another moment of a topic is the same moment."""

NAMING = 0.95
"""A word of such weight is a name or a term, which by itself stands for the whole of a topic that was named."""

OFTEN = 3
"""Who says the topic's words so many times talks about it; more is no more."""


def moments(
    library: Library,
    topic: str,
    *,
    speaker: str | None = None,
    episode: str | None = None,
    limit: int = 200,
    prefer: Language | None = None,
) -> tuple[Match, ...]:
    """Every moment at which a topic is talked about: the newest episode first, in time order within an episode.

    A moment has the topic's words, however they are spelt and in either language, and not just a common one of them;
    in an episode that names it in full, a part of its name is enough. Neighbouring moments are one, with the best match
    of them. `speaker` and `episode` narrow it, and `prefer` is the language, as in `search`.
    """
    where = chosen(library, speaker, episode)
    query = understand(topic, library)
    if where is None or not query.tells or limit < 1:
        return ()
    found = _found(library, query, places(query, library, *where, MOST, MOST, prefer))
    kept = [match for match in found if not where[1] or match.speaker in where[1]]
    newest = {head.slug: number for number, head in enumerate(library.episodes)}
    kept.sort(key=lambda match: (newest[match.episode], match.start, match.segment))
    return tuple(_without_neighbours(library, query, kept))[:limit]


def is_telling(library: Library, text: str) -> bool:
    """Whether a text can be a topic: its words are not such as stand in every conversation (the, right, you know)."""
    return understand(text, library).tells


def _found(library: Library, query: Query, every: Sequence[Place]) -> list[Match]:
    """The matches at the places that have the topic, or a part of its name in an episode that has the whole."""
    full = [place for place in every if 100 * place.covered >= ENOUGH]
    found = [match for place in full if (match := match_at(library, query, place)) and match.score >= ENOUGH]
    named = {library.key(match.episode) for match in found}
    parts = (place for place in every if place.key >> BITS in named and 100 * place.covered < ENOUGH)
    found.extend(
        match for place in parts if _named(query, place) and (match := match_at(library, query, place)) is not None
    )
    return found


def _named(query: Query, place: Place) -> bool:
    """Whether a word is there that is as good as the whole name."""
    pairs = zip(query.units, place.found, place.alignment.places, strict=True)
    return any(unit.needed and unit.weight >= NAMING and likely == 1.0 and at >= 0 for unit, likely, at in pairs)


def _without_neighbours(library: Library, query: Query, ordered: Iterable[Match]) -> list[Match]:
    """The best match of each run of neighbours."""
    kept: list[Match] = []
    for _, matches in groupby(ordered, key=lambda match: match.episode):
        run: list[Match] = []
        for match in matches:
            if run and match.start - run[0].start > NEAR:
                kept.append(_best(library, query, run))
                run = []
            run.append(match)
        kept.append(_best(library, query, run))
    return kept


def _best(library: Library, query: Query, run: Sequence[Match]) -> Match:
    """The one that has the topic most fully, then who says it most often, then who talks longest."""
    return run[0] if len(run) == 1 else max(run, key=lambda match: (match.score, *_talk(library, query, match)))


def _talk(library: Library, query: Query, match: Match) -> tuple[int, int, float]:
    (segment,) = library.segments(match.episode, match.segment, match.segment)
    said = segment.text.get(match.language, "")
    weighty = set(query.telling)
    often = sum(term in weighty for term in terms(said))
    return min(often, OFTEN), len(said), -match.start
