"""The name in a claim credits the speaker whom it stands for, and one of nobody known credits nobody."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from tests.conftest import MakeLibrary
from tests.transcript.verdicts.single import one
from transcript.cli.verify import report_verdicts
from transcript.library import Library
from transcript.verdicts import Verdict

TEXT = """\
(00:05) Jerod Santo:
The bridge at Orval was never finished because granite ran out.

(00:43) María Núñez:
Goats do cross the old bridge twice a day in winter.

(01:10) Adam Stacoviak:
We shipped the whole thing with a single pull request.
"""


JEROD, MARIA, ADAM = "Jerod Santo", "María Núñez", "Adam Stacoviak"


SAID = {
    JEROD: "The bridge at Orval was never finished because granite ran out",
    MARIA: "Goats do cross the old bridge twice a day in winter",
    ADAM: "We shipped the whole thing with a single pull request",
}


FORMS = (
    "{name}: {quote}",
    "[00:43] {name}: {quote}",
    "“{quote}” — {name}",
    "> {quote}\n— {name}",
    "“{quote}” ({name})",
)


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    return make_library({"show.txt": TEXT, "show.toml": '[speakers]\n"Adam Stacoviak" = ["adamstac", "Stac"]\n'})


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("Jerod", JEROD),
        ("jerod", JEROD),
        ("Santo", JEROD),
        ("Mr. Santo", JEROD),
        ("J. Santo", JEROD),
        ("Jerod S.", JEROD),
        ("JS", JEROD),
        ("J.S.", JEROD),
        ("@jerodsanto", JEROD),
        ("@jsanto", JEROD),
        ("jerod_santo", JEROD),
        ("Maria Nunez", MARIA),
        ("Nunez", MARIA),
        ("M. Núñez", MARIA),
        ("maria", MARIA),
        ("adamstac", ADAM),
        ("@adamstac", ADAM),
        ("Stac", ADAM),
    ],
)
def test_however_a_speaker_is_named_they_are_credited(library: Library, form: str, name: str, speaker: str) -> None:
    verdict = one(library, form.format(name=name, quote=SAID[speaker]))
    assert (verdict.kind, verdict.claimed_speaker, verdict.unknown_speaker) == ("verbatim", speaker, None)
    assert verdict.claim == SAID[speaker]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["Maria", "MN", "M. Nunez", "@marianunez"])
def test_a_name_of_another_speaker_misattributes(library: Library, form: str, name: str) -> None:
    verdict = one(library, form.format(name=name, quote=SAID[JEROD]))
    assert (verdict.kind, verdict.claimed_speaker, verdict.speaker) == ("misattributed", MARIA, JEROD)


def test_an_initial_must_be_right(library: Library) -> None:
    verdict = one(library, f"“{SAID[JEROD]}” — K. Santo")
    assert (verdict.kind, verdict.claimed_speaker, verdict.unknown_speaker) == ("verbatim", None, "K. Santo")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["Zaphod", "ZB", "Sarah", "Churchill"])
def test_a_name_of_nobody_known_credits_nobody_and_is_said(library: Library, form: str, name: str) -> None:
    verdict = one(library, form.format(name=name, quote=SAID[JEROD]))
    assert (verdict.kind, verdict.claimed_speaker, verdict.unknown_speaker) == ("verbatim", None, name)
    assert f"{name}: nobody of that name speaks in what was searched" in printed(library, verdict)


def test_another_name_in_general_use_is_no_slip(make_library: MakeLibrary) -> None:
    library = make_library({"show.txt": TEXT.replace("Adam Stacoviak", "Oscar de la Mora").replace("María", "Sara")})
    verdict = one(library, f"“{SAID[JEROD]}” — Maria")
    assert (verdict.kind, verdict.claimed_speaker, verdict.unknown_speaker) == ("verbatim", None, "Maria")
    assert one(library, f"“{SAID[JEROD]}” — Sarah").claimed_speaker == "Sara Núñez"


def test_a_person_who_does_not_speak_is_credited_and_it_is_said(library: Library) -> None:
    verdict = one(library, f"“{SAID[JEROD]}” — Elon Musk")
    assert (verdict.kind, verdict.claimed_speaker, verdict.unknown_speaker) == (
        "misattributed",
        "Elon Musk",
        "Elon Musk",
    )


def test_a_name_of_nobody_known_is_said_of_what_is_not_found_too(library: Library) -> None:
    verdict = one(library, "“nobody ever said these purple words to anyone” — Zaphod")
    assert (verdict.kind, verdict.claimed_speaker, verdict.unknown_speaker) == ("not_found", None, "Zaphod")
    assert "Zaphod: nobody of that name" in printed(library, verdict)


def test_a_word_and_a_colon_that_were_said_are_no_name(make_library: MakeLibrary) -> None:
    said = "Well, Kubernetes: it is a bridge of granite over a river of goats"
    library = make_library({"show.txt": f"2024-01-01 Ann Li.Rivers\n\nTranscript\n\n(00:05) Ann Li:\n{said}.\n"})
    verdict = one(library, said.removeprefix("Well, "))
    assert (verdict.kind, verdict.unknown_speaker) == ("verbatim", None)
    assert verdict.claim.startswith("Kubernetes")


def printed(library: Library, verdict: Verdict) -> str:
    console = Console(file=io.StringIO(), width=200)
    report_verdicts(library, [verdict], console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()
