"""The sentence behind a half-remembered quote is found; what nobody said is not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import SHIPPED, MakeLibrary
from tests.transcript.scripts import BRIDGES, LAMPS, script
from transcript.language.normalise import word_edges
from transcript.language.sentences import sentences
from transcript.language.tokens import terms
from transcript.library import Library, passage_of
from transcript.models import Language
from transcript.search import Answer, Match, moments, search
from transcript.search.query.preamble import without_preamble


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    """Two episodes: of bridges, and of lamps."""
    return make_library({"bridges.txt": BRIDGES, "lamps.txt": LAMPS})


HEARD = "the widow sold pickled herring"


@pytest.mark.parametrize(
    "query",
    [
        "i dont remember exactly but he said something like {}",
        "the part where she says {}",
        "wasn't there something about {}",
        "remember when they talked about how {}",
        "{} or something like that",
        "iirc {}",
    ],
)
def test_words_that_only_say_that_somebody_said_it_are_left_out(library: Library, query: str) -> None:
    assert first(library, query.format(HEARD)).segment == first(library, HEARD).segment


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("我记得他说焊球裂了", "焊球裂了"),
        ("他们有一段在聊摘水果", "摘水果"),
        ("焊球开裂的那段", "焊球开裂"),
        ("有一段时间我很忙", "有一段时间我很忙"),
        ("I don't think it's that good", "I don't think it's that good"),
        ("something like that", "something like that"),
        ("i remember him", "i remember him"),
    ],
)
def test_what_is_left_says_something(typed: str, left: str) -> None:
    assert without_preamble(typed) == left


def first(library: Library, query: str) -> Match:
    answer = search(library, query)
    assert answer.confident, f"{query!r} was not answered"
    return answer.matches[0]


def marked(match: Match) -> list[str]:
    return [match.text[start:end] for start, end in match.spans]


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("the bridge was never finished", ("bridges", 0)),
        ("THE BRIDGE AT ORVAL WAS NEVER FINISHED!!", ("bridges", 0)),
        ("teh brigde at orval was nevr finishd", ("bridges", 0)),
        ("oar val bridge ran out of granit", ("bridges", 0)),
        ("a widow who sold pickel led herring", ("bridges", 2)),
        ("she spent forty million crowns", ("bridges", 2)),
        ("$40M crowns", ("bridges", 2)),
        ("四千万克朗", ("bridges", 2)),
        ("4000 万克朗", ("bridges", 2)),
        ("herring sold by a widow", ("bridges", 2)),
        ("on sundays the goats cross it twice", ("bridges", 4)),
        ("who paid for it? a widow who sold pickled herring", ("bridges", 2)),
        ("山羊每逢周日过桥", ("bridges", 4)),
        ("奧瓦爾的橋從未完工", ("bridges", 0)),
        ("奥瓦尔的桥从未玩工", ("bridges", 0)),
        ("用帽子把灯息灭", ("lamps", 1)),
        ("whale oil", ("lamps", 0)),
        ("whaleoil lamps", ("lamps", 0)),
        ("鲸油 thunder", ("lamps", 0)),
        ("what did cora say about felt hats?", ("lamps", 2)),
        ("港口的灯为什么像雷声?", ("lamps", 0)),
    ],
)
def test_a_quote_is_found_however_it_is_remembered(library: Library, query: str, place: tuple[str, int]) -> None:
    match = first(library, query)
    assert (match.episode, match.segment) == place


@pytest.mark.parametrize(
    "query",
    [
        "",
        " \n ",
        "\0",
        "?!",
        "the",
        "a widow who sold pickled cucumbers to the army",
        "the bridge was torn down by engineers last winter",
        "kerosene",
        "quantum computing",
        "她为它花了三百万卢布买船",
        "量子计算",
        "Zeppelin",
        "what did ada say about zeppelins?",
        "fifty million roubles",
        "😀" * 4000,
    ],
)
def test_what_nobody_said_is_not_answered(library: Library, query: str) -> None:
    assert not search(library, query).confident


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


def test_each_language_finds_its_own_text(library: Library) -> None:
    assert first(library, "pickled herring").language == "en"
    assert first(library, "卖腌鲱鱼").language == "zh"


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


def test_a_clip_that_is_said_again_folds_into_the_later_place(make_library: MakeLibrary) -> None:
    clip = "Nobody alive has counted the goats of Orval."
    library = make_library(
        {
            "a.txt": script(
                ("00:00", "Ada Quill", clip, "没有人数过奥瓦尔的山羊。"),
                ("00:20", "Ben Marsh", "Welcome to the show.", "欢迎收看节目。"),
                ("20:40", "Ada Quill", f"I asked the bishop. {clip} He wept.", "我问过主教。没有人数过奥瓦尔的山羊。"),
            )
        }
    )
    match = first(library, "nobody alive has counted the goats")
    assert match.segment == 2
    assert match.also == (("a", 0, 0.0),)


def test_speaker_and_episode_narrow_it(library: Library) -> None:
    assert {match.speaker for match in search(library, "hat", speaker="bne marsh").matches} == {"Ben Marsh"}
    assert {match.speaker for match in search(library, "goats bishop", speaker="adda quil").matches} == {"Ada Quill"}
    assert {match.episode for match in search(library, "ben", episode="lamps").matches} <= {"lamps"}
    assert search(library, "whale oil", episode="on lamp").confident
    assert not search(library, "whale oil", episode="bridges").confident
    assert search(library, "goats", speaker="nobody of that name") == Answer("goats", False, ())


def test_the_limit_holds(library: Library) -> None:
    assert len(search(library, "the bridge the lamp the goats", limit=2).matches) <= 2
    assert search(library, "goats", limit=0).matches == ()


def test_a_score_is_the_same_in_a_larger_library(shipped: Library, make_library: MakeLibrary) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    larger = make_library({SHIPPED.name: text, "bridges.txt": BRIDGES, "lamps.txt": LAMPS})
    for query in ("solder balls", "microsoft has more lawyers than god", "微软的律师", "forty billion for coreweave"):
        one, other = search(shipped, query), search(larger, query)
        assert one.confident == other.confident
        assert one.matches[0].score == other.matches[0].score
        assert one.matches[0].segment == other.matches[0].segment


def test_a_name_is_found_in_the_other_language(make_library: MakeLibrary) -> None:
    library = make_library(
        {
            "en.txt": script(("00:00", "Ada Quill", "Microsoft never bought a bridge.", "")),
            "zh.txt": script(("00:00", "Ada Quill", "", "英伟达从来没买过桥。")),
        }
    )
    assert first(library, "微软 bridge").episode == "en"
    assert first(library, "nvidia 买过桥").episode == "zh"


def test_moments_come_in_time_order_the_newest_episode_first(library: Library) -> None:
    assert [(m.episode, m.segment) for m in moments(library, "goats")] == [("bridges", 4)]
    assert [(m.episode, m.segment) for m in moments(library, "桥")] == [("bridges", 0)]
    assert moments(library, "quantum computing") == ()
    assert moments(library, "goats", speaker="Ben Marsh") == ()


def test_moments_of_the_shipped_transcript(shipped: Library) -> None:
    starts = [moment.start for moment in moments(shipped, "bumpgate") if moment.start is not None]
    assert starts == sorted(starts)
    assert 1940.0 in starts
    english = {moment.start for moment in moments(shipped, "NVIDIA")}
    assert english
    assert english == {moment.start for moment in moments(shipped, "英伟达")}
    assert not any("universal" in moment.text for moment in moments(shipped, "universal basic income"))


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_an_answer_with_spans_on_word_edges(shipped: Library, query: str) -> None:
    answer = search(shipped, query)
    assert answer.query == query
    assert len(answer.matches) <= 5
    for match in answer.matches:
        assert 0 <= match.score <= 100
        for start, end in match.spans:
            assert 0 <= start < end <= len(match.text)
            assert word_edges(match.text, start, end) == (start, end)


@pytest.mark.parametrize("query", ["\ud800", "a\0b", "x" * 100_000, "的" * 100_000, "1" * 500, "goat " * 20_000])
def test_a_hostile_query_is_a_query(library: Library, query: str) -> None:
    assert search(library, query).query == query
    moments(library, query)


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_a_sentence_cut_from_a_segment_is_found_first(shipped: Library, data: st.DataObject) -> None:
    (head,) = shipped.episodes
    index = data.draw(st.integers(30, head.segments - 1))
    language: Language = data.draw(st.sampled_from(["en", "zh"]))
    text = shipped.segments(head.slug, index, index)[0].text[language]
    start, end = data.draw(st.sampled_from(sentences(text, language)))
    if len(set(terms(text[start:end]))) < 9:
        return
    answer = search(shipped, text[start:end])
    assert answer.confident
    places = [(match.segment, *(segment for _, segment, _ in match.also)) for match in answer.matches]
    assert index in places[0] or index - 1 in places[0]


def test_a_card_can_be_made_again_from_where_the_match_is(shipped: Library) -> None:
    match = first(shipped, "someone to help us lead this super intelligence effort")
    passage = passage_of(shipped, match, marks=match.marks)
    assert passage is not None
    assert (passage.text, passage.spans) == (match.text, match.spans)


def test_many_threads_get_the_answers_of_one(shipped: Library) -> None:
    queries = ["solder balls", "microsft lawyers", "超级智能", "what went wrong with GPT4.5?", "quantum computing"] * 8
    alone = [search(shipped, query) for query in queries]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda query: search(shipped, query), queries)) == alone


def test_a_part_of_a_name_finds_it_only_if_it_is_typed_rightly(shipped: Library) -> None:
    answer = search(shipped, "weave")
    assert answer.confident
    assert "CoreWeave" in answer.matches[0].text
    assert not any("TensorWave" in match.text for match in answer.matches)


@pytest.mark.parametrize("typed", ["0:15", "at 00:16", "0m15s", "0分15秒"])
def test_a_time_is_answered_by_what_is_said_then(library: Library, typed: str) -> None:
    everywhere, here = search(library, typed), search(library, typed, episode="bridges")
    assert [(match.episode, match.start) for match in everywhere.matches] == [("lamps", 0.0), ("bridges", 15.0)]
    assert not everywhere.confident
    assert [(match.episode, match.start) for match in here.matches] == [("bridges", 15.0)]
    assert here.confident


def test_what_is_no_time_within_an_episode_refers_to_nothing(library: Library) -> None:
    assert not search(library, "9:59:59").confident
    assert not search(library, "15", episode="bridges").confident
    assert search(library, "0:15", speaker="Ben Marsh", episode="bridges").matches == ()


def test_a_name_alone_is_answered_by_what_is_quotable_of_them(shipped: Library) -> None:
    for typed in ("matthew berman", "who is matthew berman?"):
        answer = search(shipped, typed)
        assert {match.speaker for match in answer.matches} == {"Matthew Berman"}
        assert not answer.confident


def test_who_somebody_is_was_said_where_they_are_introduced(shipped: Library) -> None:
    answer = search(shipped, "who is dylan patel")
    assert answer.confident
    assert "meet Dylan Patel" in answer.matches[0].text
