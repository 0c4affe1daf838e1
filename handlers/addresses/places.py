"""The place to which an address leads today: its words are found again where the transcript has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.addresses.address import ChapterAddress, Pointer, SegmentAddress
from handlers.addresses.words import CHECKED, check_of, checked_range, find_words, opening_check
from transcript.language.sentences import Range, glue
from transcript.library import Library
from transcript.models import Chapter, Episode, Language, Segment

NEAR = 900.0
"""Seconds around the one that an address carries in which its words are looked for: an advertisement that was put in
or left out moves them by some minutes."""


FOLLOWING = 8
"""Segments after the one in which words begin that they run on into at most."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an episode. `moved` is by how many characters its words stand later in their segment than they did;
    `corrected` says that they are gone, and that this is what is said at their second now."""

    segment: Segment
    moved: int = 0
    corrected: bool = False


def words_check(library: Library, slug: str, segment: int, span: Range, language: Language) -> int:
    """The check of the words that stand at a span of a segment and of those after it; 0 where there are none."""
    text = _text_from(library, slug, segment, max(span[1], span[0] + CHECKED), language)
    start, end = checked_range(text, span)
    return check_of(text[start:end])


def _text_from(library: Library, slug: str, segment: int, length: int, language: Language) -> str:
    """The text from a segment on: that segment's, and where it is too short that of those after it too."""
    text = ""
    for last in (segment, segment + FOLLOWING):
        found = library.segments(slug, segment, last)
        text = glue(language).join(each.text.get(language, "") for each in found)
        if len(text) >= length:
            break
    return text


def place_of_pointer(library: Library, episode: Episode, pointer: Pointer) -> Place | None:
    """The place of a pointer's words; None where nothing is known of where they were."""
    slug, language, (start, end) = episode.slug, pointer.language, pointer.span
    here = next(iter(library.segments(slug, pointer.segment, pointer.segment)), None)
    if here and words_check(library, slug, pointer.segment, pointer.span, language) == pointer.check:
        return Place(here)
    wanted = _Wanted(language, max(end - start, CHECKED), pointer.check, pointer.second, pointer.segment)
    found = wanted.nearest(library, slug)
    if found is not None:
        segment, character = found
        return Place(segment, character - start)
    return _place_at_second(library, episode, here, pointer.second, pointer)


def place_of_segment(library: Library, episode: Episode, address: SegmentAddress) -> Place | None:
    """The segment that has an address's words; None where nothing is known of where they were."""
    slug = episode.slug
    here = next(iter(library.segments(slug, address.segment, address.segment)), None)
    if not address.check:
        place = _place_at_second(library, episode, here, address.second)
        return replace(place, corrected=False) if place else None
    if here and opening_check(here.text.get(address.language, "")) == address.check:
        return Place(here)
    wanted = _Wanted(address.language, CHECKED, address.check, address.second, address.segment)
    nearby = library.segments(slug, address.segment, address.segment + FOLLOWING)
    found = wanted.nearest_of(nearby)
    if found is None or found[0].index != address.segment:
        found = wanted.nearest(library, slug)
    return Place(found[0]) if found else _place_at_second(library, episode, here, address.second)


def place_of_chapter(chapters: Sequence[Chapter], address: ChapterAddress) -> tuple[Chapter, bool] | None:
    """The chapter of an address, and whether it is another that stands at its second now; None where there is none."""
    by_number = sorted(chapters, key=lambda chapter: chapter.index != address.chapter)
    named = next((chapter for chapter in by_number if title_check(chapter) == address.check), None)
    if named is not None:
        return named, False
    if address.second is None:
        there = [chapter for chapter in chapters if chapter.index == address.chapter]
    else:
        there = [each for each in chapters if each.start is not None and each.start <= address.second]
    return (there[-1], True) if there else None


def title_check(chapter: Chapter) -> int:
    """The check of a chapter's title, in the language that was spoken."""
    return check_of(next(iter(chapter.title.values()), ""))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Words that are looked for: about `length` characters, that had a second or at least stood in a segment."""

    language: Language
    length: int
    check: int
    second: int | None
    segment: int

    def nearest(self, library: Library, slug: str) -> tuple[Segment, int] | None:
        """The segment in which they begin and the character of it, of several the nearest to where they were."""
        episode = library.episode(slug)
        segments = library.segments(slug, 0, episode.segments - 1) if episode else ()
        return self.nearest_of([each for each in segments if self._distance_to(each) <= NEAR])

    def nearest_of(self, segments: Sequence[Segment]) -> tuple[Segment, int] | None:
        parts = [segment.text.get(self.language, "") for segment in segments]
        text, begins, at = glue(self.language).join(parts), [], 0
        for part in parts:
            begins.append(at)
            at += len(part) + len(glue(self.language))
        found = []
        place = 0
        for start in find_words(text, self.length, self.check):
            while place + 1 < len(begins) and begins[place + 1] <= start:
                place += 1
            found.append((self._distance_to(segments[place]), segments[place].index, place, start - begins[place]))
        if not found:
            return None
        _, _, place, character = min(found)
        return segments[place], character

    def _distance_to(self, segment: Segment) -> float:
        """The distance of a segment from the place where they were: in seconds, or in segments without times."""
        if self.second is None or segment.start is None:
            return 0.0 if self.second is not None else abs(segment.index - self.segment) / FOLLOWING
        end = segment.start if segment.end is None else segment.end
        return max(0.0, segment.start - self.second, self.second - end)


def _place_at_second(
    library: Library, episode: Episode, here: Segment | None, second: int | None, pointer: Pointer | None = None
) -> Place | None:
    """The place where other words were: in the same segment if it is still said then, else at the second."""
    if here is not None and (second is None or here.start is None or _is_said_at(here, second)):
        return Place(here, corrected=True)
    if second is None:
        return None
    there = library.segment_at(episode.slug, second)
    if there is None:
        return None
    if pointer is None:
        return Place(there, corrected=True)
    has_marks = pointer.language == episode.original
    begins = max((place for place, time in there.marks if time <= second + 1), default=0) if has_marks else 0
    return Place(there, begins - pointer.span[0], corrected=True)


def _is_said_at(segment: Segment, second: int) -> bool:
    start = segment.start or 0.0
    end = start if segment.end is None else segment.end
    return start - 1 <= second <= max(start, end) + 1
