"""The passages of an episode that are worth quoting.

Whole sentences of one speaker, of a readable length, that stand alone, and no clip from the teaser with which an
episode begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from transcript.index.quotable.turn import Found, find_passages
from transcript.language.profanity import is_explicit
from transcript.language.sentences import Range, glue
from transcript.models import Language, Segment

TEASER = 180.0
"""Seconds at an episode's beginning within which clips of later words are looked for."""


SHOWN_BEFORE = 1
"""Segments before a passage's own from which words are shown with it."""


_NAME_PART = re.compile(r"\w{3,}")
"""A part of a name by which somebody is spoken to."""


_SHINGLED = re.compile(r"\w+")


_SHINGLE_LENGTH = 5
"""Words in a row that two texts hardly share by chance."""


@dataclass(frozen=True, slots=True)
class Quotable:
    """A passage: characters `span` of segment `segment`'s text, which can run on into the same speaker's next ones.

    `score` says how quotable it is, from 0 to 99; `is_explicit` is whether there is strong language in it, or in what
    stands before it.
    """

    segment: int
    span: Range
    language: Language
    speaker: str | None
    chapter: int | None
    text: str
    score: int = 0
    is_explicit: bool = False


def quotable(segments: Sequence[Segment], language: Language) -> list[Quotable]:
    """Every quotable passage of an episode, in its order and apart from each other."""
    teaser_end = _teaser_end(segments)
    said = [segment for segment in segments if segment.start is None or segment.start >= teaser_end]
    names = _names_of({segment.speaker for segment in segments if segment.speaker})
    found: list[Quotable] = []
    for _, group in groupby(said, attrgetter("speaker")):
        turn = [segment for segment in group if segment.text.get(language)]
        text = glue(language).join(segment.text[language] for segment in turn)
        found += [_placed_in_segment(turn, one, text, language) for one in find_passages(text, language, names)]
    spoken = {one.index: one.text.get(language, "") for one in segments}
    return [replace(one, is_explicit=_is_shown_with_strong_language(one, spoken)) for one in found]


def _names_of(speakers: Iterable[str]) -> re.Pattern[str]:
    """A pattern for each part of the speakers' names."""
    parts = sorted({part for name in speakers for part in _NAME_PART.findall(name)})
    # With their first letters in front the engine goes from one of these to the next.
    return re.compile("|".join(rf"{part[0]}(?<!\w.){part[1:]}\b" for part in parts) or "(?!)")


def _is_shown_with_strong_language(passage: Quotable, spoken: Mapping[int, str]) -> bool:
    """True if a passage, or what `spoken` has before it in the segments with which it is shown, has strong language."""
    own = spoken[passage.segment]
    shown = [spoken.get(passage.segment - before, "") for before in range(SHOWN_BEFORE + 1)]
    runs_on = passage.span[1] > len(own)
    return any(map(_is_explicit, [*shown, passage.text] if runs_on else shown))


_is_explicit = lru_cache(maxsize=64)(is_explicit)
"""Passages that are near one another are shown with the same segments."""


def _placed_in_segment(turn: Sequence[Segment], found: Found, text: str, language: Language) -> Quotable:
    """The passage with its span counted from the segment in which it begins."""
    begin, span = 0, found.span
    for segment in turn:
        following = begin + len(segment.text[language]) + len(glue(language))
        if span[0] < following:
            break
        begin = following
    within = (span[0] - begin, span[1] - begin)
    words = text[slice(*span)]
    return Quotable(segment.index, within, language, segment.speaker, segment.chapter, words, found.score)


def _teaser_end(segments: Sequence[Segment]) -> float:
    """The second at which the teaser of an episode ends (clips of later words); 0.0 if it has none."""
    timed = [(segment.start, segment) for segment in segments if segment.start is not None]
    early = [(segment, set(_shingles_of(segment))) for start, segment in timed if start < TEASER]
    said = {shingle for _, own in early for shingle in own}
    later = {
        shingle for start, segment in timed if start >= TEASER for shingle in said.intersection(_shingles_of(segment))
    }
    return max((clip.end or 0.0 for clip, own in early if own and len(own & later) * 2 >= len(own)), default=0.0)


def _split_words(text: str) -> list[str]:
    return text.translate(_ASCII_WORDS).split() if text.isascii() else _SHINGLED.findall(text)


_ASCII_WORDS = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")}
"""Spaces in place of what is no part of a word: five times as fast as to look for words."""


def _shingles_of(segment: Segment) -> Iterable[tuple[str, ...]]:
    """Every run of words of a segment's text, in its first language."""
    words = _split_words(next(iter(segment.text.values()), "").casefold())
    return zip(*(words[at:] for at in range(_SHINGLE_LENGTH)), strict=False)
