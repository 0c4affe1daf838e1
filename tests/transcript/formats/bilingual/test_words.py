"""The words of the bilingual format: which language each line is of, and what is left out of it."""

from __future__ import annotations

import pytest

from tests.transcript.formats.bilingual.rivers import line, parse
from transcript.models import Note


def test_white_lines_and_no_break_spaces_are_nothing() -> None:
    text = "(00:00)\u00a0Ann Li:\n\u00a0\n\nHi  there,\u00a0 you.\n\n \n你好。\n\n(00:07) \u00a0\n\nMore.\n多。\n"
    first, second = parse(text).segments
    assert (first.speaker, first.text) == ("Ann Li", {"en": "Hi there, you.", "zh": "你好。"})
    assert (second.speaker, second.text) == ("Ann Li", {"en": "More.", "zh": "多。"})


def test_words_can_stand_on_the_stamps_own_line() -> None:
    first, second = parse("(00:00) Ann Li:\nHi.\n你好。\n\n(00:07)  well, yeah: so it is\n是的。\n").segments
    assert second.text == {"en": "well, yeah: so it is", "zh": "是的。"}
    assert second.speaker == first.speaker == "Ann Li"


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


def test_words_of_a_script_without_spaces_may_be_emphasised_within_a_sentence() -> None:
    transcript = parse("(00:00) 李安:\n这是**重点**,不是`全部`内容。\n")
    assert transcript.segments[0].text == {"zh": "这是重点,不是全部内容。"}


def test_the_sites_own_lines_at_the_end_are_nothing() -> None:
    transcript = parse("(00:00) Ann Li:\nHi.\n你好。\n\n    热门主题\n\n  • Recent Articles\n\n  Refer To:《X》\n")
    assert transcript.segments[0].text == {"en": "Hi.", "zh": "你好。"}
    assert transcript.notes == ()
    english = parse("(00:00) Ann Li:\nHi.\n\n  • Recent Articles\n\n  • 2014 Letter\n  To the shareholders\n")
    assert english.segments[0].text == {"en": "Hi."}


def test_what_a_site_would_say_is_speech_where_a_segment_follows() -> None:
    transcript = parse("(00:00) Ann Li:\nHi.\nRecent Articles\n\n(00:09) Bo Yu:\nYo.\n")
    assert transcript.segments[0].text == {"en": "Hi. Recent Articles"}


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


def test_windows_and_old_mac_lines_are_lines() -> None:
    text = "(00:00) Ann Li:\nHi.\n你好。\n"
    assert (
        parse(text.replace("\n", "\r\n")).segments == parse(text).segments == parse(text.replace("\n", "\r")).segments
    )


def test_signs_that_cannot_be_seen_are_left_out() -> None:
    assert parse("(00:00) Ann Li:\nH\x00i\x1b[31m \ud800there\u200b.\n").segments[0].text == {"en": "Hi[31m there."}
    for sign in "\u200e\u200f\u202a\u202e\u2066\u2069":
        assert parse(f"(00:00) Ann Li:\nHi {sign}there.\n").segments[0].text == {"en": "Hi there."}
