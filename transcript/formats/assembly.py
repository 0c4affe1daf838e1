"""What every reader ends with: turns and headings become segments and chapters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise, zip_longest
from operator import attrgetter
from unicodedata import normalize

from transcript.models import LANGUAGES, Chapter, Episode, Irregularity, Language, Note, Segment, Texts, Transcript

UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ud800-\udfff\ufeff\u200b\u2060"
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # these turn the direction of whatever follows
)
"""Signs that cannot be seen."""


STRAY = 0.1
"""A language that fewer of the segments have is not one of the transcript's."""


_CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]")


_WORD = re.compile(r"[A-Za-z]+")


_JOINTS: dict[Language, str] = {"en": " ", "zh": ""}


_WORDS_A_SECOND = 2.5


_CHARACTERS_A_SECOND = 4.5


@dataclass(frozen=True)  # no slots: a cached property needs a place
class Line:
    """A line of a file that has something on it; `number` counts from 1, `after_blank` if a white line stands above."""

    number: int
    text: str
    after_blank: bool

    @cached_property
    def language(self) -> Language:
        """Chinese if it has more Chinese signs than Latin words: translations keep names and terms in English."""
        return "zh" if len(_CHINESE.findall(self.text)) > len(_WORD.findall(self.text)) else "en"


@dataclass(frozen=True, slots=True)
class Head:
    date: str | None = None
    title: str = ""


@dataclass(slots=True)
class Turn:
    """What stands under one stamp, `start` in seconds."""

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
    texts = [_pair(turn.lines, notes) for turn in turns]
    languages = _languages(turns, texts)
    ends = _ends(turns, texts[-1])
    firsts = [heading.turn for heading in headings]
    segments = tuple(
        Segment(index, turn.start, end, turn.speaker, bisect_right(firsts, index) or None, text)
        for index, (turn, end, text) in enumerate(zip(turns, ends, texts, strict=True))
    )
    duration = max(ends)
    warnings = [*warnings, *_warnings(head, headings, turns, texts, languages)]
    episode = Episode(
        slug=slug(name),
        title=head.title or name,
        date=head.date,
        speakers=_speakers(segments),
        languages=languages,
        duration=duration,
        segments=len(segments),
    )
    chapters = _chapters(headings, len(turns), duration)
    return Transcript(episode, chapters, segments, tuple(notes), tuple(sorted(warnings, key=attrgetter("line"))))


def _languages(turns: list[Turn], texts: list[Texts]) -> tuple[Language, ...]:
    """The languages of the transcript; the first is the one that was spoken, and stands first under most stamps."""
    first = Counter(turn.lines[0].language for turn in turns)
    having = Counter(language for text in texts for language in text)
    listed = [language for language in LANGUAGES if having[language] >= STRAY * len(texts)]
    return tuple(sorted(listed, key=lambda language: (-first[language], -having[language])))


def slug(name: str) -> str:
    """A name for addresses and options: letters and digits of any script, joined by hyphens, at most 60 characters."""
    return re.sub(r"[\W_]+", "-", normalize("NFKC", name).casefold()).strip("-")[:60].rstrip("-") or "episode"


def _pair(lines: list[Line], notes: list[Note]) -> Texts:
    """The lines in each language, joined. A Chinese line too many translates nothing: it is the editor's note."""
    texts: dict[Language, list[str]] = {}
    untranslated = 0
    english = any(line.language == "en" for line in lines)
    for language, group in groupby(lines, attrgetter("language")):
        run = list(group)
        if language == "en":
            untranslated = len(run)
        elif english:
            notes.extend(Note(line.number, line.text) for line in run[untranslated:] if untranslated)
            run = run[:untranslated] or run
            untranslated = 0
        texts.setdefault(language, []).extend(line.text for line in run)
    return {language: _JOINTS[language].join(texts[language]) for language in LANGUAGES if language in texts}


def _ends(turns: list[Turn], last: Texts) -> list[float]:
    """Each turn ends where the next one in time begins; the last one when its words would be spoken."""
    order = sorted(range(len(turns)), key=lambda index: (turns[index].start, index))
    ends = [0.0] * len(turns)
    for index, following in pairwise(order):
        ends[index] = turns[following].start
    final = order[-1]
    ends[final] = turns[final].start + _spoken(last)
    return ends


def _spoken(text: Texts) -> float:
    """About how many whole seconds it takes to say it, one at least."""
    words = len(text.get("en", "").split()) / _WORDS_A_SECOND
    characters = len(_CHINESE.findall(text.get("zh", ""))) / _CHARACTERS_A_SECOND
    return float(max(1, round(words or characters)))


def _speakers(segments: tuple[Segment, ...]) -> tuple[str, ...]:
    """Who speaks, who speaks most first."""
    seconds: dict[str, float] = {}
    for segment in segments:
        if segment.speaker is not None:
            seconds[segment.speaker] = seconds.get(segment.speaker, 0) + segment.seconds
    return tuple(sorted(seconds, key=lambda name: -seconds[name]))


def _chapters(headings: list[Heading], turns: int, duration: float) -> tuple[Chapter, ...]:
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
    joined = {lang: _JOINTS[lang].join(line.text for line in lines if line.language == lang) for lang in LANGUAGES}
    return {language: text for language, text in joined.items() if text}


def _warnings(
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
        found.extend(Irregularity(turn.number, f"no {_NAMES[language]} text") for language in missing)
    starts = {heading.turn: heading.start for heading in headings}
    for index, turn in enumerate(turns):
        if turn.start < starts.get(index, 0):
            found.append(Irregularity(turn.number, "a time stamp earlier than that of its chapter"))
    edges = [*(heading.turn for heading in headings[1:]), len(turns)]
    for heading, edge in zip(headings, edges, strict=False):
        if heading.turn == edge:
            found.append(Irregularity(heading.number, "a chapter in which nothing is said"))
    return found


_NAMES: dict[Language, str] = {"en": "English", "zh": "Chinese"}
