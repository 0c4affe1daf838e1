"""Moments at which posts are due, whatever clocks, zones and calendars do; and what people type for it."""

from __future__ import annotations

import contextlib
from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.phrases import parse_days, parse_time
from config.schedule import EVERY_DAY, WEEKDAYS, WEEKEND, Schedule, zone_info
from config.timezones import zone, zone_label, zones


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [
        ("9", 9, 0),
        ("09:00", 9, 0),
        ("9:30 pm", 21, 30),
        ("9pm", 21, 0),
        ("12 am", 0, 0),
        ("12 p.m.", 12, 0),
        ("0930", 9, 30),
        ("21.30", 21, 30),
        ("9：05", 9, 5),
        ("noon", 12, 0),
        ("晚上9点半", 21, 30),
        ("下午3点", 15, 0),
        ("早上8点15分", 8, 15),
        (" 0:00 ", 0, 0),
        ("9 o'clock", 9, 0),
        ("9 in the evening", 21, 0),
        ("8 at night", 20, 0),
        ("早上八点", 8, 0),
        ("晚上十一点半", 23, 30),
        ("中午12点", 12, 0),
        ("晚上12点", 0, 0),
        ("凌晨12点", 0, 0),
        ("9点一刻", 9, 15),
        ("今晚9点", 21, 0),
        ("24:00", 0, 0),
    ],
)
def test_a_time_is_understood_as_people_write_it(typed: str, hour: int, minute: int) -> None:
    assert parse_time(typed) == 60 * hour + minute


@pytest.mark.parametrize("typed", ["", "25", "9:60", "13 am", "0 am", "nine", "9:3:0", "-1", "999999", "9:00 \0"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_time(typed)


@given(st.text(max_size=30))
def test_anything_typed_is_a_time_or_none(typed: str) -> None:
    with contextlib.suppress(ValueError):
        assert 0 <= parse_time(typed) < 24 * 60


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("every day", EVERY_DAY),
        ("Weekdays", WEEKDAYS),
        ("weekend", WEEKEND),
        ("mon,thu", {0, 3}),
        ("Mon - Fri", WEEKDAYS),
        ("fri to mon", {4, 5, 6, 0}),
        ("Tuesdays and saturdays", {1, 5}),
        ("周一、周四", {0, 3}),
        ("星期天", {6}),
        ("周一至周五", WEEKDAYS),
        ("工作日", WEEKDAYS),
        ("每天", EVERY_DAY),
        ("every weekday", WEEKDAYS),
        ("every Monday and Friday", {0, 4}),
        ("M/W/F", {0, 2, 4}),
        ("Monday through Friday", WEEKDAYS),
        ("every day except sunday", {0, 1, 2, 3, 4, 5}),
        ("每周一、三、五", {0, 2, 4}),
        ("周一三五", {0, 2, 4}),
        ("周六周日", WEEKEND),
        ("每周一", {0}),
    ],
)
def test_days_are_understood_as_people_write_them(typed: str, days: set[int]) -> None:
    assert parse_days(typed) == days


@pytest.mark.parametrize("typed", ["", "t", "someday", "mon-tue-wed", "8", ",", "一三五八"])
def test_what_names_no_days_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_days(typed)


@given(st.text(max_size=30))
def test_anything_typed_is_days_or_none(typed: str) -> None:
    with contextlib.suppress(ValueError):
        assert parse_days(typed) <= EVERY_DAY


def due(schedule: Schedule, after: datetime, number: int = 3) -> list[str]:
    return [f"{day} {moment:%d %H:%M}" for day, moment in islice(schedule.upcoming(after), number)]


def test_a_time_that_the_clocks_skip_comes_when_it_would_have_been() -> None:
    schedule = Schedule(2 * 60 + 30, "Europe/Berlin")
    after = datetime(2026, 3, 28, 12, tzinfo=UTC)
    assert due(schedule, after, 2) == ["2026-03-29 29 01:30", "2026-03-30 30 00:30"]


def test_a_time_that_comes_twice_is_the_first() -> None:
    schedule = Schedule(2 * 60 + 30, "Europe/Berlin")
    after = datetime(2026, 10, 24, 12, tzinfo=UTC)
    assert due(schedule, after, 2) == ["2026-10-25 25 00:30", "2026-10-26 26 01:30"]


def test_a_time_that_greenlands_clocks_skip_before_midnight_comes_on_its_own_date() -> None:
    schedule = Schedule(23 * 60 + 30, "America/Nuuk")  # at 23:00 on the 28th it is midnight
    found = [day for day, _ in islice(schedule.upcoming(datetime(2026, 3, 27, 12, tzinfo=UTC)), 4)]
    assert found == [date(2026, 3, day) for day in (27, 28, 29, 30)]


@pytest.mark.parametrize(("name", "hour"), [("UTC+5:30", "03:30"), ("UTC-3:30", "12:30"), ("UTC+14", "19:00")])
def test_a_distance_from_utc_is_a_zone(name: str, hour: str) -> None:
    moment = Schedule(9 * 60, name).moment(date(2026, 1, 2))
    assert moment
    assert f"{moment:%H:%M}" == hour


@pytest.mark.parametrize(
    ("name", "label"), [("Etc/GMT-2", "UTC+2"), ("UTC+5:45", "UTC+5:45"), ("America/New_York", "America/New York")]
)
def test_a_zone_is_shown_as_people_call_it(name: str, label: str) -> None:
    assert zone_label(name) == label


def test_a_leap_day_is_a_day() -> None:
    schedule = Schedule(9 * 60, "UTC")
    assert due(schedule, datetime(2028, 2, 28, 10, tzinfo=UTC), 2) == ["2028-02-29 29 09:00", "2028-03-01 01 09:00"]


def test_a_date_that_a_zone_skipped_has_no_post() -> None:
    schedule = Schedule(9 * 60, "Pacific/Apia")  # it went over the date line, without the 30th
    assert schedule.moment(date(2011, 12, 30)) is None
    assert due(schedule, datetime(2011, 12, 29, 20, tzinfo=UTC), 1) == ["2011-12-31 30 19:00"]


def test_taken_dates_and_other_days_of_the_week_are_left_out() -> None:
    schedule = Schedule(9 * 60, "UTC", frozenset({0, 3}))
    after = datetime(2026, 1, 1, 8, tzinfo=UTC)
    found = [day for day, _ in islice(schedule.upcoming(after, {date(2026, 1, 5)}), 3)]
    assert found == [date(2026, 1, 1), date(2026, 1, 8), date(2026, 1, 12)]


@given(
    minute=st.integers(0, 1439),
    name=st.sampled_from(sorted(available_timezones())),
    days=st.sets(st.integers(0, 6), min_size=1),
    after=st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_every_due_moment_is_on_its_own_date_and_after_the_one_before(
    minute: int, name: str, days: set[int], after: datetime
) -> None:
    schedule = Schedule(minute, name, frozenset(days))
    found = list(islice(schedule.upcoming(after), 10))
    assert len(found) == 10
    assert all(moment > after and schedule.day_at(moment) == day and day.weekday() in days for day, moment in found)
    assert all(one < other and a < b for (one, a), (other, b) in pairwise(found))
    assert found[0][1] - after <= timedelta(days=9)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("US/Pacific", "US/Pacific"),
        ("berlin", "Europe/Berlin"),
        ("new_york", "America/New_York"),
        ("北京", "Asia/Shanghai"),
        ("纽约", "America/New_York"),
        ("germany", "Europe/Berlin"),
        ("LA", "America/Los_Angeles"),
        ("EST", "America/New_York"),
        ("Portland", "America/Los_Angeles"),
        ("Spain", "Europe/Madrid"),
        ("Tokyo time", "Asia/Tokyo"),
        ("北京时间", "Asia/Shanghai"),
        ("Japan", "Asia/Tokyo"),
        ("UTC+8", "UTC+8"),
        ("gmt-5", "UTC-5"),
        ("UTC+5:30", "UTC+5:30"),
        ("GMT+5:45", "UTC+5:45"),
        ("-0330", "UTC-3:30"),
        ("GMT+0", "UTC"),
        ("kiev", "Europe/Kyiv"),
        ("pst", "America/Los_Angeles"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_is_found_by_what_people_call_it(typed: str, name: str) -> None:
    assert zone(typed) in (name, name.replace("Kyiv", "Kiev"))


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("tokio", "Asia/Tokyo"),
        ("usa", "America/Chicago"),
        ("canada", "America/Vancouver"),
        ("paris, france", "Europe/Paris"),
        ("berl", "Europe/Berlin"),
        ("xanadu", None),
        ("😀🎉", None),
        ("\0", None),
    ],
)
def test_what_may_be_several_or_none_is_offered_and_not_taken(typed: str, offered: str | None) -> None:
    assert zone(typed) is None
    assert (offered in zones(typed, 5)) if offered else zones(typed, 5) == []


@given(st.text(max_size=40))
def test_whatever_is_typed_only_zones_that_exist_are_offered(typed: str) -> None:
    for name in zones(typed, 25):
        assert zone_info(name)
        assert zone_label(name)
    assert len(zones(typed, 25)) <= 25
