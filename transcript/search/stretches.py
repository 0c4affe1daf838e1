"""Stretches of speech that begin in a segment and run on into those after it, as a quote may."""

from __future__ import annotations

from collections.abc import Iterable

from transcript.library import Library, SegmentId
from transcript.models import Language
from transcript.search.candidates import CARRIED
from transcript.search.lines import SHORT, Hit, Lines, Spelling, is_of_script, read_all_lines
from transcript.search.query import Query

RUNS_OVER = 5
"""Segments after its first one that a stretch may run over where they are short."""


def with_what_follows(
    query: Query, spelling: Spelling, library: Library, starts: Iterable[SegmentId], known: Lines
) -> Lines:
    """The lines of the segments from which stretches begin and of those after them, more of them where they are short,
    in every language."""
    if not all(is_of_script(query, language) for language in library.languages):
        known = {}
    wanted = {key for start in starts for key in (start, start + 1)}
    lines = known | read_all_lines(query, spelling, library, wanted - known.keys())
    short = {
        key
        for start in starts
        if start + 1 in lines and max(line.length for line in lines[start + 1].values()) < SHORT
        for key in range(start + 2, start + RUNS_OVER + 1)
    }
    return lines | read_all_lines(query, spelling, library, short - lines.keys())


def begins_quote(query: Query, lines: Lines, key: SegmentId) -> bool:
    """True if a segment has words of the query, near its end, that the next one has not: a quote may begin there."""
    room = len(query.units) + CARRIED
    for language, line in lines.get(key, {}).items():
        following = lines.get(key + 1, {}).get(language)
        there = {unit for _, unit, _, _ in following.hits} if following is not None else set()
        if any(unit not in there for place, unit, _, _ in line.hits if place >= line.length - room):
            return True
    return False


def stretch_of(query: Query, start: SegmentId, language: Language, lines: Lines) -> tuple[list[Hit], tuple[int, ...]]:
    """The hits in the stretch that begins with a segment, in a language, and the number of terms of each segment."""
    room = max(SHORT, 2 * len(query.units))
    stretch: list[Hit] = []
    lengths: list[int] = []
    at, key = 0, start
    while key in lines and (key == start or at - lengths[0] < room):
        line = lines[key].get(language)
        length, found = (line.length, line.hits) if line is not None else (0, ())
        if at:
            stretch.extend([(place + at, unit, likelihood, same) for place, unit, likelihood, same in found])
        else:
            stretch.extend(found)
        lengths.append(length)
        at += length
        key += 1
    return stretch, tuple(lengths)
