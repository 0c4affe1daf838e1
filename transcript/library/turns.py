"""Segments that one speaker says in a row, as one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from transcript.language.bitext import find_counterpart
from transcript.language.sentences import Range, glue
from transcript.library.library import Library
from transcript.models import Language, Segment

_SEGMENTS_BEFORE = 4
"""Segments of the same speaker that are looked at before the one asked for, where these are short."""


_SEGMENTS_AFTER = 8
"""Segments of the same speaker that are looked at after the one asked for."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Segments that one speaker says in a row, as one text; `begins` are the characters at which each begins."""

    segments: Sequence[Segment]
    language: Language
    text: str
    begins: Sequence[int]

    def text_of(self, index: int) -> str:
        return self.segments[index].text.get(self.language, "")

    def segments_in(self, window: Range) -> list[int]:
        """The indexes, among the turn's segments, of those that the window touches."""
        return [
            i for i, begin in enumerate(self.begins) if begin < window[1] and begin + len(self.text_of(i)) > window[0]
        ]


def turn_around(
    library: Library, slug: str, nearest: Sequence[Segment], here: Segment, language: Language, size: int
) -> Turn:
    """The segments that the speaker says around one, of the `nearest`; more where they are short and share
    sentences."""
    turn = _turn_of(nearest, here, language)
    if len(turn.segments) == 1 or len(turn.text) >= 2 * len(here.text.get(language, "")) + 2 * size:
        return turn
    nearby = library.segments(slug, here.index - _SEGMENTS_BEFORE, here.index + _SEGMENTS_AFTER)
    return _turn_of(nearby, here, language)


def _turn_of(nearby: Sequence[Segment], here: Segment, language: Language) -> Turn:
    """The unbroken run of segments around one that its speaker says and that have the language."""
    by_index = {segment.index: segment for segment in nearby}
    turn = [here]
    for step in (-1, 1):
        at = here.index + step
        while (other := by_index.get(at)) and other.speaker == here.speaker and other.text.get(language):
            turn.append(other)
            at += step
    return join_segments(sorted(turn, key=lambda segment: segment.index), language)


def join_segments(segments: Sequence[Segment], language: Language) -> Turn:
    parts = [segment.text.get(language, "") for segment in segments]
    between = glue(language)
    lengths = (len(part) + len(between) for part in parts[:-1])
    return Turn(segments, language, between.join(parts), list(accumulate(lengths, initial=0)))


def translate_window(turn: Turn, window: Range, translation: Turn) -> Range:
    """The range of the translated turn that says what the window of this turn says."""
    parts = []
    for index in turn.segments_in(window):
        begin, own = turn.begins[index], turn.text_of(index)
        local = (max(0, window[0] - begin), min(len(own), window[1] - begin))
        start, end = find_counterpart(own, turn.language, local, translation.text_of(index), translation.language)
        parts.append((translation.begins[index] + start, translation.begins[index] + end))
    return (parts[0][0], parts[-1][1]) if parts else (0, 0)
