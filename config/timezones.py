"""Time zones by what people call them: the IANA name, a city, a country, in English and Chinese."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location, get_timezone_name
from rapidfuzz import fuzz, process

ALSO = {
    "Asia/Shanghai": "beijing 北京 中国",
    "America/Los_Angeles": "san francisco pacific pst pdt pt 旧金山 太平洋",
    "America/New_York": "eastern est edt et boston washington 华盛顿 波士顿",
    "America/Chicago": "central cst cdt ct texas",
    "America/Denver": "mountain mst mdt mt",
    "Europe/London": "england uk gmt bst",
    "Europe/Berlin": "cet cest munich 慕尼黑",
    "Asia/Kolkata": "ist mumbai delhi bangalore 孟买 德里",
    "Asia/Tokyo": "jst",
    "UTC": "utc gmt z universal 世界时",
}
"""Names that neither the IANA nor the locale data has."""

LIKE = 80
"""From this likeness on, of 100, a name with slips in it is one of these."""


def zone(typed: str) -> str | None:
    """The zone of that IANA name, or the one whose name is like what was typed; None if none is."""
    return next(iter(zones(typed, 1)), None)


def zones(typed: str, limit: int) -> list[str]:
    """The zones whose names begin with, have or are like what was typed, the best first; the commonest for ""."""
    wanted = _folded(typed)
    if not wanted:
        return [*ALSO][:limit]
    exact = {name.casefold(): name for name in available_timezones() if not name.startswith(("posix", "right"))}
    first = [exact[typed.strip().casefold()]] if typed.strip().casefold() in exact else []
    names = _names()
    ranked: list[tuple[int, str]] = []
    for name, words in names.items():
        if any(word == wanted for word in words):
            ranked.append((0, name))
        elif any(word.startswith(wanted) for word in words):
            ranked.append((1, name))
        elif len(wanted) > 2 and any(wanted in word for word in words):
            ranked.append((2, name))
    found = [name for _, name in sorted(ranked, key=lambda pair: pair[0])]
    if not found and len(wanted) > 3:
        flat = {(name, word): word for name, words in names.items() for word in words}
        alike = process.extract(wanted, flat, scorer=fuzz.ratio, score_cutoff=LIKE, limit=limit)
        found = [name for _, _, (name, _) in alike]
    return list(dict.fromkeys([*first, *found]))[:limit]


def _folded(typed: str) -> str:
    return re.sub(r"[\W_]+", " ", typed.casefold()).strip()


@cache
def _names() -> dict[str, list[str]]:
    """Each zone that is in use, with its names as they are compared; those of many people first."""
    territories: dict[str, str] = dict(get_global("zone_territories"))
    english, chinese = Locale("en"), Locale("zh")
    known = available_timezones()
    former: dict[str, list[str]] = {}
    for old, now in get_global("zone_aliases").items():
        former.setdefault(now, []).append(old.rpartition("/")[2])
    found = {}
    for name in [*ALSO, *sorted(territories)]:
        if name in known and name not in found and not name.startswith("Etc/"):
            country = territories.get(name, "")
            words = [name, name.rpartition("/")[2], *ALSO.get(name, "").split(), *former.get(name, ())]
            words += [get_timezone_location(name, locale=locale, return_city=True) for locale in (english, chinese)]
            words += [locale.territories.get(country, "") for locale in (english, chinese)]
            words += [get_timezone_name(name, locale=locale) for locale in (english, chinese)]
            found[name] = list(dict.fromkeys(filter(None, map(_folded, words))))
    return found
