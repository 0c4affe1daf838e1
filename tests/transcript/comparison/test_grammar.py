"""Small words may go or come where grammar alone asks for them, and nowhere else."""

from __future__ import annotations

import pytest

from tests.transcript.comparison.comparing import judge


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("I do like the old bridge a lot.", "I like the old bridge a lot."),
        ("And we do sell the goats in the valley.", "And we sell the goats in the valley."),
        ("We go that route for a little while.", "We go that route a little while."),
        ("There was kind of this talk of wolves in the valley.", "There was talk of wolves in the valley."),
        ("You've never used any of the mirrors before.", "You've never used the mirrors before."),
        ("They gave it to the widow.", "They gave the widow it."),
        ("The widow bought the old mill.", "The old mill was bought by the widow."),
        ("They began to sell the old goats.", "They began selling the old goats."),
        ("They opened up the gate of the mill.", "They opened the gate of the mill."),
        ("They turned off the old mill at noon.", "They turned the old mill off at noon."),
        ("They turned the old mill off at noon.", "They turned off the old mill at noon."),
        ("They gave up the mill in the valley.", "They abandoned the mill in the valley."),
        ("They came back from the war in May.", "They returned from the war in May."),
        ("These kinds of goats swim across it.", "These goats swim across it."),
        ("We talked about the price of the mill.", "We discussed the price of the mill."),
        ("That being said, the mill is still in use.", "the mill is still in use."),
        ("You're right that the mill is in use.", "the mill is in use."),
        ('We don\'t want to cross the bridge, or to ask "Where is the river?"', "We don't want to cross the bridge"),
    ],
)
def test_grammar_lets_small_words_go(said: str, claim: str) -> None:
    assert judge(said, claim).wording in ("close", "verbatim")


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("Do you like the old bridge a lot?", "You like the old bridge a lot."),
        ("I don't like the old bridge a lot.", "I like the old bridge a lot."),
        ("They paid for a goat with a bell.", "They paid a goat with a bell."),
        ("They sold it for 5 dollars last year.", "They sold it 5 dollars last year."),
        ("There were these 3 goats in the valley.", "There were goats in the valley."),
        ("You can sell any of the goats today.", "You can sell the goats today."),
        ("They turned the old mill off at noon.", "They turned down the old mill at noon."),
        ("All kinds of goats swim across it.", "All goats swim across it."),
        ("They won again, and left the town.", "They won, and left the town."),
        ("It works, but in a way, it fails them.", "It works, but it fails them."),
        ("They left because today it rained.", "They left today because it rained."),
        ("They gave up the gate of the mill.", "They gave the gate of the mill."),
        ("He said that the mill is still in use.", "the mill is still in use."),
        ("It's being said the mill is still in use.", "the mill is still in use."),
        ("You want to cross the bridge, or to sell the goats?", "You want to cross the bridge"),
    ],
)
def test_what_only_looks_like_it_is_altered(said: str, claim: str) -> None:
    assert judge(said, claim).wording == "altered"


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("They paid for it with stolen money, and left.", "They paid for it, and left."),
        ("He was fired from the choir, and left the town.", "He was fired, and left the town."),
        ("She lied about the goats, and left the town.", "She lied, and left the town."),
        ("I agree with that in part, and left the town.", "I agree with that, and left the town."),
    ],
)
def test_an_end_that_says_more_than_when_and_where_stays(said: str, claim: str) -> None:
    assert judge(said, claim).wording == "altered"


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("It took one in five goats.", "It took 1 in 5 goats."),
        ("It took 1 in 5 goats.", "It took one in five goats."),
        ("It was the first bridge.", "It was the 1st bridge."),
    ],
)
def test_one_is_the_same_in_figures(said: str, claim: str) -> None:
    assert judge(said, claim).wording == "verbatim"


def test_one_is_no_other_figure() -> None:
    assert judge("It took one bridge more.", "It took 1st bridge more.").wording == "altered"
    assert judge("It was the 1st bridge.", "It was the 1 bridge.").wording == "altered"
    assert judge("It took one in five goats.", "It took 2 in 5 goats.").wording == "altered"
