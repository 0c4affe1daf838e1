"""Moments of a topic: in time order, how many there are, and whether there are more."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import CORA, script
from transcript.library import Library
from transcript.search import is_telling, moments
from transcript.search.matches import match_at
from transcript.search.moments import EXTENT


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


MODULE = "transcript.search.moments"


@pytest.fixture
def often(make_library: MakeLibrary) -> Library:
    """Three episodes with four moments each."""
    text = [(f"{minute:02}:00", CORA, f"Whale oil burns well, said number {minute}.", "") for minute in range(0, 20, 5)]
    return make_library({f"lamps{day}.txt": script(*text, date=f"2024-01-0{day}") for day in range(1, 4)})


def test_that_there_are_more_moments_than_asked_for_is_told(often: Library) -> None:
    every = moments(often, "whale oil")
    assert [(one.episode, one.segment) for one in every] == [
        (f"lamps{day}", at) for day in (3, 2, 1) for at in range(4)
    ]
    assert not every.more
    some = moments(often, "whale oil", limit=5)
    assert some == every[:5]
    assert some.more
    assert not moments(often, "whale oil", limit=12).more
    assert not moments(often, "beeswax").more


def test_that_the_index_may_have_more_is_told(often: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[MODULE], "EXTENT", replace(EXTENT, segments=6))
    assert moments(often, "whale oil").more


def test_no_more_matches_are_made_than_are_asked_for(often: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    really_made = match_at

    def noting(*args: object) -> object:
        made.append(args)
        return really_made(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(sys.modules[MODULE], "match_at", noting)
    assert len(moments(often, "whale oil", limit=2)) == 2
    assert len(made) == 4


def test_a_topic_of_one_character_is_found_wherever_it_stands(make_library: MakeLibrary) -> None:
    library = make_library(
        {
            "a.txt": script(
                ("00:00", CORA, "", "他们总是想着怎么赚钱。"),
                ("02:00", CORA, "", "钱不是问题,时间才是。"),
                ("04:00", CORA, "", "有钱人都住在河边。"),
                ("06:00", CORA, "", "我们谈谈天气吧。"),
            )
        }
    )
    found = moments(library, "钱")
    assert [moment.start for moment in found] == [0.0, 120.0, 240.0]
    assert [[moment.text[start:end] for start, end in moment.spans] for moment in found] == [["钱"]] * 3


def test_a_chinese_name_that_was_asked_for_in_latin_letters_is_marked_whole(shipped: Library) -> None:
    first = moments(shipped, "nvidia", prefer="zh")[0]
    assert [first.text[start:end] for start, end in first.spans] == ["英伟达"]
