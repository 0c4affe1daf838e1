"""YouTube's captions as they are downloaded.

json3   {"wireMagic":"pb3","events":[{"tStartMs":1500,"dDurationMs":2500,"segs":[{"utf8":"The"},
         {"utf8":" bridge","tOffsetMs":300}]},{"tStartMs":3990,"aAppend":1,"segs":[{"utf8":"\\n"}]}]}
srv1    <transcript><text start="1.5" dur="2.5">The bridge wasn&amp;#39;t finished.</text></transcript>
srv3    <timedtext format="3"><body><p t="1500" d="2500"><s>The</s><s t="300"> bridge</s></p></body></timedtext>

The times of words count from the beginning of their event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from transcript.formats.cues import Cue, Reading
from transcript.formats.markup import timed_text
from transcript.formats.readers.labels import label_cues
from transcript.formats.source import Source, local_name
from transcript.formats.stamps import milliseconds, seconds


def recognises_json3(source: Source) -> bool:
    data = source.json
    if not isinstance(data, dict) or not isinstance(data.get("events"), list):
        return False
    return any(isinstance(event, dict) and "tStartMs" in event for event in data["events"][:20])


def read_json3(source: Source) -> Reading:
    events = (event for event in source.json["events"] if isinstance(event, dict))
    return _reading_of(_of_events(events))


def _of_events(events: Iterable[dict[str, Any]]) -> Iterator[Cue | None]:
    for event in events:
        parts = event.get("segs")
        pieces = [
            (piece["utf8"], milliseconds(piece.get("tOffsetMs", 0)))
            for piece in (parts if isinstance(parts, list) else [])
            if isinstance(piece, dict) and isinstance(piece.get("utf8"), str)
        ]
        yield _read_cue(milliseconds(event.get("tStartMs")), milliseconds(event.get("dDurationMs")), pieces, 1)


def recognises_xml(source: Source) -> bool:
    head = source.text[:2_000]
    return source.root_tag == "timedtext" or (source.root_tag == "transcript" and "<text" in head)


def read_xml(source: Source) -> Reading:
    return _reading_of(_of_elements(source.elements("text", "p")))


def _of_elements(elements: Iterable[Any]) -> Iterator[Cue | None]:
    for element in elements:
        name, line = local_name(element), element.sourceline or 1
        if name == "text":
            in_seconds = element.get("start") is not None
            start = seconds(element.get("start")) if in_seconds else milliseconds(element.get("t"))
            lasting = seconds(element.get("dur")) if in_seconds else milliseconds(element.get("d"))
            yield _read_cue(start, lasting, [("".join(map(str, element.itertext())), 0.0)], line)
        elif name == "p":
            pieces: list[tuple[str, float | None]] = [(element.text or "", 0.0)]
            for part in element:
                pieces.append(("".join(map(str, part.itertext())), milliseconds(part.get("t") or 0) or 0.0))
                pieces.append((part.tail or "", pieces[-1][1]))
            yield _read_cue(milliseconds(element.get("t")), milliseconds(element.get("d")), pieces, line)


def _read_cue(
    start: float | None, lasting: float | None, pieces: list[tuple[str, float | None]], line: int
) -> Cue | None:
    """The cue of an event's pieces, each with its offset in seconds; None for one without words."""
    whole = "".join(text for text, _ in pieces)
    if not whole.strip() or start is None:
        return None
    cue = Cue(start, None if lasting is None else start + lasting, whole, line=line)
    if len(pieces) < 2 or sum(not text.isspace() for text, _ in pieces if text) < 2:
        return cue
    timed = ((text, None if offset is None else round(start + offset, 3)) for text, offset in pieces)
    cue.text, cue.words = timed_text(timed)
    return cue


def _reading_of(cues: Iterable[Cue | None]) -> Reading:
    """The reading of events, each of which ends at the latest where the next begins: they are shown two at a time."""
    found = [cue for cue in cues if cue is not None]
    for cue, after in pairwise(found):
        if cue.end is not None and cue.start is not None and after.start is not None and cue.start <= after.start:
            cue.end = min(cue.end, after.start)
    reading = Reading(cues=found)
    reading.cues = label_cues(reading)
    return reading
