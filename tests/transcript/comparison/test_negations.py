"""A negation that a claim puts in, leaves out or takes from elsewhere alters it, and is shown with what it denies."""

from __future__ import annotations

import pytest

from tests.transcript.comparison.comparing import judge


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("Apple is not going to offer that money.", "Apple is going to offer that money"),
        ("They don't know why the bridge fell.", "They know why the bridge fell"),
        ("They didn't finish the bridge.", "They did finish the bridge"),
        ("They can't cross the bridge.", "They can cross the bridge"),
        ("They never crossed the bridge.", "They crossed the bridge"),
        ("There is no bridge at Orval.", "There is a bridge at Orval"),
        ("They crossed it without goats.", "They crossed it with goats"),
        ("They stopped building bridges.", "They didn't stop building bridges"),
        ("这座桥不会完工。", "这座桥会完工"),
        ("他们没有花岗岩了。", "他们有花岗岩了"),
        ("这座桥从未完工。", "这座桥早已完工"),
        ("Was it heavy? No, it was granite.", "Was it heavy? It was granite."),
        ("他们是不是在建桥?", "他们是是在建桥?"),
    ],
)
def test_a_negation_is_an_alteration_both_ways(said: str, claim: str) -> None:
    assert judge(said, claim).wording == "altered"
    assert judge(claim, said).wording == "altered"


def test_a_negation_is_shown_with_its_verb() -> None:
    assert judge("Apple, one, is not going to offer that money.", "Apple is going to offer that money").changes == (
        ("one, is not going to offer", "is going to offer"),
    )
    assert judge("The goats are sure.", "The goats are not sure").changes == (("are sure", "are not sure"),)
    assert judge("他是非常理性的人。", "他是非常不理性的人").changes == (("理性", "不理性"),)


def test_words_that_only_look_like_negations() -> None:
    assert judge("这座桥非常重,不过山羊不少。", "这座桥很重,但山羊不少").wording == "close"
    assert judge("你是不是过桥了?", "你是否过桥了?").wording != "verbatim"


def test_a_negation_stays_with_what_it_denies() -> None:
    said = "It was not the best of them, but it was comparable to the bridge at Lund."
    assert judge(said, "It was not comparable to the bridge at Lund").wording == "altered"
    assert judge(said, "It was not … comparable to the bridge at Lund", 3).wording == "altered"
    assert judge("The goats are not, I imagine they are tired.", "The goats are not tired").wording == "altered"
    assert judge("Now I did not know then, the bridge makes sense.", "That would not make sense").wording == "altered"


def test_a_negation_is_not_taken_from_the_next_sentence() -> None:
    said = (
        "They bought the small quarry early, maybe a failing one, whatever it is. They buy bridges that haven't lasted."
    )
    claim = "They bought the small quarry early, maybe a failing one, whatever it is not."
    assert judge(said, claim).wording == "altered"
