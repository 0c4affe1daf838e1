"""Chapters that lie beside a transcript, in a file of their own: `NAME.chapters.json` and its like.

Podcasting 2.0           {"version":"1.2.0","chapters":[{"startTime":168,"title":"Hearing Aids","toc":true}]}
Podlove                  [{"start":"00:00:43.137","title":"Greeting","href":"","image":""}]
Podlove Simple Chapters  <psc:chapter start="01:02" title="Chapter II"/>, also in a feed
text                     00:43 Greeting
WebVTT                   00:43.137 --> 02:48.000 / Greeting
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from transcript.errors import TranscriptError
from transcript.files import is_regular, read_regular
from transcript.formats.cues import ChapterHead
from transcript.formats.encodings import decode
from transcript.formats.json_values import dicts, text_of
from transcript.formats.markup import clean
from transcript.formats.readers.text.speech import ENDS_SENTENCE
from transcript.formats.source import Source, attribute, local_name
from transcript.formats.speakers import LABEL
from transcript.formats.stamps import CLOCK, clock, seconds
from transcript.models import Chapter, Transcript

CHAPTER_ENDINGS = (".json", ".txt", ".xml", ".psc", ".rss", ".vtt")


MAX_CHAPTER_BYTES = 1024 * 1024
"""Bytes of a file of chapters; a thousand of them have a tenth of that."""


_ROW = re.compile(rf"\s*(?:[-*]\s+)?[\[(]?(?P<stamp>{CLOCK})[\])]?\s*(?:[-–—:|]\s*)?(?P<title>\S.*)")


SHORTEST = 20.0
"""Seconds that chapters last on average at least: rows of times that are closer are what was said."""


EARLY = 0.5
"""Seconds that a chapter's first words may begin before it."""


_TIMED_TITLE = re.compile(rf"^[ \t]*(?P<stamp>{CLOCK})[ \t]*-->.*\n(?P<title>.*\S.*)$", re.MULTILINE)


MOST_TITLES = 200
"""Chapters of one file: one with more rows or cues has what is said."""


def places(path: Path) -> list[Path]:
    """The files beside a transcript that may hold its chapters."""
    names = (f"{path.stem}{joint}chapters{ending}" for joint in (".", "-", "_") for ending in CHAPTER_ENDINGS)
    return [path.with_name(name) for name in names]


def is_chapters(path: Path) -> bool:
    """True if a file has the name of a file of chapters."""
    return re.search(r"[.\-_]chapters$", path.stem, re.IGNORECASE) is not None


def transcript_name(chapters: Path) -> str:
    """The name, without its ending, of the transcript to which a file of chapters belongs."""
    return re.sub(r"[.\-_]chapters$", "", chapters.stem, flags=re.IGNORECASE)


def chapters_beside(path: Path) -> list[ChapterHead]:
    """The chapters that lie beside a transcript; none if there is no such file.

    Raises TranscriptError for a file that has none in it.
    """
    found = next((place for place in places(path) if is_regular(place)), None)
    if found is None:
        return []
    try:
        content = read_regular(found, MAX_CHAPTER_BYTES)
    except OSError as error:
        raise TranscriptError(found, f"it cannot be read ({error.strerror})", "check its permissions") from error
    decoded = decode(content)
    heads = chapters_of(Source(decoded.text)) if decoded else []
    if not heads:
        raise TranscriptError(found, "no chapters are found in it", "write a line 00:43 Title for each")
    return heads


def chapters_of(source: Source) -> list[ChapterHead]:
    """The chapters in a file that has nothing else, in the order of their times; none in any other file."""
    heads = chapters_of_json(source.json) or _of_xml(source) or chapters_of_webvtt(source) or _of_rows(source)
    return sorted((head for head in heads if head.title and head.start is not None), key=lambda head: head.start or 0.0)


def chapters_of_json(data: object) -> list[ChapterHead]:
    """The chapters in a JSON value, as Podcasting 2.0 and Podlove have them."""
    rows = dicts(data.get("chapters") if isinstance(data, dict) else data)
    if any("text" in row or "body" in row for row in rows[:5]):
        return []
    return [
        ChapterHead(clean(text_of(row.get("title"))), seconds(row.get("startTime", row.get("start"))))
        for row in rows
        if row.get("toc") is not False
    ]


def _of_xml(source: Source) -> list[ChapterHead]:
    if not source.root_tag or "chapter" not in source.text or source.xml is None:
        return []
    return [
        ChapterHead(clean(attribute(element, "title") or ""), seconds(attribute(element, "start")))
        for element in source.xml.iter()
        if local_name(element) == "chapter"
    ]


def chapter_row(row: str) -> re.Match[str] | None:
    """The `stamp` and the `title` of a row that is a chapter's time and title."""
    return _ROW.fullmatch(row)


def _of_rows(source: Source) -> list[ChapterHead]:
    rows = [row for row in source.rows if row.strip()]
    found = [match for match in map(_ROW.fullmatch, rows) if match] if len(rows) <= MOST_TITLES else []
    if len(found) < 2 or len(found) < len(rows) - 2:
        return []
    heads = [ChapterHead(clean(match["title"]), clock(match["stamp"])) for match in found]
    return heads if _are_titles(heads) else []


def chapters_of_webvtt(source: Source) -> list[ChapterHead]:
    """The chapters in a WebVTT file of these; none in one of captions."""
    if source.text.lstrip()[:6] != "WEBVTT" or source.text.count("-->") > MOST_TITLES:
        return []
    found = _TIMED_TITLE.finditer(source.text)
    heads = [ChapterHead(clean(match["title"]), clock(match["stamp"])) for match in found]
    return heads if len(heads) > 1 and _are_titles(heads) else []


def _are_titles(heads: list[ChapterHead]) -> bool:
    """True if texts are as far from one another, as short, and as little like sentences as chapters' titles."""
    first, last = heads[0].start or 0.0, heads[-1].start or 0.0
    if last - first < SHORTEST * (len(heads) - 1):
        return False
    rising = all((one.start or 0.0) < (after.start or 0.0) for one, after in pairwise(heads))
    brief = sum(len(head.title.split()) <= 12 for head in heads) >= 0.9 * len(heads)
    spoken = sum(ENDS_SENTENCE.search(head.title) is not None for head in heads)
    labels = Counter(label["name"] for head in heads if (label := LABEL.match(head.title)))
    named = sum(count for count in labels.values() if count > 1)
    return rising and brief and spoken * 4 <= len(heads) and named < 0.9 * len(heads)


def with_chapters(transcript: Transcript, heads: list[ChapterHead]) -> Transcript:
    """The transcript with these chapters, each from the first segment that begins with it or after."""
    starts = [head.start or 0.0 for head in heads]
    edges: list[float] = []
    at = 0.0
    for segment in transcript.segments:  # a segment without a time, or out of order, stays with the one before
        at = max(at, at if segment.start is None else segment.start)
        edges.append(at)
    firsts = [bisect_right(edges, start - EARLY) if start > 0 else 0 for start in starts]
    lasts = [*(first - 1 for first in firsts[1:]), len(edges) - 1]
    language = transcript.episode.original
    ends = [*starts[1:], max(transcript.episode.duration, starts[-1])]
    chapters = tuple(
        Chapter(number, {language: head.title}, start, end, {}, first, last)
        for number, (head, start, end, first, last) in enumerate(
            zip(heads, starts, ends, firsts, lasts, strict=True), 1
        )
    )
    segments = tuple(
        replace(segment, chapter=bisect_right(firsts, segment.index) or None) for segment in transcript.segments
    )
    return replace(transcript, chapters=chapters, segments=segments)
