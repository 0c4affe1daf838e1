"""When a server's quote of the day is due: a time of day, in a time zone, on some days of the week."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(7))
"""Days of the week, Monday being 0."""

WEEKDAYS, WEEKEND = frozenset(range(5)), frozenset((5, 6))

HORIZON = 400
"""Days that are looked ahead: longer than any row of days can be taken."""

_TIME = re.compile(
    r"(?P<early>上午|早上|凌晨)?(?P<late>下午|晚上|傍晚)?\s*(?P<hour>\d{1,2}?)\s*"
    r"(?:[:.\uff1ah点时]?\s*(?P<minute>\d{2})\s*分?|[点时h](?P<half>半)?)?\s*(?P<half_day>[ap])?\.?(?:(?<=[ap])m|(?<=[ap]\.)m)?\.?",
    re.IGNORECASE,
)
_NAMED_TIMES = {"noon": 720, "midday": 720, "midnight": 0, "中午": 720, "正午": 720, "午夜": 0}

_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CHINESE_DAYS = {character: number for number, character in enumerate("一二三四五六日")} | {"天": 6}
_DAY_SETS = {
    **dict.fromkeys(("every day", "everyday", "daily", "all", "all days", "每天", "每日", "天天"), EVERY_DAY),
    **dict.fromkeys(("weekdays", "weekday", "workdays", "working days", "工作日"), WEEKDAYS),
    **dict.fromkeys(("weekend", "weekends", "周末"), WEEKEND),
}
_RANGE = re.compile(r"\s*(?:-|–|—|~|至|到|\bto\b)\s*")
_BETWEEN = re.compile(r"[,;/+&\s、，；和]+|\band\b")
_CHINESE_DAY = re.compile("(?:周|星期|礼拜)?([一二三四五六日天])")


@dataclass(frozen=True, slots=True)
class Schedule:
    """`minute` of the day in the IANA `timezone`, on `days` of the week."""

    minute: int
    timezone: str
    days: frozenset[int] = EVERY_DAY

    def day_at(self, moment: datetime) -> date:
        """The local date at a moment."""
        return moment.astimezone(ZoneInfo(self.timezone)).date()

    def moment(self, day: date) -> datetime | None:
        """When it is due on a local date; None on a date that the zone skipped.

        A time that a change of clocks skips is the one that is shown when it would have been; of a time that comes
        twice it is the first.
        """
        local = datetime.combine(day, time(*divmod(self.minute, 60)), ZoneInfo(self.timezone))
        moment = local.astimezone(UTC)
        return moment if self.day_at(moment) == day else None

    def upcoming(self, after: datetime, taken: Container[date] = ()) -> Iterator[tuple[date, datetime]]:
        """The local dates and moments that come after a moment, without the dates that are taken."""
        first = self.day_at(after)
        for ahead in range(-1, HORIZON):
            day = first + timedelta(days=ahead)
            if day.weekday() in self.days and day not in taken and (moment := self.moment(day)) and moment > after:
                yield day, moment


def parse_time(typed: str) -> int:
    """The minute of the day that was typed: 9, 09:00, 9:30 pm, 0930, 晚上9点半. Raises ValueError."""
    text = typed.strip().casefold()
    if text in _NAMED_TIMES:
        return _NAMED_TIMES[text]
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError(typed)
    hour, minute = int(found["hour"]), int(found["minute"] or (30 if found["half"] else 0))
    if found["half_day"]:
        if not 1 <= hour <= 12:
            raise ValueError(typed)
        hour = hour % 12 + 12 * (found["half_day"] == "p")
    elif found["late"] and hour < 12:
        hour += 12
    if hour > 23 or minute > 59:
        raise ValueError(typed)
    return 60 * hour + minute


def parse_days(typed: str) -> frozenset[int]:
    """The days of the week that were typed: weekdays, mon,thu, mon-fri, 周一、周四, 工作日. Raises ValueError."""
    text = " ".join(typed.casefold().split())
    if text in _DAY_SETS:
        return _DAY_SETS[text]
    days: set[int] = set()
    for part in filter(None, _BETWEEN.split(_RANGE.sub("-", text))):
        if part in _DAY_SETS:
            days |= _DAY_SETS[part]
            continue
        ends = [_day(end) for end in part.split("-")]
        if len(ends) > 2:
            raise ValueError(typed)
        days |= {(ends[0] + step) % 7 for step in range((ends[-1] - ends[0]) % 7 + 1)}
    if not days:
        raise ValueError(typed)
    return frozenset(days)


def _day(typed: str) -> int:
    if chinese := _CHINESE_DAY.fullmatch(typed):
        return _CHINESE_DAYS[chinese[1]]
    begun = [number for number, name in enumerate(_ENGLISH_DAYS) if name.startswith(typed.rstrip("."))]
    plural = [number for number, name in enumerate(_ENGLISH_DAYS) if name + "s" == typed]
    if len(typed) < 2 or len(found := plural or begun) != 1:
        raise ValueError(typed)
    return found[0]
