"""A time or a name that is typed for a quote."""

from __future__ import annotations

import pytest

from transcript.library import Library
from transcript.search import search


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
