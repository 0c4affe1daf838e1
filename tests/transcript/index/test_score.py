"""Scores of passages by how quotable they are, and their strong language."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import MakeLibrary
from transcript.index.quotable import quotability
from transcript.index.quotable.score import HIGHEST
from transcript.language.profanity import is_explicit
from transcript.library import pick, quotes
from transcript.models import Language


@pytest.mark.parametrize(
    ("language", "better", "worse"),
    [
        (
            "en",
            "Nobody should ever trust a machine more than the people who built it.",
            "The chip has four layers of solder balls, a PCB, and a type of connector called FPC.",
        ),
        (
            "en",
            "The moment they are ahead, they will stop giving everything away for free.",
            "In 2022, we released a version of the implementation for the process.",
        ),
        (
            "en",
            "I never wanted to be rich; I only wanted to be left alone with my work.",
            "Tell me about the episode that you recorded for this show last time, and thanks.",
        ),
        (
            "zh",
            "他们开源只是因为落后; 一旦领先, 就永远不会再开源。",
            "这篇论文的版本叫做链式模型, 例如某种通常的流程。",
        ),
    ],
)
def test_what_people_repeat_scores_higher_than_what_explains(language: Language, better: str, worse: str) -> None:
    assert quotability(better, language) > quotability(worse, language) + 15


@given(st.text(), st.sampled_from(["en", "zh", "de", "ja"]))
def test_any_text_has_a_score(text: str, language: Language) -> None:
    assert 0 <= quotability(text, language) <= HIGHEST


@pytest.mark.parametrize("text", ["That's bullshit.", "sue the SHIT out of them", "f***ing great", "真他妈的快"])
def test_strong_language_is_known(text: str) -> None:
    assert is_explicit(text)


@pytest.mark.parametrize(
    "text", ["The class passed the assembly.", "Cocktails in Scunthorpe", "操作系统在逼近极限", "5*3*2"]
)
def test_words_that_only_contain_it_are_none(text: str) -> None:
    assert not is_explicit(text)


CLEAN = "Nobody should ever trust a machine more than the people who built the bridge."


def test_a_passage_next_to_strong_language_is_explicit_too_and_comes_only_where_there_is_no_other(
    make_library: MakeLibrary,
) -> None:
    said = "Every lighthouse on the northern coast was built by people who had never seen a ship."
    library = make_library(
        {
            "one.txt": f"(00:00:05) Ann Li:\nThis is bullshit, all of it.\n(00:00:15) Ann Li:\n{CLEAN}\n"
            f"(00:00:25) Bo Ek:\nThere was a long silence in the room.\n(00:00:35) Ann Li:\n{said}\n"
        }
    )
    found = {one.is_explicit: one.speaker for one in quotes(library, "one", "en")}
    assert found == {True: "Ann Li", False: "Ann Li"}
    assert len(quotes(library, "one", "en", explicit=False)) == 1
    picked = {pick(library, library.episodes, None, "en", Random(seed)) for seed in range(20)}
    assert [one.is_explicit for one in picked if one] == [False]
