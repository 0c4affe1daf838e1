"""An episode's slug, date, number and title, from its file's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

_DATE_IN_NAME = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-_.]?(?P<m>\d\d)[-_.]?(?P<d>\d\d)(?!\d)")


_NUMBER_IN_NAME = re.compile(
    r"^(?:s(?:eason)?\s*\d{1,3}\s*[-_. ]?\s*e(?:p(?:isode)?)?\s*(?P<of_season>\d{1,4})"  # S02E05
    r"|(?:ep(?:isode)?|folge|no|nr|#)[-_. #]*(?P<named>\d{1,5})"  # ep-123
    r"|(?P<alone>(?!(?:19|20)\d\d)\d{1,4})(?=[-_. ]+\S))"  # 123_title
    r"(?![^\W_])",
    re.IGNORECASE,
)


_TRAILING = re.compile(
    r"[-_. ](?:transcripts?|captions?|subtitles?|diari[sz]ed|otter[-_.]ai)$|\.[a-z]{2}(?:[-_][a-z]{2,4})?$",
    re.IGNORECASE,
)
"""Words at the end of a file's name that are no part of the title: `.en`, `-transcript`."""


_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Controls, ends of lines, and bytes of a name that are not UTF-8."""


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


_DAY_IN_WORDS = re.compile(
    r"\s*(?:[a-z]{3,9},?\s+)?"  # Tuesday,
    r"(?:(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"  # May 14th, 2024
    r"|(?P<day_first>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month_second>[a-z]{3,9})\.?,?\s+(?P<year_last>\d{4}))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    title: str
    date: str | None = None
    number: int | None = None


def slug(name: str) -> str:
    """A name for addresses and options: letters and digits of any script, joined by hyphens, at most 60 characters."""
    return re.sub(r"[\W_]+", "-", normalize("NFKC", name).casefold()).strip("-")[:60].rstrip("-") or "episode"


def read_name(stem: str) -> Named:
    """Date, number and title from a name without its ending: `2024-05-01 Title`, `S02E05 - Title`, `ep-123_title`."""
    stem = " ".join(_UNWRITABLE.sub(" ", stem).split())
    left, day, number = stem, None, None
    if match := _DATE_IN_NAME.search(left):
        day = iso_date(f"{match['y']}-{match['m']}-{match['d']}")
        if day:
            left = left[: match.start()] + " " + left[match.end() :]
    left = _without_signs(left)
    if match := _NUMBER_IN_NAME.match(left):
        number = int(next(filter(None, match.groups())))
        left = _without_signs(left[match.end() :])
    while match := _TRAILING.search(left):
        left = _without_signs(left[: match.start()])
    title = left if " " in left else " ".join(re.split(r"[-_.]+", left)) if re.search(r"[-_.]", left) else left
    return Named(title.replace("_", " ").strip() or stem, day, number)


def _without_signs(text: str) -> str:
    return text.strip(" \t-–—_.,:#")


def iso_date(written: object) -> str | None:
    """A day as `2024-05-01`, from that, from `May 1st, 2024` or `1 May 2024`, or from what begins so; else None."""
    if isinstance(written, date):
        return written.isoformat()[:10]
    if not isinstance(written, str):
        return None
    try:
        return date.fromisoformat(written.strip()[:10]).isoformat()
    except ValueError:
        return _date_of_words(written)


def _date_of_words(written: str) -> str | None:
    match = _DAY_IN_WORDS.match(written)
    month = (match["month"] or match["month_second"]).casefold()[:3] if match else ""
    if match is None or month not in _MONTHS:
        return None
    try:
        return date(int(match["year"] or match["year_last"]), _MONTHS.index(month) + 1,
                    int(match["day"] or match["day_first"])).isoformat()  # fmt: skip
    except ValueError:
        return None
