"""Candidates: what is asked of the postings, and the likeliest of what they bring."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, BEN, script
from transcript.library import Library
from transcript.search import search
from transcript.search.candidates import EVERYWHERE, Effort, find_candidates
from transcript.search.query.expansion import understand
from transcript.search.retrieval import terms_to_ask


def test_common_words_are_asked_for_by_their_pairs(shows: Library) -> None:
    asked = terms_to_ask(understand("it was not what we thought", shows))
    assert {"it_was", "was_not", "not_what"} <= asked.keys()
    assert "it" not in asked
    assert asked["it_was"] > asked["it_not"]
    assert terms_to_ask(understand("the", shows)) == {"the": 1.0}


def test_a_candidate_far_behind_is_not_looked_at(shows: Library) -> None:
    query = understand("the pilot boarded the tanker in a storm", shows)
    every = find_candidates(query, shows, EVERYWHERE, Effort(surely=100))
    near = find_candidates(query, shows, EVERYWHERE, Effort(surely=0))
    assert len(near.lines) < len(every.lines)
    assert near.likely[0] == every.likely[0]


QUERIES = (
    "the pilot boarded the tanker in a storm",
    "it was not what we thought it would be",
    "squirrels a terrier in the greenhouse",
    "tulips when the ground is cold, the best time",
    "to the of a and it",
)


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("aligned", [1, 2, 5])
def test_the_likeliest_are_those_of_all_candidates(shows: Library, text: str, aligned: int) -> None:
    query = understand(text, shows)
    every = find_candidates(query, shows, EVERYWHERE, Effort(surely=100, aligned=100)).likely
    assert find_candidates(query, shows, EVERYWHERE, Effort(surely=100, aligned=aligned)).likely == every[:aligned]


def test_two_words_far_apart_in_a_long_segment_are_before_either_in_short_ones(make_library: MakeLibrary) -> None:
    filling = "and then we went on to the next field, where the barley stood as high as the fence, and so it went on, "
    long = f"{filling * 3}They keep a pelican, {filling}so there is a marzipan factory now. {filling * 3}"
    files = {
        f"{word}.txt": script(*((f"{at:02}:00", BEN, f"{word} number {at}.", "") for at in range(1, 59)))
        for word in ("Pelican", "Marzipan")
    }
    library = make_library({"long.txt": script(("00:00", ADA, long, "")), **files})
    assert search(library, "pelican marzipan").matches[0].episode == "long"
