"""Texts with names or times: what people type, and what Otter, Descript, Rev, Riverside and Zoom export.

**Ada Quill:** \\[04:08\\] The bridge …      Ada Quill: 00:04:08           [00:04:08] Ada Quill: The bridge …
                                           The bridge …
Ada Quill  4:08                            Ada Quill (04:08)             00:04:08 The bridge …
The bridge …                               The bridge …

A paragraph without a name goes on with the speaker. Words under one time are one cue. `## Headings` are chapters, and
so are lines `00:00 Title` above the words. Front matter says title, date and speakers.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import zip_longest

from transcript.formats.cues import ChapterHead, Cue, GrowingText, Reading
from transcript.formats.file_names import iso_date
from transcript.formats.markup import between, clean, plain
from transcript.formats.readers.text.head import HEADING
from transcript.formats.readers.text.outline import (
    MOST_TITLE_WORDS,
    NO_SPEECH,
    SILENT,
    Outline,
    outline_of,
    take_chapters,
    take_heading,
)
from transcript.formats.readers.text.turns import LABELLED, Turn
from transcript.formats.source import Source
from transcript.formats.speakers import NO_NAMES, tidy
from transcript.formats.stamps import CLOCK, clock
from transcript.models import Note

ZOOM = re.compile(r"\[[^\]\n]{1,60}\]\s+\d{1,2}:\d\d:\d\d\s*|\d{1,2}:\d\d:\d\d\s+From\s.*")
"""Zoom's saved captions and its chat: times of a clock on the wall."""


DAY = 24 * 3600.0
"""Seconds of a day, after which a clock on the wall begins anew."""


_INNER = re.compile(rf"\\*[\[#]\s*({CLOCK})(?:-\d)?\s*\\*[\]#]")
"""A time within the words: `[00:04]`, or f4's `#00:00:04-5#`, which stands behind them."""


LONGEST_DATE = 45
"""Characters of a row that says the day, with the hour and the length that Otter writes behind it."""


_OPENING = 5.0
"""Seconds. Above a first time as early as this nothing was said yet."""


_TWO_DASHES = re.compile(r"(?:[―─ー—–]{2}|―)\s*(?=\S)")
"""The turn of somebody else without a name, in Japanese and Chinese interviews."""


_FRAMES = re.compile(r"\[\d{1,2}:\d\d:\d\d\.(\d\d)\\*\]")


def read(source: Source, *, is_page: bool = False) -> Reading:
    """The reading of a text; on a page, what stands above the first turn is the site's."""
    reading = Reading()
    text = outline_of(source, reading)
    if not text.turns:
        return reading
    take_chapters(text, reading)
    if not text.turns:
        return reading
    shapes = Counter(turn.shape for turn in text.turns.values())
    reading.kind = shapes.most_common(1)[0][0] if shapes else None
    _Cues(text, reading, is_page=is_page).take_all()
    reading.chapters = _without_repeats(reading.chapters, len(reading.cues))
    if reading.kind and sum(map(bool, map(ZOOM.fullmatch, source.rows))) * 2 > len(text.turns):
        reading.kind = "Zoom's saved captions"
        _from_the_first(reading)
    if _counts_frames(source.text):
        for cue in reading.cues:
            cue.start = _with_frames(cue.start)
            cue.words = [(place, _with_frames(second) or 0.0) for place, second in cue.words]
    return reading


class _Cues:
    """Goes through the rows, and gives each turn its words."""

    def __init__(self, text: Outline, reading: Reading, *, is_page: bool) -> None:
        self.text = text
        self.reading = reading
        self.cue: Cue | None = None
        self.said = GrowingText()
        self.speaker: str | None = None
        self.begun = False
        self.bare: float | None = None  # a time that stands alone, until words stand under it
        self.titles = {chapter.title.casefold() for chapter in reading.chapters}
        first = text.turns[min(text.turns)].start
        self.opens = is_page or (first is not None and first <= _OPENING)

    def take_all(self) -> None:
        for number in range(self.text.first, len(self.text.rows)):
            row = self.text.rows[number]
            if number in self.text.turns:
                self._begin_turn(self.text.turns[number], number + 1)
            elif row.strip():
                self._take_row(row.strip(), number + 1)
        self._close_cue()

    def _close_cue(self) -> None:
        if self.cue is not None and self.said.parts:
            self.cue.text = str(self.said)
            self.reading.cues.append(self.cue)
        self.cue, self.said = None, GrowingText()

    def _begin_turn(self, turn: Turn, line: int) -> None:
        start = self.bare if turn.start is None else turn.start
        self.bare = turn.start if turn.name is None and not turn.rest else None
        self._close_cue()
        self.begun = True
        if turn.name is not None:
            silent = turn.name.casefold() in SILENT or (turn.bold and turn.name.casefold() in NO_NAMES)
            self.speaker = None if silent else tidy(turn.name)
        self.cue = Cue(start, turn.until, "", self.speaker, line)
        if turn.rest:
            self._take_words(turn.rest)

    def _take_row(self, row: str, line: int) -> None:
        heading = HEADING.fullmatch(row)
        if heading is not None:
            self._close_cue()
            take_heading(self.reading, len(heading[1]), clean(plain(heading[2])), line)
        elif self.begun and row.casefold() in self.titles:
            self._close_cue()
            take_heading(self.reading, 2, row, line)
        elif NO_SPEECH.fullmatch(row) or (row[:1] == "|" and not self.begun):
            self.reading.notes.append(Note(line, row))
        elif row == ">":
            return
        elif dashes := _TWO_DASHES.match(row):
            self._begin_turn(Turn(LABELLED, "", None, None, row[dashes.end() :]), line)
        elif not self.begun and self._is_head(row, line):
            return
        else:
            after_blank = line >= 2 and not self.text.rows[line - 2].strip()
            if self.cue is None or (after_blank and self.cue.start is None):
                self._close_cue()
                self.cue = Cue(None, None, "", self.speaker, line)
            self._take_words(row)

    def _is_head(self, row: str, line: int) -> bool:
        """True if a row above the first turn is the title or the date; other rows are words of nobody."""
        words = clean(plain(row))
        if words[:1] in ("(", "[") and words[-1:] in (")", "]"):  # what is heard
            return False
        if len(words) < LONGEST_DATE and iso_date(words):
            self.reading.date = self.reading.date or iso_date(words)
            return True
        if self.reading.title is None and len(words.split()) <= MOST_TITLE_WORDS and words[-1:] not in ".!?,;…":
            self.reading.title = words
            return True
        if self.opens or (len(words.split()) <= MOST_TITLE_WORDS and words[-1:] not in ".!?…"):
            self.reading.notes.append(Note(line, words))
            return True
        return False

    def _take_words(self, words: str) -> None:
        """Put words to the open cue; a time in brackets within them is the time of what follows it."""
        self.bare = None
        cue = self.cue
        if cue is None:
            return
        parts = _INNER.split(words) if ":" in words and ("[" in words or "#" in words) else [words]
        for place, part in enumerate(parts):
            if place % 2:
                second = clock(part)
                if second is not None and self.said.parts:
                    cue.words.append((self.said.length + 1, second))
                elif second is not None and cue.start is None:
                    cue.start = second
                continue
            text = clean(plain(part))
            if text:
                self.said.add(text, between(self.said.last, text))
        if len(parts) > 1 and self.said.parts and not parts[-1].strip():  # the time at which the next turn begins
            self.bare = clock(parts[-2])


def _without_repeats(chapters: list[ChapterHead], cues: int) -> list[ChapterHead]:
    """The chapters under which something is said; one that is listed above too has the time that stands there."""
    listed = {chapter.title.casefold(): chapter for chapter in chapters if chapter.cue is None}
    kept: list[ChapterHead] = []
    headed = [chapter for chapter in chapters if chapter.cue is not None]
    for chapter, after in zip_longest(headed, headed[1:]):
        if chapter.cue != (after.cue if after else cues):
            above = listed.pop(chapter.title.casefold(), None)
            chapter.start = above.start if above and chapter.start is None else chapter.start
            kept.append(chapter)
    return [*listed.values(), *kept]


def _from_the_first(reading: Reading) -> None:
    """Count the times of a clock on the wall from the first, over midnight too."""
    starts = [cue.start for cue in reading.cues if cue.start is not None]
    if not starts:
        return
    first, day, before = starts[0], 0.0, starts[0]
    for number, cue in enumerate(reading.cues):
        if cue.start is not None:
            if cue.start < before - DAY / 2:
                day += DAY
            before = cue.start
            reading.cues[number] = replace(cue, start=cue.start + day - first)


def _counts_frames(text: str) -> bool:
    """True if the numbers after the dot of a text's times are frames: none of them is thirty or more."""
    parts = [int(part) for part in _FRAMES.findall(text)]
    return len(parts) >= 5 and max(parts) < 30


def _with_frames(second: float | None) -> float | None:
    if second is None:
        return None
    whole = int(second)
    return round(whole + min((second - whole) * 100 / 30, 0.999), 3)
