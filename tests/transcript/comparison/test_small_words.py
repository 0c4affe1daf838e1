"""Small words that change what a sentence says, such as who, when, whether and how sure, are alterations."""

from __future__ import annotations

import pytest

from tests.transcript.comparison.comparing import judge


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("Goats cross the bridge because they are hungry.", "Goats cross the bridge although they are hungry"),
        ("The bridge will fall unless Orval pays the masons.", "The bridge will fall if Orval pays the masons"),
        (
            "The granite ran out, so they bought marble from Lund.",
            "The granite ran out, but they bought marble from Lund",
        ),
        ("They told me why the old bridge fell in May.", "They told me how the old bridge fell in May"),
        ("Zuck tried to buy the old bridge at Orval.", "I tried to buy the old bridge at Orval"),
        ("They hate the old bridge at Orval.", "We hate the old bridge at Orval"),
        ("You could buy the old bridge at Orval.", "You should buy the old bridge at Orval"),
        ("The bridge will fall into the river in May.", "The bridge might fall into the river in May"),
        ("The bridge will be the pride of the harbour at Lund.", "The bridge was the pride of the harbour at Lund"),
        ("I think the bishop counts the goats on Sundays.", "I know the bishop counts the goats on Sundays"),
        ("Orval allegedly sold the bridge to a widow.", "Orval sold the bridge to a widow"),
        ("The bishop sometimes counts the goats on the bridge.", "The bishop counts the goats on the bridge"),
        ("It is one of the most beautiful bridges in Orval.", "It is the most beautiful bridge in Orval"),
        ("They sold billions of dollars of granite in May.", "They sold billions of granite in May"),
        ("They have 200,000 goats already up on the bridge.", "They have over 200,000 goats already up on the bridge"),
        ("Their bridge is much longer than Orval's bridge.", "Orval's bridge is much longer than their bridge"),
        ("Goats like the bridge. The bishop is going to cross.", "Goats like the bridge is going to cross"),
        ("Goats will win", "Marble will win"),
        ("Goats on the bridge need hay in winter.", "Goats on the bridge want hay in winter"),
        ("The bridge fell when the goats were on it.", "The bridge fell before the goats were on it"),
        ("All of it, all these goats and hats and bridges.", "All of it, some these goats and hats and bridges"),
        ("Goats will cross it.", "We will cross it"),
        ("I want to talk about goats.", "I like goats"),
        ("重要的不是钱,而是权力。", "重要的不是权力,而是钱"),
        ("这座桥很旧,但山羊喜欢它。", "这座桥很旧,所以山羊喜欢它"),
        ("这座桥会倒进河里。", "这座桥可能倒进河里"),
        ("一些山羊喜欢这座旧桥。", "所有山羊喜欢这座旧桥"),
        ("山羊需要一座新桥过河。", "山羊想要一座新桥过河"),
        ("山羊喜欢桥,因为桥很旧。", "山羊喜欢桥,虽然桥很旧"),
        ("Jensin paid for the granite.", "Jensen paid for the granite"),
        ("They had a bug that was a tiny bug on the bridge.", "They had a tiny bug that was on the bridge"),
    ],
)
def test_small_words_that_turn_a_sentence(said: str, claim: str) -> None:
    assert judge(said, claim).wording == "altered"


def test_a_word_that_tells_little_is_not_put_for_one_that_tells_much() -> None:
    assert (
        judge("They trained it in secret at a school.", "They trained it in honestly at a school").wording == "altered"
    )


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("They tried to buy the bridge last year.", "They bought the bridge last year"),
        ("The bishop wanted to be a goatherd in Orval.", "The bishop was a goatherd in Orval"),
        ("She wanted compensation from the bishop.", "She got compensation from the bishop"),
        ("I want to build the best bridges in Orval.", "I built the best bridges in Orval"),
        ("他们试图买下奥瓦尔的这座桥。", "他们买下奥瓦尔的这座桥"),
        ("他们想买下奥瓦尔的这座桥。", "他们买下奥瓦尔的这座桥"),
        ("Ada and Ben Marsh crossed the open bridge.", "Ada crossed the open bridge"),
        ("She needs to convince the bishop and the goats.", "She convinced the bishop and the goats"),
        ("奥瓦尔的桥会倒,山羊知道。", "奥瓦尔的桥可能会倒,山羊知道"),
        ("奥瓦尔的桥完全合法,山羊知道。", "奥瓦尔的桥应该合法,山羊知道"),
        ("The moment they're ahead, they stop building bridges.", "Until they're ahead, they stop building bridges"),
        ("A lot of goats just cross the open bridge.", "Some goats just cross the open bridge"),
    ],
)
def test_what_was_tried_or_sure_or_many_is_not_done_or_hedged_or_some(said: str, claim: str) -> None:
    assert judge(said, claim).wording == "altered"
