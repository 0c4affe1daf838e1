"""A Reading becomes a transcript: speakers by one name, segments, chapters, and what is known of the episode."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from pathlib import Path

from transcript.errors import TranscriptError
from transcript.formats.cues import WORDS_A_SECOND, ChapterHead, Cue, Reading
from transcript.formats.file_names import read_name, slug
from transcript.formats.segmentation import segments_of
from transcript.formats.speakers import unify
from transcript.language.detection import SAMPLE, detect_language
from transcript.language.language_names import short_code
from transcript.language.normalise import UNSPACED_LANGUAGES
from transcript.models import Chapter, Episode, Irregularity, Language, Segment, Transcript

BACKWARD_SECONDS = 1.0
"""Seconds. A time that is earlier than the one before by more than this is told of."""


WARNINGS_OF_A_KIND = 3
"""Warnings of one kind that are given each with its line."""


PUNCTUATED = 0.2
"""Captions made by machines have no sentence ends at all, others one in most segments."""


_ANY_SENTENCE_END = re.compile(r"[.!?\u3002\uff01\uff1f\u0964\u061f\u06d4](?!\w)")


def build(reading: Reading, path: Path, kind: str) -> Transcript:
    """The transcript of what was read from a file of that kind. Raises TranscriptError where nothing is said in it."""
    reading.cues = [cue for cue in reading.cues if cue.text]
    if not reading.cues:
        raise TranscriptError(path, f"it is {kind}, but nothing is said in it", "put the words under their times")
    unify(reading)
    _fill_ends(reading.cues)
    language = _language_of(reading)
    _place_chapters(reading)
    starts = [head.cue for head in reading.chapters if head.cue is not None]
    translation = reading.translation if reading.translation != language else None
    segments = tuple(segments_of(reading.cues, language, starts, translation))
    firsts = _first_segments(reading, segments)
    segments = tuple(
        replace(segment, chapter=bisect_right(firsts, segment.index) or None) if firsts else segment
        for segment in segments
    )
    duration = _total_seconds(segments, language)
    chapters = _make_chapters(reading.chapters, firsts, segments, duration, language)
    warnings = [*reading.warnings, *_time_warnings(reading)]
    named = read_name(path.stem)
    episode = Episode(
        slug=slug(path.stem),
        title=reading.title or named.title,
        date=reading.date or named.date,
        speakers=_speakers_by_words(segments),
        languages=(language, translation) if translation else (language,),
        duration=duration,
        segments=len(segments),
        show=reading.show,
        punctuated=_is_punctuated(segments),
    )
    ordered = tuple(sorted(warnings, key=attrgetter("line")))
    return Transcript(episode, chapters, segments, tuple(reading.notes), ordered)


def _language_of(reading: Reading) -> Language:
    """The language that the file names, by its ISO 639-1 code, or the one that its words are in."""
    sample: list[str] = []
    length = 0
    for cue in reading.cues:
        sample.append(cue.text)
        length += len(cue.text)
        if length > SAMPLE:
            break
    named = (reading.language or "").replace("_", "-").split("-")[0].strip().casefold()
    seen = detect_language(" ".join(sample))
    if not (named.isalpha() and named.isascii() and len(named) in (2, 3)) or named in ("und", "mul"):
        return seen
    named = short_code(named)
    unlike = (named in UNSPACED_LANGUAGES) != (seen in UNSPACED_LANGUAGES)  # a file that calls Chinese English
    return seen if unlike else named


def _fill_ends(cues: Sequence[Cue]) -> None:
    """Give each cue without an end the start of the next one, if that is known."""
    for cue, following in pairwise(cues):
        if cue.start is not None and cue.end is None and following.start is not None and following.start >= cue.start:
            cue.end = following.start
        elif cue.start is not None and cue.end is not None and cue.end < cue.start:
            cue.end = None


def _place_chapters(reading: Reading) -> None:
    """Give each chapter the cue that it begins with, and its second, as far as either is known."""
    heads = [head for head in reading.chapters if head.title]
    cues = reading.cues
    timed = [(cue.start, number) for number, cue in enumerate(cues) if cue.start is not None]
    for head in heads:
        if head.cue is None and head.start is not None:
            head.cue = next((number for start, number in timed if start >= head.start - 0.5), len(cues))
        elif head.cue is not None and head.start is None and head.cue < len(cues):
            head.start = cues[head.cue].start
    reading.chapters = sorted((head for head in heads if head.cue is not None), key=attrgetter("cue"))


def _first_segments(reading: Reading, segments: Sequence[Segment]) -> list[int]:
    """The first segment of each chapter: as many are before it as begin with the cues before it."""
    if not reading.chapters:
        return []
    lengths = [0]
    for cue in reading.cues:
        lengths.append(lengths[-1] + len(cue.text.replace(" ", "")))
    said = [0]
    for segment in segments:
        said.append(said[-1] + len(next(iter(segment.text.values())).replace(" ", "")))
    return [bisect_right(said, lengths[min(head.cue or 0, len(reading.cues))] - 1) for head in reading.chapters]


def _make_chapters(
    heads: Sequence[ChapterHead],
    firsts: Sequence[int],
    segments: Sequence[Segment],
    duration: float,
    language: Language,
) -> tuple[Chapter, ...]:
    edges = [*firsts, len(segments)]
    ends = [*(head.start for head in heads[1:]), *([duration] if heads else [])]
    return tuple(
        Chapter(
            index=number,
            title={language: head.title},
            start=head.start,
            end=None if head.start is None or end is None else max(head.start, end),
            summary={},
            first=edges[number - 1],
            last=edges[number] - 1,
        )
        for number, (head, end) in enumerate(zip(heads, ends, strict=True), 1)
    )


def _is_punctuated(segments: Sequence[Segment]) -> bool:
    ended = sum(any(map(_ANY_SENTENCE_END.search, segment.text.values())) for segment in segments)
    return ended >= PUNCTUATED * len(segments)


def _total_seconds(segments: Sequence[Segment], language: Language) -> float:
    """The second at which the last words end, or when they would; 0.0 where there are no times."""
    ends = [segment.end if segment.end is not None else (segment.start or 0.0) + _seconds_to_say(segment, language)
            for segment in segments if segment.start is not None]  # fmt: skip
    return max(ends, default=0.0)


def _seconds_to_say(segment: Segment, language: Language) -> float:
    text = segment.text[language]
    words = len(text) / 2 if language in UNSPACED_LANGUAGES else text.count(" ") + 1
    return float(max(1, round(words / WORDS_A_SECOND)))


def _speakers_by_words(segments: Sequence[Segment]) -> tuple[str, ...]:
    """The speakers, in the order of how much they say."""
    words: Counter[str] = Counter()
    for segment in segments:
        if segment.speaker is not None:
            words[segment.speaker] += len(next(iter(segment.text.values())))
    return tuple(name for name, _ in words.most_common())


def _time_warnings(reading: Reading) -> list[Irregularity]:
    found = []
    starts = [(cue.start, cue.line) for cue in reading.cues if cue.start is not None]
    backward = [line for (before, _), (start, line) in pairwise(starts) if start < before - BACKWARD_SECONDS]
    found += [Irregularity(line, "a time earlier than the one before") for line in backward[:WARNINGS_OF_A_KIND]]
    if len(backward) > WARNINGS_OF_A_KIND:
        found.append(
            Irregularity(backward[WARNINGS_OF_A_KIND], f"{len(backward) - WARNINGS_OF_A_KIND} more such times")
        )
    return found
