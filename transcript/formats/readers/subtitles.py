"""Subtitles of other kinds, line by line.

SBV     0:00:01.500,0:00:04.000          LRC     [ti:On bridges]
        The bridge was never finished.           [00:01.50]The bridge was never finished.

ASS     [Events]
        Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
        Dialogue: 0,0:00:01.50,0:00:04.00,Default,Ada Quill,0,0,0,,The bridge\\Nwas never finished.

SMI     <SYNC Start=1500><P Class=ENCC>The bridge was never finished.
        <SYNC Start=4000><P Class=ENCC>&nbsp;
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from transcript.formats.cues import Cue, Reading
from transcript.formats.line_languages import TRANSLATED
from transcript.formats.markup import clean, timed_text
from transcript.formats.readers import rolling_captions
from transcript.formats.readers.captions import timed_words
from transcript.formats.readers.labels import label_cues
from transcript.formats.source import Source
from transcript.formats.stamps import clock
from transcript.language.detection import SAMPLE, detect_language
from transcript.language.language_names import short_code
from transcript.models import Mark

_SBV = re.compile(r"\s*(\d+:\d\d:\d\d[.,]\d{1,3})\s*,\s*(\d+:\d\d:\d\d[.,]\d{1,3})\s*", re.ASCII)


def recognises_sbv(source: Source) -> bool:
    return any(_SBV.fullmatch(row) for row in source.rows[:20])


def read_sbv(source: Source) -> Reading:
    reading = Reading()
    lines: list[list[str]] = []
    for number, row in enumerate(source.rows, 1):
        if row[:1].isspace() or row[:1].isdigit():
            match = _SBV.fullmatch(row)
            if match is not None:
                reading.cues.append(Cue(clock(match[1]), clock(match[2]), "", line=number))
                lines.append([])
                continue
        if lines and row.strip():
            lines[-1].append(row)
    for cue, shown in zip(reading.cues, rolling_captions.fold(lines), strict=True):
        cue.text = "\n".join(shown)
    reading.cues = label_cues(reading)
    return reading


_LRC = re.compile(r"\s*((?:\[\d+:\d\d(?:[.:]\d{1,3})?\]\s*)+)(.*)", re.ASCII)


_LRC_TIME = re.compile(r"\[(\d+:\d\d)(?:[.:](\d{1,3}))?\]", re.ASCII)


_LRC_TAG = re.compile(r"\s*\[(?P<name>[a-z#]{2,10})\s*:\s*(?P<value>.*)\]\s*", re.IGNORECASE)


def recognises_lrc(source: Source) -> bool:
    """Most of its lines have a time in brackets, with hundredths or under a tag such as [ti:…]; a text has neither."""
    rows = [row for row in source.rows[:200] if row.strip()]
    timed = [row for row in rows if _LRC.fullmatch(row)]
    tagged = any(_LRC_TAG.fullmatch(row) for row in rows[:10] if not _LRC.fullmatch(row))
    rows = [row for row in rows if not _LRC_TAG.fullmatch(row)]
    exact = sum(bool(re.match(r"\s*\[\d+:\d\d[.]\d\d\d?\]", row)) for row in timed)
    return len(timed) * 2 > len(rows) and (tagged or exact * 2 > len(timed))


def read_lrc(source: Source) -> Reading:
    reading = Reading()
    following: list[str] = []  # rows that go on with the last cue
    offset = 0.0
    for number, row in enumerate(source.rows, 1):
        if match := _LRC.fullmatch(row):
            _go_on_with_last(reading, following)
            text, words = timed_words(match[2])
            times = _LRC_TIME.findall(match[1])
            for whole, part in times:
                second = clock(f"{whole}.{part}" if part else whole)
                if second is not None:
                    marks = [(place, max(0.0, word - offset)) for place, word in words] if len(times) == 1 else []
                    reading.cues.append(Cue(max(0.0, second - offset), None, clean(text), line=number, words=marks))
        elif match := _LRC_TAG.fullmatch(row):
            name, value = match["name"].casefold(), match["value"].strip()
            if name == "ti" and value:
                reading.title = clean(value)
            elif name == "offset" and re.fullmatch(r"[+-]?\d{1,6}", value):
                offset = int(value) / 1000
        elif row.strip() and reading.cues:
            following.append(clean(row))
    _go_on_with_last(reading, following)
    reading.cues.sort(key=lambda cue: cue.start or 0.0)
    for cue, after in zip(reading.cues, reading.cues[1:], strict=False):
        cue.end = after.start  # also that of a line without words, which only ends the one before
    reading.cues = label_cues(reading)
    return reading


def _go_on_with_last(reading: Reading, rows: list[str]) -> None:
    if rows:
        reading.cues[-1].text = " ".join([reading.cues[-1].text, *rows])
        rows.clear()


def recognises_ass(source: Source) -> bool:
    return re.search(r"^\s*\[(?:script info|events|v4\+? styles)\]", source.text[:5_000], re.I | re.M) is not None


_DEFAULT = ["layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text"]


_ASS_BREAK = re.compile(r"\\[Nn]")


_DRAWING = re.compile(r"\{[^{}]*\\p[1-9][^{}]*\}")


_BRACES = re.compile(r"\{([^{}]*)\}")
"""Tags and remarks; neither is shown."""


_KARAOKE = re.compile(r"\\(?:k|K|kf|ko)(\d{1,6})")
"""The hundredths of a second that what follows takes."""


def read_ass(source: Source) -> Reading:
    reading = Reading()
    columns = _DEFAULT
    in_events = False
    for number, row in enumerate(source.rows, 1):
        kind, _, value = row.strip().partition(":")
        kind = kind.casefold()
        if row.lstrip().startswith("["):
            in_events = row.strip().casefold() == "[events]"
        elif kind == "title" and not in_events and value.strip():
            reading.title = clean(value)
        elif kind == "format" and in_events:
            columns = [name.strip().casefold() for name in value.split(",")]
        elif kind == "dialogue":
            reading.cues.extend(_dialogue_cues(value, columns, number))
    reading.cues.sort(key=lambda cue: cue.start or 0.0)  # their order in the file means nothing
    folded = rolling_captions.fold([cue.text.split("\n") for cue in reading.cues])
    for cue, lines in zip(reading.cues, folded, strict=True):
        cue.text = "\n".join(lines)
    reading.cues = label_cues(reading)
    return reading


def _dialogue_cues(value: str, columns: list[str], number: int) -> Iterator[Cue]:
    fields = dict(zip(columns, value.split(",", len(columns) - 1), strict=False))
    start, end = clock(fields.get("start", "")), clock(fields.get("end", ""))
    text = fields.get("text", "")
    if start is not None and not _DRAWING.search(text):
        text = _ASS_BREAK.sub("\n", text).replace("\\h", " ")
        name = (fields.get("name") or fields.get("actor") or "").strip()
        words: list[Mark] = []
        if _KARAOKE.search(text):
            text, words = timed_text(_sung_pieces(text, start))
        yield Cue(start, end, _BRACES.sub("", text), name or None, number, words=words)


def _sung_pieces(text: str, second: float) -> Iterator[tuple[str, float]]:
    """The text between the tags, each with the second that the tags before it add up to."""
    following = second
    for place, part in enumerate(_BRACES.split(text)):
        if place % 2:
            second = following
            following += sum(map(int, _KARAOKE.findall(part))) / 100
        else:
            yield part, round(second, 2)


_SYNC = re.compile(r"<sync\s[^>]{0,200}?start\s*=\s*[\"']?(\d+)[^>]{0,200}>", re.IGNORECASE)


_CLASS = re.compile(r"<p\b[^>]{0,200}?class\s*=\s*[\"']?([\w-]+)[^>]{0,200}>", re.IGNORECASE)


_LINE_BREAK = re.compile(r"<br\s*/?>|</?p\b[^>]{0,200}>", re.IGNORECASE)


def recognises_smi(source: Source) -> bool:
    return source.root_tag == "sami" or _SYNC.search(source.text[:50_000]) is not None


def read_smi(source: Source) -> Reading:
    reading = Reading()
    if match := re.search(r"<title>([^<]{1,300})</title>", source.text[:5_000], re.IGNORECASE):
        reading.title = clean(match[1]) or None
    parts = _SYNC.split(source.text)
    classes: Counter[str] = Counter()
    found: list[tuple[str, Cue]] = []
    line = 1 + parts[0].count("\n")
    for place in range(1, len(parts), 2):
        body = re.split(r"</body", parts[place + 1], maxsplit=1, flags=re.IGNORECASE)[0]
        spoken = _CLASS.search(body)
        name = spoken[1].casefold() if spoken else ""
        found.append((name, Cue(int(parts[place]) / 1000, None, _LINE_BREAK.sub("\n", body), line=line)))
        classes[name] += bool(clean(body))
        line += parts[place + 1].count("\n")
    ordered = [name for name, _ in classes.most_common() if name]
    main = ordered[0] if ordered else ""
    reading.cues = [cue for name, cue in found if name in (main, "")]
    for cue, after in pairwise(reading.cues):
        cue.end = after.start
    languages = dict(re.findall(r"\.(\w+)\s*\{[^{}]{0,500}?\blang\s*:\s*([\w-]+)", source.text[:20_000].casefold()))
    reading.language = languages.get(main)
    left_out = ordered[1:]
    if left_out and _add_translation(reading, [cue for name, cue in found if name == left_out[0]]):
        named = languages.get(left_out.pop(0), "").split("-")[0]
        reading.translation = short_code(named) if named else detect_language(
            " ".join(cue.translation for cue in reading.cues)[:SAMPLE])  # fmt: skip
    if others := sum(classes[name] for name in left_out):
        reading.warn(1, f"{others} captions in other languages than {main} are left out")
    reading.cues = label_cues(reading)
    return reading


def _add_translation(reading: Reading, others: list[Cue]) -> bool:
    """Give the captions their translation, if most of the others begin with one of them."""
    texts = {cue.start: text for cue in others if (text := clean(cue.text))}
    spoken = {cue.start: cue for cue in reading.cues if clean(cue.text)}
    shared = texts.keys() & spoken.keys()
    if len(shared) <= TRANSLATED * len(texts):
        return False
    for start in shared:
        spoken[start].translation = texts[start]
    return True
