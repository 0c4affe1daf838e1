"""Seconds and how people write them, and addresses that open a recording at a second."""

from __future__ import annotations

import re
from unicodedata import decimal, normalize
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

MAX_SECONDS = 100 * 3600 - 1
"""The longest time that is read: 99:59:59. A recording is never longer."""


_CLOCK = re.compile(r"(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,4}):(?P<s>\d{1,2}(?:[.,]\d+)?)", re.ASCII)


_DOTTED = re.compile(r"(?:(?P<h>\d{1,2})[., ])?(?P<m>\d{1,3})[., ](?P<s>[0-5]\d)", re.ASCII)
"""A clock with dots or spaces, since a phone's keyboard of numbers has no colon: two digits behind the last are
seconds."""


_SHORT_UNITS = re.compile(
    r"(?P<h>\d{1,2})\s*(?:h|小?[时時])\s*(?P<m>\d{1,2})|(?P<minute>\d{1,4})\s*[m分]\s*(?P<s>\d{1,2})",
    re.ASCII | re.IGNORECASE,
)
"""`1h05` and `0m05`, whose last number has no unit of its own."""


_IN_ADDRESS = re.compile(r"(?:^|[?&#])(?:t|start|time_continue)=(?:npt:)?([\w:.]+)", re.ASCII)
"""The time in a link, or the part of one that says it: `t=5s`, `?start=1899`, `#t=31:39`."""


_UNITS = re.compile(
    r"(?:(?P<h>\d{1,6})\s*(?:h|hrs?|hours?|小时|小時|时|時))?\s*"
    r"(?:(?P<m>\d{1,6})\s*(?:m|mins?|minutes?|['′’]|分钟|分鐘|分))?\s*"
    r"(?:(?P<s>\d{1,6})\s*(?:s|secs?|seconds?|\"|”|[′’']{2}|秒钟|秒鐘|秒))?",
    re.ASCII | re.IGNORECASE,
)


_LEAD = re.compile(r"(?:(?:at|around|about|circa|approx\.?|from|@|[~≈]|在|从|约|大约|大概)\s*)+", re.IGNORECASE)
"""What people write before a time."""


_RANGE = re.compile(r"([\d:.]+)\s*(?:[-–—~]|to|until|到|至)\s*[\d:.]+", re.ASCII)
"""From a time until another one."""


_SECONDS = re.compile(r"\d{1,6}(?:\.\d+)?", re.ASCII)


def format_time(seconds: float | None) -> str:
    """`31:39`, or `1:02:03` from an hour on; `—` for no time. Part of a second is dropped, as on a player."""
    if seconds is None:
        return "—"
    minutes, second = divmod(int(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}" if hour else f"{minute}:{second:02}"


def parse_time(typed: str) -> float | None:
    """Seconds, or None.

    `31:39`, `1:02:03`, `31.39`, `31 39`, `31m39s`, `1h 2m`, `0m05`, `31'39"`, `31分39秒`, `1899`, `00:00:05,000`, links
    with a time, `at 31:39`, and the beginning of `31:39-32:20`.
    """
    text = _plain_text(typed)
    if match := _IN_ADDRESS.search(text) or _RANGE.fullmatch(text):
        text = match[1]
    if match := _CLOCK.fullmatch(text) or _DOTTED.fullmatch(text):
        return _clock_seconds(match)
    if match := _SHORT_UNITS.fullmatch(text):
        hours, minutes, seconds = (int(match[unit] or 0) for unit in ("h", "m", "s"))
        return _within_limit(hours * 3600 + (minutes + int(match["minute"] or 0)) * 60 + seconds)
    if _SECONDS.fullmatch(text):
        return _within_limit(float(text))
    if text and (match := _UNITS.fullmatch(text)):
        return _within_limit(sum(int(match[unit] or 0) * size for unit, size in (("h", 3600), ("m", 60), ("s", 1))))
    return None


def _plain_text(typed: str) -> str:
    """The typed text with the digits and marks of ASCII, and without words such as "at" before a time."""
    text = " ".join(normalize("NFKC", typed).split()).strip(" ()[]<>")
    text = "".join(str(decimal(each)) if each.isdecimal() else each for each in text)
    return text[lead.end() :] if (lead := _LEAD.match(text)) else text


def _clock_seconds(match: re.Match[str]) -> float | None:
    hours, minutes, seconds = int(match["h"] or 0), int(match["m"]), float(match["s"].replace(",", "."))
    if seconds >= 60 or (match["h"] and minutes >= 60):
        return None
    return _within_limit(hours * 3600 + minutes * 60 + seconds)


def _within_limit(seconds: float) -> float | None:
    return seconds if seconds <= MAX_SECONDS else None


def deep_link(url: str, seconds: float) -> str:
    """The address that opens at that second.

    YouTube reads `t=1899s` in the query, Vimeo `#t=1899s`, and plain media files the Media Fragments of
    the W3C, `#t=1899`, which browsers' own players honour.
    """
    parts = urlsplit(url)
    second = max(0, int(seconds))
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if host in ("youtube.com", "music.youtube.com", "youtube-nocookie.com", "youtu.be"):
        kept = [(key, value) for key, value in parse_qsl(parts.query) if key not in ("t", "start")]
        key = "start" if parts.path.startswith("/embed/") else "t"
        value = str(second) if key == "start" else f"{second}s"
        return urlunsplit(parts._replace(query=urlencode([*kept, (key, value)]), fragment=""))
    unit = "s" if host in ("vimeo.com", "player.vimeo.com") else ""
    return urlunsplit(parts._replace(fragment=f"t={second}{unit}"))
