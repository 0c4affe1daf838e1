"""The places in a library that a claimed quote may be from, each with its words compared."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from transcript.language.normalise import bare, is_han
from transcript.language.tagging import read_words
from transcript.library import Library
from transcript.models import Segment
from transcript.search import TEASER, Effort, Place, places, understand, verbatim_places
from transcript.verdicts.credited import is_called
from transcript.verdicts.evidence import Found, compared, look


@dataclass(frozen=True, slots=True)
class Look:
    """Limits of the places that are compared with a claim word by word."""

    places: int
    """The most places."""
    share: float
    """Share of the likeliest place's coverage of the claim that a place must have."""
    least: float
    """Share of the claim's words that a place must have in any case, unless it is the likeliest."""


CLOSE_LOOK = Look(places=6, share=0.6, least=0.3)
"""For a claim that may be misquoted in any of its words."""


QUICK_LOOK = Look(places=2, share=0.9, least=0.0)
"""For a long claim, or a part of one."""


LONG_CLAIM = 200
"""Characters of a claim that is looked for quickly: not all its words are mistaken. Chinese ones count twice."""


QUICK = Effort(candidates=24, aligned=4, share=0.6, whole=0.8)
"""The effort of a quick look for a long claim."""


FRAGMENT_WORDS = 4
"""Words of a fragment that is looked for by itself."""


ECHO_SEGMENTS = 2
"""Segments between words and the same words of another."""


WORDING_BONUS = {"verbatim": 0.1, "close": 0.05, "altered": 0.0}
"""Added to a place's share of the claim's words, by its wording, where places are compared."""


ELISION = re.compile(r"\s*(?:[\[(（【]\s*(?:\.{2,}|…+)\s*[\])）】]|\.{3,}|…+|。{3,})\s*")


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
    breaks = _elision_words(claim)
    found = {(one.episode, one.segment.index): one for one in known}
    for place in near or (likely_quickly(library, claim) if quickly else _likely_places(library, claim)):
        if quickly and any(_is_settled(library, other, place, speaker) for other in found.values()):
            continue
        one = look(library, claim, breaks, place)
        if one is None:
            continue
        key = one.episode, one.segment.index
        if key not in found or found[key].judgement.share < one.judgement.share:
            found[key] = one
        if quickly and one.judgement.wording == "verbatim" and _is_said_by(library, one, speaker):
            break
    ordered = sorted(found.values(), key=lambda one: _rank_of(library, one, speaker), reverse=True)
    if speaker and ordered and not is_called(library, ordered[0], speaker):
        ordered = [*_find_echoes(library, claim, breaks, ordered[0], speaker), *ordered]
    return _without_teaser(library, ordered, speaker)


def _find_echoes(library: Library, claim: str, breaks: Collection[int], found: Found, speaker: str) -> list[Found]:
    """Places where the named speaker says the same words right before or after another; one look sees them once."""
    at, words = found.segment.index, bare(claim)
    echoes = []
    for segment in library.segments(found.episode, max(0, at - ECHO_SEGMENTS), at + ECHO_SEGMENTS):
        text = segment.text.get(found.language, "")
        if segment.speaker not in found.voices and words in bare(text):
            echo = compared(claim, breaks, [segment], (0, len(text)), found.place, found.episode)
            if echo and _is_said_by(library, echo, speaker):
                echoes.append(echo)
    return echoes


def _is_settled(library: Library, found: Found, place: Place, speaker: str | None) -> bool:
    """True if what was found needs no look at a place: it overlaps that, and the right speaker said it."""
    other = found.place
    meet = place.key < other.key + len(other.lengths) and other.key < place.key + len(place.lengths)
    return meet and place.language == other.language and _is_said_by(library, found, speaker)


def is_long(claim: str) -> bool:
    """True if a claim is looked for quickly. Chinese says in a character what English says in two or three."""
    return len(claim) >= LONG_CLAIM or len(claim) + sum(map(is_han, claim)) >= LONG_CLAIM


def _likely_places(library: Library, claim: str) -> list[Place]:
    """The places worth a look: the best for the claim and, where it is elided, for the first of its fragments."""
    found: dict[tuple[int, str], Place] = {}
    for text in [claim, *fragments(claim)[:1]]:
        likely = verbatim_places(text, library) or places(understand(text, library), library)
        for place in likely[: CLOSE_LOOK.places if text is claim else 1]:
            if place is likely[0] or place.covered >= max(CLOSE_LOOK.least, CLOSE_LOOK.share * likely[0].covered):
                found.setdefault((place.key, place.language), place)
    return list(found.values())


def likely_quickly(library: Library, claim: str) -> list[Place]:
    """The same for a long claim, or a part of one."""
    likely = verbatim_places(claim, library)
    likely = likely or places(understand(claim, library, exactly=True), library, effort=QUICK)
    return [place for place in likely[: QUICK_LOOK.places] if place.covered >= QUICK_LOOK.share * likely[0].covered]


def fragments(claim: str) -> list[str]:
    """The fragments between a claim's marks of elision that are long enough to be found; none without a mark."""
    marks = list(ELISION.finditer(claim))
    if not marks:
        return []
    starts = [word.start for word in read_words(claim)]
    ranges = zip([0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(claim)], strict=True)
    long = [claim[a:b] for a, b in ranges if bisect_left(starts, b) - bisect_left(starts, a) >= FRAGMENT_WORDS]
    return long if len(long) > 1 else []


def _rank_of(library: Library, found: Found, speaker: str | None) -> tuple[float, bool, float]:
    judgement = found.judgement
    mine = _is_all_said_by(library, found, speaker)
    return round(judgement.share + WORDING_BONUS[judgement.wording], 2), mine, -(found.segment.start or 0.0)


def _is_all_said_by(library: Library, found: Found, speaker: str | None) -> bool:
    """True if one person said it, who is the named speaker if there is one."""
    return len(found.voices) == 1 and _is_said_by(library, found, speaker)


def _is_said_by(library: Library, found: Found, speaker: str | None) -> bool:
    return speaker is None or is_called(library, found, speaker)


def _without_teaser(library: Library, ordered: list[Found], speaker: str | None) -> list[Found]:
    """The places with a clip from an episode's beginning after the passage that it was cut from, unless it is the named
    speaker who says it there and not later."""
    if not ordered or not is_early(ordered[0].segment):
        return ordered
    first = ordered[0]
    for other in ordered[1:]:
        as_good = other.judgement.wording in (first.judgement.wording, "verbatim")
        near = other.judgement.share >= first.judgement.share - 0.05
        theirs = _is_all_said_by(library, other, speaker) or not _is_all_said_by(library, first, speaker)
        if other.episode == first.episode and not is_early(other.segment) and as_good and near and theirs:
            return [other, *(one for one in ordered if one is not other)]
    return ordered


def is_early(segment: Segment) -> bool:
    """True if a segment may belong to a teaser; one without a time is none."""
    return segment.start is not None and segment.start < TEASER


def _elision_words(claim: str) -> frozenset[int]:
    """The words before which the claim has a mark of elision."""
    starts = [word.start for word in read_words(claim)]
    firsts = (bisect_left(starts, mark.start()) for mark in ELISION.finditer(claim))
    return frozenset(first for first in firsts if 0 < first < len(starts))
