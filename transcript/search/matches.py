"""A place that answers a query, as it is shown: the passage, its speaker and time, and how good it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from transcript.language.sentences import Range
from transcript.library import Library, passage_of, second_of
from transcript.models import Citation
from transcript.search.confidence import ENOUGH, score
from transcript.search.highlighting import QUOTED_WORDS, Highlight, highlight
from transcript.search.query import Query
from transcript.search.ranking import Place

Quality = Literal["exact", "close", "partial"]


NEARLY = 97.0
"""From this score on a match is exact but for punctuation and fillers."""


IN_ORDER = 0.8
"""The share in order from which on words that are said all the time are a quote."""


TEASER = 150.0
"""Seconds in which an episode announces itself with clips."""


@dataclass(frozen=True, slots=True)
class Match(Citation):
    """A place that answers a query. `start` and `end` are seconds, `score` is 0 to 100.

    `at` is the second at which the first matched word is said, `start` that at which its segment begins.

    `text` is the passage that is shown and `spans` the matched ranges in it; `span` is the place of the match in
    the text of segment `segment` and `marks` its matched ranges there, as `passage_of` takes them. `also` names the
    same words at other times: episode, segment, second. `whole` is true if the query is a whole sentence of the text.
    """

    start: float | None
    at: float | None
    end: float | None
    speaker: str | None
    chapter: int | None
    score: float
    text: str
    spans: tuple[Range, ...]
    quality: Quality
    marks: tuple[Range, ...]
    also: tuple[tuple[str, int, float | None], ...] = ()
    whole: bool = False
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def in_teaser(self) -> bool:
        """True if it begins so early that it may be a clip of later words."""
        return self.start is not None and self.start < TEASER

    @property
    def after_teaser(self) -> bool:
        """True if it begins so late that it is none."""
        return self.start is not None and self.start > TEASER


def match_at(library: Library, query: Query, place: Place) -> Match | None:
    """The match at a place; None if its segments are gone."""
    where = library.place_of(place.key)
    found = highlight(library, query, place) if where is not None else None
    if where is None or found is None:
        return None
    segment = found.segment
    passage = passage_of(library, Citation(where[0], segment.index, found.span, place.language), marks=found.ranges)
    if passage is None:
        return None
    value = _score_of(query, place, found)
    return Match(
        episode=where[0],
        segment=segment.index,
        start=segment.start,
        at=second_of(library, where[0], segment, found.ranges[0][0], place.language),
        end=passage.end,
        speaker=segment.speaker,
        chapter=segment.chapter,
        score=value,
        language=passage.language,
        text=passage.text,
        spans=passage.spans,
        quality=_quality_of(value, found),
        span=found.span,
        marks=found.ranges,
        whole=found.whole,
        place=place,
    )


def _score_of(query: Query, place: Place, found: Highlight) -> float:
    if found.whole or (found.verbatim and len(query.units) >= QUOTED_WORDS):
        return 100.0
    # Words that are said all the time are a match only one by one, or as a quote of some length.
    quoted = place.alignment.ordered >= IN_ORDER and len(query.units) >= QUOTED_WORDS
    return round(score(query, place), 1) if found.verbatim or query.tells or quoted else 0.0


def _quality_of(value: float, found: Highlight) -> Quality:
    if value >= NEARLY and found.verbatim:
        return "exact"
    return "close" if value >= ENOUGH else "partial"
