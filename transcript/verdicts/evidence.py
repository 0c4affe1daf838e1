"""A claimed quote compared with what is said around a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transcript.comparison import Judgement, judged
from transcript.language.sentences import Range, glue
from transcript.language.tagging import read_words
from transcript.library import Library
from transcript.models import Language, Segment
from transcript.search import LONGEST, MOST_TERMS, Place

SEGMENTS_BEFORE = 3
"""Segments before a place in which its quote may begin, or that name what it speaks of."""


CHARACTERS_AROUND = 150
"""Characters before and after a place in which the rest of a quote may stand, besides some for its length."""


NEARLY_ALL = 0.9
"""Share of a claim that is nearly all of it: where that stands together, nothing of it stands before or after."""


SENTENCE_CHARACTERS = 300
"""Characters before and after that in which the rest of a sentence may stand."""


CONTEXT_CHARACTERS = 700
"""Characters before that in which a name may stand that a pronoun of the quote means."""


GOOD_PART = 0.3
"""A quote begins in the first segment that holds such a share of what the fullest one holds."""


VOICE_WEIGHT = 1.0
"""The weight of words from which on who says them counts as one of a quote's speakers."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place of a claim's words: `span` and `text` are what of `segment`, and of what follows it, has them.
    `voices` are the speakers of those words, in their order; `place` is where they were looked for."""

    episode: str
    segment: Segment
    language: Language
    span: Range
    text: str
    judgement: Judgement
    voices: tuple[str, ...]
    place: Place


def reach(length: int) -> int:
    """Segments that a look at a claim of so many characters sees, at most: what lies farther apart is not one quote."""
    return sum(_reach_of(length))


def _reach_of(length: int) -> tuple[int, int]:
    """Segments before and after a place in which a claim of so many characters is looked for."""
    return SEGMENTS_BEFORE + length // 200, length // 100


def look(library: Library, claim: str, breaks: Collection[int], place: Place) -> Found | None:
    """Compare the claim with what is said around a place."""
    where = library.place_of(place.key)
    if where is None:
        return None
    slug, index = where
    language = place.language
    back, on = _reach_of(len(claim))
    first, last = index - back, index + len(place.lengths) + on
    segments = [one for one in library.segments(slug, first, last) if one.text.get(language)]
    _, begins = _joined_text(segments, language)
    low, high = _range_around(library, place, segments, begins, len(claim), whole=not breaks)
    return compared(claim, breaks, segments, (low, high), place, slug)


def compared(
    claim: str, breaks: Collection[int], segments: Sequence[Segment], within: Range, place: Place, slug: str
) -> Found | None:
    """Compare the claim with the characters `within` the text of segments."""
    language, (low, high) = place.language, within
    text, begins = _joined_text(segments, language)
    turned = [
        begin
        for begin, one, other in zip(begins[1:], segments, segments[1:], strict=False)
        if one.speaker != other.speaker
    ]
    low, high = _whole_sentences(text, low, high, turned)
    turns = [begin - low for begin in turned if low < begin < high]
    judgement = judged(text[low:high], claim, breaks, text[max(0, low - CONTEXT_CHARACTERS) : low], turns, language)
    if judgement is None:
        return None
    at = _starts_in(judgement, begins, low)
    start, end = judgement.span[0] + low, judgement.span[1] + low
    span = max(0, start - begins[at]), end - begins[at]
    weights = _weights_of(judgement, text[low:high], begins, low)
    voices = _voices_of(segments, weights) or tuple(filter(None, [segments[at].speaker]))
    return Found(slug, segments[at], language, span, text[start:end], judgement, voices, place)


def _whole_sentences(text: str, low: int, high: int, turned: Sequence[int]) -> Range:
    """The range widened to where its first sentence begins, and to where its last ends if none does near its end.

    What governs a quote stands in its sentence, and the quote may be in the first of them. Where somebody else begins
    to speak near the start, it is left as it is: what was said before that is theirs.
    """
    if not any(low < turn < low + CHARACTERS_AROUND for turn in turned):
        first = max([0, low - SENTENCE_CHARACTERS, *(turn for turn in turned if turn <= low)])
        low = max((end.end() for end in _SENTENCE_END.finditer(text, first, low)), default=first)
    if not _ends_within(text, high - CHARACTERS_AROUND, high, turned):
        last = min([len(text), high + SENTENCE_CHARACTERS, *(turn for turn in turned if turn >= high)])
        after = _SENTENCE_END.search(text, high, last)
        high = after.end() if after else last
    return low, high


def _ends_within(text: str, first: int, last: int, turned: Sequence[int]) -> bool:
    """True if a sentence, or what one speaker says, ends in a range."""
    return bool(_SENTENCE_END.search(text, max(0, first), last)) or any(first < turn < last for turn in turned)


_SENTENCE_END = re.compile(r"[.?!](?=\s)|[\u3002\uff1f\uff01?!]")


def _joined_text(segments: Sequence[Segment], language: Language) -> tuple[str, list[int]]:
    """The text of segments, and where each begins in it, and it ends."""
    between = glue(language)
    begins = [0]
    for one in segments:
        begins.append(begins[-1] + len(one.text[language]) + len(between))
    return between.join(one.text[language] for one in segments), begins


def _weights_of(judgement: Judgement, text: str, begins: Sequence[int], low: int) -> list[float]:
    """The weight of the claim's words that each segment has, fillers aside."""
    held = {start for start, _ in judgement.held}
    words = [word for word in read_words(text) if word.start in held and word.kind != "filler"]
    each = _by_segment([word.start for word in words], begins, low)
    return [sum(word.weight for word in words[first:last]) for first, last in each]


def _by_segment(starts: Sequence[int], begins: Sequence[int], low: int) -> list[tuple[int, int]]:
    """For each segment, the first of the ordered ranges that start in it, and the one after the last."""
    ends = [bisect_left(starts, begin - low) for begin in begins[1:-1]]
    return list(pairwise([0, *ends, len(starts)]))


def _voices_of(segments: Sequence[Segment], weights: Sequence[float]) -> tuple[str, ...]:
    """Those who say more of it than a word in between, in their order."""
    totals: dict[str, float] = {}
    for segment, weight in zip(segments, weights, strict=True):
        if weight and segment.speaker is not None:
            totals[segment.speaker] = totals.get(segment.speaker, 0.0) + weight
    return tuple(speaker for speaker, weight in totals.items() if weight >= VOICE_WEIGHT)


def _range_around(
    library: Library, place: Place, segments: Sequence[Segment], begins: Sequence[int], length: int, *, whole: bool
) -> Range:
    """The characters in which the claim is looked for: its place, and room before and after it, much of it unless the
    claim is `whole` and all there."""
    alignment = place.alignment
    begin = {one.index: begin for one, begin in zip(segments, begins, strict=False)}
    stretch = _characters_of(library, place, (alignment.first, alignment.last), begin)
    if stretch is None:
        return 0, begins[-1]
    # The index is asked for the beginning of a long claim: its place is there.
    asked = LONGEST if place.language != "zh" else 2 * MOST_TERMS
    before, after = min(length, asked), length
    if whole and alignment.covered >= NEARLY_ALL:
        before = 0
        after = 0 if length <= LONGEST and len(place.found) < MOST_TERMS else length
    low, high = stretch[0] - before - CHARACTERS_AROUND, stretch[1] + after + CHARACTERS_AROUND
    # Some of its words may stand beside the stretch where they are closest together.
    start, end = _characters_of(library, place, [at for at in alignment.places if at >= 0], begin) or stretch
    low, high = start - CHARACTERS_AROUND if start < low else low, end + CHARACTERS_AROUND if end > high else high
    return max(0, low), min(begins[-1], high)


def _characters_of(library: Library, place: Place, terms: Collection[int], begin: dict[int, int]) -> Range | None:
    """The characters of the text in which the first and the last of these terms of a place begin; `begin` is where each
    segment does."""
    _, index = library.place_of(place.key) or ("", 0)
    edges = {min(terms, default=-1), max(terms, default=-1)}
    found: list[int] = []
    offset = 0
    for number, count in enumerate(place.lengths):
        here = [term - offset for term in edges if offset <= term < offset + count]
        ranges = library.offsets(place.key + number, place.language) if here and index + number in begin else []
        found.extend(ranges[term][0] + begin[index + number] for term in here if term < len(ranges))
        offset += count
    return (min(found), max(found)) if found else None


def _starts_in(judgement: Judgement, begins: Sequence[int], low: int) -> int:
    """The segment in which the quote begins: the first that has a good part of it."""
    each = _by_segment([start for start, _ in judgement.held], begins, low)
    counts = [sum(end - start for start, end in judgement.held[first:last]) for first, last in each]
    return next(i for i, count in enumerate(counts) if count >= GOOD_PART * max(counts))
