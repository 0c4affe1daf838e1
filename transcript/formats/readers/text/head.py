"""The rows above the words of a text: its title, chapters, who speaks, and fields such as `Date: 2024-05-01`."""

from __future__ import annotations

import re
from collections import Counter

from transcript.formats.chapter_files import chapter_row, chapters_of
from transcript.formats.cues import Reading
from transcript.formats.file_names import iso_date
from transcript.formats.markup import clean, plain
from transcript.formats.readers.text.turns import LABELLED, Turn
from transcript.formats.source import Source
from transcript.formats.speakers import NO_NAMES, ROLES, is_name
from transcript.models import Note

HEADING = re.compile(r"([#=]{1,6})\s+(.*?)\s*[#=]*")
"""A heading of Markdown or AsciiDoc: `## Title`, `== Title`."""


_FACT = re.compile(r"\*{0,2}(?P<role>[A-Za-z -]{3,25}):\*{0,2}\s+(?P<names>\S.*)")


_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\band\b)\s*")


_FIELD = re.compile(r"\*{0,2}(?P<label>[^\W\d_][\w ]{1,30}):\*{0,2}\s+(?P<value>\S.*[^.!?…\s])")


_PEOPLE = frozenset({"participants", "attendees", "speakers", "guests", "hosts"})


def take_head(rows: list[str], reading: Reading) -> None:
    """Put into the reading the title and the chapters that stand above the words; the last row is their heading."""
    headings = (HEADING.fullmatch(row.strip()) for row in rows[:-1])
    titles = (clean(plain(heading[2])) for heading in headings if heading and len(heading[1]) == 1)
    reading.title = reading.title or next(titles, None)
    listed = [row for row in rows if chapter_row(row)]
    reading.chapters += chapters_of(Source("\n".join(listed)))


def take_who_speaks(rows: list[str], first: int, reading: Reading) -> None:
    """Rows such as `Host: Ada Quill` say who speaks, and are no turns: after that word only names stand in the text."""
    said: dict[str, list[tuple[int, str]]] = {}
    for number in range(first, len(rows)):
        label = _FACT.fullmatch(rows[number].strip()) if ":" in rows[number][:30] else None
        if label is not None and ROLES.issuperset(label["role"].casefold().split()):
            said.setdefault(label["role"], []).append((number, label["names"]))
    for facts in said.values():
        names = [name.strip() for _, written in facts for name in _BETWEEN_NAMES.split(written)]
        if all(is_name(name) and name[-1] != "." for name in names):
            reading.speakers += names
            for number, _ in facts:
                reading.notes.append(Note(number + 1, rows[number].strip()))
                rows[number] = ""


def take_fields(rows: list[str], first: int, found: dict[int, Turn], reading: Reading) -> None:
    """Rows above the first speaker whose label names nobody, as `Meeting Title: On bridges`, begin no turn."""
    for number in range(first, _first_speaker(found)):
        field = _FIELD.fullmatch(rows[number].strip()) if ":" in rows[number][:40] else None
        words = set(field["label"].casefold().split()) if field else set()
        if field and words & NO_NAMES:
            found.pop(number, None)
            reading.notes.append(Note(number + 1, rows[number].strip()))
            rows[number] = ""
            _take_field(words, field["value"].strip("* "), reading)


def _first_speaker(found: dict[int, Turn]) -> int:
    """The row of the first turn with a time, or by a name that comes again; 0 if there is none."""
    times = Counter(turn.name for turn in found.values())
    return next((number for number, turn in sorted(found.items())
                 if turn.start is not None or turn.shape != LABELLED or times[turn.name] > 1), 0)  # fmt: skip


def _take_field(label: set[str], value: str, reading: Reading) -> None:
    names = [name.strip() for name in _BETWEEN_NAMES.split(value)]
    if "title" in label:
        reading.title = reading.title or clean(plain(value))
    elif "date" in label:
        reading.date = reading.date or iso_date(value)
    elif label & _PEOPLE and all(map(is_name, names)):
        reading.speakers += names
