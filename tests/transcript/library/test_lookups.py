"""Segments, chapters, speakers and episodes of a library, by number, time and name."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import BRIDGES, script
from transcript.library import Library


def test_segments_are_clipped_to_what_exists(make_library: MakeLibrary) -> None:
    library = make_library({"bridges.txt": BRIDGES})
    slug = library.episodes[0].slug
    assert [segment.index for segment in library.segments(slug, -5, 1)] == [0, 1]
    assert [segment.index for segment in library.segments(slug, 4, 99)] == [4, 5]
    assert library.segments(slug, 6, 9) == library.segments("nothing", 0, 9) == ()


def test_segment_at_goes_by_time(make_library: MakeLibrary) -> None:
    library = make_library(
        {
            "a.txt": script(
                ("00:10", "Ada Quill", "First words.", "先说的话。"),
                ("00:30", "Ada Quill", "Third words.", "第三句话。"),
                ("00:20", "Ben Marsh", "Second words.", "第二句话。"),
            )
        }
    )
    (head,) = library.episodes
    assert library.segment_at(head.slug, 9.9) is None
    for seconds, index in ((10, 0), (20, 2), (29.9, 2), (30, 1)):
        segment = library.segment_at(head.slug, seconds)
        assert segment is not None
        assert segment.index == index
    assert library.segment_at(head.slug, head.duration) is None
    assert library.segment_at("nothing", 10) is None


def test_chapters_of_the_shipped_transcript(shipped: Library) -> None:
    (head,) = shipped.episodes
    assert [chapter.index for chapter in shipped.chapters(head.slug)] == list(range(1, 9))
    chapter = shipped.chapter(head.slug, 3)
    assert chapter is not None
    assert chapter.title["en"].startswith("Meta's Hiring Strategies")
    assert shipped.chapter(head.slug, 9) is None
    assert shipped.chapters("nothing") == ()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ("Dylan Patel", "Matthew Berman")),
        ("dillan", ("Dylan Patel",)),
        ("patle", ("Dylan Patel",)),
        ("mathew burman", ("Matthew Berman",)),
        ("BERM", ("Matthew Berman",)),
        ("bob", ()),
        ("💥", ()),
        ("\0", ()),
    ],
)
def test_find_speakers(shipped: Library, typed: str, names: tuple[str, ...]) -> None:
    assert shipped.find_speakers(typed) == names
    assert shipped.find_speakers(typed, shipped.episodes[0].slug) == names


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("3", [3]),
        ("bumpgate", []),
        ("job market", [8]),
        ("job markte", [8]),
        ("superintelligence", [2, 3, 8]),
        ("苹果", [5]),
        ("蘋果", [5]),
        ("9", []),
        ("#3", [3]),
        ("Chapter 3", [3]),
        ("第三章", [3]),
        ("第3章", [3]),
        ("chapter twelve", []),
        ("quantum", []),
        ("", list(range(1, 9))),
    ],
)
def test_find_chapters(shipped: Library, typed: str, numbers: list[int]) -> None:
    assert [chapter.index for _, chapter in shipped.find_chapters(typed)] == numbers


@pytest.mark.parametrize(
    ("typed", "found_"),
    [
        ("grok", True),
        ("dylan", True),
        ("2025", True),
        ("2025-06", True),
        ("2024", False),
        ("2025-07", False),
        ("microsoft", False),
        ("buffet", False),
        ("", True),
    ],
)
def test_find_episodes(shipped: Library, typed: str, found_: bool) -> None:
    assert bool(shipped.find_episodes(typed)) is found_


@pytest.mark.parametrize(
    ("written", "is_name"),
    [
        ("Marty", True),
        ("martin schoch", True),
        ("Tim", True),
        ("John Calhoun", True),
        ("John", True),
        ("Will", True),
        ("Aimy", True),
        ("Party", False),
        ("Time", False),
        ("AI", False),
        ("the", False),
        ("", False),
    ],
)
def test_a_word_in_general_use_is_no_slip_in_a_speaker_s_name(
    make_library: MakeLibrary, written: str, is_name: bool
) -> None:
    names = ("Marty Schoch", "Tim Bell", "Jon Calhoun", "William Morgan", "Aimee Knight")
    turns = (f"(00:{second:02}) {name}:\nThe bridge is built of granite.\n" for second, name in enumerate(names))
    assert make_library({"show.txt": "\n".join(turns)}).has_speaker(written) == is_name


def test_of_namesakes_who_speaks_most_is_meant(make_library: MakeLibrary) -> None:
    turns = (("00:00", "Ada Po"), ("00:01", "Ada Quillington"), ("09:00", "Ben Ada"))
    text = "\n".join(f"({at}) {name}:\nThe bridge is built of granite.\n" for at, name in turns)
    assert make_library({"show.txt": text}).find_speakers("ada") == ("Ada Quillington", "Ada Po", "Ben Ada")
