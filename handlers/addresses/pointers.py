"""From what the transcript's own side found to where a button can lead: matches and verdicts become addresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.addresses.address import MAX_POINTERS, Pointer, Quality, QuoteAddress, check_of, episode_key
from transcript.language.sentences import Range
from transcript.library import Library
from transcript.models import Language, Segment
from transcript.search import Answer, Match
from transcript.verdicts import Verdict

_QUALITIES: dict[str, Quality] = {"verbatim": "exact", "altered": "partial"}
"""Quality of a match by the kind of verdict; "close" for the others."""


CHECKED = 24
"""Characters from a passage's beginning that its check is of."""


WORTH_SHOWING = 0.5
"""A match that scores less than this share of the best one's is no second choice."""


def worth_showing(answer: Answer) -> Sequence[Match]:
    """The matches of a search that a user may want, four at most."""
    least = WORTH_SHOWING * answer.matches[0].score if answer.matches else 0.0
    return [match for match in answer.matches[:MAX_POINTERS] if match.score >= least]


def check(pointer: Pointer, segment: Segment) -> int:
    """The check of the words that stand where it points."""
    start = pointer.span[0]
    return check_of(segment.text.get(pointer.language, "")[start : start + CHECKED])


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
            quality = _QUALITIES.get(verdict.kind, "close")
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
        """To those words, with the check of what stands there now."""
        pointer = Pointer(episode_key(self._library.episode(slug)), segment, spans, language, quality, also)
        found = self._library.segments(slug, segment, segment)
        return replace(pointer, check=check(pointer, found[0])) if found else pointer
