"""Plain text: prose without names and times. What is in lines as verse is, is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median

from transcript.formats.cues import Cue, Reading
from transcript.formats.markup import CJK, clean, joined, plain
from transcript.formats.readers.text.front_matter import read_front_matter
from transcript.formats.readers.text.head import HEADING
from transcript.formats.readers.text.margins import without_margins
from transcript.formats.readers.text.outline import NO_SPEECH, take_heading
from transcript.formats.readers.text.speech import ENDS_SENTENCE, LONGEST_SAMPLE, SIGN_OF_CODE, is_prose, is_spoken
from transcript.formats.source import Source
from transcript.models import Note

FEWEST_WORDS = 25
"""Words that a text without names and times has at least: fewer are a note, not what was said in a show."""


DOCUMENT = 0.25
"""A text in which such a share of the rows is lists, tables, code or addresses is a document about something."""


_ROWS_OF_DOCUMENTS = re.compile(
    r"\s*(?:[-*+]\s+\S|\d{1,3}[.)]\s|\||```|~~~|<\/?[a-zA-Z!]|#include|import\s\w|from\s\w+\simport|def\s|class\s|function\s"
    r"|\$\s|\{|\}|@|//|/\*|#!|\[\w.*\]:\s|!\[|\[!\[|.*[;{]\s*$|\w+\s*=\s*\S|[\w.-]+:\s*$|.*https?://\S+\s*$)"
)


_TURN_DASH = re.compile(r"[–—]\s*(?=\S)")
"""The beginning of a turn of somebody else, as in interviews in French or Russian."""


_CODE_ROW = re.compile(r"^(?:```|~~~|<\?php|#!/|<!doctype|\s*[{\[]\s*$)", re.IGNORECASE | re.MULTILINE)


_LABEL_OF_FIELD = re.compile(r"\s*[\w'-]+(?: [\w'-]+){0,2}:\s")


SHORTEST_STANZA, LONGEST_STANZA = 3, 16
"""Rows of a stanza: the middle one of all has as many at least, and each as many at most."""


LONGEST_VERSE = 60
"""Characters of the middle one of all lines."""


BROKEN = 0.5
"""The share of line ends in stanzas at which the next word had room in the line before, and none of prose has."""


def recognises(source: Source) -> bool:
    """True if the text is prose of some length, and no document, code or table."""
    text = source.text
    head = Reading()
    begin = read_front_matter(text, head)
    if begin and head.speakers:
        return True
    if source.root_tag or source.json is not None or text.lstrip()[:1] in "{[<":
        return False
    rows = [row for row in without_margins(source.rows, begin, Reading()) if row.strip()]
    spoken = [row for row in rows if not HEADING.fullmatch(row.strip())]
    words = len(text.split()) + len(CJK.findall(text[:10_000])) // 2
    if words < FEWEST_WORDS or not spoken or _CODE_ROW.search(text[:LONGEST_SAMPLE]):
        return False
    odd = sum(map(bool, map(_ROWS_OF_DOCUMENTS.match, spoken))) + 3 * (len(rows) - len(spoken))
    tabs = sum(row.count("\t") > 1 or row.count(",") > row.count(" ") for row in spoken)
    if odd >= DOCUMENT * len(rows) or tabs >= DOCUMENT * len(rows) or is_verse(source.rows[begin:]):
        return False
    return is_prose(text[:LONGEST_SAMPLE]) and (is_spoken(text) or _is_narrated(rows))


def _is_narrated(rows: Sequence[str]) -> bool:
    """True if all is whole sentences, as where somebody tells of others. Documents have headings, lists and labels."""
    if any(
        HEADING.fullmatch(row.strip()) or _LABEL_OF_FIELD.match(row) or _ROWS_OF_DOCUMENTS.match(row) for row in rows
    ):
        return False
    return all(map(ENDS_SENTENCE.search, rows)) and not SIGN_OF_CODE.search("".join(rows))


def is_verse(rows: list[str]) -> bool:
    """True if a text is in stanzas of short lines that end before they are full, and before the sentence does."""
    groups = groupby((row.strip() for row in rows), bool)
    stanzas = [list(group) for has_words, group in groups if has_words]
    lengths = [len(stanza) for stanza in stanzas]
    lines = [line for stanza in stanzas for line in stanza]
    if len(stanzas) < 2 or median(lengths) < SHORTEST_STANZA or max(lengths) > LONGEST_STANZA:
        return False
    width = max(LONGEST_VERSE, *map(len, lines))
    ends = [(before, after) for stanza in stanzas for before, after in pairwise(stanza)]
    early = sum(len(before) + 1 + len(after.split()[0]) <= width for before, after in ends)
    spoken = sum(line[-1] in ".!?" for line in lines)
    odd = sum(map(bool, map(_ROWS_OF_DOCUMENTS.match, lines)))
    if median(map(len, lines)) > LONGEST_VERSE or odd >= DOCUMENT * len(lines):
        return False
    return early >= BROKEN * len(ends) and spoken < BROKEN * len(lines)


def read(source: Source) -> Reading:
    reading = Reading()
    first = read_front_matter(source.text, reading)
    rows = without_margins(source.rows, first, reading)
    open_: list[str] = []
    line = first + 1

    def close() -> None:
        text = joined(open_)
        if text:
            reading.cues.append(Cue(None, None, text, None, line))
        open_.clear()

    for number in range(first, len(rows)):
        row = rows[number].strip()
        if not row:
            close()
        elif dash := _TURN_DASH.match(row):
            close()
            reading.cues.append(Cue(None, None, clean(plain(row[dash.end() :])), None, number + 1, turn=True))
        elif match := HEADING.fullmatch(row):
            close()
            take_heading(reading, len(match[1]), clean(plain(match[2])), number + 1)
        elif NO_SPEECH.fullmatch(row):
            reading.notes.append(Note(number + 1, row))
        else:
            if not open_:
                line = number + 1
            open_.append(clean(plain(row)))
    close()
    return reading
