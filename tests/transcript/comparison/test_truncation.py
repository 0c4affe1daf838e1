"""What governs a quote and stands right outside of it: without that it says something else."""

from __future__ import annotations

import pytest

from tests.transcript.comparison.comparing import judge


@pytest.mark.parametrize(
    ("said", "claim", "changes"),
    [
        ("Day to day, I don't.", "Day to day, I do", [("don't", "do")]),
        ("Was it really? It wasn't.", "Was it really? It was.", [("wasn't", "was")]),
        ("The goats crossed it. They're not tired.", "The goats crossed it. They are", [("They're not", "They are")]),
        ("On Sundays I am, you know, not there.", "On Sundays I am", [("am, you know, not", "am")]),
        ("No one can get a job.", "One can get a job", [("No one", "One")]),
        ("I don't think that the bridge will hold.", "the bridge will hold", [("don't think that the", "the")]),
        ("None of the goats crossed the bridge.", "the goats crossed the bridge", [("None of the", "the")]),
        ("没人能过这座桥。", "能过这座桥", [("没人能", "能")]),
        ("我也不同意。", "同意", [("不同意", "同意")]),
        ("Most of the goats cross the bridge.", "the goats cross the bridge", [("Most of the", "the")]),
        ("Almost nobody crosses the bridge.", "Nobody crosses the bridge", [("Almost nobody", "Nobody")]),
        ("Ada is wrong that the bridge will hold.", "the bridge will hold", [("wrong that the", "the")]),
        ("几乎没人过这座桥。", "没人过这座桥", [("几乎没", "没")]),
        ("这也是他们最早做到的之一。", "这也是他们最早做到的", [("的之一", "的")]),
        ("The goats don't just cross.", "The goats don't not just cross", [("just cross", "not just cross")]),
    ],
)
def test_a_negation_may_not_be_cut_off(said: str, claim: str, changes: list[tuple[str, str]]) -> None:
    judgement = judge(said, claim)
    assert (judgement.wording, list(judgement.changes)) == ("altered", changes)
    shown = said[slice(*judgement.span)]
    assert changes[0][0] in shown
    assert _letters(shown) in _letters("".join(words for _, words, _ in judgement.diff))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def test_what_denies_a_quote_is_shown_from_its_clause_on() -> None:
    said = "The goats cross it. Now, I don't think that the bridge will hold."
    judgement = judge(said, "The bridge will hold")
    assert said[slice(*judgement.span)] == "I don't think that the bridge will hold"
    assert judgement.diff[0] == ("left out", "I don't think that", "")


def test_a_hedge_cut_off_is_told() -> None:
    assert judge("Maybe it'll be great.", "It'll be great").wording == "close"
    assert judge("也许这座桥会塌。", "这座桥会塌").wording == "close"


def test_a_quote_may_begin_and_end_where_no_negation_governs_it() -> None:
    assert judge("I don't know, but the bridge will hold.", "the bridge will hold").wording == "verbatim"
    assert judge("No. The bridge will hold, not the dam.", "The bridge will hold").wording == "verbatim"
    assert judge("And then you're there.", "And then you're").wording == "verbatim"
    assert judge("What they like most is the old bridge.", "is the old bridge").wording == "verbatim"
    assert judge("No one can get a job.", "Nobody can get a job").wording != "altered"


def test_an_answer_after_the_quote_denies_nothing_of_it() -> None:
    said = "The bishop sort of inserted himself in the relationship like, no, we are building a bridge."
    assert judge(said, "The bishop sort of inserted himself in the relationship").wording == "verbatim"
