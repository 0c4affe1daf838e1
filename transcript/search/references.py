"""Answers what is no quote but refers to one: a time, or the name of somebody who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from heapq import nlargest

from transcript.language.sentences import sentences
from transcript.language.tokens import terms
from transcript.library import Library, passage_of, quotes, second_of
from transcript.models import Citation, Episode, Language
from transcript.search.candidates import Scope
from transcript.search.matches import Match
from transcript.search.query import Query
from transcript.timecode import parse_time

_CLOCK = re.compile(r"\d\s*[:：]\s*\d|\d\s*m[a-z]*\s*\d+\s*s|分\s*\d", re.IGNORECASE)
"""Figures that are a time and no amount: minutes and seconds."""


def said_then(library: Library, typed: str, scope: Scope, language: Language) -> Iterator[Match]:
    """The passages at a time that was typed, in each episode, the newest first; none where no time was."""
    seconds = parse_time(typed) if _CLOCK.search(typed) else None
    if seconds is None:
        return
    for head in _episodes_asked(library, scope):
        segment = library.segment_at(head.slug, seconds)
        if segment is not None and (not scope.speakers or segment.speaker in scope.speakers):
            shown = language if language in segment.text else next(iter(segment.text))
            first = next(iter(sentences(segment.text[shown], shown)), (0, 0))
            match = _match_of(library, Citation(head.slug, segment.index, first, shown), 100.0)
            if match is not None:
                yield match


def said_by(library: Library, query: Query, scope: Scope, limit: int, language: Language) -> Iterator[Match]:
    """The most quotable passages of somebody whose name is all that was typed or asked for, up to a `limit` of
    each episode, the newest first."""
    names = [unit for unit in query.units if unit.weight or not query.question]
    if not names or not all(unit.term in library.speaker_terms for unit in names):
        return
    found = library.find_speakers(" ".join(unit.word for unit in names), limit=1)
    if not found or not {unit.term for unit in names} <= set(terms(found[0])):
        return
    for head in _episodes_asked(library, scope):
        if found[0] in head.speakers and (not scope.speakers or found[0] in scope.speakers):
            every = quotes(library, head.slug, language, found[0], explicit=False)
            for quote in nlargest(limit, every, key=lambda one: one.score):
                match = _match_of(library, quote, 0.0)
                if match is not None:
                    yield match


def _episodes_asked(library: Library, scope: Scope) -> Sequence[Episode]:
    """The episodes that are asked about, in which somebody speaks who is asked about."""
    return [
        head
        for head in library.episodes
        if (not scope.episodes or head.slug in scope.episodes)
        and not (scope.speakers and set(scope.speakers).isdisjoint(head.speakers))
    ]


def _match_of(library: Library, cited: Citation, score: float) -> Match | None:
    """The match of a passage that was not found by its words: none of them is marked. What was asked for itself, and
    has a score, begins with its segment; else the passage is told by its characters."""
    passage = passage_of(library, cited)
    segment = next(iter(library.segments(cited.episode, cited.segment, cited.segment)), None)
    if passage is None or segment is None:
        return None
    return Match(
        episode=cited.episode,
        segment=segment.index,
        span=cited.span,
        language=passage.language,
        start=segment.start,
        at=second_of(library, cited.episode, segment, cited.span[0], cited.language),
        end=passage.end,
        speaker=segment.speaker,
        chapter=segment.chapter,
        score=score,
        text=passage.text,
        spans=(),
        quality="exact" if score else "partial",
        marks=() if score else (cited.span,),
    )
