"""A match has all that a card shows: its passage, its marks, and how good it is."""

from __future__ import annotations

import pytest

from tests.transcript.search.found import first, marked
from transcript.language.normalise import is_han
from transcript.library import Library, passage_of
from transcript.search import search


def test_a_match_says_all_that_is_shown(library: Library) -> None:
    match = first(library, "never finished ran out of granite")
    assert match.text == "The bridge at Orval was never finished. They ran out of granite."
    assert marked(match) == ["never finished", "ran out of granite"]
    assert (match.speaker, match.start, match.end, match.chapter) == ("Ada Quill", 0.0, 12.0, None)
    assert (match.language, match.quality, match.also) == ("en", "close", ())
    text = library.segments("bridges", 0, 0)[0].text["en"]
    assert text[slice(*match.span)] == "never finished. They ran out of granite"
    assert [text[start:end] for start, end in match.marks] == marked(match)


@pytest.mark.parametrize(
    ("query", "quality"),
    [
        ("They ran out of granite.", "exact"),
        ("they ran out of granit", "close"),
        ("oats and granite for the lighthouse", "partial"),
    ],
)
def test_how_good_a_match_is(library: Library, query: str, quality: str) -> None:
    assert search(library, query).matches[0].quality == quality


def test_spans_are_exact_to_the_character_in_chinese(library: Library) -> None:
    match = first(library, "腌鲱鱼的寡妇")
    assert match.language == "zh"
    assert marked(match) == ["腌鲱鱼的寡妇"]


def test_a_quote_over_a_stamp_is_one_passage(library: Library) -> None:
    match = first(library, "On Sundays the goats cross it twice")
    assert match.text == "Goats do. On Sundays the goats cross it twice, and the bishop counts them."
    assert marked(match) == ["On Sundays the goats cross it twice"]


def test_a_quote_over_a_change_of_speaker_shows_one_of_them(library: Library) -> None:
    match = first(library, "Who paid for it then? A widow")
    assert match.segment in (1, 2)
    assert match.text in (
        "Who paid for it, then?",
        "A widow who sold pickled herring. She spent 40 million crowns on it.",
    )


def test_a_card_can_be_made_again_from_where_the_match_is(shipped: Library) -> None:
    match = first(shipped, "someone to help us lead this super intelligence effort")
    passage = passage_of(shipped, match, marks=match.marks)
    assert passage is not None
    assert (passage.text, passage.spans) == (match.text, match.spans)


def test_another_word_with_an_apostrophe_is_not_exact(shipped: Library) -> None:
    others = [match for match in search(shipped, "I don't believe that").matches if match.start == 889.0]
    assert [match.quality for match in others] == ["close"]


def test_small_words_between_those_that_tell_something_are_marked_with_them(shipped: Library) -> None:
    match = first(shipped, "you have a bunch of emtpy experts that are not doign stuff")
    assert marked(match) == ["you have a bunch of empty experts that are not doing stuff"]


def test_the_half_of_a_chinese_word_is_not_marked(shipped: Library) -> None:
    match = first(shipped, "说服对整个公司有完全投票权的人")
    assert "拥有完全投票权的人" in match.text
    assert marked(match)[-1] == "完全投票权的人"


def test_bold_is_of_whole_chinese_words(shipped: Library) -> None:
    for query in ("智能", "哪家餐馆", "从火山口里", "一座发电厂", "说服那个人"):
        for match in search(shipped, query).matches:
            assert not [words for words in marked(match) if len(words) == 1 and is_han(words) and words in "的一里是"]
