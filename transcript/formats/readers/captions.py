"""WebVTT and SRT: words under lines of two times.

    WEBVTT                                      1
                                                00:00:01,500 --> 00:00:04,000
    NOTE a remark                               Ada Quill: The bridge was
                                                never finished.
    00:01.500 --> 00:04.000 align:start
    <v Ada Quill>The bridge was never finished. 2
                                                00:00:04,000 --> 00:00:05,000
                                                - Who paid? - A widow.

Both are read by the same rules, which forgive what real files do: hours or minutes left out, a comma for a dot, no
blanks around the arrow, no numbers, blank lines within a cue, a WebVTT without its first line in a file called .srt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from transcript.formats.chapter_files import chapters_of_webvtt
from transcript.formats.cues import Cue, Reading
from transcript.formats.markup import clean, joined
from transcript.formats.readers import rolling_captions
from transcript.formats.readers.labels import label_cues
from transcript.formats.source import Source
from transcript.formats.stamps import clock
from transcript.models import Mark

_TIMING = re.compile(
    r"[ \t\f\ufeff\u200b\u00a0]*(?P<start>(?:(?:\d{1,6}:)?\d{1,6}:)?\d{1,8}(?:[.,]\d{1,9})?)"  # 01:02:03,456, also 2.4
    r"\s*-->\s*"
    r"(?P<end>(?:(?:\d{1,6}:)?\d{1,6}:)?\d{1,8}(?:[.,]\d{1,9})?)(?=\s|$)"
    r"(?P<settings>.*)",
    re.ASCII,
)


_ALMOST = re.compile(r"\s*[-\d][\d:.,\s]*-->|.*-->\s*\d+:\d")
"""A line that was meant for times."""


_ARROW = re.compile(r"\d\s*-->\s*\d")
"""By this the lines of times are counted, apart from reading them."""


_SEPARATE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
"""The beginnings of WebVTT blocks that are not shown."""


_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,200})?(?:\s+(?P<name>[^<>]{0,200}))?>", re.IGNORECASE)


_NAMED_IDENTIFIER = re.compile(r'\s*\d+\s+"(?P<name>[^"\n]{1,100})"(?:\s+\(\d+\))?\s*')
"""Webex's name of a cue: `1 "Ada Quill" (4711)`."""


_DATA = re.compile(r"\s*(?:\{\s*\".*\}|\S+#xywh=[\d,.:]+)\s*", re.DOTALL)
"""A cue for programs: JSON, or the part of a picture that a player shows."""


_NAMED_BESIDE = re.compile(r"\s*\[(?P<name>[^\[\]\n]{1,60})\]\s*")
"""A name behind the times: `--> 00:00:04,000 [SPEAKER_01]`."""


_TIME_TAG = re.compile(r"<((?:\d{1,6}:)?\d{1,6}:\d\d\.\d{1,9})>")


NEAR_TOP = 12
"""Rows above the first cue that are a remark."""


@dataclass(slots=True)
class _Block:
    """A line of times and the lines under it, with their numbers."""

    start: float | None
    end: float | None
    line: int
    speaker: str | None = None
    lines: list[str] = field(default_factory=list)


def recognises_webvtt(source: Source) -> bool:
    return _is_webvtt(source) and not chapters_of_webvtt(source)


def _is_webvtt(source: Source) -> bool:
    return re.match(r"\s*WEBVTT(?:\s|$)", source.text[:1_000]) is not None


def recognises_srt(source: Source) -> bool:
    """True if rows of times with an arrow are near the top or every fourth row; a text about captions has a few too."""
    if "-->" not in source.text or _is_webvtt(source):
        return False
    top = [row for row in source.text[:5_000].split("\n") if row.strip()]
    if any(map(_TIMING.match, top[:NEAR_TOP])):
        return True
    rows = [row for row in source.rows if row.strip()]
    return 4 * sum(map(bool, map(_TIMING.match, rows))) >= len(rows)


def read(source: Source) -> Reading:
    """The cues of either format."""
    reading = Reading()
    rows = source.text.split("\n")  # not kept: they take more room than all else
    is_webvtt = _is_webvtt(source)
    begin = _read_header(rows, reading) if is_webvtt else 0
    collected = _Blocks(rows, reading, is_webvtt=is_webvtt)
    for number in range(begin, len(rows)):
        collected.take(number)
    blocks = collected.found
    timings, timed = sum(map(bool, map(_ARROW.search, rows))), sum(block.start is not None for block in blocks)
    if timings != timed:
        reading.warn(1, f"{timings} lines of times stand in it, and {timed} are read")
    del rows, collected
    rolled = rolling_captions.fold([block.lines for block in blocks])
    for block, lines in zip(blocks, rolled, strict=True):
        reading.cues.extend(_cues_of_block(block, lines))
    reading.cues = label_cues(reading)
    return reading


def _read_header(rows: list[str], reading: Reading) -> int:
    """Read the header above the first blank line (the language, in YouTube's files). Returns the number of the row
    after it."""
    for number, row in enumerate(rows):
        if "-->" in row:
            return max(0, number - 1) if number > 1 and rows[number - 1].strip() else number
        if number and not row.strip() and any(rows[:number]):
            return number
        if match := re.fullmatch(r"\s*language:\s*([\w-]+)\s*", row, re.IGNORECASE):
            reading.language = match[1]
    return len(rows)


class _Blocks:
    """Goes through the rows and collects the blocks: what stands under each line of times, up to the next or to the
    number or name above that."""

    def __init__(self, rows: list[str], reading: Reading, *, is_webvtt: bool) -> None:
        self.found: list[_Block] = []
        self._rows = rows
        self._reading = reading
        self._is_webvtt = is_webvtt
        self._open: _Block | None = None
        self._skips = is_webvtt  # until the first line of times, and in what is not shown

    def take(self, number: int) -> None:
        row = self._rows[number]
        if "-->" in row and (match := _TIMING.match(row)) is not None:
            self._begin_block(number, match)
        elif "-->" in row and (self._is_webvtt or _ALMOST.match(row)):  # in WebVTT an arrow is no word
            self._close_block(number)
            self._skips = True
            if _ALMOST.match(row):
                self._warn_of_times(number)
        elif not row.strip():
            self._take_blank(number)
        elif not self._is_webvtt and _is_number_of_lost(self._rows, number):
            self._reading.warn(number + 1, f"cue {row.strip()} has no time")
            self._add_block(_Block(None, None, number + 1))
        elif self._open is not None and not self._skips:
            self._open.lines.append(row)

    def _begin_block(self, number: int, match: re.Match[str]) -> None:
        self._close_block(number)
        start, end = clock(match["start"]), clock(match["end"])
        self._skips = start is None or end is None
        if self._skips:
            self._warn_of_times(number)
            return
        beside = _NAMED_BESIDE.fullmatch(match["settings"])
        name = beside["name"] if beside else _name_above(self._rows, number)
        self._add_block(_Block(start, end, number + 1, name))

    def _add_block(self, block: _Block) -> None:
        self._open = block
        self.found.append(block)

    def _close_block(self, number: int) -> None:
        if self._open is not None:
            _drop_identifier(self._open, self._rows, number, is_webvtt=self._is_webvtt)
        self._open = None

    def _take_blank(self, number: int) -> None:
        following = self._rows[number + 1 : number + 2]
        if self._is_webvtt and any(map(_SEPARATE.match, following)):
            self._skips = True
        elif self._open is not None:
            self._skips = False

    def _warn_of_times(self, number: int) -> None:
        self._reading.warn(number + 1, f"{self._rows[number].strip()[:60]} is no time; its words are left out")


def _name_above(rows: list[str], number: int) -> str | None:
    """The speaker that the identifier above a line of times names."""
    named = _NAMED_IDENTIFIER.fullmatch(rows[number - 1]) if number and '"' in rows[number - 1] else None
    return named["name"] if named else None


def _is_number_of_lost(rows: list[str], number: int) -> bool:
    """True if a row is the number of a cue whose line of times is missing: words stand right below it."""
    if not rows[number].strip().isdigit() or number + 1 >= len(rows) or (number and rows[number - 1].strip()):
        return False
    below = rows[number + 1]
    return bool(below.strip()) and "-->" not in below and not below.strip().isdigit()


def _drop_identifier(block: _Block, rows: list[str], number: int, *, is_webvtt: bool) -> None:
    """Take from a cue's lines the number or name of the next, which stands right above its times."""
    above = rows[number - 1]
    if not block.lines or not above.strip() or block.lines[-1] != above or number - 1 == block.line:
        return
    alone = not rows[number - 2].strip()
    is_number = above.strip().isdigit()
    if (is_number and (alone or not is_webvtt)) or (alone and len(block.lines) > 1):
        block.lines.pop()


def _cues_of_block(block: _Block, lines: list[str]) -> Iterator[Cue]:
    """The cue, or one for each voice in it."""
    text = "\n".join(lines)
    if _DATA.fullmatch(text):
        return
    if "<" not in text:
        yield Cue(block.start, block.end, text, block.speaker, block.line)
        return
    voices = list(_VOICE.finditer(text))
    edges = [0, *(voice.start() for voice in voices), len(text)]
    for number, (begin, end) in enumerate(pairwise(edges)):
        name = voices[number - 1]["name"] if number else block.speaker
        part, words = timed_words(text[begin:end])
        if part.strip():
            start = words[0][1] if number > 1 and words and words[0][0] == 0 else block.start
            yield Cue(start, block.end, part, name, block.line, words=words)


def timed_words(text: str) -> tuple[str, list[Mark]]:
    """A cue's text, and the times of words that stand in it as tags; the text is clean then, but for its line ends."""
    if not _TIME_TAG.search(text):
        return text, []
    parts = _TIME_TAG.split(text)
    lines, words, second = [clean(parts[0])], [], None
    for place in range(1, len(parts), 2):
        second = clock(parts[place])
        for part in filter(None, [clean(parts[place + 1])]):
            before = joined(lines)
            lines.append(part)
            if second is not None:
                words.append((len(joined(lines)) - len(part) if before else 0, second))
    return joined(lines), words
