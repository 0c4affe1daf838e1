"""Head, chapters and stamps of the bilingual format."""

from __future__ import annotations

from pathlib import Path

from tests.transcript.formats.bilingual.rivers import parse
from transcript.formats import bilingual


def test_a_chapter_has_titles_and_summaries_in_both_languages() -> None:
    (chapter,) = parse(
        "Rivers\n\n河流\n\n(00:00:00)\nWater flows.\n水在流。\n\n(00:00) Ann Li:\nHi.\n你好。\n"
    ).chapters
    assert chapter.title == {"en": "Rivers", "zh": "河流"}
    assert chapter.summary == {"en": "Water flows.", "zh": "水在流。"}
    assert (chapter.index, chapter.start, chapter.first, chapter.last) == (1, 0.0, 0, 0)


def test_titles_in_two_languages_of_the_same_letters_are_told_by_their_order() -> None:
    said = (
        "Die Brücke ist nie fertig geworden, weil das Geld ausging, und wir haben sie nicht vermisst.\n"
        "Bron blev aldrig färdig eftersom pengarna tog slut, och vi har inte saknat den.\n"
    )
    transcript = parse(f"Der Kran\nKranen\n(00:00:00)\n{said}\n(00:00) Ann Li:\n{said}\n(00:09)\n{said}")
    assert transcript.chapters[0].title == {"de": "Der Kran", "sv": "Kranen"}
    assert transcript.warnings == ()


def test_a_chapters_stamp_can_follow_its_title_without_a_white_line() -> None:
    text = "(00:00) Ann Li:\nHi.\n你好。\n\nRivers\n\n河流\n(00:01:00)\nWater.\n水。\n\n(01:00) Ann Li:\nSo.\n那么。\n"
    transcript = parse(text)
    assert transcript.chapters[0].title == {"en": "Rivers", "zh": "河流"}
    assert transcript.segments[0].text == {"en": "Hi.", "zh": "你好。"}


def test_stamps_past_the_hour_are_segments_not_chapters() -> None:
    transcript = parse("(59:58) Ann Li:\nHi.\n\n(1:00:13) Bo Yu:\nYo.\n\n(1:00:46)\nMore.\n")
    assert [segment.start for segment in transcript.segments] == [3598.0, 3613.0, 3646.0]
    assert transcript.chapters == ()
    assert [segment.chapter for segment in transcript.segments] == [None, None, None]


def test_stamps_past_the_tenth_hour_are_segments_where_no_title_stands_before() -> None:
    transcript = parse(
        "(9:59:58) Ann Li:\nHi.\n\n(10:00:13)\nMore.\n\nThe end\n\n(10:01:00)\nLast.\n\n(10:01:00)\nBye.\n"
    )
    assert [segment.start for segment in transcript.segments] == [35998.0, 36013.0, 36060.0]
    assert [chapter.title for chapter in transcript.chapters] == [{"en": "The end"}]


def test_a_segment_belongs_to_the_chapter_under_whose_heading_it_stands() -> None:
    first = "A\n\n(00:00:00)\nOne.\n\n(00:00) Ann Li:\nHi.\n\n"
    transcript = parse(first + "B\n\n(00:00:50)\nTwo.\n\n(00:45) Bo Yu:\nYo.\n\n(00:55)\nEnd.\n")
    assert [segment.chapter for segment in transcript.segments] == [1, 2, 2]
    assert "a time stamp earlier than that of its chapter" in {warning.message for warning in transcript.warnings}


def test_segments_end_where_the_next_begins_in_time() -> None:
    transcript = parse(
        "(00:10) Ann Li:\nA.\n\n(00:10) Bo Yu:\nB.\n\n(00:05) Ann Li:\nC.\n\n(00:30) Bo Yu:\nD e f g h.\n"
    )
    assert [(s.start, s.end) for s in transcript.segments] == [(10, 10), (10, 30), (5, 10), (30, 32)]
    assert transcript.episode.duration == 32


def test_without_a_head_the_files_name_is_the_title() -> None:
    transcript = parse("(00:00) Ann Li:\nHi.", head="")
    assert (transcript.episode.title, transcript.episode.date) == ("rivers", None)
    assert transcript.warnings[0].message.startswith("no head of date, guest and title")


def test_a_head_with_an_impossible_date_is_none() -> None:
    transcript = parse("(00:00) Ann Li:\nHi.", head="2025-02-31 Ann Li.On rivers\n")
    assert transcript.episode.date is None


def test_initials_of_a_guest_are_no_title() -> None:
    text = "2025-02-06 J.R. Dunmore.Crews\n\n(00:00) Ann Li:\nHi.\n"
    assert bilingual.parse(text, Path("crews.txt")).episode.title == "Crews"
