"""How many moments of a topic there are, and whether there are more."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import CORA, script
from transcript.library import Library
from transcript.search import moments
from transcript.search.matches import match_at
from transcript.search.moments import EXTENT

MODULE = "transcript.search.moments"


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    """Three episodes with four moments each."""
    text = [(f"{minute:02}:00", CORA, f"Whale oil burns well, said number {minute}.", "") for minute in range(0, 20, 5)]
    return make_library({f"lamps{day}.txt": script(*text, date=f"2024-01-0{day}") for day in range(1, 4)})


def test_that_there_are_more_moments_than_asked_for_is_told(library: Library) -> None:
    every = moments(library, "whale oil")
    assert [(one.episode, one.segment) for one in every] == [
        (f"lamps{day}", at) for day in (3, 2, 1) for at in range(4)
    ]
    assert not every.more
    some = moments(library, "whale oil", limit=5)
    assert some == every[:5]
    assert some.more
    assert not moments(library, "whale oil", limit=12).more
    assert not moments(library, "beeswax").more


def test_that_the_index_may_have_more_is_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[MODULE], "EXTENT", replace(EXTENT, segments=6))
    assert moments(library, "whale oil").more


def test_no_more_matches_are_made_than_are_asked_for(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    really_made = match_at

    def noting(*args: object) -> object:
        made.append(args)
        return really_made(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(sys.modules[MODULE], "match_at", noting)
    assert len(moments(library, "whale oil", limit=2)) == 2
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
    assert [moment.start for moment in moments(library, "钱")] == [0.0, 120.0, 240.0]


def test_a_chinese_name_that_was_asked_for_in_latin_letters_is_marked_whole(shipped: Library) -> None:
    first = moments(shipped, "nvidia", prefer="zh")[0]
    assert [first.text[start:end] for start, end in first.spans] == ["英伟达"]
