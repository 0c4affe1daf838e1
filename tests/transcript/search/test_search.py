"""The sentence behind a half-remembered quote is found; what nobody said is not."""

from __future__ import annotations

import pytest

from tests.conftest import SHIPPED, MakeLibrary
from tests.transcript.scripts import BRIDGES, LAMPS
from tests.transcript.search.found import first, marked
from transcript.library import Library
from transcript.search import Answer, search


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


def test_a_part_of_a_name_finds_it_only_if_it_is_typed_rightly(shipped: Library) -> None:
    answer = search(shipped, "weave")
    assert answer.confident
    assert "CoreWeave" in answer.matches[0].text
    assert not any("TensorWave" in match.text for match in answer.matches)


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
    assert (marked(match), match.quality, match.start) == ([words], "exact", start)


def test_a_speakers_filter_holds_for_every_match(shipped: Library) -> None:
    for query in ("solder balls", "I don't believe that", "very fun", "openai"):
        matches = search(shipped, query, speaker="mathew bermann").matches
        assert {match.speaker for match in matches} <= {"Matthew Berman"}
