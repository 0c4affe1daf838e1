"""What is hard to tell apart: what was said from what was not, a clip from its source, one language from two."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import script
from transcript.language.normalise import is_han
from transcript.library import Library
from transcript.search import Match, is_telling, moments, search


def first(library: Library, query: str, **options: object) -> Match:
    answer = search(library, query, **options)  # type: ignore[arg-type]
    assert answer.confident, f"{query!r} was not answered"
    return answer.matches[0]


def bold(match: Match) -> list[str]:
    return [match.text[start:end] for start, end in match.spans]


@pytest.mark.parametrize(
    "query",
    [
        "gemini is bad",
        "gemini is the best",
        "kubernetes is hard",
        "slack is down",
        "elon musk goes to mars with nvidia",
        "Apple acquired NVIDIA",
        "microsoft acquired openai",
        "苹果收购了英伟达",
        "oracle bought crusoe",
        "meta hired ilya",
        "ilya went back to openai",
        "AGI already happened",
        "扎克伯格是机器人",
        "the the the the the the",
        "# heading",
    ],
)
def test_names_that_were_said_do_not_make_a_claim_said(shipped: Library, query: str) -> None:
    assert not search(shipped, query).confident


@pytest.mark.parametrize(
    ("query", "start"),
    [
        ("chinchilla paper", 1522.0),
        ("smart glasses", 2285.0),
        ("DGX Lepton", 2674.0),
        ("gpt 4.5 was the first model to make me laugh", 1385.0),
        ("gpt-4.5 makes me laugh", 1385.0),
        ("not about the money it's about power", 691.0),
        ("英伟达像神一样", 2709.0),
        ("micro soft has more loyers then gawd", 1050.0),
        ("蘋果討厭英偉達", 1848.0),
    ],
)
def test_what_was_said_is_found(shipped: Library, query: str, start: float) -> None:
    assert first(shipped, query).start == start


@pytest.mark.parametrize(
    ("query", "words", "start"),
    [
        ("Was it really?", "Was it really", 1365.0),
        ("no i dont", "No, I don't", 1890.0),
        ("maybe maybe", "Maybe, maybe", 3735.0),
        ("yes", "Yes", 3473.0),
        ("Yeah", "Yeah", 1631.0),
        ("I don't believe that", "I don't believe that", 3422.0),
    ],
)
def test_a_whole_sentence_is_found_however_common_its_words(
    shipped: Library, query: str, words: str, start: float
) -> None:
    match = first(shipped, query)
    assert (bold(match), match.quality, match.start) == ([words], "exact", start)


def test_another_word_with_an_apostrophe_is_not_exact(shipped: Library) -> None:
    others = [match for match in search(shipped, "I don't believe that").matches if match.start == 889.0]
    assert [match.quality for match in others] == ["close"]


@pytest.mark.parametrize("query", ["microsoft openai", "CoreWeave", "nvidia amd", "Zuck", "bumpgate", "OpenAI", "AMD"])
def test_latin_letters_are_answered_in_english_unless_chinese_is_preferred(shipped: Library, query: str) -> None:
    assert {match.language for match in search(shipped, query).matches} == {"en"}
    assert first(shipped, query, prefer="zh").language == "zh"


def test_an_english_sentence_stays_english(shipped: Library) -> None:
    assert first(shipped, "microsoft has more lawyers than god", prefer="zh").language == "en"


@pytest.mark.parametrize("query", ["苹果", "英伟达", "微软和 OpenAI 的关系", "焊球"])
def test_a_chinese_query_is_answered_in_chinese(shipped: Library, query: str) -> None:
    assert {match.language for match in search(shipped, query).matches} == {"zh"}


def test_a_chinese_query_is_answered_in_english_where_there_is_no_chinese(make_library: MakeLibrary) -> None:
    library = make_library({"a.txt": script(("00:00", "Ada Quill", "Microsoft never bought a bridge.", ""))})
    assert first(library, "微软").language == "en"


@pytest.mark.parametrize(
    ("query", "start", "clip"),
    [("bumpgate", 1848.0, 61.0), ("very fun", 1891.0, 61.0), ("50%", 3256.0, 42.0)],
)
def test_a_clip_comes_after_what_it_was_cut_from(shipped: Library, query: str, start: float, clip: float) -> None:
    match = first(shipped, query)
    assert match.start == start
    assert clip in [time for _, _, time in match.also]
    times = [time for _, _, time in match.also if time is not None]
    assert times == sorted(times)


def test_the_same_two_words_said_of_different_things_are_two_matches(shipped: Library) -> None:
    balls = search(shipped, "solder balls").matches
    assert [match.start for match in balls] == [1899.0, 1940.0]
    both = search(shipped, "openai microsoft").matches
    assert not any(match.also for match in both)


def test_no_match_names_another_speakers_words(shipped: Library) -> None:
    for query in ("very fun", "no i dont", "I don't believe that", "GPU", "power"):
        for match in search(shipped, query).matches:
            places = [shipped.segments(slug, segment, segment)[0] for slug, segment, _ in match.also]
            assert {segment.speaker for segment in places} <= {match.speaker}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("more law", ["more lawyers"]),
        ("soldier bal", ["solder balls"]),
        ("bumpg", ["BumpGate"]),
        ("超级智", ["超级智"]),
    ],
)
def test_the_last_word_may_be_a_beginning(shipped: Library, query: str, words: list[str]) -> None:
    answer = search(shipped, query, typing=True)
    assert answer.confident
    assert bold(answer.matches[0]) == words
    assert all(match.score >= 72 for match in answer.matches)


@pytest.mark.parametrize("query", ["the", "zeppel", "xq", "量子计"])
def test_nothing_unlike_is_offered_while_it_is_typed(shipped: Library, query: str) -> None:
    assert search(shipped, query, typing=True).matches == ()


def test_a_speakers_filter_holds_for_every_match(shipped: Library) -> None:
    for query in ("solder balls", "I don't believe that", "very fun", "openai"):
        matches = search(shipped, query, speaker="mathew bermann").matches
        assert {match.speaker for match in matches} <= {"Matthew Berman"}


def test_a_moment_is_shown_by_who_talks_most_about_it(shipped: Library) -> None:
    starts = [moment.start for moment in moments(shipped, "antitrust")]
    assert 1167.0 in starts
    assert 1164.0 not in starts


def test_a_moment_is_found_by_a_derived_word_and_by_half_a_name(shipped: Library) -> None:
    assert [moment.start for moment in moments(shipped, "slavery")] == [3024.0]
    assert [moment.start for moment in moments(shipped, "Elon Musk")] == [2927.0, 3143.0]


@pytest.mark.parametrize("query", ["the", "right", "you know", "的", "", "?!"])
def test_common_words_are_no_topic(shipped: Library, query: str) -> None:
    assert not is_telling(shipped, query)
    assert moments(shipped, query) == ()


@pytest.mark.parametrize("query", ["power", "zeppelin", "苹果", "50%"])
def test_any_other_word_is_one(shipped: Library, query: str) -> None:
    assert is_telling(shipped, query)


def test_bold_is_of_whole_chinese_words(shipped: Library) -> None:
    for query in ("智能", "哪家餐馆", "从火山口里", "一座发电厂", "说服那个人"):
        for match in search(shipped, query).matches:
            assert not [words for words in bold(match) if len(words) == 1 and is_han(words) and words in "的一里是"]
