"""The schedule of a server's quote of the day: a time of day, in a time zone, on some days of the week."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(7))
"""Days of the week, Monday being 0."""


WEEKDAYS, WEEKEND = frozenset(range(5)), frozenset((5, 6))


HORIZON = 400
"""Days that are looked ahead; more than can be taken in a row."""


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
        """The moment at which the post is due on a local date; None on a date that the zone skipped.

        A time that a change of clocks skips becomes the time that clocks show at that moment; a time that comes twice
        is taken the first time.
        """
        local = datetime.combine(day, time(*divmod(self.minute, 60)), ZoneInfo(self.timezone))
        moment = local.astimezone(UTC)
        return moment if self.day_at(moment) == day else None

    def upcoming(self, after: datetime, taken: Container[date] = ()) -> Iterator[tuple[date, datetime]]:
        """The due local dates and their moments after a moment, without the dates that are taken."""
        first = self.day_at(after)
        for ahead in range(-1, HORIZON):
            day = first + timedelta(days=ahead)
            if day.weekday() in self.days and day not in taken and (moment := self.moment(day)) and moment > after:
                yield day, moment
