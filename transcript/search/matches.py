"""A place that answers a query, as it is shown: the passage, its speaker and time, and how good it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from rapidfuzz import fuzz

from transcript.language.sentences import Range
from transcript.library import Library, passage_of, second_of
from transcript.models import Language
from transcript.search.confidence import ENOUGH, Evidence, evidence_of
from transcript.search.highlighting import Marked, marked
from transcript.search.phrases import share_a_run, words
from transcript.search.query import Query
from transcript.search.ranking import Place

NO_EVIDENCE = Evidence(0.0, 0.0, 0.0, 0.0, exact=False, whole=False)


Quality = Literal["exact", "close", "partial"]


NEARLY = 97.0
"""From this score on a match is exact but for punctuation and fillers."""


TEASER = 150.0
"""Seconds in which an episode announces itself with clips."""


FEWEST = 5
"""Words, and in Chinese some characters more. Fewer may well be said twice without being the same passage."""


SENTENCE = 3
"""Words of a whole sentence that is the same where it is said again."""


LESS = 10.0
"""The score that what a teaser was cut from may have less than the teaser, to be shown before it."""


ALIKE = 88.0
"""From this ratio on, the words of two matches are the same."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place that answers a query. `start` and `end` are seconds, `score` is 0 to 100.

    `at` is the second at which the first matched word is said, `start` that at which its segment begins.

    `text` is the passage that is shown and `spans` the matched ranges in it; `span` is the place of the match in
    the text of segment `segment` and `marks` its matched ranges there, as `passage_of` takes them. `also` names the
    same words at other times: episode, segment, second.
    """

    episode: str
    segment: int
    start: float | None
    at: float | None
    end: float | None
    speaker: str | None
    chapter: int | None
    score: float
    language: Language
    text: str
    spans: tuple[Range, ...]
    quality: Quality
    span: Range
    marks: tuple[Range, ...]
    also: tuple[tuple[str, int, float | None], ...] = ()
    whole: bool = False
    """True if the query is a whole sentence of the text."""
    evidence: Evidence = field(default=NO_EVIDENCE, compare=False, repr=False)

    @property
    def in_teaser(self) -> bool:
        """Whether it begins so early that it may be a clip of later words."""
        return self.start is not None and self.start < TEASER

    @property
    def after_teaser(self) -> bool:
        return self.start is not None and self.start > TEASER


def match_at(library: Library, query: Query, place: Place) -> Match | None:
    """The match at a place; None where its segments are gone."""
    where = library.place_of(place.key)
    marks = marked(library, query, place) if where is not None else None
    if where is None or marks is None:
        return None
    slug = where[0]
    segment = marks.segment
    passage = passage_of(library, slug, segment.index, marks.span, place.language, marks=marks.ranges)
    if passage is None:
        return None
    evidence = evidence_of(query, place)
    value = 100.0 if marks.whole else round(100.0 * evidence.score, 1)
    if not marks.verbatim and not query.tells:
        value = 0.0
    return Match(
        episode=slug,
        segment=segment.index,
        start=segment.start,
        at=second_of(library, slug, segment, (marks.ranges or (marks.span,))[0][0], place.language),
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
        whole=marks.whole,
        evidence=evidence,
    )


def _quality(value: float, marks: Marked) -> Quality:
    if value >= NEARLY and marks.verbatim:
        return "exact"
    return "close" if value >= ENOUGH else "partial"


def folded(library: Library, matches: Iterable[Match], limit: int, only: set[str]) -> list[Match]:
    """The first `limit` matches, those that say the same words as a better one named in it.

    What is said in the first minutes may be a teaser, cut from what is said later: then the later one comes first.
    `only` is filled, when the limit is reached, with the episodes in which that later one may still come.
    """
    kept: list[Match] = []
    for match in matches:
        twin = next((place for place, other in enumerate(kept) if _same(library, match, other)), None)
        if twin is not None:
            kept[twin] = _joined(match, kept[twin])
        elif len(kept) < limit:
            kept.append(match)
        if len(kept) == limit:
            only.update(other.episode for other in kept if other.in_teaser)
            if not only:
                break
    return kept


def _joined(match: Match, other: Match) -> Match:
    """The better of two that are the same, with the other's time."""
    near = match.score >= min(other.score - LESS, ENOUGH)
    better, worse = (match, other) if near and other.in_teaser and match.after_teaser else (other, match)
    also = {*other.also, *match.also, (worse.episode, worse.segment, worse.start)}
    return replace(better, also=tuple(sorted(also, key=lambda time: (time[0], time[2] or 0.0, time[1]))))


def _same(library: Library, one: Match, other: Match) -> bool:
    """Whether two matches are the same words of one speaker: said twice, or a clip and what it was cut from."""
    if one.speaker != other.speaker:
        return False
    if _alike(_said(one), _said(other)) or _alike(one.text, other.text):
        return True
    if one.whole and other.whole and len(words(_said(one))) >= SENTENCE:
        return True
    early, late = sorted((one, other), key=lambda match: match.start or 0.0)
    if early.episode != late.episode or not (early.in_teaser and late.after_teaser):
        return False
    clipped, there = (words(_said(match)) for match in (early, late))
    if early.whole and clipped == there and len(there) >= SENTENCE:
        return True
    clip, full = (_spoken(library, match) for match in (early, late))
    return any(share_a_run(clip[language], full[language]) for language in clip.keys() & full.keys())


def _alike(one: str, other: str) -> bool:
    if fuzz.ratio(one.casefold(), other.casefold(), score_cutoff=ALIKE) < ALIKE:
        return False
    return all(len(words(text)) >= (FEWEST if text.isascii() else FEWEST + 3) for text in (one, other))


def _said(match: Match) -> str:
    return " ".join(match.text[a:b] for a, b in match.spans)


def _spoken(library: Library, match: Match) -> Mapping[Language, str]:
    """What is said in a match's segment, in each language."""
    (segment,) = library.segments(match.episode, match.segment, match.segment)
    return segment.text
