"""Times as transcripts write them, in seconds."""

from __future__ import annotations

import re
from functools import lru_cache

CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,:;]\d{1,3})?"
"""`m:ss`, `mm:ss.fff`, `h:mm:ss`, `hh:mm:ss,fff`, `hh:mm:ss:ff`: never a number alone."""


_CLOCK_PARTS = re.compile(r"(?:(?:(\d{1,6}):)?(\d{1,6}):)?(\d{1,8})(?:[.,](\d{1,9})\d*)?", re.ASCII)


_STAMP_WITH_FRAMES = re.compile(r"(\d{1,6}):(\d\d):(\d\d)[:;](\d{1,3})", re.ASCII)


DIGITS = 2
"""Of the seconds where there are minutes, and of the minutes where there are hours."""


LARGEST = 1e8
"""A larger number is no time at all."""


MOST = 1e7
"""A larger number of seconds is no time of a recording."""


FRAME_RATE = 30
"""Frames a second, where a time counts them and the file does not say how many there are."""


_WHOLE_CLOCK = re.compile(r"(\d\d):([0-5]\d):([0-5]\d)", re.ASCII)


def clock(written: str) -> float | None:
    """Seconds from `[[h:]mm:]ss[.fff]`, a comma as good as a dot; None from a time with 60 minutes or seconds."""
    if len(written) == 12 and (found := _usual_clock(written)) is not None:
        return found
    written = written.strip()
    if written.isascii() and written.replace(".", "", 1).isdigit() and written[0] != "." != written[-1]:
        return round(float(written), 3) if float(written) < LARGEST else None  # most times of words are such
    match = _CLOCK_PARTS.fullmatch(written)
    if match is None:
        return frames(written)
    hours, minutes, seconds, fraction = match.groups()
    brief = hours is not None and len(hours) == 1 and fraction is not None  # Teams' 0:0:5.81
    if minutes is not None and (int(seconds) > 59 or not (brief or len(seconds) == DIGITS)):
        return None
    if hours is not None and (int(minutes) > 59 or not (brief or len(minutes) == DIGITS)):
        return None
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds)
    return round(whole + int(fraction) / 10 ** len(fraction), 3) if fraction else float(whole)


def _usual_clock(written: str) -> float | None:
    """Seconds from `01:02:03.456`, as nearly all captions have it; None from what is not quite so."""
    whole, part = _whole_seconds(written[:8]), written[9:]
    if whole is None or written[8] not in ".," or not (part.isascii() and part.isdecimal()):
        return None
    return whole + int(part) / 1000


@lru_cache(maxsize=64)  # cues that follow one another are in the same second
def _whole_seconds(written: str) -> int | None:
    match = _WHOLE_CLOCK.fullmatch(written)
    return int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3]) if match else None


def frames(written: str) -> float | None:
    """Seconds from `hh:mm:ss:ff`."""
    match = _STAMP_WITH_FRAMES.fullmatch(written.strip())
    if match is None:
        return None
    hours, minutes, seconds, part = map(int, match.groups())
    if minutes > 59 or seconds > 59:
        return None
    return round(hours * 3600 + minutes * 60 + seconds + min(part / FRAME_RATE, 0.999), 3)


def seconds(value: object) -> float | None:
    """A number of seconds as JSON has it: a number, `"1.300s"`, `"00:00:01.3"`, or Google's seconds and nanos."""
    if type(value) is float or type(value) is int:
        return float(value) if 0 <= value < MOST else None
    if isinstance(value, str):
        return clock(value.strip().removesuffix("s"))
    if isinstance(value, dict):
        whole, part = seconds(value.get("seconds", 0)), value.get("nanos", 0)
        return None if whole is None or not isinstance(part, int | float) else whole + part / 1e9
    return None


def milliseconds(value: object) -> float | None:
    """Seconds from a number of milliseconds, which may be written as a string."""
    if isinstance(value, str) and re.fullmatch(r"\d{1,12}(?:\.\d{1,9})?", value.strip(), re.ASCII):
        value = float(value)
    if type(value) is int or type(value) is float:
        return value / 1000 if 0 <= value < 1000 * MOST else None
    return None
