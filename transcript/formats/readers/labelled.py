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
from dataclasses import dataclass, field, replace

from transcript.formats.chapter_files import chapters_of, is_chapter_row
from transcript.formats.cues import ChapterHead, Cue, GrowingText, Reading
from transcript.formats.file_names import iso_date
from transcript.formats.markup import between, clean, plain, without_comments
from transcript.formats.readers.front_matter import read_front_matter
from transcript.formats.readers.turns import LABELLED, Turn, turn_of
from transcript.formats.source import Source
from transcript.formats.speakers import NO_NAMES, is_name, likely_names, tidy
from transcript.formats.stamps import CLOCK, clock
from transcript.models import Note

FEWEST_TURNS = 2
"""Turns that a text has at least to be one with names or times."""


ROWS_TO_RECOGNISE = 1_000
"""Rows after which it is clear that a text has names or times."""


ZOOM = re.compile(r"\[[^\]\n]{1,60}\]\s+\d{1,2}:\d\d:\d\d\s*")
"""Zoom's saved captions: times of a clock on the wall."""


DAY = 24 * 3600.0


_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")


_NO_SPEECH = re.compile(
    r"<?https?://\S+>?|!?\[[^\]]*\]\(https?://[^)]*\)|[-*_=]{3,}"
    r"|(?:full |episode )?transcri(?:pt|ption)\b.{0,40}|(?:transcribed|captions?|subtitles?) by\b.{0,80}"
    r"|(?:this|the) (?:\w{1,20} )?(?:transcript|text|file) (?:was|is|has been)\b.{0,300}"
    r"|meeting ended after \d.{0,20}",
    re.IGNORECASE,
)
"""Rows that are not speech: addresses, rules, and who wrote the transcript."""


_INNER = re.compile(rf"\\*\[\s*({CLOCK})\s*\\*\]")
"""A time within the words."""


_FRAMES = re.compile(r"\[\d{1,2}:\d\d:\d\d\.(\d\d)\\*\]")


_SILENT = frozenset({"break", "music", "ad break", "sponsor", "ad", "jingle", "outro", "intro", "clip", "transition"})
"""Labels under which nobody of the show speaks."""


_MOST_TITLE = 16
"""Words of a title or a chapter's title."""


@dataclass(slots=True)
class _Text:
    """The rows of a text, from `first` on, and the turns that some of them begin."""

    rows: list[str]
    first: int
    turns: dict[int, Turn] = field(default_factory=dict)


def recognises(source: Source) -> bool:
    """True if enough of its rows begin a turn, by a name that comes again or by a time."""
    if source.json is not None or source.root_tag or chapters_of(source):
        return False
    text = _prepare_text(source, Reading(), most=ROWS_TO_RECOGNISE)
    count = len(text.turns)
    return count >= FEWEST_TURNS or (count == 1 and min(text.turns) <= text.first + 3)


def read(source: Source) -> Reading:
    reading = Reading()
    text = _prepare_text(source, reading)
    if not text.turns:
        return reading
    _take_chapters(text, reading)
    shapes = Counter(turn.shape for turn in text.turns.values())
    reading.kind = shapes.most_common(1)[0][0] if shapes else None
    _Cues(text, reading).take_all()
    if reading.kind and sum(map(bool, map(ZOOM.fullmatch, text.rows))) * 2 > len(text.turns):
        reading.kind = "Zoom's saved captions"
        _from_the_first(reading)
    if _counts_frames(source.text):
        for cue in reading.cues:
            cue.start = _with_frames(cue.start)
            cue.words = [(place, _with_frames(second) or 0.0) for place, second in cue.words]
    return reading


def _prepare_text(source: Source, reading: Reading, most: int | None = None) -> _Text:
    """The first `most` rows, and those that begin a turn: of names without a time only those that are names here."""
    first = read_front_matter(source.text, reading)
    rows = source.rows[:most]
    if "<!--" in source.text:
        rows = without_comments("\n".join(rows)).split("\n")
    begin, rows = _words_section(rows, first)
    if begin > first:
        listed = [row for row in rows[first:begin] if is_chapter_row(row)]
        reading.chapters += chapters_of(Source("\n".join(listed)))
    first = begin
    text = _Text(rows, first)
    found = {
        number: turn for number in range(first, len(rows)) if rows[number].strip() and (turn := turn_of(rows[number]))
    }
    _above_or_below(rows, found)
    _times_beside_names(rows, found)
    labels = [turn.name for turn in found.values() if turn.shape == LABELLED and turn.name]
    leading = next((found.get(number) for number in range(first, len(rows)) if rows[number].strip()), None)
    paragraphs = sum(bool(rows[n].strip()) and (n == 0 or not rows[n - 1].strip()) for n in range(first, len(rows)))
    names = likely_names(
        labels,
        [*reading.speakers, *(turn.name for turn in found.values() if turn.name and turn.shape != LABELLED)],
        first=leading.name if leading else None,
        all_labelled=len(labels) * 2 >= paragraphs,
    )
    text.turns = {
        number: turn
        for number, turn in found.items()
        if turn.shape != LABELLED or turn.name in names or _is_initials(turn.name, reading.speakers)
    }
    _only_main_shapes(text)
    return text


def _words_section(rows: list[str], first: int) -> tuple[int, list[str]]:
    """The number of the transcript's first row, after its heading if there is one; and the rows without code and the
    sections after the words."""
    kept, in_code, end = list(rows), False, len(rows)
    for number in range(first, len(rows)):
        row = rows[number].strip()
        fence = row.startswith(("```", "~~~"))
        if fence or in_code:
            kept[number] = ""
        in_code = in_code != fence
        heading = _HEADING.fullmatch(row) if row.startswith("#") else None
        title = clean(plain(heading[2])).casefold().rstrip(":") if heading else ""
        if title in ("transcript", "transcription", "full transcript", "episode transcript"):
            first = number + 1
        elif title in AFTERWORDS and number > first:
            end = min(end, number)
    return (first, kept[:end]) if end > first else (first, kept)


AFTERWORDS = frozenset(
    {
        "links",
        "resources",
        "references",
        "show notes",
        "shownotes",
        "credits",
        "footnotes",
        "further reading",
        "sponsors",
    }
)
"""Headings of sections that stand after what was said."""


def _is_initials(name: str | None, speakers: list[str]) -> bool:
    return any(name == "".join(part[0] for part in speaker.split()) for speaker in speakers)


def _only_main_shapes(text: _Text) -> None:
    """Leave out the rare row that looks like a turn in a text whose turns look otherwise."""
    shapes = Counter(turn.shape for turn in text.turns.values())
    if not shapes:
        return
    most = max(shapes.values())
    for number, turn in list(text.turns.items()):
        rare = shapes[turn.shape] * 20 < most
        if rare and turn.shape in ("Name 00:00", "00:00:00 text") and turn.start is not None:
            del text.turns[number]


def _above_or_below(rows: list[str], found: dict[int, Turn]) -> None:
    """A time alone on its row belongs to the name alone on the row above it or below."""
    alone = [number for number, turn in found.items() if turn.shape == "00:00:00" and not turn.rest]
    above = {number: rows[number - 1].strip() for number in alone if number and number - 1 not in found}
    below = {number: rows[number + 1].strip() for number in alone if number + 1 < len(rows) and number + 1 not in found}
    counts = [Counter(name for name in places.values() if is_name(name)) for places in (above, below)]
    for places, count, step in ((above, counts[0], -1), (below, counts[1], 1)):
        names = {name for name, times in count.items() if times >= FEWEST_TURNS or sum(count.values()) * 2 > len(alone)}
        for number, name in places.items():
            if name in names and number in found and found[number].name is None and alone:
                turn = found.pop(number)
                later = max(number, number + step)
                found[later] = turn._replace(name=name, shape="Name and 00:00:00 above")
                rows[min(number, number + step)] = ""
                rows[later] = ""


def _times_beside_names(rows: list[str], found: dict[int, Turn]) -> None:
    """A time with nothing but a name beside it, and the words below, begins that person's turn."""
    after = {number: turn for number, turn in found.items() if turn.shape == "00:00:00 text"}
    named = [
        number
        for number, turn in after.items()
        if is_name(turn.rest) and number + 1 not in found and any(map(str.strip, rows[number + 1 : number + 2]))
    ]
    if len(named) * 2 > len(after):
        for number in named:
            found[number] = after[number]._replace(name=after[number].rest, rest="", shape="00:00:00 Name")


def _take_chapters(text: _Text, reading: Reading) -> None:
    """Rows of a time and a title above the words are chapters, where the turns look otherwise or begin anew."""
    numbers = sorted(text.turns)
    block: list[int] = []
    for number in numbers:
        turn = text.turns[number]
        titled = turn.shape == "00:00:00 text" and len(turn.rest.split()) <= _MOST_TITLE and turn.rest[-1:] not in ".!?"
        later = not block or (turn.start or 0.0) > (text.turns[block[-1]].start or 0.0)
        if not titled or not later or any(row.strip() for row in text.rows[(block or [number])[-1] + 1 : number]):
            break
        block.append(number)
    following = numbers[len(block)] if len(block) < len(numbers) else None
    if len(block) < FEWEST_TURNS or following is None:
        return
    turn = text.turns[following]
    last = text.turns[block[-1]].start or 0.0
    if turn.shape != "00:00:00 text" or (turn.start is not None and turn.start < last):
        for number in block:
            one = text.turns.pop(number)
            text.rows[number] = ""
            reading.chapters.append(ChapterHead(clean(plain(one.rest)), one.start, line=number + 1))


class _Cues:
    """Goes through the rows, and gives each turn its words."""

    def __init__(self, text: _Text, reading: Reading) -> None:
        self.text = text
        self.reading = reading
        self.cue: Cue | None = None
        self.said = GrowingText()
        self.speaker: str | None = None
        self.begun = False
        self.bare: float | None = None  # a time that stands alone, until words stand under it

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
            silent = turn.name.casefold() in _SILENT or (turn.bold and turn.name.casefold() in NO_NAMES)
            self.speaker = None if silent else tidy(turn.name)
        self.cue = Cue(start, turn.until, "", self.speaker, line)
        if turn.rest:
            self._take_words(turn.rest)

    def _take_row(self, row: str, line: int) -> None:
        heading = _HEADING.fullmatch(row)
        if heading is not None:
            self._take_heading(len(heading[1]), clean(plain(heading[2])), line)
        elif _NO_SPEECH.fullmatch(row):
            self.reading.notes.append(Note(line, row))
        elif not self.begun and self._is_head(row, line):
            return
        else:
            after_blank = line >= 2 and not self.text.rows[line - 2].strip()
            if self.cue is None or (after_blank and self.cue.start is None):
                self._close_cue()
                self.cue = Cue(None, None, "", self.speaker, line)
            self._take_words(row)

    def _take_heading(self, level: int, title: str, line: int) -> None:
        if level == 1 and not self.begun:
            self.reading.title = self.reading.title or title or None
        elif title and title.casefold() not in ("transcript", "transcription"):
            self._close_cue()
            self.reading.chapters.append(ChapterHead(title, cue=len(self.reading.cues), line=line))

    def _is_head(self, row: str, line: int) -> bool:
        """True if a row above the first turn is the title or the date; other rows are words of nobody."""
        words = clean(plain(row))
        if iso_date(words) and len(words) < 20:
            self.reading.date = self.reading.date or iso_date(words)
            return True
        if self.reading.title is None and len(words.split()) <= _MOST_TITLE and words[-1:] not in ".!?,;…":
            self.reading.title = words
            return True
        if len(words.split()) <= _MOST_TITLE and words[-1:] not in ".!?…":
            self.reading.notes.append(Note(line, words))
            return True
        return False

    def _take_words(self, words: str) -> None:
        """Put words to the open cue; a time in brackets within them is the time of what follows it."""
        self.bare = None
        cue = self.cue
        if cue is None:
            return
        parts = _INNER.split(words) if ":" in words and "[" in words else [words]
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
