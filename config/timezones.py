"""Finds time zones by the names that people use: an IANA name, a city, a country, in English or Chinese."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location, get_timezone_name
from rapidfuzz import fuzz, process

from config.schedule import zone_info

LEAST_LIKENESS = 80
"""rapidfuzz's ratio, 0 to 100, from which a typed name may be a zone's with slips in it."""


SHORTEST_INSIDE = 4
"""Letters of the shortest typed text that is looked for inside of names."""


_UTC_OFFSET = re.compile(r"(?:utc|gmt|z)?\s*([+\-−])\s*(\d{1,2})(?::?(00|15|30|45))?")


_OFFSET_NAME = re.compile(r"Etc/GMT([+-])(\d+)")


EAST, WEST = timedelta(hours=14), timedelta(hours=12)
"""The farthest that a zone can be from UTC."""


_DECORATION = re.compile(r"\b(?:time(?: ?zone)?|standard|daylight|city)\b|时间|时区|市$")


def zone(typed: str) -> str | None:
    """The zone that is certainly meant: by IANA name, offset, or a name whose zones all have the same time; or None."""
    wanted = _folded_name(typed)
    if not wanted:
        return None
    if (name := _by_offset(typed)) or (name := _iana_names().get(typed.strip().casefold())):
        return name
    same = _zones_named(wanted)
    return same[0] if same and len({_utc_offsets(name) for name in same}) == 1 else None


def zones(typed: str, limit: int) -> list[str]:
    """The zones whose names begin with, have or are like what was typed, the best first; the commonest for ""."""
    wanted = _folded_name(typed)
    names = _zone_names()
    if not wanted:
        return list(names)[:limit] if not typed.strip() else []
    sure = zone(typed)
    found = [sure] if sure else []
    found += _zones_named(wanted)
    found += [name for name, words in names.items() if any(word.startswith(wanted) for word in words)]
    han = not wanted.isascii()
    if len(wanted) >= SHORTEST_INSIDE or han:
        found += [name for name, words in names.items() if any(wanted in word for word in words)]
        shortest = 2 if han else SHORTEST_INSIDE
        found += [name for name, words in names.items() if any(len(w) >= shortest and w in wanted for w in words)]
    if not found and len(wanted) >= SHORTEST_INSIDE:
        flat = {(name, word): word for name, words in names.items() for word in words}
        alike = process.extract(wanted, flat, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=limit)
        found = [name for _, _, (name, _) in alike]
    return list(dict.fromkeys(found))[:limit]


def _zones_named(wanted: str) -> list[str]:
    """The zones with exactly this name, or with it less "time" and the like."""
    bare = _folded_name(_DECORATION.sub(" ", wanted))
    same = [name for name, words in _zone_names().items() if wanted in words]
    return same or [name for name, words in _zone_names().items() if bare and bare in words]


def _by_offset(typed: str) -> str | None:
    """The zone of an offset such as UTC+8, GMT+5:45 or -0330, by a name that `zone_info` knows. None for other text."""
    found = _UTC_OFFSET.fullmatch(typed.strip().casefold())
    if found is None:
        return None
    hours, minutes, is_east = int(found[2]), int(found[3] or 0), found[1] == "+"
    offset = timedelta(hours=hours, minutes=minutes)
    if offset > (EAST if is_east else WEST):
        return None
    return f"UTC{'+' if is_east else '-'}{hours}{f':{minutes:02}' if minutes else ''}" if offset else "UTC"


def zone_label(name: str) -> str:
    """A zone's name for people. The IANA's names of distances from UTC have the sign turned around."""
    found = _OFFSET_NAME.fullmatch(name)
    return f"UTC{'+' if found[1] == '-' else '-'}{found[2]}" if found else name.replace("_", " ")


def _utc_offsets(name: str) -> tuple[object, ...]:
    """A zone's distances from UTC in winter and in summer."""
    year = datetime.now(UTC).year
    return tuple(datetime(year, month, 1, tzinfo=zone_info(name)).utcoffset() for month in (1, 7))


def _folded_name(typed: str) -> str:
    return re.sub(r"[\W_]+", " ", re.sub(r"(?<=\b\w)\.", "", typed.casefold())).strip()


@cache
def _iana_names() -> dict[str, str]:
    """IANA names with a slash, by the casefolded name. Others, such as EST, are not the zones that people mean."""
    names = (name for name in available_timezones() if "/" in name and not name.startswith(("posix", "right")))
    return {name.casefold(): name for name in names}


@cache
def _zone_names() -> dict[str, list[str]]:
    """Names of each zone in use, folded for comparison; zones of many people first."""
    territories: dict[str, str] = dict(get_global("zone_territories"))
    also = _other_names()
    english, chinese = Locale("en"), Locale("zh")
    known = available_timezones()
    former: dict[str, list[str]] = {}
    for old, now in get_global("zone_aliases").items():
        former.setdefault(now, []).append(old.rpartition("/")[2])
    found = {}
    for name in [*also, *sorted(territories)]:
        if name in known and name not in found and not name.startswith("Etc/"):
            country = territories.get(name, "")
            words = [name, name.rpartition("/")[2], *also.get(name, ()), *former.get(name, ())]
            words += [get_timezone_location(name, locale=locale, return_city=True) for locale in (english, chinese)]
            words += [locale.territories.get(country, "") for locale in (english, chinese)]
            words += [get_timezone_name(name, locale=locale) for locale in (english, chinese)]
            mine = dict.fromkeys(filter(None, map(_folded_name, words)))
            # EST is what New York calls its time, and not only the islands that have it all year.
            taken = {_folded_name(word) for other, others in also.items() if other != name for word in others}
            found[name] = [word for word in mine if word not in taken or word in map(_folded_name, also.get(name, ()))]
    return found


@cache
def _other_names() -> dict[str, list[str]]:
    """Names that neither the IANA nor the locale data has, by zone. The file has a line a zone, with commas between."""
    lines = files("config").joinpath("cities.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.partition(":") for line in lines if line and not line.startswith("#"))
    return {name: [word.strip() for word in words.split(",")] for name, _, words in rows}
