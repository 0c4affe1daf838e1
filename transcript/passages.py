"""The passage that is shown for a place in a transcript: whole sentences, of one speaker, of a readable length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transcript.library import Library
from transcript.models import Language, Segment
from transcript.sentences import Range, sentences
from transcript.text import word_edges
from transcript.translation import counterpart

__all__ = ["Passage", "Range", "passage_of", "sentences"]

SIZE = 400
"""Characters that a passage has at most, about; a sentence that is longer may take half as many again."""

SHORT = 90
"""A passage of fewer characters gets the sentence after it, and before it, where they fit."""

_BACK, _ON = 4, 8
"""Segments of the same speaker that are looked at before and after the one asked for."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one speaker, `first` to `last` of an episode's segments, `start` to `end` in seconds.

    `spans` are the ranges of `text` that were asked for, on word edges.
    """

    episode: str
    first: int
    last: int
    start: float
    end: float
    speaker: str
    language: Language
    text: str
    spans: tuple[Range, ...]


def passage_of(
    library: Library,
    slug: str,
    first: int,
    span: Range,
    language: Language,
    size: int = SIZE,
    *,
    of: Language | None = None,
    marks: Sequence[Range] | None = None,
) -> Passage | None:
    """The passage around characters `span` of segment `first`'s text; None where there is no such segment.

    The span may run past the segment's end into the ones after it, each a space (in Chinese nothing) further on. It
    counts in the text of language `of`, where that is not the one that is shown; then the place is that of the
    sentences which say the same. `marks` are the ranges to be marked, in the same characters; without them it is the
    span.
    """
    nearby = library.segments(slug, max(0, first - 1), first + 2)
    here = next((segment for segment in nearby if segment.index == first), None)
    if here is None:
        return None
    if not here.text.get(language):
        language = next((one for one in here.text if here.text[one]), language)
        of = None if of == language else of
    of = of or language
    run = _run(nearby, here, of)
    if len(run) > 1 and _length(run, of) < 2 * len(here.text.get(of, "")) + 2 * size:
        # Short segments: a sentence may run over several of them.
        run = _run(library.segments(slug, max(0, first - _BACK), first + _ON), here, of)
    if of != language:
        marks = ()
        span = _translated(here, span, of, language)
    text, begins = _joined(run, language)
    offset = begins[run.index(here)]
    length = len(text)
    start = min(max(0, span[0] + offset), length)
    end = min(max(start, span[1] + offset), length)
    wanted = [(a + offset, b + offset) for a, b in (marks if marks is not None else [span])]
    return _cut(slug, run, begins, text, language, (start, end), wanted, size)


def _run(nearby: Sequence[Segment], here: Segment, language: Language) -> list[Segment]:
    """The segments without a break around one that are its speaker's, and have the language."""
    by_index = {segment.index: segment for segment in nearby}
    run = [here]
    for step in (-1, 1):
        at = here.index + step
        while (other := by_index.get(at)) and other.speaker == here.speaker and other.text.get(language):
            run.append(other)
            at += step
    return sorted(run, key=lambda segment: segment.index)


def _length(run: Sequence[Segment], language: Language) -> int:
    return sum(len(segment.text.get(language, "")) for segment in run)


def glue(language: Language) -> str:
    """What stands between two segments that are joined."""
    return "" if language == "zh" else " "


def _joined(run: Sequence[Segment], language: Language) -> tuple[str, list[int]]:
    """The run's words as one text, and where in it each segment begins."""
    begins, parts, at = [], [], 0
    between = glue(language)
    for segment in run:
        begins.append(at)
        words = segment.text.get(language, "")
        parts.append(words)
        at += len(words) + len(between)
    return between.join(parts), begins


def _translated(here: Segment, span: Range, of: Language, language: Language) -> Range:
    """The part of the segment in one language that says what the span says in the other."""
    one, other = here.text.get(of, ""), here.text.get(language, "")
    start = min(max(0, span[0]), max(0, len(one) - 1))
    return counterpart(one, of, (start, min(max(start + 1, span[1]), len(one))), other, language)


def _cut(
    slug: str,
    run: Sequence[Segment],
    begins: Sequence[int],
    text: str,
    language: Language,
    span: Range,
    marks: Sequence[Range],
    size: int,
) -> Passage:
    start, end = _whole_sentences(text, language, span, size)
    before = after = ""
    if end - start > size + size // 2:
        cut_start, cut_end = _around(text, span, (start, end), size)
        before, after = "…" if cut_start > start else "", "…" if cut_end < end else ""
        start, end = cut_start, cut_end
    shift = len(before) - start
    spans = tuple((a + shift, b + shift) for a, b in (_inside(text, mark, (start, end)) for mark in marks) if a < b)
    inside = [i for i, begin in enumerate(begins) if begin < end and begin + len(run[i].text[language]) > start]
    first, last = (run[inside[0]], run[inside[-1]]) if inside else (run[0], run[0])
    shown = before + text[start:end] + after
    return Passage(
        slug, first.index, last.index, first.start, max(first.end, last.end), first.speaker, language, shown, spans
    )


def _inside(text: str, mark: Range, limits: Range) -> Range:
    """The part of a mark within the limits, on word edges and without space at its ends."""
    start, end = word_edges(text, *mark)
    start, end = max(start, limits[0]), min(end, limits[1])
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def _whole_sentences(text: str, language: Language, span: Range, size: int) -> Range:
    """The sentences that the span touches, and a neighbour of a very short one."""
    ranges = sentences(text, language) or [(0, len(text))]
    touched = [i for i, (start, end) in enumerate(ranges) if start < max(span[1], span[0] + 1) and end > span[0]]
    if not touched:
        touched = [min(range(len(ranges)), key=lambda i: abs(ranges[i][0] - span[0]))]
    first, last = touched[0], touched[-1]
    while ranges[last][1] - ranges[first][0] < (SHORT if language != "zh" else SHORT // 3):
        if last + 1 < len(ranges) and ranges[last + 1][1] - ranges[first][0] <= size:
            last += 1
        elif first > 0 and ranges[last][1] - ranges[first - 1][0] <= size:
            first -= 1
        else:
            break
    return ranges[first][0], ranges[last][1]


def _around(text: str, span: Range, limits: Range, size: int) -> Range:
    """At most `size` characters of the text around the span, within the limits, on word edges."""
    room = max(0, size - (span[1] - span[0])) // 2
    start = max(limits[0], span[0] - room)
    end = min(limits[1], start + size)
    start = max(limits[0], min(start, end - size))
    return _next_word(text, start, limits), _last_word(text, end, limits)


def _next_word(text: str, at: int, limits: Range) -> int:
    """The beginning of the word at or after a place; the place itself in what has no words near."""
    if at <= limits[0]:
        return limits[0]
    edge = word_edges(text, at, at)
    if edge[0] == at:
        return at + len(text[at:]) - len(text[at:].lstrip()) if text[at].isspace() else at
    return at if edge[1] - at > 40 else edge[1] + len(text[edge[1] :]) - len(text[edge[1] :].lstrip())


def _last_word(text: str, at: int, limits: Range) -> int:
    """The end of the word before a place."""
    if at >= limits[1]:
        return limits[1]
    edge = word_edges(text, at, at)
    end = at if edge[0] == at or at - edge[0] > 40 else edge[0]
    return len(text[:end].rstrip())
