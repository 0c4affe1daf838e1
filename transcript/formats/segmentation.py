"""Cues become segments: one speaker, whole sentences, of a length that can be read, with the time of every cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from transcript.formats.cues import Cue
from transcript.formats.markup import CJK, between, joined
from transcript.language.normalise import UNSPACED_LANGUAGES
from transcript.language.sentences import Range, sentences
from transcript.models import Language, Mark, Segment

MOST_WORDS = 90
"""Words of a segment; a sentence that is longer is cut, at a cue if it has several."""


MOST_SECONDS = 40.0
"""Seconds from a segment's beginning to its last cue's."""


WORDS_A_CHARACTER = 0.6
"""Words that count as long as one Chinese or Japanese character."""


LONGEST_WORD = 20
"""Characters that a word has at most, as far as lengths go."""


LONG_CUE = 10.0
"""Seconds. Where a segment ends within a longer cue, nobody can tell when."""


@dataclass(slots=True)
class _Run:
    """Cues of one speaker as one text. `begins` are the characters at which each begins; `times` the second of each
    cue and word by its character, None where there is no time."""

    cues: Sequence[Cue]
    text: str = ""
    begins: list[int] = field(default_factory=list)
    times: list[tuple[int, float | None]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        parts: list[str] = []
        at = 0
        for cue in self.cues:
            glue = between(parts[-1], cue.text) if parts else ""
            parts += [glue, cue.text]
            at += len(glue)
            self.begins.append(at)
            self.times.append((at, cue.start))
            self.times.extend((at + place, second) for place, second in cue.words if place)
            at += len(cue.text)
        self.text = "".join(parts)
        self.places = [place for place, _ in self.times]

    def time_at(self, character: int) -> float | None:
        return self.times[max(0, bisect_right(self.places, character) - 1)][1]

    def end_at(self, character: int) -> float | None:
        """The second at which the text before a character ends; None where it is not known."""
        cue = self.cues[bisect_right(self.begins, character - 1) - 1]
        last = self.begins[bisect_right(self.begins, character - 1) - 1] + len(cue.text)
        if character >= last:
            return cue.end
        place = bisect_right(self.places, character)
        if cue.words and place < len(self.times):
            return self.times[place][1]
        brief = cue.start is not None and cue.end is not None and cue.end - cue.start <= LONG_CUE
        return cue.end if brief else None

    def texts(self, start: int, end: int, language: Language, translation: Language | None) -> dict[Language, str]:
        """The text of a range, and the translation of the cues that begin in it."""
        texts = {language: self.text[start:end]}
        if translation is not None:
            cues = self.cues[bisect_left(self.begins, start) : bisect_left(self.begins, end)]
            if translated := joined([cue.translation for cue in cues]):
                texts[translation] = translated
        return texts

    def marks(self, start: int, end: int) -> tuple[Mark, ...]:
        """The times within a range, counted from its beginning; of those in the same second the first."""
        found: list[Mark] = []
        second = self.time_at(start)
        last = -1 if second is None else int(second)
        for place, time in self.times[bisect_right(self.places, start) : bisect_right(self.places, end - 1)]:
            if time is not None and int(time) != last:
                if found and found[-1][0] == place - start:
                    found.pop()
                found.append((place - start, time))
                last = int(time)
        return tuple(found)


def segments_of(
    cues: Sequence[Cue], language: Language, starts: Iterable[int] = (), translation: Language | None = None
) -> Iterator[Segment]:
    """The segments of cues, in the order of the cues; those in `starts` begin a chapter, and so a segment.

    Each has the `translation` of the cues that begin in it. Their numbers are right, their chapters are not known yet.
    """
    index = 0
    for run in _runs_of_speakers(cues, frozenset(starts)):
        for start, end in _pack_units(run, language):
            marks = run.marks(start, end)
            yield Segment(
                index,
                run.time_at(start),
                _not_before(run.time_at(start), run.end_at(end)),
                run.cues[0].speaker,
                None,
                run.texts(start, end, language, translation),
                marks,
            )
            index += 1


def _not_before(start: float | None, end: float | None) -> float | None:
    return end if start is None or end is None else max(start, end)


def _runs_of_speakers(cues: Sequence[Cue], starts: frozenset[int]) -> Iterator[_Run]:
    """Cues of one speaker without a break."""
    open_: list[Cue] = []
    for number, cue in enumerate(cues):
        if open_ and (cue.turn or cue.speaker != open_[-1].speaker or number in starts):
            yield _Run(open_)
            open_ = []
        open_.append(cue)
    if open_:
        yield _Run(open_)


def _pack_units(run: _Run, language: Language) -> Iterator[Range]:
    """The ranges of a run's segments: as many sentences as fit, and none of two times that are far apart."""
    if _fits_whole(run, language):
        yield 0, len(run.text)
        return
    start, end, words = -1, -1, 0.0
    for unit, count in _sentence_units(run, language):
        if start >= 0 and (words + count > MOST_WORDS or _is_late(run, start, unit)):
            yield start, end
            start = -1
        if start < 0:
            start, words = unit[0], 0.0
        end = unit[1]
        words += count
    if start >= 0:
        yield start, end


def _fits_whole(run: _Run, language: Language) -> bool:
    """True if a run is certainly one segment, however its sentences are cut: most turns are."""
    length = _word_length(run.text, language) + len(run.text) / LONGEST_WORD
    if length > MOST_WORDS or run.text != run.text.strip():
        return False
    times = [time for _, time in run.times if time is not None]
    return len(times) in (0, len(run.times)) and max(times, default=0.0) - min(times, default=0.0) <= MOST_SECONDS


def _is_late(run: _Run, start: int, unit: Range) -> bool:
    began, begins = run.time_at(start), run.time_at(unit[0])
    if began is None or begins is None:
        return began is not begins and began is None  # a time begins here
    return (run.time_at(unit[1] - 1) or begins) - began > MOST_SECONDS


def _sentence_units(run: _Run, language: Language) -> Iterator[tuple[Range, float]]:
    """Sentences, those that are too long in parts, and their lengths in words."""
    for start, end in sentences(run.text, language):
        length = _word_length(run.text[start:end], language)
        if length <= MOST_WORDS and (run.time_at(end - 1) or 0.0) - (run.time_at(start) or 0.0) <= MOST_SECONDS:
            yield (start, end), length
        else:
            for part in _cut_sentence(run, (start, end), language):
                yield part, _word_length(run.text[part[0] : part[1]], language)


def _cut_sentence(run: _Run, sentence: Range, language: Language) -> Iterator[Range]:
    """A long sentence cut at its cues, and a cue that is too long by itself between words."""
    low, high = bisect_right(run.begins, sentence[0]), bisect_right(run.begins, sentence[1] - 1)
    edges = [sentence[0], *run.begins[low:high], sentence[1]]
    for start, end in pairwise(edges):
        while end - start > MOST_WORDS * LONGEST_WORD or _word_length(run.text[start:end], language) > MOST_WORDS:
            cut = _cut_place(run.text, start, language)
            yield start, start + len(run.text[start:cut].rstrip())
            start = cut
        if run.text[start:end].strip():
            yield start, start + len(run.text[start:end].rstrip())


def _cut_place(text: str, start: int, language: Language) -> int:
    """The character after about as many words as a segment may have."""
    if language in UNSPACED_LANGUAGES:
        return start + int(MOST_WORDS / WORDS_A_CHARACTER)
    at, most = start, start + MOST_WORDS * LONGEST_WORD
    for _ in range(MOST_WORDS):
        space = text.find(" ", at, most)
        if space < 0:
            return at if at > start else most
        at = space + 1
    return at


def _word_length(text: str, language: Language) -> float:
    """The length of a text in words, about; a text without spaces is measured by its characters."""
    if language in ("zh", "ja"):
        return len(CJK.findall(text)) * WORDS_A_CHARACTER + text.count(" ")
    if language in UNSPACED_LANGUAGES:
        return len(text) * WORDS_A_CHARACTER / 2
    return max(text.count(" ") + 1, len(text) / LONGEST_WORD)
