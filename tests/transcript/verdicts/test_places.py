"""Of several places where the same words were said, the verdict is on the one that the claim means."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, BEN, script
from tests.transcript.verdicts.single import one


def test_who_says_all_of_it_comes_before_two_who_say_it_together(make_library: MakeLibrary) -> None:
    turns = [("00:01", ADA, "So you do or you do not? No, I do not. It is odd.", "")]
    turns += [(f"{at:02}:09", BEN, f"Number {at} was a goat.", "") for at in range(2, 18)]
    library = make_library(
        {
            "goats.txt": script(
                *turns, ("20:00", ADA, "So you do or you do not?", ""), ("20:05", BEN, "No, I do not.", "")
            )
        }
    )
    verdict = one(library, "So you do or you do not? No, I do not. — Ada")
    assert (verdict.kind, verdict.segment) == ("verbatim", 0)


@pytest.mark.parametrize("first", [ADA, BEN])
def test_who_is_named_may_repeat_what_another_just_said(make_library: MakeLibrary, first: str) -> None:
    second = BEN if first == ADA else ADA
    library = make_library(
        {
            "goats.txt": script(
                ("05:00", first, "Oh, the stone alone, not the whole bridge with its goats.", ""),
                ("05:05", second, "The stone alone.", ""),
                ("05:09", first, "It was a heavy one.", ""),
            )
        }
    )
    for name, at in ((first, 0), (second, 1)):
        verdict = one(library, f"“The stone alone.” — {name}")
        assert (verdict.kind, verdict.speaker, verdict.segment) == ("verbatim", name, at)
    assert one(library, "“The stone alone.” — Cora Finch").kind == "misattributed"


@pytest.mark.parametrize("long", [30, 54, 78])
@pytest.mark.parametrize("apart", [1, 2, 3])
def test_of_those_who_say_the_same_the_one_that_is_named(make_library: MakeLibrary, long: int, apart: int) -> None:
    words = [f"{first}{second}{third}" for first in "bdfk" for second in "aeiou" for third in ("lo", "mi", "nu", "ra")]
    passage = " ".join(words[:long])
    between = [("00:09", ADA if at % 2 else BEN, f"Number {at} was a goat.", "") for at in range(apart)]
    before = [("00:01", BEN, f"We begin with bridge {at}.", "") for at in range(5)]
    turns = [*before, ("00:05", ADA, passage, ""), *between, ("00:20", BEN, passage, "")]
    library = make_library({"goats.txt": script(*turns)})
    for name in (ADA, BEN):
        verdict = one(library, f"“{passage}” — {name}")
        assert (verdict.kind, verdict.speaker) == ("verbatim", name)


def test_the_passage_before_its_teaser_and_the_right_speaker_before_another(make_library: MakeLibrary) -> None:
    said = "The emperor keeps eleven penguins in the cellar."
    other = " ".join(f"Number {number} went to the harbour." for number in range(30))
    library = make_library(
        {
            "penguins.txt": script(
                ("00:00", BEN, said, ""),
                ("00:10", BEN, other, ""),
                ("10:00", ADA, said, ""),
                ("10:10", ADA, other, ""),
                ("20:00", BEN, said, ""),
            )
        }
    )
    assert one(library, said).start == 600.0
    assert one(library, f"{said} - Ben").start == 1200.0
    assert one(library, f"{said} - Ada").kind == "verbatim"


def test_who_says_it_only_at_the_beginning_said_it_there(make_library: MakeLibrary) -> None:
    said = "The emperor keeps eleven penguins in the cellar."
    other = " ".join(f"Number {number} went to the harbour." for number in range(30))
    turns = (("00:00", BEN, said, ""), ("00:10", ADA, other, ""), ("10:00", ADA, said, ""))
    library = make_library({"penguins.txt": script(*turns)})
    assert (one(library, f"{said} - Ben").kind, one(library, f"{said} - Ben").start) == ("verbatim", 0.0)


def test_a_condition_is_seen_where_the_words_are_said_again_right_after(make_library: MakeLibrary) -> None:
    words = (
        "I think that you are right, there are a lot more kinds of bridges than there were. And if you think about "
        "trying to walk over the wooden bridge or its granite one with your eyes closed, you're not going to get that "
        "far. And if you're blind, you're definitely not going to get that far."
    )
    library = make_library({"bridges.txt": f"(00:05) Ada Quill:\n{words}\n"})
    verdict = one(library, "“You're not going to get that far”")
    assert (verdict.kind, verdict.reasons) == ("altered", ("condition",))
