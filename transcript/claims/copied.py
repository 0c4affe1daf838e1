"""What a copy of a post, a chat or subtitles has around the words: posters, times, counts of likes, hashtags."""

from __future__ import annotations

import re

_SUBTITLE_TIMES = re.compile(
    r"^(?:\d{1,5}[ \t]*\n)?[ \t]*(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}[ \t]*-->[^\n]*$", re.MULTILINE
)
"""The number and the times of a subtitle."""


_CLOCK = r"\d{1,2}[:：]\d{2}(?:\s*[AaPp]\.?[Mm]\.?)?"


_DAY = r"(?:[Tt]oday|[Yy]esterday|今天|昨天|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})(?:,|\s+at)?"


_POSTER = re.compile(
    rf"""^(?P<before>[ \t>]*)
    (?: (?P<name>[^\n—–:：]{{1,40}}?)[ \t]*[—–-][ \t]*(?:{_DAY}\s*)?{_CLOCK}[ \t]*\n   # Ada — Today at 8:57 PM
      | \[(?:{_DAY}\s*)?{_CLOCK}\][ \t]*(?P<poster>[^\n:：]{{1,40}}?)[:：][ \t]*         # [8:57 PM] Ada:
    )""",
    re.MULTILINE | re.VERBOSE,
)
"""What a copied message of a chat begins with."""


_FULL_NAME = re.compile(r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*){1,2}")


_AUTHOR = re.compile(r"^([A-Z][^\n@:]{1,40}?)[ \t]+@\w{2,30}(?:[ \t]*·[^\n]{1,20})?[ \t]*(?=\n)", re.MULTILINE)
"""The author of a post and their handle: Ada Quill @adaquill · 3h."""


_HANDLE = re.compile(r"(?<=\n)[ \t]*@\w{2,30}(?:[ \t]*·[ \t]*\w+)?[ \t]*\n")
"""A handle on a line of its own."""


_COUNTED = r"repl(?:y|ies)|reposts?|retweets?|likes?|views?|quotes?|bookmarks?|comments?"


_COUNTS = re.compile(rf"^[ \t]*(?:\d[\d.,]*[KkMm]?[ \t]+(?:{_COUNTED})\b[ \t·|,]*)+$", re.MULTILINE | re.IGNORECASE)
"""A line of 12 replies 4 reposts."""


_BARE_COUNTS = re.compile(r"(?<=\n)[ \t]*\d[\d.,]*[KkMm]?(?:[ \t·|]+\d[\d.,]*[KkMm]?){1,6}[ \t]*$", re.MULTILINE)
"""The same with emoji instead of words, which are gone."""


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"


_DATE = re.compile(
    rf"""^[ \t]*(?:{_CLOCK}[ \t]*·[ \t]*)?{_MONTH}[ \t]+\d{{1,2}},[ \t]*\d{{4}}
    (?:[ \t]*·[ \t]*[\d.,]+[KkMm]?(?:[ \t]+(?:{_COUNTED}))?)*[ \t]*$""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
"""The line with the date of a post: 9:41 AM · Jun 30, 2025 · 212K Views."""


_WORD = re.compile(r"\S+")


_TAG = re.compile(r"#[^\W\d]\w*")


_TIME = r"(?:\d{1,2}[:：])?\d{1,2}[:：]\d{2}"


_TIMES = rf"{_TIME}(?:\s*[-–—~]\s*{_TIME})?"


_STAMP = re.compile(rf"[\[(（【]\s*{_TIMES}\s*[\])）】]")


_LOOSE_STAMP = re.compile(rf"(?:^|(?<=[\s,@\[(（]))@?{_TIMES}(?=\s|$|[,.\])）])", re.MULTILINE)


def without_subtitle_times(text: str) -> str:
    return _SUBTITLE_TIMES.sub("", text)


def with_author(text: str) -> str:
    """A copied post with its author's name and a colon for the line with the handle."""
    return _AUTHOR.sub(r"\1:", text)


def with_poster(text: str) -> str:
    """A copied chat with a name and a colon before each message whose poster has a full name; other posters go.

    A message by a full name may be a quote of that person.
    """

    def poster(match: re.Match[str]) -> str:
        name = (match["name"] or match["poster"] or "").strip()
        return f"{match['before']}{name}: " if _FULL_NAME.fullmatch(name) else match["before"]

    return _POSTER.sub(poster, text)


def without_post_details(text: str) -> str:
    """A copied post without its counts of likes, its date and its author's handle."""
    for pattern in (_COUNTS, _DATE, _HANDLE):
        text = pattern.sub("", text)
    return text


def without_bare_counts(text: str) -> str:
    return _BARE_COUNTS.sub("", text)


def without_stamps(text: str) -> str:
    return _LOOSE_STAMP.sub(" ", _STAMP.sub(" ", text))


def without_tags(text: str) -> str:
    """The text up to its last word that is no hashtag."""
    ends = [match.end() for match in _WORD.finditer(text) if not _TAG.fullmatch(match.group())]
    return text[: ends[-1]] if ends else ""
