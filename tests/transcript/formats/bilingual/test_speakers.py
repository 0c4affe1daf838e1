"""Speakers of the bilingual format: a name after a stamp, or nobody new."""

from __future__ import annotations

import pytest

from tests.transcript.formats.bilingual.rivers import parse


def test_a_stamp_alone_goes_on_with_the_speaker_even_over_a_chapter() -> None:
    text = "(00:00) Ann Li:\nHi.\n\nRivers\n\n(00:01:00)\nWater.\n\n(01:00)\nThey flow.\n\n(01:05) Bo Yu:\nDo they?\n"
    assert [segment.speaker for segment in parse(text).segments] == ["Ann Li", "Ann Li", "Bo Yu"]


def test_a_name_that_leads_more_than_once_is_a_speaker() -> None:
    first, second, third = parse("(00:00) Ann Li: Hi.\n\n(00:05) Bo Yu: Yo.\n\n(00:07) Ann Li: Oh.\n").segments
    assert (first.speaker, first.text) == ("Ann Li", {"en": "Hi."})
    assert second.text == {"en": "Bo Yu: Yo."}
    assert third.text == {"en": "Oh."}


@pytest.mark.parametrize(
    "label",
    [
        "Oscar de la Mora",
        "al-Karim",
        "speaker 1",
        "Speaker 2",
        "host",
        "co-host",
        "Ada Quill, PhD",
        "Ada Quill, CEO of Orval",
        "ada quill",
        "jerod",
        "奎尔",
        "José Núñez",
    ],
)
def test_a_label_alone_after_a_stamp_is_a_speaker_in_any_case(label: str) -> None:
    first, second = parse(f"(00:00) Ann Li:\nHi.\n\n(00:05) {label}:\nYo.\n").segments
    assert (first.speaker, second.speaker) == ("Ann Li", label)
    assert second.text == {"en": "Yo."}


@pytest.mark.parametrize(
    "label", ["so here's the thing", "and then he said", "first of all", "Well, that is", "one more question for you"]
)
def test_words_of_a_sentence_alone_after_a_stamp_are_warned_of(label: str) -> None:
    transcript = parse(f"(00:00) Ann Li:\nHi.\n\n(00:05) {label}:\nYo.\n")
    assert transcript.segments[1].speaker == "Ann Li"
    assert [warning.message for warning in transcript.warnings] == [
        f"{label} may be a speaker; it reads like words of a sentence, so read as words"
    ]


def test_words_that_stand_alone_after_two_stamps_are_a_speaker() -> None:
    transcript = parse("(00:00) red team:\nHi.\n\n(00:05) blue team:\nYo.\n\n(00:08) red team:\nOh.\n")
    assert [segment.speaker for segment in transcript.segments] == ["red team"] * 3
    assert transcript.segments[1].text == {"en": "blue team: Yo."}


def test_a_name_can_have_brackets() -> None:
    assert parse("(00:00) Host (Bob):\nHi.\n").segments[0].speaker == "Host (Bob)"


def test_somebody_unnamed_is_called_so() -> None:
    assert parse("(00:00) hello there.\n").segments[0].speaker is None


def test_a_bare_stamp_goes_on_with_the_speaker_where_all_stamps_have_hours() -> None:
    text = "(00:00:00) Ann Li:\nHi.\n\n(00:00:31)\nAnd more.\n\nRivers\n\n(00:01:00)\n\n(00:01:00) Bo Yu:\nYo.\n"
    transcript = parse(text)
    assert [(one.start, one.speaker) for one in transcript.segments] == [
        (0.0, "Ann Li"),
        (31.0, "Ann Li"),
        (60.0, "Bo Yu"),
    ]
    assert [chapter.title for chapter in transcript.chapters] == [{"en": "Rivers"}]
