"""Fragments of a claim, with marks of elision between them or put together from afar, are found and told as such."""

from __future__ import annotations

from tests.conftest import MakeLibrary
from tests.transcript.scripts import ADA, BEN, script
from tests.transcript.verdicts.single import one
from transcript.library import Library


def test_a_claim_that_ends_in_a_mark_of_elision_is_one(make_library: MakeLibrary) -> None:
    library = make_library({"goats.txt": script(("00:05", BEN, "Goats will cross the bridge tomorrow. Or not.", ""))})
    assert one(library, "Goats will cross the bridge …").kind == "verbatim"


def test_what_lies_between_two_fragments_from_elsewhere_is_found(shipped: Library) -> None:
    head = shipped.episodes[0]
    words = [one.text["en"].split() for one in shipped.segments(head.slug, 0, head.segments - 1)]
    claim = " … ".join(
        (" ".join(words[9][:6]), " ".join([*words[51][:30], "purple", *words[51][31:90]]), " ".join(words[150][:6]))
    )
    assert (one(shipped, claim).kind, one(shipped, claim).segment) == ("altered", 51)


def test_a_word_replaced_in_a_long_fragment_is_told_with_what_is_elided(shipped: Library) -> None:
    head = shipped.episodes[0]
    words = shipped.segments(head.slug, 51, 51)[0].text["en"].split()
    claim = " ".join([*words[:10], "…", *words[16:40], "purple", *words[41:90]])
    verdict = one(shipped, claim)
    assert (verdict.kind, verdict.segment, verdict.stitched) == ("altered", 51, ())
    assert [claimed for _, claimed in verdict.changes] == ["purple"]
    assert len(verdict.left_out) == 1


def test_an_elision(library: Library) -> None:
    verdict = one(library, "Every lamp in the harbour … smells of thunder")
    assert (verdict.kind, verdict.left_out) == ("close", ("burns whale oil, which",))


def test_fragments_from_afar_are_told_as_stitched(library: Library) -> None:
    verdict = one(library, "“The bridge at Orval was never finished … a widow who sold pickled herring” — Ada")
    assert verdict.kind == "close"
    verdict = one(library, "Every lamp in the harbour burns whale oil. The goats cross it twice.")
    assert verdict.stitched == ()


def test_stitched_over_an_episode(make_library: MakeLibrary) -> None:
    between = [(f"{minute:02}:30", BEN, f"And what of the {minute} boats, then?", "") for minute in range(1, 30)]
    library = make_library(
        {
            "lund.txt": script(
                ("00:00", ADA, "The harbour at Lund freezes over every January.", ""),
                *between,
                ("40:00", ADA, "Nobody has seen the emperor's penguins since.", ""),
            )
        }
    )
    claim = "The harbour at Lund freezes over every January. Nobody has seen the emperor's penguins since."
    verdict = one(library, claim)
    assert (verdict.kind, verdict.stitched) == ("close", ((0, 0.0), (30, 2400.0)))
    assert one(library, f"“{claim}” — Ben Marsh").kind == "misattributed"


def test_sentences_in_another_order_are_told_as_stitched(library: Library) -> None:
    verdict = one(library, "A widow who sold pickled herring. The bridge at Orval was never finished.")
    assert (verdict.kind, verdict.stitched) == ("close", ((2, 15.0), (0, 0.0)))
