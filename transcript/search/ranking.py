"""The stretches of speech that a query may mean, ranked by how much of it stands there, in which order, how closely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import mul
from typing import NamedTuple

from transcript.language.lexicon import CURRENCIES
from transcript.library import Library, SegmentId
from transcript.models import Language
from transcript.search.candidates import EVERYWHERE, Candidates, Effort, Scope, find_candidates
from transcript.search.languages import language_shown
from transcript.search.lines import Lines, is_of_script
from transcript.search.proximity import Alignment, align, scattered
from transcript.search.query import Query
from transcript.search.stretches import begins_quote, stretch_of, with_what_follows

WHOLE = 0.97
"""The share of a query that is taken for all of it."""


@dataclass(frozen=True, slots=True)
class _Rank:
    """Gains of a place's rank, besides the share of the query that it has. Tuned on the development sets and on
    fragments drawn from 1,920 episodes."""

    ordered: float = 0.25
    """All of it in its order."""
    asked: float = 0.05
    """The same in a question, whose order is its asker's. Tuned on 246 questions to 20 episodes."""
    exact: float = 0.1
    """All of it word for word."""
    length: float = -0.0015
    """Each term of its length."""
    stamp: float = -0.02
    """Each stamp that it runs over."""
    asked_stamp: float = -0.06
    """The same in a question: its answer is in one place."""
    missing: float = -0.1
    """A word is missing that is needed."""


RANK = _Rank()


class Place(NamedTuple):
    """A query's place in a stretch of speech that begins in segment `key`.

    `lengths` are the terms that each segment of the stretch has in the language. `covered` counts the evidence of all
    languages, `own` that of this one, and `found` has it for each unit. `whole` is true if no word is missing that is
    needed; `scattered` is what a claim loses whose words do not stand together.
    """

    key: SegmentId
    language: Language
    alignment: Alignment
    found: tuple[float, ...]
    covered: float
    own: float
    lengths: tuple[int, ...]
    whole: bool
    scattered: float
    counted: float
    asked: bool

    @property
    def rank(self) -> float:
        """The key by which places are compared: coverage, order, closeness, number of stamps."""
        alignment = self.alignment
        order, stamp = (RANK.asked, RANK.asked_stamp) if self.asked else (RANK.ordered, RANK.stamp)
        value = self.counted + order * alignment.ordered + RANK.exact * alignment.exact
        value += RANK.length * (alignment.last - alignment.first) + stamp * self.crossed
        return value - self.scattered + (0.0 if self.whole else RANK.missing)

    @property
    def tight(self) -> bool:
        """True if all of the query stands there, and nothing between its words."""
        return self.own >= WHOLE and self.alignment.last - self.alignment.first < len(self.found)

    @property
    def crossed(self) -> int:
        """The number of stamps that the place runs over."""
        at = crossed = 0
        for length in self.lengths:
            at += length
            crossed += at <= self.alignment.last
        return crossed


class _Side(NamedTuple):
    """A stretch in one language: where the query is in it, and how many terms each segment has."""

    alignment: Alignment
    lengths: tuple[int, ...]


NORMAL = Effort()


FOR_QUESTIONS = Effort(aligned=16)
"""For a question, whose words are not those of its answer: more is looked at closely. Tuned on 301 of them."""


def places(
    query: Query,
    library: Library,
    scope: Scope = EVERYWHERE,
    effort: Effort = NORMAL,
    prefer: Language | None = None,
) -> list[Place]:
    """The places where the query's words stand together, best first, each stretch of speech once.

    `prefer` is the language to show where the query's words are the same in several.
    """
    return place_candidates(query, library, find_candidates(query, library, scope, effort), scope, effort, prefer)


def place_candidates(
    query: Query,
    library: Library,
    found: Candidates,
    scope: Scope = EVERYWHERE,
    effort: Effort = NORMAL,
    prefer: Language | None = None,
) -> list[Place]:
    """The places of the query in candidates, best first."""
    likely = {one.key for one in found.likely}
    partly = {one.key for one in found.likely if one.covered < effort.whole * query.weight}
    before = {key - 1 for key in partly} - likely
    if scope.speakers or scope.episodes:
        before &= found.named
    lines = with_what_follows(query, found.spelling, library, likely | before, found.lines)
    starts = likely | {key for key in before if begins_quote(query, lines, key)}
    placed = [place for start in starts if start in lines and (place := _place_at(query, start, lines, prefer))]
    return _without_overlaps(sorted(placed, key=lambda place: (-place.rank, place.key)))


def place_of_segment(query: Query, key: SegmentId, lines: Lines) -> Place | None:
    """The query's place in a segment by itself; None if nothing of it is there."""
    return _place_at(query, key, {key: lines[key]}, None) if key in lines else None


def _place_at(query: Query, start: SegmentId, lines: Lines, prefer: Language | None) -> Place | None:
    """The query's place in the stretch that begins with a segment."""
    ordered = sorted(lines[start], key=lambda language: not is_of_script(query, language))
    sides = _aligned_sides(query, start, lines, ordered, all_languages=prefer is not None or query.chinese)
    alignments = {language: side.alignment for language, side in sides.items()}
    chosen = language_shown(query, alignments, [one for one in ordered if lines[start][one].length], prefer)
    if chosen is None:
        return None
    others = alignments.values()
    likeliest = tuple(map(max, zip(*(one.found for one in others), strict=True)))
    held = tuple(map(any, zip(*(one.held for one in others), strict=True)))
    alignment, lengths = sides[chosen]
    return Place(
        start,
        chosen,
        alignment,
        likeliest,
        covered=sum(map(mul, query.weights, likeliest)) / (query.weight or 1.0),
        own=alignment.covered,
        lengths=lengths,
        whole=all(held[unit] or query.units[unit].term in CURRENCIES for unit in query.needed),
        scattered=scattered(query, alignment),
        counted=sum(map(mul, query.counts, likeliest)) / query.counted,
        asked=query.question,
    )


def _aligned_sides(
    query: Query, start: SegmentId, lines: Lines, languages: Sequence[Language], *, all_languages: bool
) -> dict[Language, _Side]:
    """The query's alignment with a stretch in each language, or in the first ones up to one that has it whole."""
    sides: dict[Language, _Side] = {}
    for language in languages:
        stretch, lengths = stretch_of(query, start, language, lines)
        alignment = align(query, stretch, lengths[0]) if stretch else None
        if alignment is not None:
            sides[language] = _Side(alignment, lengths)
            if alignment.covered >= WHOLE and not all_languages:
                break
    return sides


def _without_overlaps(ordered: Sequence[Place]) -> list[Place]:
    """The places without those that overlap a better one."""
    taken: set[tuple[SegmentId, Language]] = set()
    kept = []
    for place in ordered:
        touched = set(_touched_segments(place))
        if not touched & taken:
            kept.append(place)
        taken |= touched
    return kept


def _touched_segments(place: Place) -> Iterable[tuple[SegmentId, Language]]:
    """The segments that a place touches."""
    offset = 0
    for number, length in enumerate(place.lengths):
        if any(offset <= at < offset + length for at in place.alignment.places):
            yield place.key + number, place.language
        offset += length
