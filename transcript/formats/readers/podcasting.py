"""Transcripts as podcast feeds link them.

Podcasting 2.0 JSON  {"version":"1.0.0","segments":[{"speaker":"Ada","startTime":0.5,"endTime":0.75,"body":"The"}]}
Podcasting 2.0 HTML  <cite>Ada:</cite><time>0:00</time><p>The bridge was never finished.</p>
Podlove              [{"start":"00:00:01.500","start_ms":1500,"end_ms":4000,"speaker":"1","voice":"Ada","text":"…"}]

faster-whisper's lists of {"start","end","text"} have the same shape as Podlove's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from transcript.formats.cues import Cue, Reading
from transcript.formats.json_values import dicts, text_of
from transcript.formats.markup import clean
from transcript.formats.source import Source, local_name
from transcript.formats.speakers import carry, coded, tidy
from transcript.formats.stamps import clock, milliseconds, seconds

_TURN = re.compile(r"<cite\b[^>]*>[^<]{1,100}</cite>\s*(?:<br\s*/?>\s*)?<(?:time|p)\b|<p\b[^>]*>\s*<cite\b"
                   r"|<time\b[^>]*>\s*[\[(]?\d{1,3}:\d\d[^<]{0,20}</time>\s*<p\b", re.IGNORECASE)  # fmt: skip
"""A name or a time right before a paragraph; not the day of an article, nor whom it cites."""


def recognises_json(source: Source) -> bool:
    rows = source.json.get("segments") if isinstance(source.json, dict) else None
    return isinstance(rows, list) and any(isinstance(row, dict) and "body" in row for row in rows[:20])


def read_json(source: Source) -> Reading:
    reading = Reading()
    for number, row in enumerate(dicts(source.json["segments"]), 1):
        text = clean(text_of(row.get("body")))
        cue = Cue(seconds(row.get("startTime")), seconds(row.get("endTime")), text, tidy(row.get("speaker")), number)
        if text:
            reading.cues.append(cue)
    carry(reading.cues, sum(cue.speaker is not None for cue in reading.cues), len(reading.cues))
    return reading


def _podlove_rows(value: Any) -> list[dict[str, Any]]:
    rows = value.get("transcripts", value.get("transcript")) if isinstance(value, dict) else value
    return dicts(rows) if isinstance(rows, list) else []


def recognises_podlove(source: Source) -> bool:
    rows = _podlove_rows(source.json)
    return any("text" in row and ("start" in row or "start_ms" in row) for row in rows[:20])


def read_podlove(source: Source) -> Reading:
    """Nobody speaks where nobody is named: Podlove names the speaker of each row."""
    reading = Reading()
    for number, row in enumerate(_podlove_rows(source.json), 1):
        text = clean(text_of(row.get("text")))
        start, end = (
            milliseconds(row[f"{edge}_ms"]) if f"{edge}_ms" in row else seconds(row.get(edge))
            for edge in ("start", "end")
        )
        speaker = tidy(row.get("voice")) or coded(row.get("speaker"))
        if text:
            reading.cues.append(Cue(start, end, text, speaker, number))
    return reading


def recognises_html(source: Source) -> bool:
    return source.root_tag != "" and _TURN.search(source.text[:200_000]) is not None


def read_html(source: Source) -> Reading:
    page = _Page()
    for element in source.html.iter() if source.html is not None else ():
        page.take(element)
    for cue, parts in zip(page.cues, page.paragraphs, strict=True):
        cue.text = " ".join(filter(None, parts))
    return Reading([cue for cue in page.cues if cue.text], title=page.title)


@dataclass(slots=True)
class _Page:
    """Goes through a page: a name holds for the paragraphs after it, up to the next, a time for the first of them."""

    title: str | None = None
    cues: list[Cue] = field(default_factory=list)
    paragraphs: list[list[str]] = field(default_factory=list)
    speaker: str | None = None
    start: float | None = None
    goes_on: bool = False

    def take(self, element: Any) -> None:
        match local_name(element):
            case "cite":
                self.speaker, self.start, self.goes_on = tidy(clean(_inner_text(element))), None, False
            case "time":
                self.start, self.goes_on = _time_shown(element), False
            case "title" | "h1":
                self.title = self.title or clean(_inner_text(element)) or None
            case "p" if own := clean(_inner_text(element)):
                self._take_paragraph(element, own)

    def _take_paragraph(self, element: Any, words: str) -> None:
        is_labelled = len(element) and any(local_name(child) in ("cite", "time") for child in element.iter())
        if is_labelled:
            written, self.speaker, self.start = _names_and_time_within(element, self.speaker)
            words = clean(written)
        if self.goes_on and not is_labelled and self.cues[-1].start is not None:
            self.paragraphs[-1].append(words)
        else:
            self.cues.append(Cue(self.start, None, "", self.speaker, element.sourceline or 1))
            self.paragraphs.append([words])
        self.start, self.goes_on = None, True


def _time_shown(element: Any) -> float | None:
    """The second in the words of a time element, else in its attribute."""
    start = clock(clean(_inner_text(element)).strip("[]() "))
    if start is None and element.get("datetime"):
        return clock(element.get("datetime", "").removeprefix("PT").removesuffix("S"))
    return start


def _inner_text(element: Any) -> str:
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


def _names_and_time_within(paragraph: Any, speaker: str | None) -> tuple[str, str | None, float | None]:
    """The words of a paragraph that has its name or its time within it, and these."""
    start = None
    text = "".join(map(str, paragraph.itertext()))
    for child in paragraph.iter():
        written = "".join(map(str, child.itertext()))
        if local_name(child) == "cite":
            speaker = tidy(clean(written))
        elif local_name(child) == "time":
            start = clock(clean(written).strip("[]() "))
        else:
            continue
        text = text.replace(written, " ", 1)
    return text.strip(" :\n"), speaker, start
