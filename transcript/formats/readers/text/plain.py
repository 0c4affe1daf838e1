"""Plain text: a name on a line of its own above its words, or no names at all, and no times.

Ada Quill
The bridge was never finished.

Ben Marsh
Who paid for it?
"""

from __future__ import annotations

import re
from collections import Counter

from transcript.formats.cues import Cue, Reading
from transcript.formats.markup import CJK, clean, joined, plain
from transcript.formats.readers.text.front_matter import read_front_matter
from transcript.formats.readers.text.outline import HEADING, NO_SPEECH
from transcript.formats.source import Source
from transcript.formats.speakers import is_name, tidy
from transcript.models import Note

FEWEST_WORDS = 25
"""Words that a text without names and times has at least: fewer are a note, not what was said in a show."""


DOCUMENT = 0.25
"""A text in which such a share of the rows is lists, tables, code or addresses is a document about something."""


_ROWS_OF_DOCUMENTS = re.compile(
    r"\s*(?:[-*+]\s+\S|\d{1,3}[.)]\s|\||```|~~~|<\/?[a-zA-Z!]|#include|import\s\w|from\s\w+\simport|def\s|class\s|function\s"
    r"|\$\s|\{|\}|@|//|/\*|#!|\[\w.*\]:\s|!\[|\[!\[|.*[;{]\s*$|\w+\s*=\s*\S|[\w.-]+:\s*$|.*https?://\S+\s*$)"
)


_CODE_ROW = re.compile(r"^(?:```|~~~|<\?php|#!/|<!doctype|\s*[{\[]\s*$)", re.IGNORECASE | re.MULTILINE)


def recognises(source: Source) -> bool:
    """True if the text is prose of some length, and no document, code or table."""
    text = source.text
    head = Reading()
    if read_front_matter(text, head) and head.speakers:
        return True
    if source.root_tag or source.json is not None or text.lstrip()[:1] in "{[<":
        return False
    if _names_above_words(source.rows, 0):
        return True
    rows = [row for row in source.rows if row.strip()]
    spoken = [row for row in rows if not HEADING.fullmatch(row.strip())]
    words = len(text.split()) + len(CJK.findall(text[:10_000])) // 2
    if words < FEWEST_WORDS or not spoken or _CODE_ROW.search(text[:50_000]):
        return False
    odd = sum(map(bool, map(_ROWS_OF_DOCUMENTS.match, spoken))) + 3 * (len(rows) - len(spoken))
    tabs = sum(row.count("\t") > 1 or row.count(",") > row.count(" ") for row in spoken)
    return odd < DOCUMENT * len(rows) and tabs < DOCUMENT * len(rows) and is_prose(text[:50_000])


def is_prose(text: str) -> bool:
    """True if most of a text is letters and its words have the lengths of words."""
    signs = [sign for sign in text if not sign.isspace()]
    letters = sum(map(str.isalpha, signs))
    return letters >= 0.75 * len(signs) and (len(text.split()) > len(text) / 25 or bool(CJK.search(text)))


def read(source: Source) -> Reading:
    reading = Reading()
    rows = source.rows
    first = read_front_matter(source.text, reading)
    names = _names_above_words(rows, first)
    speaker: str | None = None
    open_: list[str] = []
    line = first + 1

    def close() -> None:
        text = joined(open_)
        if text:
            reading.cues.append(Cue(None, None, text, speaker, line))
        open_.clear()

    for number in range(first, len(rows)):
        row = rows[number].strip()
        if not row:
            close()
        elif (row.lstrip("# ") if row[:1] == "#" else row) in names and (
            number == first or not rows[number - 1].strip()
        ):
            close()
            speaker = tidy(row.lstrip("# "))
        elif match := HEADING.fullmatch(row):
            close()
            reading.title = reading.title or clean(plain(match[2])) or None
        elif NO_SPEECH.fullmatch(row):
            reading.notes.append(Note(number + 1, row))
        else:
            if not open_:
                line = number + 1
            open_.append(clean(plain(row)))
    close()
    reading.kind = "name above the words" if names else None
    return reading


def _names_above_words(rows: list[str], first: int) -> set[str]:
    """The rows that are nothing but a name, above words, each at least twice and of at least two people."""
    found: Counter[str] = Counter()
    for number in range(first, len(rows)):
        row = rows[number].strip().lstrip("# ")
        if row and len(row) < 50 and row[-1] not in ".!?,;" and (number == first or not rows[number - 1].strip()):
            following = next((each.strip() for each in rows[number + 1 : number + 3] if each.strip()), "")
            if following and is_name(row.rstrip(":")):
                found[row] += 1
    names = {name for name, count in found.items() if count > 1}
    return names if len(names) > 1 else set()
