"""Every quirk of the format, on the file that ships and on small ones."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import SHIPPED
from transcript.errors import TranscriptError
from transcript.formats import bilingual, read
from transcript.models import Irregularity, Note, Transcript

HEAD = "2025-01-02 Ann Li.On rivers\n\n2025-01-02 Ann Li.On rivers\n\nTranscript\n\n"


def parse(text: str, *, head: str = HEAD) -> Transcript:
    return bilingual.parse(head + text, Path("rivers.txt"))


def line(text: str) -> int:
    """The number of the last line once that text stands after the head."""
    return (HEAD + text).count("\n") + 1


@pytest.fixture(scope="module")
def shipped_transcript() -> Transcript:
    return read(SHIPPED)


def test_the_shipped_file_is_read_whole(shipped_transcript: Transcript) -> None:
    episode = shipped_transcript.episode
    assert (episode.slug, episode.date) == ("2025-06-30-dylan-patel", "2025-06-30")
    assert episode.title.startswith("GPT4.5's Flop, Grok 4, Meta's Poaching Spree")
    assert episode.speakers == ("Dylan Patel", "Matthew Berman")
    assert episode.languages == ("en", "zh")
    assert len(shipped_transcript.chapters) == 8
    speakers = Counter(segment.speaker for segment in shipped_transcript.segments)
    assert speakers == {"Dylan Patel": 134, "Matthew Berman": 71}
    assert all(segment.text["en"] and segment.text["zh"] for segment in shipped_transcript.segments)
    assert all(
        chapter.title.keys() == chapter.summary.keys() == {"en", "zh"} for chapter in shipped_transcript.chapters
    )


def test_the_shipped_files_notes_are_kept_apart(shipped_transcript: Transcript) -> None:
    assert shipped_transcript.notes == (Note(103, "非常关键的洞察力。"), Note(757, "硬件销售的猫腻。"))
    said = " ".join(segment.text["zh"] for segment in shipped_transcript.segments)
    assert not any(note.text in said for note in shipped_transcript.notes)


def test_the_shipped_file_ends_with_its_last_words(shipped_transcript: Transcript) -> None:
    last = shipped_transcript.segments[-1]
    assert last.text["en"] == "Maybe, maybe."
    assert (last.start, last.end) == (3735.0, 3736.0)
    said = " ".join(" ".join(segment.text.values()) for segment in shipped_transcript.segments)
    assert not any(words in said for words in ("热门主题", "Recent Articles", "Berkshire", "\\$"))


def test_the_shipped_files_irregularities_are_its_stamps(shipped_transcript: Transcript) -> None:
    same, early = "the same time stamp as the segment before", "a time stamp earlier than that of its chapter"
    assert shipped_transcript.warnings == tuple(
        Irregularity(number, message)
        for number, message in ((113, early), (413, same), (438, early), (652, same), (893, early), (1043, same))
    )


def test_a_chapter_has_titles_and_summaries_in_both_languages() -> None:
    (chapter,) = parse(
        "Rivers\n\n河流\n\n(00:00:00)\nWater flows.\n水在流。\n\n(00:00) Ann Li:\nHi.\n你好。\n"
    ).chapters
    assert chapter.title == {"en": "Rivers", "zh": "河流"}
    assert chapter.summary == {"en": "Water flows.", "zh": "水在流。"}
    assert (chapter.index, chapter.start, chapter.first, chapter.last) == (1, 0.0, 0, 0)


def test_a_chapters_stamp_can_follow_its_title_without_a_white_line() -> None:
    text = "(00:00) Ann Li:\nHi.\n你好。\n\nRivers\n\n河流\n(00:01:00)\nWater.\n水。\n\n(01:00) Ann Li:\nSo.\n那么。\n"
    transcript = parse(text)
    assert transcript.chapters[0].title == {"en": "Rivers", "zh": "河流"}
    assert transcript.segments[0].text == {"en": "Hi.", "zh": "你好。"}


def test_a_stamp_alone_goes_on_with_the_speaker_even_over_a_chapter() -> None:
    text = "(00:00) Ann Li:\nHi.\n\nRivers\n\n(00:01:00)\nWater.\n\n(01:00)\nThey flow.\n\n(01:05) Bo Yu:\nDo they?\n"
    assert [segment.speaker for segment in parse(text).segments] == ["Ann Li", "Ann Li", "Bo Yu"]


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


def test_white_lines_and_no_break_spaces_are_nothing() -> None:
    text = "(00:00)\u00a0Ann Li:\n\u00a0\n\nHi  there,\u00a0 you.\n\n \n你好。\n\n(00:07) \u00a0\n\nMore.\n多。\n"
    first, second = parse(text).segments
    assert (first.speaker, first.text) == ("Ann Li", {"en": "Hi there, you.", "zh": "你好。"})
    assert (second.speaker, second.text) == ("Ann Li", {"en": "More.", "zh": "多。"})


def test_words_can_stand_on_the_stamps_own_line() -> None:
    first, second = parse("(00:00) Ann Li:\nHi.\n你好。\n\n(00:07)  well, yeah: so it is\n是的。\n").segments
    assert second.text == {"en": "well, yeah: so it is", "zh": "是的。"}
    assert second.speaker == first.speaker == "Ann Li"


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


def test_two_pairs_under_one_stamp_are_one_segment() -> None:
    (segment,) = parse("(00:00) Ann Li:\nOne.\n一。\n\nTwo.\n二。\n").segments
    assert segment.text == {"en": "One. Two.", "zh": "一。二。"}


def test_two_english_lines_before_the_chinese_one_are_joined() -> None:
    transcript = parse("(00:00) Ann Li:\nOne.\nTwo.\n一二。\n")
    assert transcript.segments[0].text == {"en": "One. Two.", "zh": "一二。"}
    assert transcript.notes == ()


def test_a_chinese_line_that_translates_nothing_is_a_note() -> None:
    text = "(00:00) Ann Li:\nOne.\n一。\n"
    transcript = parse(text + "编者:妙。\n\n(00:05) Bo Yu:\nTwo.\n二。\n")
    assert transcript.segments[0].text["zh"] == "一。"
    assert transcript.notes == (Note(line(text), "编者:妙。"),)


def test_chinese_with_many_english_words_is_chinese() -> None:
    (segment,) = parse(
        "(00:00) Ann Li:\nOracle signed with OpenAI.\nCoreWeave 和 OpenAI 签了,Oracle 也签了。\n"
    ).segments
    assert segment.text.keys() == {"en", "zh"}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("\\$100 million", "$100 million"),
        ("C\\# is not C", "C# is not C"),
        ("it&#39;s &quot;fine&quot;", 'it\'s "fine"'),
        ("I *really* mean `exit`, in **all** [goats](https://example.org)", "I really mean exit, in all goats"),
        ("a List<String> &lt;here&gt;", "a List<String> <here>"),
        ("f**k it, f**k that, and 5 * 3 * 2", "f**k it, f**k that, and 5 * 3 * 2"),
    ],
)
def test_what_is_said_has_no_marks_of_markdown(written: str, said: str) -> None:
    assert parse(f"(00:00) Ann Li:\n{written}\n").segments[0].text == {"en": said}


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


def test_the_sites_own_lines_at_the_end_are_nothing() -> None:
    transcript = parse("(00:00) Ann Li:\nHi.\n你好。\n\n    热门主题\n\n  • Recent Articles\n\n  Refer To:《X》\n")
    assert transcript.segments[0].text == {"en": "Hi.", "zh": "你好。"}
    assert transcript.notes == ()
    english = parse("(00:00) Ann Li:\nHi.\n\n  • Recent Articles\n\n  • 2014 Letter\n  To the shareholders\n")
    assert english.segments[0].text == {"en": "Hi."}


def test_what_a_site_would_say_is_speech_where_a_segment_follows() -> None:
    transcript = parse("(00:00) Ann Li:\nHi.\nRecent Articles\n\n(00:09) Bo Yu:\nYo.\n")
    assert transcript.segments[0].text == {"en": "Hi. Recent Articles"}


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


def test_without_a_head_the_files_name_is_the_title() -> None:
    transcript = parse("(00:00) Ann Li:\nHi.", head="")
    assert (transcript.episode.title, transcript.episode.date) == ("rivers", None)
    assert transcript.warnings[0].message.startswith("no head of date, guest and title")


def test_a_head_with_an_impossible_date_is_none() -> None:
    transcript = parse("(00:00) Ann Li:\nHi.", head="2025-02-31 Ann Li.On rivers\n")
    assert transcript.episode.date is None


def test_chinese_alone_is_a_transcript_too() -> None:
    transcript = parse("(00:00) 李安:\n你好。\n很高兴。\n\n(00:09) 王波:\n好。\n")
    assert transcript.episode.languages == ("zh",)
    assert transcript.segments[0].text == {"zh": "你好。很高兴。"}
    assert [segment.speaker for segment in transcript.segments] == ["李安", "王波"]


def turns(*languages: str) -> str:
    words = {"en": "Hi.\n", "zh": "你好。\n"}
    said = ("".join(words[one] for one in each.split()) for each in languages)
    return "\n".join(f"(00:{n:02}) Ann Li:\n{text}" for n, text in enumerate(said))


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        (turns(*["zh"] * 14, "en", *["zh"] * 5), ("zh",)),
        (turns(*["en"] * 14, "zh", *["en"] * 5), ("en",)),
        (turns("en", *["zh"] * 4), ("zh", "en")),
        (turns(*["zh en"] * 3, "en"), ("zh", "en")),
        (turns(*["en zh"] * 3, "zh"), ("en", "zh")),
        (turns("zh", "en zh"), ("zh", "en")),
    ],
)
def test_the_first_language_is_the_one_that_was_spoken(text: str, languages: tuple[str, ...]) -> None:
    transcript = parse(text)
    assert transcript.episode.languages == languages
    assert transcript.episode.original == languages[0]
    assert any("en" in segment.text for segment in transcript.segments)


def test_somebody_unnamed_is_called_so() -> None:
    assert parse("(00:00) hello there.\n").segments[0].speaker is None


def test_windows_and_old_mac_lines_are_lines() -> None:
    text = "(00:00) Ann Li:\nHi.\n你好。\n"
    assert (
        parse(text.replace("\n", "\r\n")).segments == parse(text).segments == parse(text.replace("\n", "\r")).segments
    )


def test_signs_that_cannot_be_seen_are_left_out() -> None:
    assert parse("(00:00) Ann Li:\nH\x00i\x1b[31m \ud800there\u200b.\n").segments[0].text == {"en": "Hi[31m there."}
    for sign in "\u200e\u200f\u202a\u202e\u2066\u2069":
        assert parse(f"(00:00) Ann Li:\nHi {sign}there.\n").segments[0].text == {"en": "Hi there."}


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
    """How many lines of the package run while a text is parsed: time, without the noise of clocks."""
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


def test_initials_of_a_guest_are_no_title() -> None:
    text = "2025-02-06 J.R. Dunmore.Crews\n\n(00:00) Ann Li:\nHi.\n"
    assert bilingual.parse(text, Path("crews.txt")).episode.title == "Crews"


def test_a_bare_stamp_goes_on_with_the_speaker_where_all_stamps_have_hours() -> None:
    text = "(00:00:00) Ann Li:\nHi.\n\n(00:00:31)\nAnd more.\n\nRivers\n\n(00:01:00)\n\n(00:01:00) Bo Yu:\nYo.\n"
    transcript = parse(text)
    assert [(one.start, one.speaker) for one in transcript.segments] == [
        (0.0, "Ann Li"),
        (31.0, "Ann Li"),
        (60.0, "Bo Yu"),
    ]
    assert [chapter.title for chapter in transcript.chapters] == [{"en": "Rivers"}]
