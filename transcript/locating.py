"""The places in a library that a claimed quote may be from, each with its words compared."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from transcript import naming
from transcript.judgement import Judgement, judged
from transcript.library import Library
from transcript.matches import TEASER
from transcript.models import Language, Segment
from transcript.passages import Range, glue
from transcript.placing import Place, places
from transcript.query import LONGEST, MOST_TERMS
from transcript.spoken import read_words
from transcript.store import BITS
from transcript.text import is_han
from transcript.variants import understand

CLOSELY, WORTH, LEAST = 6, 0.6, 0.3
"""Places that are compared word by word, if they have such a share of what the likeliest has of the claim's words, and
such a share of these at all."""

LONG = 200
"""Characters of a claim whose words are hardly mistaken; Chinese ones count twice."""

QUICK_CANDIDATES, QUICK_ALIGNED, QUICK_FULL, QUICK_CLOSELY, QUICK_WORTH = 24, 4, 0.6, 2, 0.9
"""What the index is asked for by such a one, how many of that are looked at, if they have such a share of its words as
the fullest, and how many compared, with what share."""

BACK = 3
"""Segments before a place in which its quote may begin, or that name what it speaks of."""

ROOM = 150
"""Characters before and after a place in which the rest of a quote may stand, besides some for its length."""

NEARLY = 0.9
"""Such a share of a claim is nearly all of it: where that stands together, nothing of it stands before or after."""

CONTEXT = 700
"""Characters before that in which a name may stand that a pronoun of the quote means."""

FRAGMENT = 4
"""Words of a fragment that is looked for by itself."""

GOOD_PART = 0.3
"""A quote begins in the first segment that holds such a share of what the fullest one holds."""

VOICE = 1.0
"""The weight of words from which on who says them counts as one of a quote's speakers."""

LIKELIER = {"verbatim": 0.1, "close": 0.05, "altered": 0.0}
"""What a wording counts, besides the share of the claim's words, where places are compared."""

ELISION = re.compile(r"\s*(?:[\[(（【]\s*(?:\.{2,}|…+)\s*[\])）】]|\.{3,}|…+|。{3,})\s*")


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


def find(
    library: Library,
    claim: str,
    speaker: str | None,
    *,
    quickly: bool = False,
    near: Sequence[Place] = (),
    known: Sequence[Found] = (),
) -> list[Found]:
    """The places that the words may be from, the likeliest first; the named speaker's before another's as good.

    A long claim is looked for `quickly`, as are its parts. Where some of its words are known to be `near`, only there;
    what is `known` of it was found there before.
    """
    quickly = quickly or is_long(claim)
    breaks = _breaks(claim)
    found = {(one.episode, one.segment.index): one for one in known}
    for place in near or (_likely_quickly(library, claim) if quickly else _likely(library, claim)):
        if quickly and any(_settles(library, other, place, speaker) for other in found.values()):
            continue
        one = _look(library, claim, breaks, place)
        if one is None:
            continue
        key = one.episode, one.segment.index
        if key not in found or found[key].judgement.share < one.judgement.share:
            found[key] = one
        if quickly and one.judgement.wording == "verbatim" and _is_said_by(library, one, speaker):
            break
    ordered = sorted(found.values(), key=lambda one: _rank(library, one, speaker), reverse=True)
    return _without_teaser(library, ordered, speaker)


def _settles(library: Library, found: Found, place: Place, speaker: str | None) -> bool:
    """Whether what was found needs no look at a place: it overlaps that, and the right speaker said it."""
    other = found.place
    meet = place.key < other.key + len(other.lengths) and other.key < place.key + len(place.lengths)
    return meet and place.language == other.language and _is_said_by(library, found, speaker)


def is_long(claim: str) -> bool:
    """Whether a claim is looked for quickly. Chinese says in a character what English says in two or three."""
    return len(claim) + sum(map(is_han, claim)) >= LONG


def _likely(library: Library, claim: str) -> list[Place]:
    """The places worth a look: the best for the claim and, where it is elided, for the first of its fragments."""
    found: dict[tuple[int, str], Place] = {}
    for text in [claim, *fragments(claim)[:1]]:
        likely = places(understand(text, library), library, (), ())
        for place in likely[: CLOSELY if text is claim else 1]:
            if place is likely[0] or place.covered >= max(LEAST, WORTH * likely[0].covered):
                found.setdefault((place.key, place.language), place)
    return list(found.values())


def _likely_quickly(library: Library, claim: str) -> list[Place]:
    """The same for a long claim, or a part of one."""
    query = understand(claim, library, exactly=True)
    likely = places(query, library, (), (), QUICK_CANDIDATES, QUICK_ALIGNED, full=QUICK_FULL)
    return [place for place in likely[:QUICK_CLOSELY] if place.covered >= QUICK_WORTH * likely[0].covered]


def fragments(claim: str) -> list[str]:
    """What stands between a claim's marks of elision, as far as it is long enough to be found; none without a mark."""
    marks = list(ELISION.finditer(claim))
    if not marks:
        return []
    starts = [word.start for word in read_words(claim)]
    ranges = zip([0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(claim)], strict=True)
    long = [claim[a:b] for a, b in ranges if bisect_left(starts, b) - bisect_left(starts, a) >= FRAGMENT]
    return long if len(long) > 1 else []


def is_called(library: Library, found: Found, name: str) -> bool:
    """Whether a name, which may be typed with slips, is that of who speaks there."""
    head = library.episode(found.episode)
    speaker = found.segment.speaker
    aliases = [alias for alias, one in head.aliases.items() if one == speaker] if head else []
    return bool(naming.best(name, [(speaker, (speaker, *aliases))], 1))


def _rank(library: Library, found: Found, speaker: str | None) -> tuple[float, bool, float]:
    judgement = found.judgement
    mine = _is_said_by(library, found, speaker)
    return round(judgement.share + LIKELIER[judgement.wording], 2), mine, -found.segment.start


def _is_said_by(library: Library, found: Found, speaker: str | None) -> bool:
    """Whether one person said it, who is the named speaker if there is one."""
    return len(found.voices) == 1 and (speaker is None or is_called(library, found, speaker))


def _without_teaser(library: Library, ordered: list[Found], speaker: str | None) -> list[Found]:
    """The places with a clip from an episode's beginning after the passage that it was cut from, unless it is the named
    speaker who says it there and not later."""
    if not ordered or ordered[0].segment.start >= TEASER:
        return ordered
    first = ordered[0]
    for other in ordered[1:]:
        as_good = other.judgement.wording in (first.judgement.wording, "verbatim")
        near = other.judgement.share >= first.judgement.share - 0.05
        theirs = _is_said_by(library, other, speaker) or not _is_said_by(library, first, speaker)
        if other.episode == first.episode and other.segment.start >= TEASER and as_good and near and theirs:
            return [other, *(one for one in ordered if one is not other)]
    return ordered


def _breaks(claim: str) -> frozenset[int]:
    """The words before which the claim has a mark of elision."""
    starts = [word.start for word in read_words(claim)]
    firsts = (bisect_left(starts, mark.start()) for mark in ELISION.finditer(claim))
    return frozenset(first for first in firsts if 0 < first < len(starts))


def reach(length: int) -> int:
    """Segments that a look at a claim of so many characters sees, at most: what lies farther apart is not one quote."""
    return sum(_reach(length))


def _reach(length: int) -> tuple[int, int]:
    """Segments before and after a place in which a claim of so many characters is looked for."""
    return BACK + length // 200, length // 100


def _look(library: Library, claim: str, breaks: Collection[int], place: Place) -> Found | None:
    """Compare the claim with what is said around a place."""
    slug = library.slug(place.key >> BITS)
    index = place.key & (1 << BITS) - 1
    if slug is None:
        return None
    language = place.language
    back, on = _reach(len(claim))
    first, last = index - back, index + len(place.lengths) + on
    segments = [one for one in library.segments(slug, first, last) if one.text.get(language)]
    between = glue(language)
    text = between.join(one.text[language] for one in segments)
    begins = [0]
    for one in segments:
        begins.append(begins[-1] + len(one.text[language]) + len(between))
    low, high = _around(library, place, segments, begins, len(claim), whole=not breaks)
    turns = [
        begin - low
        for begin, one, other in zip(begins[1:], segments, segments[1:], strict=False)
        if one.speaker != other.speaker and low < begin < high
    ]
    judgement = judged(text[low:high], claim, breaks, text[max(0, low - CONTEXT) : low], turns)
    if judgement is None:
        return None
    at = _starts_in(judgement, begins, low)
    start, end = judgement.span[0] + low, judgement.span[1] + low
    span = max(0, start - begins[at]), end - begins[at]
    weights = _weights(judgement, text[low:high], begins, low)
    voices = _voices(segments, weights) or (segments[at].speaker,)
    return Found(slug, segments[at], language, span, text[start:end], judgement, voices, place)


def _weights(judgement: Judgement, text: str, begins: Sequence[int], low: int) -> list[float]:
    """The weight of the claim's words that each segment has, fillers aside."""
    held = {start for start, _ in judgement.held}
    weights = [0.0] * (len(begins) - 1)
    for word in read_words(text):
        if word.start in held and word.kind != "filler":
            weights[min(bisect_right(begins, word.start + low), len(weights)) - 1] += word.weight
    return weights


def _voices(segments: Sequence[Segment], weights: Sequence[float]) -> tuple[str, ...]:
    """Those who say more of it than a word in between, in their order."""
    totals: dict[str, float] = {}
    for segment, weight in zip(segments, weights, strict=True):
        if weight:
            totals[segment.speaker] = totals.get(segment.speaker, 0.0) + weight
    return tuple(speaker for speaker, weight in totals.items() if weight >= VOICE)


def _around(
    library: Library, place: Place, segments: Sequence[Segment], begins: Sequence[int], length: int, *, whole: bool
) -> Range:
    """The characters in which the claim is looked for: its place, and room before and after it, much of it unless the
    claim is `whole` and all there."""
    alignment = place.alignment
    begin = {one.index: begin for one, begin in zip(segments, begins, strict=False)}
    stretch = _characters(library, place, (alignment.first, alignment.last), begin)
    if stretch is None:
        return 0, begins[-1]
    # The index is asked for the beginning of a long claim: its place is there.
    asked = LONGEST if place.language != "zh" else 2 * MOST_TERMS
    before, after = min(length, asked), length
    if whole and alignment.covered >= NEARLY:
        before = 0
        after = 0 if length <= LONGEST and len(place.found) < MOST_TERMS else length
    low, high = stretch[0] - before - ROOM, stretch[1] + after + ROOM
    # Some of its words may stand beside the stretch where they are closest together.
    start, end = _characters(library, place, [at for at in alignment.places if at >= 0], begin) or stretch
    low, high = start - ROOM if start < low else low, end + ROOM if end > high else high
    return max(0, low), min(begins[-1], high)


def _characters(library: Library, place: Place, terms: Collection[int], begin: dict[int, int]) -> Range | None:
    """The characters of the text in which the first and the last of these terms of a place begin; `begin` is where each
    segment does."""
    index = place.key & (1 << BITS) - 1
    found, offset = [], 0
    for number, count in enumerate(place.lengths):
        for term in (min(terms, default=-1) - offset, max(terms, default=-1) - offset):
            if 0 <= term < count and index + number in begin:
                ranges = library.store.places(place.key + number, place.language)
                if term < len(ranges):
                    found.append(ranges[term][0] + begin[index + number])
        offset += count
    return (min(found), max(found)) if found else None


def _starts_in(judgement: Judgement, begins: Sequence[int], low: int) -> int:
    """Which segment the quote begins in: the first that has a good part of it."""
    counts = [0] * (len(begins) - 1)
    for start, end in judgement.held:
        counts[min(bisect_right(begins, start + low), len(counts)) - 1] += end - start
    return next(i for i, count in enumerate(counts) if count >= GOOD_PART * max(counts))
