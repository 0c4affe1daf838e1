"""A claim in a language whose light rewordings are not known: said so, or altered, with each word that differs."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import BEN, script
from transcript.comparison import Judgement, judged
from transcript.verdicts import verify

SAID = "Die Brücke wurde nie fertig gebaut, und dann ging der Granit im Winter aus."


def judge(claim: str, *breaks: int) -> Judgement:
    judgement = judged(SAID, claim, breaks, language="de")
    assert judgement is not None
    return judgement


@pytest.mark.parametrize(
    "claim",
    [SAID, "DIE BRUECKE WURDE".replace("UE", "Ü") + " nie fertig gebaut", "und dann ging der Granit im winter aus"],
)
def test_what_was_said_is_verbatim(claim: str) -> None:
    assert judge(claim).wording == "verbatim"


@pytest.mark.parametrize(
    ("claim", "changes"),
    [
        ("Die Brücke wurde nie gebaut, und dann ging der Granit im Winter aus", (("fertig", ""),)),
        ("Brücke wurde nie fertig gebaut und dann ging der Granit in dem Winter aus", (("im", "in dem"),)),
        ("Die Brücke wurde nie fertig gebaut und ging der Granit im Winter aus", (("dann", ""),)),
        ("Die Brücke wurde nie fertig gebaut, und dann ging der Marmor im Winter aus", (("Granit", "Marmor"),)),
    ],
)
def test_each_word_that_differs_is_a_change(claim: str, changes: tuple[tuple[str, str], ...]) -> None:
    judgement = judge(claim)
    assert (judgement.wording, judgement.changes) == ("altered", changes)


def test_what_is_elided_is_a_change() -> None:
    assert judge("Die Brücke wurde nie fertig … ging der Granit im Winter aus", 5).wording == "altered"


def test_fragments_from_afar_are_not_close(make_library: MakeLibrary) -> None:
    turns = [
        (f"{at:02}:00", BEN, said, "")
        for at, said in enumerate(
            ["Die Brücke am Hafen wurde nie fertig gebaut.", *["Wir haben dort viele alte Ziegen gesehen."] * 8,
             "Dann ging im langen Winter der Granit aus."]
        )
    ]  # fmt: skip
    library = make_library({"bruecke.txt": script(*turns)})
    claim = "“Die Brücke am Hafen wurde nie fertig gebaut … Dann ging im langen Winter der Granit aus”"
    assert verify(library, claim)[0].kind in ("altered", "not_found")
