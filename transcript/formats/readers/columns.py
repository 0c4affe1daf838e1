"""The columns of rows of JSON and of tables, whatever they are called: the words, who says them, and when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from transcript.formats.json_values import dicts
from transcript.formats.speakers import coded
from transcript.formats.stamps import milliseconds, seconds

TEXTS = ("punctuatedword", "display", "text", "sentence", "transcript", "body", "content", "utterance", "caption",
         "line", "txt", "word", "words", "value")  # fmt: skip
"""Names of the column that has a row's words, in small letters without other signs, the best first."""


SPEAKERS = ("speakername", "speakerlabel", "speaker", "speakerid", "voice", "participant", "participantrole", "users",
            "name")  # fmt: skip
"""Those of the column that says who speaks; any other that begins with the third of them does too."""


STARTS = ("start", "starttime", "begin", "bgn", "from", "startsec", "startseconds", "offset", "timestamp", "timecode",
          "ts", "time", "timein", "in", "datastart", "starttimestamp")  # fmt: skip


ENDS = ("end", "endtime", "to", "stop", "endsec", "endseconds", "endts", "timeout", "out", "dataend", "endtimestamp")


LENGTHS = ("duration", "dur")


TICKS = 10_000_000
"""Azure's units of time in a second."""


DEEPEST_TEXT = 3
"""Objects within one another in which a row's words are looked for."""


ALTERNATIVES = frozenset({"alternatives", "nbest", "nBest", "instances"})
"""Lists in a row of which the first says what the row itself lacks."""


_IN_MILLISECONDS = {
    "start": ("startms", "starttimems", "startinms", "offsetmilliseconds", "startmilliseconds", "beginoffsetmillis"),
    "end": ("endms", "endtimems", "endinms", "endmilliseconds", "endoffsetmillis"),
}


_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")
"""A time as ISO 8601 writes it: PT1M2.5S."""


Row = Mapping[str, Any]


@lru_cache(maxsize=1_000)
def bare_name(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def flat(row: Row) -> Row:
    """A row by its names in small letters, with what its best alternative says."""
    named = {bare_name(name): value for name, value in row.items()}
    for name in ALTERNATIVES & row.keys():
        for first in dicts(row[name])[:1]:
            named |= {bare_name(inner): value for inner, value in first.items()}
    return named


def text_of_row(row: Row) -> str:
    for name in TEXTS:
        if isinstance(text := row.get(name), str):
            return text
    return text_within(row, TEXTS)


def text_within(row: Row, names: Sequence[str], depth: int = DEEPEST_TEXT) -> str:
    """The words that a row has in an object, or in a list of those: `{"text":{"sentence":{"text":"The bridge"}}}`.

    A list of words with times has rows of its own.
    """
    for name in names:
        value = row.get(name)
        if isinstance(value, str):
            return value
        inner = [flat(value)] if isinstance(value, dict) else [flat(one) for one in dicts(value)]
        if depth and inner and (isinstance(value, dict) or start_of(inner[0]) is None):
            return " ".join(filter(None, (text_within(one, names, depth - 1) for one in inner)))
    return ""


def is_glued(row: Row) -> bool:
    """True if a row is a sign that belongs to the word before, or the space between two."""
    return row.get("type") in ("punctuation", "spacing") or row.get("attachesto") == "previous"


def heading_of(row: Row) -> str:
    """The title that a row without words has; empty for any other."""
    return text_within(row, ("title",)) if "title" in row and not text_of_row(row) else ""


def is_of_speaker(column: str) -> bool:
    return column in SPEAKERS or column.startswith("speaker")


def speaker_of(row: Row) -> str | None:
    for name in SPEAKERS:
        if name in row and (speaker := coded(row[name])) is not None:
            return speaker
    others = (value for name, value in row.items() if name.startswith("speaker") and isinstance(value, str))
    return next(filter(None, map(coded, others)), None)


def start_of(row: Row) -> float | None:
    return _time_in_row(row, STARTS, "start")


def end_of(row: Row, start: float | None) -> float | None:
    """The end of a row, or its start and how long it lasts."""
    end = _time_in_row(row, ENDS, "end")
    if end is not None or start is None:
        return end
    length = next((found for name in LENGTHS if (found := seconds(row.get(name))) is not None), None)
    return None if length is None else round(start + length, 3)


def _time_in_row(row: Row, names: Sequence[str], edge: str) -> float | None:
    if (ticks := row.get("offsetinticks")) is not None and edge == "start":
        return seconds(ticks / TICKS) if isinstance(ticks, int | float) and not isinstance(ticks, bool) else None
    for name in _IN_MILLISECONDS[edge]:
        if name in row:
            return milliseconds(row[name])
    return next((found for name in names if name in row and (found := _seconds_of(row[name])) is not None), None)


def _seconds_of(value: object) -> float | None:
    if isinstance(value, str) and value[:2] == "PT" and (match := _DURATION.fullmatch(value.strip())):
        hours, minutes, rest = (float(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + rest
    return seconds(value.get("relative")) if isinstance(value, dict) and "relative" in value else seconds(value)
