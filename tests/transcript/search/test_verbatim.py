"""Words that stand somewhere as they were typed are found without another look, and is first and sure."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, BEN, script
from transcript.library import Library
from transcript.search import search
from transcript.search.candidates import EVERYWHERE, Scope
from transcript.search.query.expansion import read_query
from transcript.search.verbatim import MOST_PLACES, find_verbatim, read_literally


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    every = [(f"{10 + at}:00", BEN, f"That is what it was about, said number {at}.", "") for at in range(MOST_PLACES)]
    return make_library(
        {
            "a.txt": script(
                ("00:10", ADA, "We sold the barge to a circus in the north.", ""),
                ("05:00", ADA, "In the end we had to do it, and so we", "最后我们不得不这样做,于是我们"),
                ("05:20", ADA, "did it before they could do it to us.", "在他们对我们下手之前先动了手。"),
                ("06:00", BEN, "They could do it before us, and so we did it to them.", ""),
                ("07:00", ADA, "Well, we sold the barge to a circus in the north, and it sank there.", ""),
                *every,
            )
        }
    )


def found(library: Library, text: str, scope: Scope = EVERYWHERE) -> list[float | None]:
    """The seconds of the segments in which a text begins and stands word for word."""
    candidates = find_verbatim(read_literally(read_query(text, library), library), library, scope)
    keys = [one.key for one in candidates.likely] if candidates else []
    places = [library.place_of(key) or ("", 0) for key in keys]
    return [library.segments(slug, index, index)[0].start for slug, index in places]


def test_words_in_their_order_within_a_segment_and_over_its_end(library: Library) -> None:
    assert found(library, "before they could do it to us") == [320]
    assert found(library, "and so we did it before they could") == [300]
    assert found(library, "and so we did it to them") == [360]
    assert found(library, "最后我们不得不这样做") == [300]


def test_other_orders_and_other_words_are_no_quote(library: Library) -> None:
    assert found(library, "do it to us before they could") == []
    assert found(library, "before they could do it for us") == []
    assert found(library, "could do it before they") == []


def test_few_words_or_many_places_need_a_ranking(library: Library) -> None:
    assert found(library, "did it before they") == []
    assert found(library, "that is what it was about") == []


def test_only_within_the_scope(library: Library) -> None:
    assert found(library, "before they could do it to us", Scope(speakers=("Ben",))) == []
    assert found(library, "and so we did it to them", Scope(speakers=(BEN,))) == [360]


def test_a_clip_of_later_words_is_not_the_answer(library: Library) -> None:
    answer = search(library, "we sold the barge to a circus in the north")
    assert answer.confident
    assert answer.matches[0].start == 420
    assert [second for _, _, second in answer.matches[0].also] == [10]


def test_what_is_found_so_is_sure(library: Library) -> None:
    answer = search(library, "could do it to us, before they")
    assert not answer.matches or answer.matches[0].quality != "exact"
    answer = search(library, "before they could do it to us")
    assert answer.confident
    assert [match.start for match in answer.matches] == [320]
    assert answer.matches[0].quality == "exact"
