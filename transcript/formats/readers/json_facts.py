"""Facts that JSON of any format has beside its words: title, date, language, chapters, names by speakers' ids.

{"title":"On bridges","publicationDate":"2024-05-01","chapters":[{"start":"00:00","title":"Ice"}],
 "contributors":[{"id":"1","name":"Ada Quill"}],"transcripts":[{"speaker":"1","text":"…"}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from transcript.formats.chapter_files import chapters_of_json
from transcript.formats.cues import Reading
from transcript.formats.file_names import iso_date
from transcript.formats.json_values import dicts, mapping, text_of
from transcript.formats.markup import clean
from transcript.formats.speakers import coded, tidy

DEEPEST_HEAD = 3
"""Levels of objects in which such facts stand."""


_TITLES, _LANGUAGES = ("title", "episode_title", "episodeName"), ("language", "language_code")


_DATES = ("publicationDate", "pubDate", "published", "publish_date", "date")


_PEOPLE = ("speakers", "contributors", "participants")


def read_facts(data: object, reading: Reading) -> None:
    """Put into the reading what its format's reader did not find."""
    names: dict[str | None, str] = {}
    for head in _nested_heads(mapping(data), DEEPEST_HEAD):
        reading.title = reading.title or _first_text(head, _TITLES)
        reading.language = reading.language or _first_text(head, _LANGUAGES)
        reading.date = reading.date or next(filter(None, (iso_date(head.get(name)) for name in _DATES)), None)
        reading.chapters = reading.chapters or [
            chapter for chapter in chapters_of_json({"chapters": head.get("chapters")}) if chapter.start is not None
        ]
        for key in _PEOPLE:
            names |= {coded(row.get("id")): name for row in dicts(head.get(key)) if (name := tidy(row.get("name")))}
    for cue in reading.cues if names else ():
        cue.speaker = names.get(cue.speaker, cue.speaker) if cue.speaker else None


def _nested_heads(data: dict[str, Any], depth: int) -> Iterator[dict[str, Any]]:
    """An object and those in it, from the outside in."""
    yield data
    for value in data.values() if depth > 1 else ():
        if isinstance(value, dict):
            yield from _nested_heads(value, depth - 1)


def _first_text(head: dict[str, Any], names: tuple[str, ...]) -> str | None:
    return next(filter(None, (clean(text_of(head.get(name))) for name in names)), None)
