"""The passage that is shown for a place in a transcript: whole sentences, of one speaker, of a readable length."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transcript.language.normalise import UNSPACED_LANGUAGES, word_edges
from transcript.language.sentences import Range, glue, sentences
from transcript.library.library import Library
from transcript.library.turns import Turn, join_segments, translate_window, turn_around
from transcript.models import Citation, Language, Segment

PASSAGE_LENGTH = 400
"""Characters of the longest passage, about; for a longer sentence it may grow by half."""


SHORT_PASSAGE = 90
"""A passage of fewer characters gets the sentence after it, and before it, where they fit."""


_LONGEST_UNBROKEN = 40
"""Characters without a space that are kept together where a passage is cut."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one speaker, `first` to `last` of an episode's segments, `start` to `end` in seconds.

    `spans` are the ranges of `text` that were asked for, on word edges. `before` and `after` are the remaining text of
    its first and of its last segment.
    """

    episode: str
    first: int
    last: int
    start: float | None
    end: float | None
    speaker: str | None
    language: Language
    text: str
    spans: tuple[Range, ...]
    before: str = ""
    after: str = ""


def passage_of(
    library: Library,
    cited: Citation,
    size: int = PASSAGE_LENGTH,
    *,
    shown_in: Language | None = None,
    marks: Sequence[Range] | None = None,
    padded: bool = True,
) -> Passage | None:
    """The passage around cited characters; None where there is no such segment.

    Their span may run past the segment's end into the next ones, which are joined with a space (in Chinese with
    nothing). Where it is to be `shown_in` another language, the passage is the sentences of that language that say the
    same. `marks` are the ranges to mark, counted like the span, which is their default. A short passage is `padded`
    with the sentences beside it.
    """
    slug, span = cited.episode, cited.span
    nearest = library.segments(slug, cited.segment - 1, cited.segment + 1)
    here = next((segment for segment in nearest if segment.index == cited.segment), None)
    if here is None:
        return None
    language = shown_in or cited.language
    language = language if here.text.get(language) else next(iter(here.text))
    of = cited.language if here.text.get(cited.language) else language
    turn = turn_around(library, slug, nearest, here, of, size)
    offset = turn.begins[turn.segments.index(here)]
    start = min(max(0, span[0] + offset), len(turn.text))
    wanted = (start, min(max(start, span[1] + offset), len(turn.text)))
    window = _whole_sentences(turn.text, of, wanted, size, padded=padded)
    if of != language:
        translation = join_segments(turn.segments, language)
        window = translate_window(turn, window, translation)
        return _make_passage(slug, translation, window, window, (), size)
    marked = [(a + offset, b + offset) for a, b in (marks if marks is not None else [span])]
    return _make_passage(slug, turn, window, wanted, marked, size)


def second_of(library: Library, slug: str, segment: Segment, character: int, language: Language) -> float | None:
    """The second at which the word at a character of a segment's text is said; None where there is no time.

    The character may lie in the segments after it, like the span of a passage. In a translation, which has no times of
    its own, it is the second at which the segment begins.
    """
    length = len(segment.text.get(language, ""))
    following = segment.index + 1
    while character >= length and (after := next(iter(library.segments(slug, following, following)), None)):
        character -= length + len(glue(language))
        segment, length, following = after, len(after.text.get(language, "")), following + 1
    head = library.episode(slug)
    spoken = head is not None and language == head.original
    return segment.second_at(max(0, character)) if spoken else segment.start


def _make_passage(slug: str, turn: Turn, window: Range, wanted: Range, marks: Sequence[Range], size: int) -> Passage:
    """The window as a passage; where it is far too long, only the text around the wanted characters."""
    start, end = window
    if end - start > size + size // 2:
        start, end = _cut_around(turn.text, wanted, window, size)
    head, tail = "…" if start > window[0] else "", "…" if end < window[1] else ""
    shift = len(head) - start
    inside = _merge_overlapping(_clip_to_words(turn.text, mark, (start, end)) for mark in marks)
    segments_in = turn.segments_in((start, end)) or [0]
    first, last = turn.segments[segments_in[0]], turn.segments[segments_in[-1]]
    return Passage(
        episode=slug,
        first=first.index,
        last=last.index,
        start=first.start,
        end=max((segment.end for segment in (first, last) if segment.end is not None), default=None),
        speaker=first.speaker,
        language=turn.language,
        text=head + turn.text[start:end] + tail,
        spans=tuple((a + shift, b + shift) for a, b in inside),
        before=turn.text[turn.begins[segments_in[0]] : start].strip(),
        after=turn.text[end : turn.begins[segments_in[-1]] + len(turn.text_of(segments_in[-1]))].strip(),
    )


def _merge_overlapping(ranges: Iterable[Range]) -> list[Range]:
    """The ranges in order, without empty ones, with ranges that touch merged."""
    merged: list[Range] = []
    for start, end in sorted(each for each in ranges if each[0] < each[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _clip_to_words(text: str, mark: Range, limits: Range) -> Range:
    """The part of a mark within the limits, on word edges and without space at its ends."""
    start, end = word_edges(text, *mark)
    start, end = max(start, limits[0]), min(end, limits[1])
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def _whole_sentences(text: str, language: Language, span: Range, size: int, *, padded: bool) -> Range:
    """The range of the sentences that the span touches; if `padded`, a short one is widened by neighbours."""
    ranges = sentences(text, language) or [(0, len(text))]
    touched = [i for i, (start, end) in enumerate(ranges) if start < max(span[1], span[0] + 1) and end > span[0]]
    if not touched:
        touched = [min(range(len(ranges)), key=lambda i: abs(ranges[i][0] - span[0]))]
    first, last = touched[0], touched[-1]
    least = (SHORT_PASSAGE // 3 if language in UNSPACED_LANGUAGES else SHORT_PASSAGE) if padded else 0
    while ranges[last][1] - ranges[first][0] < least:
        if last + 1 < len(ranges) and ranges[last + 1][1] - ranges[first][0] <= size:
            last += 1
        elif first > 0 and ranges[last][1] - ranges[first - 1][0] <= size:
            first -= 1
        else:
            break
    return ranges[first][0], ranges[last][1]


def _cut_around(text: str, span: Range, limits: Range, size: int) -> Range:
    """At most `size` characters of the text around the span, within the limits, on word edges."""
    room = max(0, size - (span[1] - span[0])) // 2
    start = max(limits[0], span[0] - room)
    end = min(limits[1], start + size)
    start = max(limits[0], min(start, end - size))
    return _word_start_after(text, start, limits), _word_end_before(text, end, limits)


def _word_start_after(text: str, at: int, limits: Range) -> int:
    """The beginning of the word at or after a place; the place itself where no word begins near."""
    if at <= limits[0]:
        return limits[0]
    edge = word_edges(text, at, at)
    if edge[0] == at:
        return at + len(text[at:]) - len(text[at:].lstrip()) if text[at].isspace() else at
    return at if edge[1] - at > _LONGEST_UNBROKEN else edge[1] + len(text[edge[1] :]) - len(text[edge[1] :].lstrip())


def _word_end_before(text: str, at: int, limits: Range) -> int:
    """The end of the word before a place."""
    if at >= limits[1]:
        return limits[1]
    edge = word_edges(text, at, at)
    end = at if edge[0] == at or at - edge[0] > _LONGEST_UNBROKEN else edge[0]
    return len(text[:end].rstrip())
