"""A passage is an answer if it says what the query says, not if it turns who did it."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, BEN, script
from transcript.library import Library
from transcript.search import search


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    return make_library(
        {
            "a.txt": script(
                (
                    "00:00",
                    BEN,
                    "They recruited Nintendo's head of cartridge design for the Walrus, to make a console.",
                    "",
                ),
                (
                    "01:00",
                    ADA,
                    "Soon after the flood there were bakeries popping up all over the place.",
                    "",
                ),
                ("02:00", BEN, "The ferry to the islands carries thirty cows and a postman, twice a week.", ""),
            )
        }
    )


def test_who_did_it_is_not_whom_it_was_done_to(library: Library) -> None:
    assert not search(library, "Nintendo recruited a head of cartridge zeppelins for the Walrus").confident
    assert search(library, "they recruited Nintendo's head of cartridge design for the Walrus").confident
