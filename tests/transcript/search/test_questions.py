"""Questions are answered by what they ask about, not by what a library speaks of all the time."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, BEN, script
from transcript.library import Library
from transcript.search import search
from transcript.search.query import may_ask
from transcript.search.query.expansion import EVERYWHERE, understand


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    everywhere = [
        (f"{at // 60:02}:{at % 60:02}", BEN, f"The harbour at Varnholm keeps ledger number {at} in a drawer.", "")
        for at in range(0, 4 * EVERYWHERE.segments, 4)
    ]
    rest = [
        ("20:00", ADA, "Our boss at the time, Mr Quince, had come with us from the bakery.", ""),
        ("20:30", BEN, "Tell me, is it under the bridge that a pelican sleeps at night?", ""),
        ("21:00", BEN, "The head of the choir started a war with the neighbours over a goose.", ""),
        ("21:30", ADA, "You screw the lamp into the wall, and you dim it with a walnut lever on the left.", ""),
        ("21:45", ADA, "I am told it is under the bridge that a pelican sleeps at noon.", ""),
        ("22:00", ADA, "The technical drawings are checked by my sister, and she signs them too.", ""),
        ("22:20", ADA, "The tram goes under the river, and a long queue stood at the tram for bread.", ""),
        ("22:40", BEN, "The tram under the river is eleven kilometers, so they say.", ""),
        ("23:00", BEN, "You hang the lamp from the ceiling, and you dim it with a walnut lever on the right.", ""),
    ]
    return make_library({"a.txt": script(*everywhere, *rest)})


def test_what_is_spoken_of_all_the_time_tells_little_of_where(library: Library) -> None:
    assert search(library, "who signs the technical drawings at varnholm?").matches[0].start == 1320
    weights = {unit.term: unit.weight for unit in understand("who signs at varnholm harbour", library).units}
    plain = {unit.term: unit.weight for unit in understand("she signs at varnholm harbour", library).units}
    assert weights["varnholm"] < 0.6 * plain["varnholm"]


def test_a_small_library_is_about_few_things(make_library: MakeLibrary) -> None:
    small = make_library({"a.txt": script(("00:00", ADA, "Varnholm is a town.", ""), ("00:09", BEN, "Varnholm?", ""))})
    weights = {unit.term: unit.weight for unit in understand("where is varnholm", small).units}
    assert weights["varnholm"] == 1.0


def test_of_equals_what_answers_comes_before_what_asks(library: Library) -> None:
    assert search(library, "where does the pelican sleep?").matches[0].start == 1305


def test_a_word_that_is_there_counts_more_than_one_that_means_the_same(library: Library) -> None:
    assert search(library, "who was their boss when they started?").matches[0].start == 1200


def test_what_two_passages_answer_badly_has_no_answer(library: Library) -> None:
    assert not search(library, "who repairs the lamp with a walnut lever?").confident
    assert search(library, "how do you dim the lamp with a lever?").confident


def test_how_long_asks_for_a_number_and_not_for_what_is_long(library: Library) -> None:
    weights = {unit.term: unit.weight for unit in understand("how long is the tram?", library).units}
    assert weights["long"] == 0.0
    assert weights["tram"] > 0.0
    assert search(library, "how long is the tram under the river?").matches[0].start == 1360


def test_how_early_asks_what_is_early(library: Library) -> None:
    weights = {unit.term: unit.weight for unit in understand("how early should a pelican sleep?", library).units}
    assert weights["early"] > 0.0


def test_what_happens_asks_only(library: Library) -> None:
    assert {unit.term: unit.weight for unit in understand("what happens to the pelican?", library).units}["happen"] == 0


def test_a_question_shows_passages_with_less_of_it_than_a_quote(make_library: MakeLibrary) -> None:
    small = make_library(
        {
            "a.txt": script(
                ("03:00", ADA, "The baker in Lisbon weighed the saffron with a brass scale.", ""),
                ("04:00", BEN, "A brass scale hung in the pharmacy.", ""),
                ("05:00", BEN, "The saffron came by mule.", ""),
            )
        }
    )
    asked = search(small, "which brass scale weighed saffron for a baker?")
    quoted = search(small, "a brass scale of the baker weighed saffron")
    assert [match.start for match in asked.matches] == [180, 240]
    assert [match.start for match in quoted.matches] == [180]


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("what was the ferry on the lake called?", 360.0),
        ("why did they sink the ferry on the lake?", 420.0),
        ("when was the ferry on the lake sunk?", 480.0),
        ("how many goats were on the ferry on the lake?", 540.0),
        ("did the ferry on the lake have any goats?", 540.0),
        ("how long was the ferry on the lake in use?", 660.0),
        ("how old was the ferry on the lake?", 720.0),
    ],
)
def test_what_has_the_kind_of_answer_that_is_asked_for_comes_first(
    make_library: MakeLibrary, question: str, start: float
) -> None:
    said = [
        ("06:00", BEN, "The ferry on the lake, what they had, was called the Pelican.", ""),
        ("07:00", BEN, "They had to sink the ferry on the lake because it was rotten, that is all.", ""),
        ("08:00", BEN, "The ferry on the lake, they had to sink it in 1911, that is all.", ""),
        ("09:00", BEN, "The ferry on the lake had eleven goats at most, that is all.", ""),
        ("10:00", BEN, "The ferry on the lake was what they had, and they sank it, with goats.", ""),
        ("11:00", BEN, "The ferry on the lake was in use for some months or six weeks, that is all.", ""),
        ("12:00", ADA, "They had to sink the ferry on the lake, which was 34 by then.", ""),
        ("13:00", BEN, "The ferry on the lake was in use for all to see, two goats say.", ""),
    ]
    assert search(make_library({"a.txt": script(*said)}), question).matches[0].start == start


def test_passages_on_the_same_matter_are_not_the_same(make_library: MakeLibrary) -> None:
    said = [
        ("06:00", BEN, "Well, the ferry on the big lake was rotten by then.", ""),
        ("09:00", ADA, "A goose flew over.", ""),
        ("12:00", BEN, "We stood at the pier when the ferry on the big lake came.", ""),
    ]
    found = search(make_library({"a.txt": script(*said)}), "what was the ferry on the big lake?").matches
    assert {match.start for match in found} == {360.0, 720.0}


def test_an_answer_of_one_person_comes_before_words_of_two(make_library: MakeLibrary) -> None:
    said = [
        ("00:00", BEN, "So you were at the mill with the baker, Ada?", ""),
        ("00:10", ADA, "My foreman was kind.", ""),
        ("05:00", ADA, "The foreman at the mill paid us in flour, every Friday.", ""),
    ]
    assert search(make_library({"a.txt": script(*said)}), "who was the foreman at the mill?").matches[0].start == 300.0


def test_an_answer_beside_the_words_of_a_question_is_one_of_the_first(make_library: MakeLibrary) -> None:
    others = [
        (f"{at:02}:00", ADA, f"The ferry sailed in year {at}, and the ferry had a cook.", "") for at in range(20, 40)
    ]
    said = [
        ("05:00", BEN, "So who was the captain of the ferry when it sank?", ""),
        ("05:10", ADA, "My uncle Quince, a captain all his life.", ""),
        ("06:00", BEN, "A goose flew over.", ""),
    ]
    library = make_library({"a.txt": script(*said, *others)})
    found = search(library, "who was the ferry's captain when it sank?").matches
    assert [match.start for match in found[:2]] == [300.0, 310.0]


def test_a_question_that_two_episodes_answer_is_not_sure(make_library: MakeLibrary) -> None:
    one = script(
        ("05:00", ADA, "I was a professor of geology in Varnholm.", ""), ("06:00", BEN, "A goose flew over.", "")
    )
    two = script(
        ("07:00", BEN, "She was a professor of geology in Quimper.", ""), ("08:00", ADA, "A crane did, too.", "")
    )
    asked = "where was the professor of geology"
    assert search(make_library({"a.txt": one}), asked).confident
    assert not search(make_library({"a.txt": one, "b.txt": two}), asked).confident


def test_a_question_without_its_mark_is_one(library: Library) -> None:
    asked = "did the choir and its head start wars with neighbours"
    assert search(library, asked).confident
    assert search(library, asked).matches == search(library, asked + "?").matches
    assert may_ask(asked)
    assert not may_ask("did start it, the head of the choir")
    assert not may_ask("the choir did start a war")


def test_who_is_named_is_looked_for_where_they_speak(make_library: MakeLibrary) -> None:
    elsewhere = script(("05:00", BEN, "The old lamp in the tower was a gift of the mayor.", ""))
    hers = script(("07:00", ADA, "Somebody gave me an old lamp.", ""), guest=ADA)
    library = make_library({"a.txt": elsewhere, "b.txt": hers})
    assert search(library, "who gave the old lamp in the tower").matches[0].speaker == BEN
    assert search(library, "who gave ada the old lamp in the tower").matches[0].speaker == ADA


def test_what_lacks_the_answer_is_not_sure(make_library: MakeLibrary) -> None:
    said = [
        ("06:00", BEN, "We had the ferry, and then the city bought a tram. The old boat rots.", ""),
        ("09:00", ADA, "A goose flew over.", ""),
    ]
    library = make_library({"a.txt": script(*said)})
    assert search(library, "what was the tram in the city of the ferry").confident
    assert not search(library, "when was the tram in the city of the ferry").confident
    assert search(library, "when was it that the city bought a tram").confident


def test_the_segment_that_tells_what_is_asked_for_is_shown(make_library: MakeLibrary) -> None:
    library = make_library(
        {
            "a.txt": script(
                ("00:00", ADA, "It took off by accident, and that was three years ago now.", ""),
                ("00:20", BEN, "Varnholmery is so much nicer a name.", ""),
                ("01:00", ADA, "We have, as I said, 1,700 open ledgers.", ""),
                ("01:10", BEN, "One of the upsides of Varnholmery is that it has two doors.", ""),
            )
        }
    )
    assert search(library, "how long ago did varnholmery take off").matches[0].segment == 0
    assert search(library, "how many open ledgers did varnholmery have").matches[0].segment == 2
