"""Words that a claim leaves out, with a mark of elision or without, are told, and may not turn what is kept."""

from __future__ import annotations

from tests.transcript.comparison.comparing import judge


def test_a_close_quote_tells_each_word_that_it_leaves_out() -> None:
    judgement = judge("I read the tiny book on the bridge.", "I read the book on the bridge")
    assert (judgement.wording, judgement.reasons, judgement.left_out) == ("close", ("words left out",), ("tiny",))
    altered = judge("I read the tiny book on 5 bridges.", "I read the book on 6 bridges")
    assert (altered.wording, altered.left_out) == ("altered", ())


def test_an_elision_shows_what_it_leaves_out() -> None:
    said = "The bridge fell, and the goats, who were many, crossed the river by boat."
    judgement = judge(said, "The bridge fell … crossed the river by boat", 3)
    assert (judgement.wording, judgement.left_out) == ("close", ("and the goats, who were many",))


def test_an_elision_cannot_take_a_negation_out_of_what_is_kept() -> None:
    assert judge("The goats did not, as a rule, cross.", "The goats did … cross", 3).wording == "altered"
    said = "The bridge fell. I do not know why. The goats crossed by boat."
    assert judge(said, "The bridge fell. The goats crossed by boat.").wording == "close"


def test_an_elision_joins_no_crumbs_of_two_sentences() -> None:
    said = "The bridge is old only because the goats are behind. The moment they are ahead, it will fall."
    assert judge(said, "The bridge is … ahead", 3).wording == "altered"
    assert judge(said, "The bridge … will fall", 2).wording == "altered"


def test_whole_sentences_may_be_left_out_where_that_is_marked() -> None:
    said = "The bridge got delayed. They might not ever build it. There are a lot of problems with it."
    assert judge(said, "The bridge got delayed. There are a lot of problems with it", 4).wording == "close"
