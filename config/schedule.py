"""The schedule of a server's quote of the day: a time of day, in a time zone, on some days of the week."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(7))
"""Days of the week, Monday being 0."""


WEEKDAYS, WEEKEND = frozenset(range(5)), frozenset((5, 6))


HORIZON = 400
"""Days that are looked ahead; more than can be taken in a row."""


_FIXED_OFFSET = re.compile(r"UTC([+-])(\d{1,2})(?::(\d{2}))?")


def zone_info(name: str) -> tzinfo:
    """The zone of an IANA name, or of a distance from UTC such as UTC+5:30."""
    found = _FIXED_OFFSET.fullmatch(name)
    if found is None:
        return ZoneInfo(name)
    offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timezone(offset if found[1] == "+" else -offset)


class DueDate(NamedTuple):
    """A local date with a post, and the moment at which that is due."""

    day: date
    due: datetime


@dataclass(frozen=True, slots=True)
class Schedule:
    """`minute` of the day in a `timezone`, as `zone_info` knows them, on `days` of the week."""

    minute: int
    timezone: str
    days: frozenset[int] = EVERY_DAY

    def day_at(self, moment: datetime) -> date:
        """The local date at a moment."""
        return moment.astimezone(zone_info(self.timezone)).date()

    def moment(self, day: date) -> datetime | None:
        """The moment at which the post is due on a local date; None on a date that the zone skipped.

        A time that a change of clocks skips becomes the time that clocks show at that moment, or where that is of the
        next date the time that they show an hour before; a time that comes twice is taken the first time.
        """
        local = datetime.combine(day, time(*divmod(self.minute, 60)), zone_info(self.timezone))
        moments = (local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
        return next((moment for moment in moments if self.day_at(moment) == day), None)

    def upcoming(self, after: datetime, taken: Container[date] = ()) -> Iterator[DueDate]:
        """The dates with a post after a moment, without those that are taken."""
        first = self.day_at(after)
        for ahead in range(-1, HORIZON):
            day = first + timedelta(days=ahead)
            if day.weekday() in self.days and day not in taken and (moment := self.moment(day)) and moment > after:
                yield DueDate(day, moment)
