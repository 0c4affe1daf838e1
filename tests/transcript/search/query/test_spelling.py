"""Words that are written apart or together, and slips of those who type and of transcripts."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import BEN, CORA, script
from tests.transcript.search.found import first
from transcript.search import search
from transcript.search.confidence import is_sure
from transcript.search.query import slips
from transcript.search.query.expansion import understand
from transcript.search.ranking import places


def test_a_word_that_is_written_apart_is_that_word(make_library: MakeLibrary) -> None:
    library = make_library(
        {
            "a.txt": script(
                ("00:00", BEN, "At the core, even Oracle has a tale of its own.", ""),
                ("01:00", CORA, "They rent it all from CoreWeave in the end.", ""),
            )
        }
    )
    assert first(library, "core weave").segment == 1


@pytest.mark.parametrize("text", ["core weave", "googlemaps"])
def test_a_word_is_sure_written_apart_or_together_however_large_the_library(
    make_library: MakeLibrary, text: str
) -> None:
    library = make_library({"a.txt": script(("00:00", BEN, "We rent it from CoreWeave, as Google Maps does.", ""))})
    query = understand(text, library)
    (place,) = places(query, library)
    assert is_sure(query, place, lead=0.0, segments=300_000)


def test_several_joins_in_one_query(make_library: MakeLibrary) -> None:
    said = "When you go into Google Maps now, everything always runs butter-smooth."
    library = make_library(
        {"a.txt": script(("00:00", BEN, "It runs on google and a map.", ""), ("01:00", CORA, said, ""))}
    )
    answer = search(library, "googlemaps always runs buttersmooth if ur")
    assert answer.confident
    assert answer.matches[0].segment == 1


def test_a_slip_that_a_transcript_has_too_is_still_one(
    make_library: MakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slips, "MISSPELT", 1)
    library = make_library(
        {
            "a.txt": script(("00:00", BEN, "Nobody wrote of siicon before.", "")),
            "b.txt": script(("00:00", CORA, "Well, if you are in Silicon Valley I will make sure to ping you.", "")),
        }
    )
    answer = search(library, "if you are in siicon valley i will make sure")
    assert answer.confident
    assert answer.matches[0].episode == "b"


def test_a_word_that_the_library_writes_both_ways_is_found_in_either(make_library: MakeLibrary) -> None:
    apart = script(("00:00", BEN, "This is a knock-off Toucan.", ""))
    library = make_library({"a.txt": apart, "b.txt": script(("01:00", CORA, "My knockoff lute.", ""))})
    assert first(library, "knockoff toucan").spans == ((10, 26),)
