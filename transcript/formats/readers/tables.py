"""Tables with a line of headings: `Start,End,Speaker,Text`, with commas, semicolons or tabs between."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from transcript.formats.cues import Reading
from transcript.formats.readers.columns import STARTS, TEXTS, bare_name
from transcript.formats.readers.rows import reading_of_rows
from transcript.formats.source import Source


def recognises(source: Source) -> bool:
    names = _headings_of(source)
    return len(names) > 1 and bool({*STARTS, "startms"} & set(names)) and bool(set(TEXTS) & set(names))


def read(source: Source) -> Reading:
    names = _headings_of(source)
    table = csv.reader(source.rows[1:], delimiter=_delimiter_of(source), strict=False)
    rows = [dict(zip(names, fields, strict=False)) for fields in _without_errors(table)]
    return reading_of_rows(rows)


def _without_errors(table: Iterator[list[str]]) -> Iterator[list[str]]:
    """The rows of a table; a field that is too long ends them."""
    while True:
        try:
            yield next(table)
        except (StopIteration, csv.Error):
            return


def _delimiter_of(source: Source) -> str:
    return max("\t;,", key=source.rows[0].count)


def _headings_of(source: Source) -> list[str]:
    return [bare_name(field) for field in source.rows[0][:500].split(_delimiter_of(source))]
