"""Each cue finds the name in its own example, and the patterns read Chinese in both scripts."""

from __future__ import annotations

import pytest

from transcript.claims.cues import AFTER, ATTRIBUTED, BEFORE, CORRECTING, Cue
from transcript.claims.cues_unmarked import COLON, ENDING, LEADING, TELLING, TRAILING
from transcript.claims.names import clean_name
from transcript.claims.patterns import any_of, compiled, in_both_scripts

QUOTE = "…"


@pytest.mark.parametrize("cue", BEFORE, ids=lambda cue: cue.name)
def test_a_cue_before_a_quote_matches_its_example(cue: Cue) -> None:
    match = cue.pattern.search(cue.example.partition(QUOTE)[0])
    assert match is not None
    assert clean_name(match["name"]).split()[0] in ("Ada", "艾达")


@pytest.mark.parametrize("cue", [*AFTER, *CORRECTING, ATTRIBUTED], ids=lambda cue: cue.name)
def test_a_cue_after_a_quote_matches_its_example(cue: Cue) -> None:
    match = cue.pattern.match(cue.example.partition(QUOTE)[2])
    assert match is not None
    assert clean_name(match["name"]).split()[0] in ("Ada", "艾达")


@pytest.mark.parametrize("cue", [COLON, *TELLING, *LEADING], ids=lambda cue: cue.name)
def test_a_cue_before_words_without_marks_matches_its_example(cue: Cue) -> None:
    match = cue.pattern.match(cue.example.replace(QUOTE, "goats cross it"))
    assert match is not None
    assert clean_name(match["name"]).split()[0] in ("Ada", "艾达")
    assert cue.example.replace(QUOTE, "goats cross it")[match.end() :] == "goats cross it"


@pytest.mark.parametrize("cue", [*TRAILING, *ENDING], ids=lambda cue: cue.name)
def test_a_cue_after_words_without_marks_matches_its_example(cue: Cue) -> None:
    text = cue.example.replace(QUOTE, "goats cross it")
    match = cue.pattern.search(text)
    assert match is not None
    assert clean_name(match["name"]).split()[0] in ("Ada", "艾达")
    assert text[: match.start()] == "goats cross it"


def test_no_two_cues_of_a_place_have_one_name() -> None:
    for cues in (BEFORE, AFTER, CORRECTING, TELLING, LEADING, TRAILING, ENDING):
        assert len({cue.name for cue in cues}) == len(cues)


def test_a_simplified_pattern_matches_traditional_characters() -> None:
    assert compiled("说过?的话").fullmatch("說過的話")
    assert compiled("[^说]").fullmatch("說") is None
    assert compiled(r"[\[说]").fullmatch("說")
    assert in_both_scripts("a[b-d]") == "a[b-d]"


def test_words_of_a_list_are_tried_longest_first() -> None:
    words = any_of("reporting_verbs.zh").split("|")
    assert words.index("说过") < words.index("说")
    assert r"shot\s+back" in any_of("reacting_verbs.en")
