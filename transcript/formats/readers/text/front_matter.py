"""YAML between two lines of dashes at the top of a Markdown file, or TOML between plus signs: title, date, speakers."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import yaml

from transcript.formats.cues import Reading
from transcript.formats.file_names import iso_date
from transcript.formats.markup import clean

LONGEST_FRONT_MATTER = 64 * 1024
"""Characters of front matter that are looked at."""


_BLOCK = re.compile(
    r"\s*(?:---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.*?)\n\+\+\+)[ \t]*(?:\n|$)", re.DOTALL
)


_TITLES, _SHOWS = ("title", "episodetitle", "name"), ("show", "podcast", "series")


_DATES = ("date", "published", "pubdate", "publishdate", "publisheddate", "publishedat", "releasedate", "airdate")


_SPEAKERS = ("speakers", "speaker", "guests", "guest", "hosts", "host", "participants", "people", "authors")


def read_front_matter(text: str, reading: Reading) -> int:
    """Put into the reading what the front matter says; how many rows of the text it takes."""
    match = _BLOCK.match(text[:LONGEST_FRONT_MATTER])
    if match is None:
        return 0
    fields = _read_fields(match["yaml"] or match["toml"] or "", is_toml=match["toml"] is not None)
    reading.title = _first_text(fields, _TITLES)
    reading.show = _first_text(fields, _SHOWS)
    reading.language = _first_text(fields, ("language", "lang"))
    for name in _DATES:
        reading.date = reading.date or iso_date(fields.get(name))
    for name in _SPEAKERS:
        value = fields.get(name)
        people = value if isinstance(value, list) else re.split(r",|;| & ", value) if isinstance(value, str) else []
        for one in people:
            written = one.get("name") if isinstance(one, dict) else one
            if isinstance(written, str) and written.strip():
                reading.speakers.append(clean(written))
    return text[: match.end()].count("\n")


def _read_fields(body: str, *, is_toml: bool) -> dict[str, Any]:
    """The fields by their names, in small letters without other signs; what is neither is read line by line."""
    try:
        value = tomllib.loads(body) if is_toml else yaml.safe_load(body)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError):
        pairs = re.findall(r"^([A-Za-z_]+)[ \t]*[:=][ \t]*(.+)$", body, re.MULTILINE)
        value = {name: written.strip().strip("'\"") for name, written in pairs}
    fields = value.items() if isinstance(value, dict) else ()
    return {re.sub(r"[\W_]+", "", str(name)).casefold(): entry for name, entry in fields}


def _first_text(fields: dict[str, Any], names: tuple[str, ...]) -> str | None:
    found = (fields[name] for name in names if isinstance(fields.get(name), str))
    return next(filter(None, map(clean, found)), None)
