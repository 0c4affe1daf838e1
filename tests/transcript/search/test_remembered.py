"""Fragments of three made-up shows, remembered badly in every way, are first and sure; those of another are refused."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, BEN, CORA, script
from tests.transcript.search.found import first
from transcript.library import Library
from transcript.search import search


@pytest.mark.parametrize(
    ("query", "place"),
    [
        # as said
        ("dug up the whole lawn in november", ("garden", 2)),
        ("fined the baker for the state of the drains", ("kitchen", 5)),
        ("carries thirty cows and a postman", ("harbour", 3)),
        # of common words alone
        ("i have seen that kind of thing before", ("garden", 0)),
        ("it was not what we thought it would be", ("garden", 0)),
        ("you are going to have to do it again", ("kitchen", 0)),
        ("was there anything that they could have said", ("kitchen", 1)),
        ("one of those things that you get used to", ("harbour", 0)),
        ("it was the other way around", ("harbour", 2)),
        # with slips
        ("the pliot boardd the tanker in a strom", ("harbour", 1)),
        ("dough rests for elevn hours in a celar", ("kitchen", 2)),
        # a word dropped, a word put in
        ("the terrier in greenhouse and he sleeps on the seed trays", ("garden", 5)),
        ("they had to really do it all over again", ("harbour", 2)),
        # the halves swapped
        ("and closed it after nine weeks my brother opened a bakery in lisbon", ("kitchen", 3)),
        ("have ever owned were the most terrible tool i", ("garden", 6)),
        # across two stamps
        ("so now i keep a terrier in the greenhouse", ("garden", 4)),
        # reworded
        ("my brother's bakery in lisbon shut down after nine weeks", ("kitchen", 3)),
        ("his boots were lost by the pilot on the tanker's ladder in that storm", ("harbour", 1)),
    ],
)
def test_a_fragment_is_first_and_sure_however_it_is_remembered(
    shows: Library, query: str, place: tuple[str, int]
) -> None:
    match = first(shows, query)
    assert (match.episode, match.segment) == place


@pytest.mark.parametrize(
    "query",
    [
        "the widow who sold pickled herring by the bridge",
        "what they would have to say about that other one",
        "we keep an owl in the attic and it eats the mice",
        "closed the greenhouse and fined the ferry",
        "they lost four hundred cows under the copper pan",
    ],
)
def test_a_fragment_of_another_show_is_refused(shows: Library, query: str) -> None:
    assert not search(shows, query).confident


@pytest.mark.parametrize(
    "query",
    [
        "the shears that my aunt sent were the best tool i have ever owned",
        "the dough rests for twelve hours in a cellar",
        "a copper pan is not a waste of money for most people",
        "he weighed the salt, that was all that was wrong with it",
        "the baker praised the ovens and then he fined the inspector for the state of the drains",
    ],
)
def test_what_contradicts_the_passage_is_found_and_never_sure(shows: Library, query: str) -> None:
    answer = search(shows, query)
    assert answer.matches
    assert not answer.confident


def test_of_equals_the_whole_sentence_comes_first_and_a_teaser_last(make_library: MakeLibrary) -> None:
    library = make_library(
        {
            "a.txt": script(
                ("00:00", ADA, "Well, a copper kettle is not a crown, said the smith and left.", ""),
                ("10:00", BEN, "My uncle said that a copper kettle is not a crown, in so many words.", ""),
                ("20:00", CORA, "A copper kettle is not a crown.", ""),
            )
        }
    )
    starts = [match.start for match in search(library, "a copper kettle is not a crown").matches]
    assert starts == [1200.0, 600.0, 0.0]


@pytest.mark.parametrize(
    ("query", "speaker", "place"),
    [
        ("what did ben say about the bakery?", BEN, ("kitchen", 3)),
        ("who lost both boots in a storm?", CORA, ("harbour", 1)),
        ("when is the time for tulips?", BEN, ("garden", 1)),
        ("when is the best time to plant tulips", BEN, ("garden", 1)),
        ("how many bulbs were under the lawn", ADA, ("garden", 2)),
    ],
)
def test_a_question_is_answered_by_its_subject(
    shows: Library, query: str, speaker: str, place: tuple[str, int]
) -> None:
    match = search(shows, query).matches[0]
    assert (match.episode, match.segment, match.speaker) == (*place, speaker)


def test_the_person_who_is_named_speaks_first(make_library: MakeLibrary) -> None:
    library = make_library(
        {
            "a.txt": script(
                ("00:00", BEN, "I want to talk about walnuts for a moment, if I may.", ""),
                ("03:00", CORA, "They say that walnuts keep for years in sand.", ""),
                ("09:00", ADA, "The walnuts were fine, thank you very much.", ""),
            )
        }
    )
    named = search(library, "what did ada say about walnuts?").matches
    assert [match.speaker for match in named[:2]] == [ADA, BEN]
    assert search(library, "when will walnuts keep?").matches[0].speaker == CORA


def test_of_namesakes_only_the_one_who_is_named_is_asked(make_library: MakeLibrary) -> None:
    others = [(f"{at:02}:00", "Ada Marsh", f"Walnuts are sold by the sack in market {at}.", "") for at in range(1, 20)]
    library = make_library({"a.txt": script(*others, ("30:00", ADA, "I would plant no walnuts on a slope.", ""))})
    answer = search(library, "what does ada quill think about walnuts")
    assert answer.confident
    assert answer.matches[0].speaker == ADA
    assert search(library, "Ada Quill怎么看walnuts").matches[0].speaker == ADA
