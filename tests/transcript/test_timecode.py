"""Times as people write them are read, and recordings open at their second."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcript.models import Segment
from transcript.timecode import MAX_SECONDS, deep_link, format_time, parse_time


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("31:39", 1899),
        ("(31:39)", 1899),
        ("1:02:03", 3723),
        ("01:02:03", 3723),
        ("90:00", 5400),
        ("31m39s", 1899),
        ("1h2m3s", 3723),
        ("1h 2m", 3720),
        ("5 minutes", 300),
        ("1899", 1899),
        ("1899.5", 1899.5),
        ("31分39秒", 1899),
        ("1小時2分鐘", 3720),
        ("\uff13\uff11\uff1a\uff13\uff19", 1899),  # full-width digits and colon, as a Chinese keyboard types them
        (" 31:39\u00a0", 1899),
        ("0", 0),
        ("31.39", 1899),
        ("1.02.03", 3723),
        ("31,39", 1899),
        ("0m05", 5),
        ("31m 39", 1899),
        ("31 39", 1899),
        ("31'39\"", 1899),
        ("31\u203239\u2033", 1899),  # the typographic marks of minutes and seconds
        ("at 31:39", 1899),
        ("~ 31:39", 1899),
        ("大约31分39秒", 1899),
        ("31:39-32:20", 1899),
        ("31:39 to 32:20", 1899),
        ("\u0663\u0661:\u0663\u0669", 1899),  # Arabic digits
        ("1h05", 3900),
        ("1小时5", 3900),
        ("t=5s", 5),
        ("&t=1899", 1899),
        ("00:00:05,000", 5),
        ("0:05.5", 5.5),
        ("https://youtu.be/abc?si=x&t=1899", 1899),
        ("https://www.youtube.com/watch?v=abc&t=31m39s", 1899),
        ("<https://vimeo.com/123#t=1899s>", 1899),
        ("https://example.org/a.mp3#t=31:39", 1899),
        ("https://example.org/a.mp3#t=npt:10,20", 10),
    ],
)
def test_reads_time_as_people_write_it(typed: str, seconds: float) -> None:
    assert parse_time(typed) == seconds


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "x",
        "1:99",
        "1:60:00",
        "-5",
        "1e3",
        "31:39:99",
        "at",
        "31:39-",
        "99999999",
        "100:00:00",
        "31:39 or so",
        "https://youtu.be/abc",
        "https://youtu.be/abc?t=x",
        "٣١:٣٩x",
        f"1h{' ' * 100_000}x",
    ],
)
def test_what_is_no_time_is_none(typed: str) -> None:
    assert parse_time(typed) is None


@given(st.integers(0, MAX_SECONDS))
def test_a_written_time_reads_back(seconds: int) -> None:
    assert parse_time(format_time(seconds)) == seconds


@given(st.text(max_size=60))
def test_any_text_is_a_time_or_none(typed: str) -> None:
    seconds = parse_time(typed)
    assert seconds is None or 0 <= seconds <= MAX_SECONDS


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc&t=1899s"),
        ("https://www.youtube.com/watch?v=abc&t=5s", "https://www.youtube.com/watch?v=abc&t=1899s"),
        ("https://youtu.be/abc?si=x", "https://youtu.be/abc?si=x&t=1899s"),
        ("https://www.youtube.com/embed/abc?start=1", "https://www.youtube.com/embed/abc?start=1899"),
        ("https://vimeo.com/123", "https://vimeo.com/123#t=1899s"),
        ("https://player.vimeo.com/video/123", "https://player.vimeo.com/video/123#t=1899s"),
        ("https://example.org/episode.mp3?x=1", "https://example.org/episode.mp3?x=1#t=1899"),
    ],
)
def test_an_address_opens_at_the_second(url: str, linked: str) -> None:
    assert deep_link(url, 1899.9) == linked


def test_an_address_never_opens_before_the_beginning() -> None:
    assert deep_link("https://vimeo.com/123", -3) == "https://vimeo.com/123#t=0s"


def test_no_time_is_a_dash() -> None:
    assert format_time(None) == "—"


def test_a_word_is_said_at_the_last_mark_before_it() -> None:
    segment = Segment(0, 10.0, 20.0, "Ada Quill", None, {"en": "One two. Three four."}, ((9, 14.5), (15, 16.0)))
    assert [segment.second_at(place) for place in (0, 8, 9, 14, 15, 99)] == [10.0, 10.0, 14.5, 14.5, 16.0, 16.0]
    assert Segment(0, None, None, None, None, {"en": "One"}).second_at(0) is None
