"""Finds the words of a transcript's text that a query meant."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from transcript.language import frequency
from transcript.language.lexicon import STOP_CHARACTERS
from transcript.language.normalise import fold, is_han
from transcript.language.sentences import Range, glue
from transcript.language.thesaurus import latin_names
from transcript.library import Library
from transcript.models import Segment
from transcript.search.phrases import find_sentence, is_verbatim
from transcript.search.query import LIGHT, Query, Unit
from transcript.search.query.wanted import tells_amount
from transcript.search.ranking import WHOLE, Place

BEGINS = 0.3
"""A quote begins in the first segment that holds such a share of what the fullest one holds."""


ANSWERS = 0.25
"""A question may be answered in a segment that holds such a share of what the fullest one holds. Tuned on 347
questions."""


QUOTED = 0.6
"""From this share of words in their order on it is a quote; else the fullest segment is the one that is meant."""


QUOTED_WORDS = 6
"""So many words that stand in a row are a quote, even if they are said all the time."""


HARDLY_WORDS = STOP_CHARACTERS | frozenset("一里上下中")
"""Characters that say little where they stand alone."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """The words of a match: `ranges` of `segment`'s text and of what follows it, `span` from the first to the last.

    `verbatim` is true if the query's words stand there one by one, with nothing but fillers between them, and `whole`
    if they are a whole sentence.
    """

    segment: Segment
    ranges: tuple[Range, ...]
    span: Range
    verbatim: bool
    whole: bool


def highlight(library: Library, query: Query, place: Place) -> Highlight | None:
    """The words of a place; None if its segments are gone."""
    slug, index = library.place_of(place.key) or ("", 0)
    segments = library.segments(slug, index, index + len(place.lengths) - 1)
    if not segments:
        return None
    texts = [segment.text.get(place.language, "") for segment in segments]
    start = _first_segment(query, place, texts)
    texts = texts[start:]
    text = glue(place.language).join(texts)
    ranges = _merged_ranges(_ranges_of_terms(library, place, start, segments, _terms_to_mark(query, place)), text)
    if all(map(_is_lone, query.units)):
        ranges = _cut_to_characters(ranges, text, {unit.term for unit in query.units})
    elif place.language == "zh":
        ranges = _cut_to_words(ranges, text, query.text)
    if not ranges:
        return None
    sentence = _whole_sentence(query, place, texts[0], text)
    if sentence is not None and sentence[0] <= ranges[0][0] < sentence[1]:
        return Highlight(segments[start], (sentence,), sentence, verbatim=True, whole=True)
    # A quote of some length may end in the midst of an amount, so that its terms are others.
    likely = place.own >= WHOLE or not query.tells or len(query.units) >= QUOTED_WORDS
    exact = likely and is_verbatim(query.text, text)
    return Highlight(segments[start], tuple(ranges), (ranges[0][0], ranges[-1][1]), exact, whole=False)


def _whole_sentence(query: Query, place: Place, alone: str, text: str) -> Range | None:
    """The characters of the query's words if they are a sentence of a segment, `alone` or with what follows it."""
    if not place.tight or query.typing:
        return None
    return find_sentence(query.text, alone, place.language) or find_sentence(query.text, text, place.language)


def _ranges_of_terms(
    library: Library, place: Place, start: int, segments: Sequence[Segment], terms: Sequence[int]
) -> list[Range]:
    """The characters of terms of a place, in the text of the segments from `start` on that are of one speaker."""
    speaker = segments[min(start, len(segments) - 1)].speaker
    ranges: list[Range] = []
    offset, at = 0, sum(place.lengths[:start])
    for number in range(start, len(segments)):
        length = place.lengths[number]
        if segments[number].speaker != speaker or not terms or terms[-1] < at:
            break
        inside = [term - at for term in terms if at <= term < at + length]
        places = library.offsets(place.key + number, place.language) if inside else []
        ranges.extend((places[i][0] + offset, places[i][1] + offset) for i in inside if i < len(places))
        offset += len(segments[number].text.get(place.language, "")) + len(glue(place.language))
        at += length
    return ranges


def _terms_to_mark(query: Query, place: Place) -> list[int]:
    """The terms of a place that are marked: not the small words that stand alone."""
    pairs = list(zip(query.units, place.alignment.places, strict=True))
    held = {at for unit, at in pairs if at >= 0 and unit.weight >= LIGHT}
    held |= _second_halves(query, place)
    small = sorted({at for unit, at in pairs if at >= 0} - held)
    for near in (small, reversed(small)):
        held |= {at for at in near if {at - 1, at + 1} & held or _leads_to(at, held, small)}
    return sorted(held or small)


def _second_halves(query: Query, place: Place) -> set[int]:
    """The second terms of the words that a place has as two and the query as one."""
    halved = {meaning.first: meaning.likelihood for meaning in query.joined.values()}
    found = zip(place.found, place.alignment.places, strict=True)
    return {at + 1 for unit, (likelihood, at) in enumerate(found) if at >= 0 and halved.get(unit) == likelihood}


def _leads_to(at: int, held: Collection[int], small: Collection[int]) -> bool:
    """True if a run of small words joins one to a weighty word."""
    for step in (-1, 1):
        following = at + step
        while following in small:
            following += step
        if following in held:
            return True
    return False


def _first_segment(query: Query, place: Place, texts: Sequence[str]) -> int:
    """The number of the segment of the stretch that the match is in: where a question asks for an amount, of those that
    tell one."""
    quoted = place.alignment.ordered >= QUOTED and not query.question
    shares = [0.0] * len(place.lengths)
    for weight, at in zip(query.counts if quoted else query.weights, place.alignment.places, strict=True):
        begin = 0
        for number, length in enumerate(place.lengths):
            if begin <= at < begin + length:
                shares[number] += weight
            begin += length
    answering = [
        held if held >= ANSWERS * max(shares) and tells_amount(query.text, text) else 0.0
        for held, text in zip(shares, texts, strict=False)
        if query.question
    ]
    shares = answering if any(answering) else shares
    share = BEGINS if quoted else 1.0
    return next(number for number, held in enumerate(shares) if held >= share * max(shares))


def _is_lone(unit: Unit) -> bool:
    """True if a unit is a Chinese character alone, which a transcript may have in a pair with any other."""
    return len(unit.term) == 1 and is_han(unit.term)


def _cut_to_characters(ranges: Sequence[Range], text: str, wanted: Collection[str]) -> list[Range]:
    """The characters of the ranges that were asked for; the ranges themselves where none is."""
    folded = fold(text)
    cut = [(at, at + 1) for each in ranges for at in range(*each) if folded[at] in wanted]
    return _merged_ranges(cut, text) or list(ranges)


def _cut_to_words(ranges: Sequence[Range], text: str, query: str) -> list[Range]:
    """The ranges of a Chinese text cut to whole words, as a list has them, and without function characters alone."""
    whole_words = []
    for start, end in (_whole_name(text, *each) for each in ranges):
        if text[start:end] != query:
            end -= end - start > 1 and _splits_word(text, end)
            start += end - start > 1 and _splits_word(text, start, after=True)
        if any(is_han(c) and c not in HARDLY_WORDS for c in text[start:end]) or not is_han(text[start]):
            whole_words.append((start, end))
    return whole_words or list(ranges)


def _whole_name(text: str, start: int, end: int) -> Range:
    """The whole of a name that the range is a part of, as 英伟达 is where NVIDIA was asked for; else the range."""
    if end - start > 1:
        for name in latin_names():
            at = text.find(name, max(0, end - len(name)), start + len(name))
            if at >= 0:
                return at, at + len(name)
    return start, end


def _splits_word(text: str, at: int, *, after: bool = False) -> bool:
    """True if a place is inside a word, whose character in the range goes with no other of the range."""
    inside = 0 < at < len(text) and frequency.is_chinese_word(text[at - 1 : at + 1])
    beside = text[at : at + 2] if after else text[at - 2 : at]
    return inside and not frequency.is_chinese_word(beside)


def _merged_ranges(ranges: Sequence[Range], text: str) -> list[Range]:
    """Ranges that touch, or have nothing but punctuation and space between them, as one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and (start <= merged[-1][1] or not any(c.isalnum() for c in text[merged[-1][1] : start])):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
