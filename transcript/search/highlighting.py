"""Which words of a transcript's text are the ones that a query meant."""

from __future__ import annotations

from dataclasses import dataclass

from transcript.language import frequency
from transcript.language.lexicon import STOP_CHARACTERS
from transcript.language.normalise import is_han
from transcript.language.sentences import Range, glue
from transcript.library import Library
from transcript.models import Segment
from transcript.search.phrases import verbatim, whole
from transcript.search.query import LIGHT, Query
from transcript.search.ranking import WHOLE, Place

FEW = 0.3
"""A quote begins in the first segment that holds such a share of what the fullest one holds."""


QUOTED = 0.6
"""From this share of words in their order on it is a quote; else the fullest segment is the one that is meant."""


HARDLY = STOP_CHARACTERS | frozenset("一里上下中")
"""Characters that say little where they stand alone."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of a match: `ranges` of `segment`'s text and of what follows it, `span` from the first to the last.
    `verbatim` is whether the query's words stand there one by one, with nothing but fillers between them, and `whole`
    whether they are a whole sentence."""

    segment: Segment
    ranges: tuple[Range, ...]
    span: Range
    verbatim: bool
    whole: bool


def marked(library: Library, query: Query, place: Place) -> Marked | None:
    """The words of a place; None where its segments are gone."""
    slug, index = library.place_of(place.key) or ("", 0)
    segments = library.segments(slug, index, index + len(place.lengths) - 1)
    if not segments:
        return None
    wanted = _together(query, place)
    start = _starting(query, place)
    speaker = segments[min(start, len(segments) - 1)].speaker
    ranges: list[Range] = []
    offset, at = 0, sum(place.lengths[:start])
    for number in range(start, len(segments)):
        text, length = segments[number].text.get(place.language, ""), place.lengths[number]
        if segments[number].speaker != speaker or not wanted or wanted[-1] < at:
            break
        inside = [i - at for i in wanted if at <= i < at + length]
        places = library.offsets(place.key + number, place.language) if inside else []
        ranges.extend((places[i][0] + offset, places[i][1] + offset) for i in inside if i < len(places))
        offset += len(text) + len(glue(place.language))
        at += length
    text = glue(place.language).join(segment.text.get(place.language, "") for segment in segments[start:])
    merged = _merged(ranges, text)
    if place.language == "zh":
        merged = _by_words(merged, text, query.text)
    if not merged:
        return None
    sentence = None
    if query.common and place.tight:
        alone = segments[start].text.get(place.language, "")
        sentence = whole(query.text, alone, place.language) or whole(query.text, text, place.language)
    if sentence is not None:
        return Marked(segments[start], (sentence,), sentence, True, True)
    exact = (place.own >= WHOLE or not query.tells) and verbatim(query.text, text)
    return Marked(segments[start], tuple(merged), (merged[0][0], merged[-1][1]), exact, False)


def _together(query: Query, place: Place) -> list[int]:
    """The terms to be marked: not the small words that stand alone."""
    pairs = list(zip(query.units, place.alignment.places, strict=True))
    held = {at for unit, at in pairs if at >= 0 and unit.weight >= LIGHT}
    small = sorted({at for unit, at in pairs if at >= 0} - held)
    for near in (small, reversed(small)):
        held |= {at for at in near if {at - 1, at + 1} & held or _near(at, held, small)}
    return sorted(held or small)


def _near(at: int, held: set[int], small: list[int]) -> bool:
    """Whether a run of small words joins one to a weighty word."""
    for step in (-1, 1):
        other = at + step
        while other in small:
            other += step
        if other in held:
            return True
    return False


def _starting(query: Query, place: Place) -> int:
    """Which segment of the stretch the match is in."""
    shares = [0.0] * len(place.lengths)
    for unit, at in zip(query.units, place.alignment.places, strict=True):
        begin = 0
        for number, length in enumerate(place.lengths):
            if begin <= at < begin + length:
                shares[number] += unit.weight
            begin += length
    share = FEW if place.alignment.ordered >= QUOTED and not query.question else 1.0
    return next(number for number, held in enumerate(shares) if held >= share * max(shares))


def _by_words(ranges: list[Range], text: str, query: str) -> list[Range]:
    """The ranges of a Chinese text cut to whole words, as a list has them, and without function characters alone."""
    whole_words = []
    for start, end in ranges:
        if text[start:end] != query:
            end -= end - start > 1 and _splits(text, end)
            start += end - start > 1 and _splits(text, start, after=True)
        if any(is_han(c) and c not in HARDLY for c in text[start:end]) or not is_han(text[start]):
            whole_words.append((start, end))
    return whole_words or ranges


def _splits(text: str, at: int, *, after: bool = False) -> bool:
    """Whether a place is inside a word, whose character in the range goes with no other of the range."""
    inside = 0 < at < len(text) and frequency.is_chinese_word(text[at - 1 : at + 1])
    rest = text[at : at + 2] if after else text[at - 2 : at]
    return inside and not frequency.is_chinese_word(rest)


def _merged(ranges: list[Range], text: str) -> list[Range]:
    """Ranges that touch, or have nothing but punctuation and space between them, as one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and (start <= merged[-1][1] or not any(c.isalnum() for c in text[merged[-1][1] : start])):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
