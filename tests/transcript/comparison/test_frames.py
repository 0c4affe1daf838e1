"""What governs a quote and stands outside of it: without that it says something else."""

from __future__ import annotations

import pytest

from tests.transcript.comparison.comparing import judge


@pytest.mark.parametrize(
    ("said", "claim", "kind", "change"),
    [
        ("No one can get a job.", "One can get a job", "negation", "No …"),
        ("I don't think that the bridge will hold.", "the bridge will hold", "negation", "don't think that …"),
        ("None of the goats crossed the bridge.", "the goats crossed the bridge", "negation", "None of …"),
        ("Ada is wrong that the bridge will hold.", "the bridge will hold", "negation", "wrong that …"),
        ("Most of the goats cross the bridge.", "the goats cross the bridge", "quantity", "Most of …"),
        ("Almost nobody crosses the bridge.", "Nobody crosses the bridge", "attempt", "Almost …"),
        ("If they pay, the bridge will hold.", "The bridge will hold", "condition", "If they pay …"),
        ("If they pay the bridge will hold.", "the bridge will hold", "condition", "If they pay …"),
        (
            "Unless goats leave it, the bridge will fall.",
            "The bridge will fall",
            "condition",
            "Unless goats leave it …",
        ),
        ("They will cross the bridge if it holds.", "They will cross the bridge", "condition", "… if"),
        ("Had they paid, the bridge would hold.", "The bridge would hold", "condition", "Had they paid …"),
        ("Suppose the goats cross the bridge.", "the goats cross the bridge", "condition", "Suppose …"),
        ("Imagine the goats cross the bridge.", "the goats cross the bridge", "condition", "Imagine …"),
        ("I wish we had built the bridge.", "We had built the bridge", "wish", "I wish …"),
        ("I hope that the bridge is finished.", "The bridge is finished", "wish", "I hope that …"),
        ("Maybe the bridge will be great.", "The bridge will be great", "guess", "Maybe …"),
        ("In theory, the bridge can hold it.", "The bridge can hold it", "guess", "In theory …"),
        ("You could argue that the bridge was old.", "The bridge was old", "guess", "could argue that …"),
        ("I used to believe the bridge was old.", "The bridge was old", "guess", "used to believe …"),
        ("She might become the bishop of Orval.", "become the bishop of Orval", "guess", "might …"),
        ("People say the bridge was old.", "The bridge was old", "hearsay", "People say …"),
        ("My brother thinks the bridge was old.", "The bridge was old", "hearsay", "thinks …"),
        ("He claimed that the bridge was old.", "The bridge was old", "hearsay", "claimed that …"),
        ("She denied that the bridge was old.", "The bridge was old", "hearsay", "denied that …"),
        ("Is it true that the bridge was old?", "The bridge was old", "question", "Is it true that …"),
        ("They asked whether the bridge was old.", "The bridge was old", "question", "whether …"),
        ("They plan to build a bridge at Orval.", "build a bridge at Orval", "attempt", "plan to …"),
        ("They were about to sell the bridge.", "sell the bridge", "attempt", "about to …"),
        ("They were supposed to sell the bridge.", "sell the bridge", "attempt", "supposed to …"),
        ("They promised to sell the bridge.", "sell the bridge", "attempt", "promised to …"),
        ("没人能过这座桥。", "能过这座桥", "negation", "没人 …"),
        ("几乎没人过这座桥。", "没人过这座桥", "attempt", "几乎 …"),
        ("如果下雨,这座桥会塌。", "这座桥会塌", "condition", "如果下雨 …"),
        ("我希望这座桥已经完工。", "这座桥已经完工", "wish", "希望 …"),
        ("据说这座桥已经完工。", "这座桥已经完工", "hearsay", "据说 …"),
        ("他们打算卖掉这座桥。", "卖掉这座桥", "attempt", "打算 …"),
        ("也许这座桥会塌。", "这座桥会塌", "guess", "也许 …"),
    ],
)
def test_what_a_quote_is_cut_out_of_is_a_change(said: str, claim: str, kind: str, change: str) -> None:
    judgement = judge(said, claim)
    assert (judgement.wording, judgement.changes, judgement.reasons) == ("altered", ((change, ""),), (kind,))
    assert change.strip(" …") in said[slice(*judgement.span)]


@pytest.mark.parametrize(
    ("said", "claim", "change"),
    [
        ("Day to day, I don't.", "Day to day, I do", ("don't", "do")),
        ("Was it really? It wasn't.", "Was it really? It was.", ("wasn't", "was")),
        ("The goats crossed it. They're not tired.", "The goats crossed it. They are", ("They're not", "They are")),
        ("On Sundays I am, you know, not there.", "On Sundays I am", ("am, you know, not", "am")),
        ("这也是他们最早做到的之一。", "这也是他们最早做到的", ("的之一", "的")),
    ],
)
def test_a_negation_behind_a_quote_is_a_change(said: str, claim: str, change: tuple[str, str]) -> None:
    judgement = judge(said, claim)
    assert (judgement.wording, judgement.changes, judgement.reasons) == ("altered", (change,), ("negation",))


def test_one_change_is_told_once() -> None:
    judgement = judge("No one can get a job at the bridge.", "Everyone can get a job at the bridge")
    assert judgement.changes == (("No one", "Everyone"),)


def test_what_denies_a_quote_is_shown_from_its_clause_on() -> None:
    said = "The goats cross it. Now, I don't think that the bridge will hold."
    judgement = judge(said, "The bridge will hold")
    assert said[slice(*judgement.span)] == "I don't think that the bridge will hold"
    assert judgement.diff[0] == ("left out", "I don't think that", "")


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("I don't know, but the bridge will hold.", "the bridge will hold"),
        ("No. The bridge will hold, not the dam.", "The bridge will hold"),
        ("And then you're there.", "And then you're"),
        ("What they like most is the old bridge.", "is the old bridge"),
        ("Even if it is old, the bridge will hold.", "the bridge will hold"),
        ("If it rains, they stay, because the bridge is old.", "the bridge is old"),
        ("If it falls, they leave it, and the bridge is old.", "the bridge is old"),
        ("Maybe it rains, and the bridge is old.", "the bridge is old"),
        ("I think the bridge is old.", "the bridge is old"),
        ("As I said, we say that the bridge is old.", "the bridge is old"),
        ("He says a lot. The bridge is old.", "The bridge is old"),
        ("So the bridge is old, right?", "The bridge is old"),
        ("Is the bridge old, or is it not?", "Is the bridge old"),
        ("我觉得这座桥会塌。", "这座桥会塌"),
        ("The bishop sort of inserted himself in it like, no, we build.", "The bishop sort of inserted himself in it"),
    ],
)
def test_what_governs_no_word_of_a_quote(said: str, claim: str) -> None:
    assert judge(said, claim).wording == "verbatim"


def test_a_question_is_no_statement() -> None:
    judgement = judge("So you say the bridge was never finished?", "the bridge was never finished")
    assert (judgement.changes, judgement.reasons) == ((("… ?", ""),), ("question",))
    assert judge("The bridge was never finished?", "The bridge was never finished?").wording == "verbatim"


def test_no_one_is_nobody() -> None:
    assert judge("No one can get a job.", "Nobody can get a job").wording == "close"
