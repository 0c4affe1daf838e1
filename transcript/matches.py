"""A place that answers a query, as it is shown: the passage, its speaker and time, and how good it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz import fuzz

from transcript.confidence import ENOUGH, score
from transcript.library import Library
from transcript.marking import Marked, marked
from transcript.models import Language
from transcript.passages import Range, passage_of
from transcript.placing import Place
from transcript.query import Query
from transcript.store import BITS

Quality = Literal["exact", "close", "partial"]

NEARLY = 97.0
"""From this score on a match is exact but for punctuation and fillers."""


TEASER = 150.0
"""Seconds in which an episode announces itself with clips."""

FEWEST = 12
"""Characters. Two matches of fewer may well be the same words, said on two occasions."""

ALIKE = 88.0
"""From this ratio on, the words of two matches are the same."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place that answers a query. `start` and `end` are seconds, `score` is 0 to 100.

    `text` is the passage that is shown and `spans` the matched ranges in it; `span` is the place of the match in
    the text of segment `segment` and `marks` its matched ranges there, as `passage_of` takes them. `also` names the
    same words at other times: episode, segment, second.
    """

    episode: str
    segment: int
    start: float
    end: float
    speaker: str
    chapter: int | None
    score: float
    language: Language
    text: str
    spans: tuple[Range, ...]
    quality: Quality
    span: Range
    marks: tuple[Range, ...]
    also: tuple[tuple[str, int, float], ...] = ()


def match_at(library: Library, query: Query, place: Place) -> Match | None:
    """The match at a place; None where its segments are gone."""
    slug = library.slug(place.key >> BITS)
    marks = marked(library, query, place) if slug is not None else None
    if slug is None or marks is None:
        return None
    segment = marks.segment
    passage = passage_of(library, slug, segment.index, marks.span, place.language, marks=marks.ranges)
    if passage is None:
        return None
    value = round(score(query, place), 1)
    return Match(
        episode=slug,
        segment=segment.index,
        start=segment.start,
        end=passage.end,
        speaker=segment.speaker,
        chapter=segment.chapter,
        score=value,
        language=passage.language,
        text=passage.text,
        spans=passage.spans,
        quality=_quality(value, marks),
        span=marks.span,
        marks=marks.ranges,
    )


def _quality(value: float, marks: Marked) -> Quality:
    if value >= NEARLY and marks.verbatim:
        return "exact"
    return "close" if value >= ENOUGH else "partial"


def folded(matches: Iterable[Match], limit: int) -> list[Match]:
    """The first `limit` matches, those that say the same words as a better one named in it.

    What is said in the first minutes may be a teaser, cut from what is said later: then the later one comes first.
    """
    kept: list[Match] = []
    for match in matches:
        twin = next((place for place, other in enumerate(kept) if _same(match, other)), None)
        if twin is None:
            if len(kept) == limit:
                break
            kept.append(match)
            continue
        other = kept[twin]
        better, worse = (other, match)
        if match.score >= other.score - 3 and match.episode == other.episode and other.start < TEASER < match.start:
            better, worse = (match, other)
        also = (*other.also, *match.also, (worse.episode, worse.segment, worse.start))
        kept[twin] = replace(better, also=also)
    return kept


def _same(one: Match, other: Match) -> bool:
    """Whether two matches say the same words, at least as many as a short sentence."""
    mine, theirs = (_said(match) for match in (one, other))
    return min(len(mine), len(theirs)) >= FEWEST and fuzz.ratio(mine, theirs) >= ALIKE


def _said(match: Match) -> str:
    return "".join(match.text[a:b].casefold() for a, b in match.spans)
