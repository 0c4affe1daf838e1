"""Whatever text is given to the bilingual format: each irregularity is told, and none costs more than its length."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transcript.formats.bilingual.rivers import line, parse
from transcript.errors import TranscriptError
from transcript.formats import bilingual
from transcript.models import Irregularity


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("(00:00) Ann Li:\nHi.\n\n(00:72) Bo Yu:", "(00:72) is no time; read as text"),
        ("(00:00) Ann Li:\nHi.\n(0:1:2:3) Bo Yu:", "(0:1:2:3) is no time; read as text"),
        ("(00:00) Ann Li:\nHi.\n\n(00:09) Bo Yu:", "a time stamp without words; left out"),
        ("(00:00) Ann Li:\nHi.\n\n(00:09) Ann Li:\nB.\n\n(00:05) Ann Li:\nC.", None),
        ("(00:00) Ann Li:\nHi.\n你好。\n\n(00:09) Bo Yu:\nYo.", "no Chinese text"),
        ("(00:00) Ann Li:\nHi.\n你好。\n\n(00:09) Bo Yu:\n好。", "no English text"),
        ("(00:00) Ann Li:\nHi.\n\nA\n\n(00:00:09)\nEmpty.", "a chapter in which nothing is said"),
        ("(00:00) hello.", "nobody is named as speaking"),
        ("stray words\n(00:00) Ann Li:\nHi.", "text before the first stamp that is neither head nor title; left out"),
        ("2020-01-01 Bo.Other\n(00:00) Ann Li:\nHi.", "a second head, unlike the first; left out"),
        ("(00:00:00)\n(00:00) Ann Li:\nHi.", "a chapter without a title"),
        ("(00:00) Ann Li:\nHi.\n(00:09) Bo: Yo.", "Bo may be a speaker; named only once, so read as words"),
    ],
)
def test_each_irregularity_is_a_warning_with_its_line(text: str, message: str | None) -> None:
    warnings = {warning.message: warning.line for warning in parse(text).warnings}
    assert (message or "a time stamp earlier than that of the segment before") in warnings
    assert all(1 <= number <= line(text) for number in warnings.values())


def test_a_warning_names_the_line_itself() -> None:
    text = "(00:00) Ann Li:\nHi.\n\n(00:09) Bo Yu:"
    assert parse(text).warnings == (Irregularity(line(text), "a time stamp without words; left out"),)


PIECES = st.sampled_from(
    [
        "(00:01)",
        "(1:00:01)",
        "(00:02:00)",
        " Ann Li:",
        "Hi there.",
        "你好。",
        "\n",
        "\n\n",
        "\u00a0",
        "Transcript",
        "• x",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_is_a_transcript_or_the_one_error(text: str) -> None:
    try:
        transcript = bilingual.parse(text, Path("any.txt"))
    except TranscriptError as error:
        assert str(error).startswith("any.txt")  # noqa: PT017  # either outcome is right
        return
    assert [segment.index for segment in transcript.segments] == list(range(len(transcript.segments)))
    assert all(segment.text and segment.speaker != "" for segment in transcript.segments)
    for segment in transcript.segments:
        assert segment.start is not None
        assert segment.end is not None
        assert segment.start <= segment.end <= transcript.episode.duration
    for chapter in transcript.chapters:
        inside = [s.index for s in transcript.segments if s.chapter == chapter.index]
        assert inside == list(range(chapter.first, chapter.last + 1))


def lines_of_code(text: str) -> int:
    """The number of lines of the package that run while a text is parsed: time, without the noise of clocks."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Callable[..., Any] | None:
        nonlocal count
        count += event == "line"
        return trace if "transcript" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        parse(text)
    finally:
        sys.settrace(before)
    return count


def test_four_times_the_segments_are_four_times_the_work() -> None:
    few, many = (
        "".join(f"({n // 60:02}:{n % 60:02}) Ann Li:\nHi {n}.\n\n" for n in range(length)) for length in (200, 800)
    )
    assert lines_of_code(many) < 5 * lines_of_code(few)
