"""Makes a transcript of an interview's turns and headings: segments and chapters."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise, zip_longest
from operator import attrgetter

from transcript.formats.cues import WORDS_A_SECOND
from transcript.formats.file_names import slug
from transcript.formats.line_languages import ENGLISH_AND_CHINESE, LineLanguages
from transcript.language.language_names import english_name
from transcript.language.normalise import UNSPACED_LANGUAGES
from transcript.language.sentences import glue
from transcript.models import LANGUAGES, Chapter, Episode, Irregularity, Language, Note, Segment, Texts, Transcript

STRAY = 0.1
"""A language that fewer of the segments have is not one of the transcript's."""


_CHARACTERS_A_SECOND = 4.5
"""The same as WORDS_A_SECOND for scripts without spaces, in characters."""


@dataclass  # no slots: a cached property needs a place
class Line:
    """A line of a file that has something on it; `number` counts from 1, `after_blank` if a white line stands above.

    The last two are known once all lines were read.
    """

    number: int
    text: str
    after_blank: bool
    languages: LineLanguages = ENGLISH_AND_CHINESE
    expected: Language | None = None

    @cached_property
    def language(self) -> Language:
        """The one of the file's languages that it is in."""
        return self.languages.of(self.text, self.expected)


@dataclass(frozen=True, slots=True)
class Head:
    date: str | None = None
    title: str = ""


@dataclass(slots=True)
class Turn:
    """The lines under one stamp; `start` in seconds."""

    number: int
    start: float
    speaker: str | None
    lines: list[Line]


@dataclass(slots=True)
class Heading:
    """A chapter's beginning; its lines are the summary; `turn` is the first turn after it."""

    number: int
    start: float
    title: list[Line]
    turn: int
    lines: list[Line] = field(default_factory=list)


def assemble(
    name: str, head: Head, headings: list[Heading], turns: list[Turn], warnings: list[Irregularity]
) -> Transcript:
    """The transcript; `name` is the file's, without its ending, and gives the slug. `warnings` are those met so far."""
    notes: list[Note] = []
    texts = [_join_lines(turn.lines, notes) for turn in turns]
    languages = _languages_in_order(turns, texts)
    ends = _turn_ends(turns, texts[-1])
    firsts = [heading.turn for heading in headings]
    segments = tuple(
        Segment(index, turn.start, end, turn.speaker, bisect_right(firsts, index) or None, text)
        for index, (turn, end, text) in enumerate(zip(turns, ends, texts, strict=True))
    )
    duration = max(ends)
    warnings = [*warnings, *_collect_warnings(head, headings, turns, texts, languages)]
    episode = Episode(
        slug=slug(name),
        title=head.title or name,
        date=head.date,
        speakers=_speakers_by_time(segments),
        languages=languages,
        duration=duration,
        segments=len(segments),
    )
    chapters = _make_chapters(headings, len(turns), duration)
    return Transcript(episode, chapters, segments, tuple(notes), tuple(sorted(warnings, key=attrgetter("line"))))


def _languages_in_order(turns: list[Turn], texts: list[Texts]) -> tuple[Language, ...]:
    """The languages of the transcript; the first is the one that was spoken, and stands first under most stamps."""
    first = Counter(turn.lines[0].language for turn in turns)
    having = Counter(language for text in texts for language in text)
    listed = [language for language in _in_order(having) if having[language] >= STRAY * len(texts)]
    return tuple(sorted(listed, key=lambda language: (-first[language], -having[language])))


def _join_lines(lines: list[Line], notes: list[Note]) -> Texts:
    """The lines in each language, joined. A line of translation too many translates nothing: it is the editor's
    note."""
    texts: dict[Language, list[str]] = {}
    untranslated = 0
    base = lines[0].languages.base if lines else ""
    is_translated = any(line.language == base for line in lines)
    for language, group in groupby(lines, attrgetter("language")):
        run = list(group)
        if language == base:
            untranslated = len(run)
        elif is_translated:
            notes.extend(Note(line.number, line.text) for line in run[untranslated:] if untranslated)
            run = run[:untranslated] or run
            untranslated = 0
        texts.setdefault(language, []).extend(line.text for line in run)
    return {language: glue(language).join(texts[language]) for language in _in_order(texts)}


def _in_order(languages: Iterable[Language]) -> list[Language]:
    """Languages in the order in which they are told of: English, Chinese, then the others as they come."""
    return sorted(languages, key=lambda code: LANGUAGES.index(code) if code in LANGUAGES else len(LANGUAGES))


def _turn_ends(turns: list[Turn], last: Texts) -> list[float]:
    """Each turn ends where the next one in time begins; the last one when its words would be spoken."""
    order = sorted(range(len(turns)), key=lambda index: (turns[index].start, index))
    ends = [0.0] * len(turns)
    for index, following in pairwise(order):
        ends[index] = turns[following].start
    final = order[-1]
    ends[final] = turns[final].start + _seconds_to_say(last)
    return ends


def _seconds_to_say(text: Texts) -> float:
    """About how many whole seconds it takes to say it, one at least."""
    language, said = next(iter(text.items()), ("en", ""))
    if language in UNSPACED_LANGUAGES:
        seconds = sum(not sign.isascii() for sign in said) / _CHARACTERS_A_SECOND
    else:
        seconds = len(said.split()) / WORDS_A_SECOND
    return float(max(1, round(seconds)))


def _speakers_by_time(segments: tuple[Segment, ...]) -> tuple[str, ...]:
    """The speakers, in the order of how long they speak."""
    seconds: dict[str, float] = {}
    for segment in segments:
        if segment.speaker is not None:
            seconds[segment.speaker] = seconds.get(segment.speaker, 0) + segment.seconds
    return tuple(sorted(seconds, key=lambda name: -seconds[name]))


def _make_chapters(headings: list[Heading], turns: int, duration: float) -> tuple[Chapter, ...]:
    return tuple(
        Chapter(
            index=index,
            title=_by_language(heading.title),
            start=heading.start,
            end=max(heading.start, after.start if after else duration),
            summary=_by_language(heading.lines),
            first=heading.turn,
            last=(after.turn if after else turns) - 1,
        )
        for index, (heading, after) in enumerate(zip_longest(headings, headings[1:]), 1)
    )


def _by_language(lines: list[Line]) -> Texts:
    texts: dict[Language, list[str]] = {}
    for line in lines:
        texts.setdefault(line.language, []).append(line.text)
    return {language: glue(language).join(texts[language]) for language in _in_order(texts)}


def _collect_warnings(
    head: Head, headings: list[Heading], turns: list[Turn], texts: list[Texts], languages: tuple[Language, ...]
) -> list[Irregularity]:
    found = []
    if not head.title:
        found.append(Irregularity(1, "no head of date, guest and title; the file's name serves as the title"))
    for before, turn in pairwise(turns):
        if turn.start == before.start:
            found.append(Irregularity(turn.number, "the same time stamp as the segment before"))
        elif turn.start < before.start:
            found.append(Irregularity(turn.number, "a time stamp earlier than that of the segment before"))
    for turn, text in zip(turns, texts, strict=True):
        missing = [language for language in languages if language not in text]
        found.extend(Irregularity(turn.number, f"no {english_name(language)} text") for language in missing)
    starts = {heading.turn: heading.start for heading in headings}
    for index, turn in enumerate(turns):
        if turn.start < starts.get(index, 0):
            found.append(Irregularity(turn.number, "a time stamp earlier than that of its chapter"))
    edges = [*(heading.turn for heading in headings[1:]), len(turns)]
    for heading, edge in zip(headings, edges, strict=False):
        if heading.turn == edge:
            found.append(Irregularity(heading.number, "a chapter in which nothing is said"))
    return found
