"""Parses interviews with a translation under each passage, line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from transcript.errors import TranscriptError
from transcript.formats.bilingual import assembly
from transcript.formats.bilingual.assembly import Heading, Line, Turn
from transcript.formats.bilingual.names import NAME_AND_TEXT, is_name, speakers_after_stamps
from transcript.formats.line_languages import SAMPLED_LINES, LineLanguages, read_languages
from transcript.formats.markup import collapse, decode_entities, plain
from transcript.language.normalise import HAN_RANGES
from transcript.models import Irregularity, Language, Transcript

_BRACKETED_STAMP = re.compile(
    r"\((?:(?P<h>\d{1,2}):)?(?P<m>\d{1,3}):(?P<s>\d{2})\)"  # (mm:ss), (h:mm:ss), a chapter's (hh:mm:ss)
    r"\s*(?P<rest>.*)",  # the speaker, or what is said
    re.ASCII | re.DOTALL,
)


_ALMOST_STAMP = re.compile(r"\([\d:.]{3,9}\)", re.ASCII)


_HEAD = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})\s+"
    r"(?P<guest>.+?)(?<!\W\w)"  # not after the J of J.R. Dunmore
    r"\.(?P<title>\S.*)"
)


_SITE = frozenset({"热门主题", "热门文章", "相关文章", "Recent Articles", "Related Articles", "Popular Topics"})


_MAX_TITLE = 200
"""Characters of a chapter's title."""


_HAN = re.compile(f"[{HAN_RANGES}]")


_TOP = 40
"""Rows at the top of a file among which its head stands."""


def recognises(text: str) -> bool:
    """True if lines begin with a stamp in brackets, under a head or the word Transcript or with Chinese among them.

    Other texts with such stamps are read by the rules for texts with names and times.
    """
    rows = [row.strip() for row in text.split("\n")]
    if not any(_BRACKETED_STAMP.match(row) for row in rows):
        return False
    top = [row for row in rows[:_TOP] if row]
    headed = any(_HEAD.fullmatch(row) or row.casefold() == "transcript" for row in top)
    chinese = sum(map(bool, map(_HAN.search, rows)))
    return headed or chinese >= assembly.STRAY * len(rows)


def parse(text: str, path: Path, language: Language | None = None) -> Transcript:
    """The transcript in that text, in time linear in its length. Raises TranscriptError where nothing is said in it.

    `language` is the one that was spoken, where that is known; otherwise it is guessed.
    """
    lines = _read_lines(text)
    stamps = filter(None, map(_stamp_of, lines))
    speakers = speakers_after_stamps(stamp["rest"] for stamp in stamps)
    languages = _read_languages(lines, speakers, language)
    reading = _Reading(speakers=speakers, hours=_have_hours(lines))
    for line in lines:
        line.languages = languages
        reading.take(line)
    reading.close_turn()
    if not reading.turns:
        raise TranscriptError(path, "nothing is said in it: no time stamp has words", "put the words under each stamp")
    return assembly.assemble(path.stem, reading.head, reading.headings, reading.turns, reading.warnings)


def _stamp_of(line: Line) -> re.Match[str] | None:
    return _BRACKETED_STAMP.fullmatch(line.text) if line.text.startswith("(") else None


def _read_lines(text: str) -> list[Line]:
    """Every line that has anything on it, white space collapsed, without the site's own lines at the end."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = []
    after_blank = True
    for number, row in enumerate(rows, 1):
        words = collapse(decode_entities(plain(row)))
        if words:
            lines.append(Line(number, words, after_blank))
        after_blank = not words
    last_stamp = max((i for i, line in enumerate(lines) if _BRACKETED_STAMP.match(line.text)), default=0)
    for index in range(last_stamp + 1, len(lines)):
        if lines[index].text.lstrip("• ") in _SITE or lines[index].text.startswith("•"):
            return lines[:index]
    return lines


def _have_hours(lines: list[Line]) -> bool:
    """True if the stamps before speakers have two digits of hours, as chapters' have."""
    stamps = [stamp for line in lines if (stamp := _stamp_of(line)) and NAME_AND_TEXT.fullmatch(stamp["rest"])]
    return bool(stamps) and all(len(stamp["h"] or "") == 2 for stamp in stamps)


def _read_languages(lines: list[Line], speakers: frozenset[str], named: Language | None) -> LineLanguages:
    """The languages of what is said under the first stamps."""
    passages: list[list[str]] = []
    for line in lines[:SAMPLED_LINES]:
        stamp = _stamp_of(line)
        if stamp:
            passages.append([])
        label = NAME_AND_TEXT.fullmatch(stamp["rest"]) if stamp else None
        words = stamp["rest"] if stamp else line.text
        words = label["text"] if label and label["name"].strip() in speakers else words
        if words and passages:
            passages[-1].append(words)
    return read_languages([passage for passage in passages if passage], named)


def _iso_date_or_none(written: str) -> str | None:
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        return None


@dataclass(slots=True)
class _Reading:
    """The state of the reading: the closed turns and headings, and the open one."""

    speakers: frozenset[str]
    head: assembly.Head = field(default_factory=assembly.Head)
    headings: list[Heading] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    warnings: list[Irregularity] = field(default_factory=list)
    open: Turn | Heading | None = None
    before: list[Line] = field(default_factory=list)
    speaker: str | None = None
    hours: bool = False

    def take(self, line: Line) -> None:
        stamp = _stamp_of(line)
        if stamp is None:
            self._take_text(line)
            return
        minutes, seconds = int(stamp["m"]), int(stamp["s"])
        if seconds > 59 or (stamp["h"] and minutes > 59):
            self._add_warning(line, f"{line.text[: stamp.start('rest')].strip()} is no time; read as text")
            self._take_text(line)
            return
        start = float(int(stamp["h"] or 0) * 3600 + minutes * 60 + seconds)
        if self._is_heading(stamp):
            self._begin_chapter(line, start)
        else:
            self._begin_turn(line, start, stamp["rest"])

    def _take_text(self, line: Line) -> None:
        if _ALMOST_STAMP.match(line.text) and not _BRACKETED_STAMP.match(line.text):
            self._add_warning(line, f"{line.text.split(')')[0]}) is no time; read as text")
        if self.open:
            line.expected = line.languages.expected(len(self.open.lines))
            self.open.lines.append(line)
        elif match := _HEAD.fullmatch(line.text):
            self._take_head(line, assembly.Head(_iso_date_or_none(match["date"]), match["title"].strip()))
        elif line.text.casefold() != "transcript":
            self.before.append(line)

    def _take_head(self, line: Line, head: assembly.Head) -> None:
        if self.head.title and head != self.head:
            self._add_warning(line, "a second head, unlike the first; left out")
        self.head = self.head if self.head.title else head

    def _is_heading(self, stamp: re.Match[str]) -> bool:
        """Chapters have two digits of hours and nothing after the stamp; so has a segment from the tenth hour on, and
        each in a file that writes hours before its speakers, but no title stands before these."""
        if stamp["rest"] or len(stamp["h"] or "") != 2:
            return False
        return (stamp["h"].startswith("0") and not self.hours) or self._title_length() > 0

    def _title_length(self) -> int:
        """The number of the last lines that are a title: one, or two with its translation."""
        lines = self.open.lines if self.open else self.before
        spare = len(lines) - (1 if self.open else 0)
        if spare < 1 or len(lines[-1].text) > _MAX_TITLE:
            return 0
        languages = lines[-1].languages
        for place, line in enumerate(lines[-2:] if not lines[-1].after_blank else ()):
            line.expected = languages.expected(place)  # a title is too short to tell two languages of the same letters
        is_translated = len(lines) > 1 and lines[-1].language != languages.base == lines[-2].language
        first = 2 if is_translated and spare > 1 else 1
        return first if lines[-first].after_blank and len(lines[-first].text) <= _MAX_TITLE else 0

    def _begin_chapter(self, line: Line, start: float) -> None:
        count = self._title_length()
        lines = self.open.lines if self.open else self.before
        title = lines[len(lines) - count :]
        del lines[len(lines) - count :]
        self.close_turn()
        if not title:
            self._add_warning(line, "a chapter without a title")
        self.open = Heading(line.number, start, title, turn=len(self.turns))
        self.headings.append(self.open)

    def _begin_turn(self, line: Line, start: float, rest: str) -> None:
        self.close_turn()
        label = NAME_AND_TEXT.fullmatch(rest)
        if label and label["name"].strip() in self.speakers:
            self.speaker, rest = label["name"].strip(), label["text"]
        elif label and (is_name(label["name"].strip()) or not label["text"]):
            once = "; named only once" if label["text"] else "; it reads like words of a sentence"
            self._add_warning(line, f"{label['name'].strip()} may be a speaker{once}, so read as words")
        if self.speaker is None:
            self._add_warning(line, "nobody is named as speaking")
        self.open = Turn(
            line.number, start, self.speaker, [replace(line, text=rest, after_blank=False)] if rest else []
        )

    def close_turn(self) -> None:
        for line in self.before:
            self._add_warning(line, "text before the first stamp that is neither head nor title; left out")
        self.before = []
        if isinstance(self.open, Turn):
            if self.open.lines:
                self.turns.append(self.open)
            else:
                self.warnings.append(Irregularity(self.open.number, "a time stamp without words; left out"))
        self.open = None

    def _add_warning(self, line: Line, message: str) -> None:
        self.warnings.append(Irregularity(line.number, message))
