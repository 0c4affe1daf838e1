"""Who is named as the speaker of a quote is held against who said it."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, BEN, CORA, script
from tests.transcript.verdicts.single import one
from transcript.library import Library


def test_who_is_said_to_have_said_it(library: Library) -> None:
    assert one(library, "they ran out of granite").claimed_speaker is None
    assert one(library, "they ran out of granite", speaker="ada").kind == "verbatim"
    assert one(library, "they ran out of granite", speaker="ben mrash").claimed_speaker == BEN
    assert one(library, "they ran out of granite - Ada", speaker="Ben Marsh").kind == "verbatim"
    assert one(library, "“they ran out of granite” - the bridge podcast").kind == "verbatim"
    assert one(library, "“nobody ever said these purple words” — Cora").claimed_speaker == CORA


def test_words_of_two_are_not_one_speakers(library: Library) -> None:
    claim = "The bridge at Orval was never finished. They ran out of granite. Who paid for it, then?"
    assert (one(library, claim).kind, one(library, claim).voices) == ("close", (ADA, BEN))
    assert one(library, f"“{claim}” — Ada Quill").kind == "misattributed"
    assert one(library, f"“{claim}” — Ben Marsh").kind == "misattributed"
    assert one(library, "Who paid for it, then? A widow who sold pickled herring.").voices == (BEN, ADA)
    other = "Goats do. On Sundays the goats cross it twice, and the bishop counts them."
    assert one(library, f"“{other}” — Ada Quill").voices == (ADA,)


@pytest.mark.parametrize("claim", ["Ada says that goats will cross the bridge tomorrow.", "Ada 说山羊明天要过桥。"])
def test_who_is_said_to_have_said_it_may_be_a_part_of_what_was_said(make_library: MakeLibrary, claim: str) -> None:
    told = ("00:05", BEN, "And Ada says that goats will cross the bridge tomorrow.", "而 Ada 说山羊明天要过桥。")
    own = ("00:09", ADA, "Goats will cross the bridge tomorrow.", "山羊明天要过桥。")
    library = make_library({"goats.txt": script(told)})
    assert (one(library, claim).speaker, one(library, claim).claimed_speaker) == (BEN, None)
    assert one(library, claim).kind == "verbatim"
    assert one(library, f"> {claim}\nBen Marsh").kind == "verbatim"
    assert one(library, f"> {claim}\nCora Finch").kind == "misattributed"
    library = make_library({"goats.txt": script(("00:01", ADA, "We begin.", "我们开始。"), own)})
    assert (one(library, claim).speaker, one(library, claim).claimed_speaker) == (ADA, ADA)
    assert one(library, claim).kind == "verbatim"


def test_who_is_said_to_have_said_it_may_be_the_end_of_what_was_said(make_library: MakeLibrary) -> None:
    told = (
        "00:05",
        BEN,
        "Goats will cross the bridge tomorrow, as Ada says. Or not.",
        "山羊明天要过桥，正如 Ada 所说。",
    )
    library = make_library({"goats.txt": script(("00:01", ADA, "We begin.", "我们开始。"), told)})
    for claim in ("Goats will cross the bridge tomorrow, as Ada says.", "山羊明天要过桥，正如 Ada 所说"):
        assert (one(library, claim).kind, one(library, claim).claimed_speaker) == ("verbatim", None)
        assert one(library, f"> {claim}\nCora Finch").kind == "misattributed"
    assert one(library, "Goats will cross the bridge tomorrow, Ada said.").kind == "misattributed"
    assert one(library, "Goats will cross the bridge tomorrow, said Ben").kind == "verbatim"


def test_what_credits_a_quote_may_have_been_said_in_the_segment_after_it(make_library: MakeLibrary) -> None:
    first = ("00:05", BEN, "Goats will cross the old stone bridge tomorrow morning.", "")
    second = ("00:15", BEN, "They will eat the green grass there, as Ada says.", "")
    library = make_library({"goats.txt": script(("00:01", ADA, "We begin.", ""), first, second)})
    claim = "Goats will cross the old stone bridge tomorrow morning. They will eat the green grass there, as Ada says."
    assert (one(library, claim).kind, one(library, claim).claimed_speaker) == ("verbatim", None)
    other = ("00:15", BEN, "As Ada says, they eat the green grass there.", "")
    library = make_library({"goats.txt": script(("00:01", ADA, "We begin.", ""), first, other)})
    claim = "Goats will cross the old stone bridge tomorrow morning, as Ada says."
    assert (one(library, claim).kind, one(library, claim).claimed_speaker) == ("verbatim", None)


def test_who_is_named_within_another_name_said_nothing(make_library: MakeLibrary) -> None:
    said = ("00:05", BEN, "And Canada says that goats will cross the bridge tomorrow.", "")
    library = make_library({"goats.txt": script(said, ("00:09", ADA, "Goats do.", ""))})
    verdict = one(library, "Ada says that goats will cross the bridge tomorrow.")
    assert (verdict.kind, verdict.reasons, verdict.claimed_speaker) == ("altered", ("hearsay",), ADA)
