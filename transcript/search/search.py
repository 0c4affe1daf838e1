"""From a half-remembered quote to the passages that it may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from transcript.library import Library
from transcript.models import Language
from transcript.search.candidates import scope_of
from transcript.search.confidence import ENOUGH, SURE, probability
from transcript.search.expansion import understand
from transcript.search.matches import Match, Quality, folded, match_at
from transcript.search.moments import is_telling, moments
from transcript.search.query import Query
from transcript.search.ranking import Place, places

__all__ = ["Answer", "Match", "Quality", "is_telling", "moments", "search"]


WORTH = 0.5
"""Of what the best match covers, another one must cover so much to be shown after it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found, best first. Where it is not `confident`, the matches are only the nearest passages."""

    query: str
    confident: bool
    matches: tuple[Match, ...]


def search(
    library: Library,
    query: str,
    *,
    speaker: str | None = None,
    episode: str | None = None,
    limit: int = 5,
    prefer: Language | None = None,
    typing: bool = False,
) -> Answer:
    """The passages that a half-remembered quote may be, best first.

    `speaker` and `episode` narrow it to one, by a name or slug that may be typed with slips; a name that is like
    none finds nothing. Any text is a query. `prefer` is the language to show where the query's words are the same in
    both. While it is still being `typing`, its last word is the beginning of one, and only what fits is found.
    """
    scope = scope_of(library, speaker, episode)
    asked = understand(query, library, typing=typing)
    if scope is None or not asked.units or limit < 1:
        return Answer(query, False, ())
    only: set[str] = set()
    ranked = places(asked, library, scope, prefer=prefer)
    matches = _matches(library, asked, ranked, only)
    fitting = (
        m for m in matches if (not scope.speakers or m.speaker in scope.speakers) and (not typing or m.score >= ENOUGH)
    )
    found = folded(library, fitting, max(2, limit), only)
    return Answer(query, bool(found) and (typing or _is_sure(library, asked, found, ranked)), tuple(found[:limit]))


def _is_sure(library: Library, query: Query, found: Sequence[Match], ranked: Sequence[Place]) -> bool:
    """True if the first match is what was meant, as far as can be told; `ranked` are the places of all matches, and of
    those that are not worth showing."""
    best = found[0]
    if best.whole or (best.evidence.exact and best.score >= ENOUGH):
        return True
    if best.score < SURE.score or not best.evidence.whole:
        return False
    if query.question or query.chinese:
        return best.score >= ENOUGH
    poor = (place.rank for place in ranked if place.covered < WORTH * ranked[0].covered)
    rival = max([next(poor, 0.0), *(match.evidence.rank for match in found[1:2])])
    likely = probability(query, best.evidence, best.evidence.rank - rival, library.segment_count)
    if best.score >= ENOUGH:
        return likely >= SURE.close
    # Nearly a quote, with other words in the midst of it: that says something else.
    return likely >= SURE.probability and best.evidence.ordered < SURE.altered


def _matches(library: Library, query: Query, found: Sequence[Place], only: set[str]) -> Iterator[Match]:
    """The matches at places, the best first; those that have far less than the first are not worth a look.

    Once `only` has episodes, the others have no more matches.
    """
    if not query.common:
        return _each(library, query, found, only)
    # So common words stand in many places: first comes where they are all that is said, and not in a teaser.
    fitting = _each(library, query, (one for one in found if one.tight), only)
    tight = sorted(fitting, key=lambda match: (not match.whole, match.in_teaser))
    return chain(tight, _each(library, query, (one for one in found if not one.tight), only))


def _each(library: Library, query: Query, found: Iterable[Place], only: set[str]) -> Iterator[Match]:
    best = 0.0
    for place in found:
        best = max(best, place.covered)
        where = library.place_of(place.key)
        wanted = place.covered >= WORTH * best and (not only or (where is not None and where[0] in only))
        match = match_at(library, query, place) if wanted else None
        if match is not None:
            yield match
