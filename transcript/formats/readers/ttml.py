"""TTML, as subtitles have it and as Apple Podcasts writes it.

    <tt xml:lang="en"><body><div>
      <p begin="00:00:01.5" end="4s" ttm:agent="SPEAKER_1">The bridge<br/>was never finished.</p>
      <p begin="4.0" end="5.0"><span begin="4.0" podcasts:unit="word">Who</span><span …>paid?</span></p>

Times are clocks (`1:02.345` and `53.1` too), offsets (1.5s, 20ms, 2m, 1h), frames (100f) or ticks (15000000t).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from transcript.formats.cues import Cue, Reading
from transcript.formats.markup import clean, timed_text
from transcript.formats.readers.labels import label_cues
from transcript.formats.source import Source, attribute, local_name
from transcript.formats.stamps import FRAME_RATE, clock

_OFFSET = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(h|m|s|ms|f|t)\s*")


@dataclass(frozen=True, slots=True)
class _Clock:
    """The frames and ticks per second of a file."""

    frame_rate: float
    tick_rate: float

    def seconds(self, written: str | None) -> float | None:
        if written is None:
            return None
        match = _OFFSET.fullmatch(written)
        if match is None:
            return self._with_frames(written)
        units = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001, "f": 1 / self.frame_rate, "t": 1 / self.tick_rate}
        return round(float(match[1]) * units[match[2]], 3)

    def _with_frames(self, written: str) -> float | None:
        parts = written.strip().split(":")
        if len(parts) != 4 or not all(part.isdecimal() for part in parts):
            return clock(written)
        whole = clock(":".join(parts[:3]))
        return None if whole is None else round(whole + min(int(parts[3]) / self.frame_rate, 0.999), 3)


def recognises(source: Source) -> bool:
    return source.root_tag == "tt"


def read(source: Source) -> Reading:
    reading = Reading()
    elements = source.elements("agent", "title", "p")
    root = next(elements, None)
    if root is None:
        return reading
    reading.language = attribute(root, "lang")
    clocks = _clock_of(root)
    agents = {}
    for element in elements:
        name = local_name(element)
        if name == "agent":
            agents[attribute(element, "id") or ""] = clean(" ".join(map(str, element.itertext())))
        elif name == "title" and reading.title is None:
            reading.title = clean("".join(map(str, element.itertext()))) or None
        elif name == "p":
            reading.cues.extend(_cues_of_paragraph(element, clocks, agents))
    for number, cue in enumerate(reading.cues, 1):
        cue.line = cue.line or number
    reading.cues = label_cues(reading)
    return reading


def _clock_of(root: etree._Element) -> _Clock:
    def number(name: str, otherwise: float) -> float:
        written = attribute(root, name) or ""
        return float(written) if re.fullmatch(r"[1-9]\d{0,9}", written) else otherwise

    rate = number("frameRate", FRAME_RATE)
    multiplier = re.fullmatch(r"([1-9]\d{0,6})\s+([1-9]\d{0,6})", attribute(root, "frameRateMultiplier") or "")
    if multiplier:
        rate = rate * int(multiplier[1]) / int(multiplier[2])
    return _Clock(rate, number("tickRate", rate if attribute(root, "frameRate") else 1.0))


def _cues_of_paragraph(paragraph: etree._Element, clocks: _Clock, agents: dict[str, str]) -> Iterator[Cue]:
    """A paragraph's cue. Times of words that are spans of their own are kept."""
    start, end = clocks.seconds(attribute(paragraph, "begin")), clocks.seconds(attribute(paragraph, "end"))
    lasting = clocks.seconds(attribute(paragraph, "dur"))
    if start is not None and end is None and lasting is not None:
        end = start + lasting
    within = _enclosing_begin(paragraph, clocks)
    if start is None:
        spans = [clocks.seconds(attribute(span, "begin")) for span in paragraph.iter() if attribute(span, "begin")]
        start = next((second for second in spans if second is not None), within)
    elif within is not None and start < within:
        start, end = start + within, None if end is None else end + within
    speaker = _agent_of(paragraph)
    name = None if speaker is None else agents.get(speaker) or speaker
    line = paragraph.sourceline or 0
    words = [span for span in paragraph.iter() if attribute(span, "unit") == "word"]
    if words:
        timed = [(" " + "".join(map(str, span.itertext())), clocks.seconds(attribute(span, "begin"))) for span in words]
    else:
        timed = list(_text_pieces(paragraph, None, clocks))
    if sum(second is not None for _, second in timed) > 1:
        text, marks = timed_text(timed)
        yield Cue(start, end, text, name, line, words=marks)
    else:
        yield Cue(start, end, "".join(text for text, _ in timed), name, line)


def _agent_of(paragraph: etree._Element) -> str | None:
    """The speaker's id: from the paragraph, an element within it, or one around it; None where none has it."""
    for element in (paragraph, *paragraph.iterdescendants(), *paragraph.iterancestors()):
        found = attribute(element, "agent")
        if found:
            return found
    return None


def _enclosing_begin(paragraph: etree._Element, clocks: _Clock) -> float | None:
    """The second at which the nearest enclosing element with a time begins; None where there is none."""
    for element in paragraph.iterancestors():
        if attribute(element, "begin"):
            return clocks.seconds(attribute(element, "begin"))
    return None


def _text_pieces(element: etree._Element, second: float | None, clocks: _Clock) -> Iterator[tuple[str, float | None]]:
    """The text of an element, its line breaks as such, white space as one space; each piece with its span's second."""
    name = local_name(element)
    if name in ("metadata", "rt", "rp"):
        return
    if name == "br":
        yield "\n", None
    if element.text:
        yield re.sub(r"\s+", " ", element.text), second
    for child in element:
        yield from _text_pieces(child, clocks.seconds(attribute(child, "begin")), clocks)
        if child.tail:
            yield re.sub(r"\s+", " ", child.tail), None
