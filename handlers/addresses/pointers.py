"""From what the transcript's own side found to where a button can lead: matches and verdicts become addresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.addresses.address import (
    MAX_POINTERS,
    ChapterAddress,
    Pointer,
    Quality,
    QuoteAddress,
    SegmentAddress,
    episode_key,
)
from handlers.addresses.places import title_check, words_check
from handlers.addresses.words import CHECKED, check_of, checked_range, opening_check
from transcript.language.sentences import Range
from transcript.library import Library, second_of
from transcript.models import Chapter, Language, Segment
from transcript.search import Answer, Match
from transcript.verdicts import Verdict

_QUALITY_OF_VERDICT: dict[str, Quality] = {"verbatim": "exact", "altered": "partial"}
"""Quality of a match by the kind of verdict; "close" for the others."""


WORTH_SHOWING = 0.5
"""A match that scores less than this share of the best one's is no second choice."""


def worth_showing(answer: Answer) -> Sequence[Match]:
    """The matches of a search that a user may want, four at most."""
    least = WORTH_SHOWING * answer.matches[0].score if answer.matches else 0.0
    return [match for match in answer.matches[:MAX_POINTERS] if match.score >= least]


def segment_address(episode: bytes, segment: Segment, language: Language) -> SegmentAddress:
    """The address of a segment; `episode` is the key."""
    text = segment.text.get(language, "")
    return SegmentAddress(episode, segment.index, language, whole_second(segment.start), opening_check(text))


def moment_address(episode: bytes, moment: Match) -> SegmentAddress:
    """The address of the segment in which a moment's first matched word is said; `episode` is the key."""
    first = moment.spans[0][0] if moment.spans else 0
    start, end = checked_range(moment.text, (first, first))
    check = check_of(moment.text[start:end]) if end - start >= CHECKED else 0
    return SegmentAddress(episode, moment.segment, moment.language, whole_second(moment.at), check)


def chapter_address(episode: bytes, chapter: Chapter, language: Language) -> ChapterAddress:
    """The address of a chapter; `episode` is the key."""
    return ChapterAddress(episode, chapter.index, language, whole_second(chapter.start), title_check(chapter))


def whole_second(seconds: float | None) -> int | None:
    return None if seconds is None else int(seconds)


class Pointing:
    """Makes addresses of what stands in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def quotes(self, matches: Sequence[Match]) -> QuoteAddress | None:
        """The address of a search's matches; None if there are none."""
        return QuoteAddress(tuple(map(self.pointer, matches))) if matches else None

    def pointer(self, match: Match) -> Pointer:
        also = tuple(segment for slug, segment, _ in match.also if slug == match.episode)
        return self.at(match.episode, match.segment, match.marks, match.language, match.quality, also)

    def checked(self, verdict: Verdict) -> QuoteAddress | None:
        """The address of the words that a verdict found, then of the other candidates; None without any."""
        pointers = []
        if verdict.episode and verdict.segment is not None and verdict.language:
            quality = _QUALITY_OF_VERDICT.get(verdict.kind, "close")
            pointers.append(self.at(verdict.episode, verdict.segment, (verdict.span,), verdict.language, quality))
        pointers += [
            self.at(place.episode, place.segment, (place.span,), place.language, "partial")
            for place in verdict.candidates[: MAX_POINTERS - len(pointers)]
        ]
        return QuoteAddress(tuple(pointers)) if pointers else None

    def at(
        self,
        slug: str,
        segment: int,
        spans: tuple[Range, ...],
        language: Language,
        quality: Quality = "none",
        also: tuple[int, ...] = (),
    ) -> Pointer:
        """To those words, with their second, and the check of what stands there now."""
        episode = self._library.episode(slug)
        pointer = Pointer(episode_key(episode), segment, spans, language, quality, also)
        found = self._library.segments(slug, segment, segment)
        if not found:
            return pointer
        check = words_check(self._library, slug, segment, pointer.span, language)
        second = second_of(self._library, slug, found[0], pointer.span[0], language)
        return replace(pointer, check=check, second=whole_second(second))
