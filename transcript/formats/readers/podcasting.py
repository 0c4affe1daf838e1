"""Transcripts as podcast feeds link them.

Podcasting 2.0 JSON  {"version":"1.0.0","segments":[{"speaker":"Ada","startTime":0.5,"endTime":0.75,"body":"The"}]}
Podcasting 2.0 HTML  <cite>Ada:</cite><time>0:00</time><p>The bridge was never finished.</p>
Podlove              [{"start":"00:00:01.500","start_ms":1500,"end_ms":4000,"speaker":"1","voice":"Ada","text":"…"}]

faster-whisper's lists of {"start","end","text"} have the same shape as Podlove's.
"""

from __future__ import annotations

import re
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
    """A name and a time hold for the paragraphs after them, up to the next name; a time for the first of them."""
    reading = Reading()
    paragraphs: list[list[str]] = []
    speaker, start, goes_on = None, None, False
    for element in source.html.iter() if source.html is not None else ():
        name = local_name(element)
        if name not in ("cite", "time", "p", "title", "h1", "li", "blockquote"):
            continue
        own = _inner_text(element)
        text = clean(own)
        if name == "cite":
            speaker, start, goes_on = tidy(text), None, False
        elif name == "time":
            goes_on = False
            start = clock(text.strip("[]() "))
            if start is None and element.get("datetime"):
                start = clock(element.get("datetime", "").removeprefix("PT").removesuffix("S"))
        elif name in ("title", "h1"):
            reading.title = reading.title or text or None
        elif text and name == "p":
            inner = len(element) and any(local_name(child) in ("cite", "time") for child in element.iter())
            if inner:
                own, speaker, start = _names_and_time_within(element, speaker)
            if goes_on and not inner and reading.cues[-1].start is not None:
                paragraphs[-1].append(clean(own))
            else:
                reading.cues.append(Cue(start, None, "", speaker, element.sourceline or 1))
                paragraphs.append([clean(own)])
            start, goes_on = None, True
    for cue, parts in zip(reading.cues, paragraphs, strict=True):
        cue.text = " ".join(filter(None, parts))
    reading.cues = [cue for cue in reading.cues if cue.text]
    return reading


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
