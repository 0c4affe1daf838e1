"""What is told of one person is not given to another, and a pronoun means who was named last."""

from __future__ import annotations

from tests.transcript.comparison.comparing import judge


def test_a_name_for_a_pronoun_must_have_been_named() -> None:
    said, claim = "Their bridge is much heavier than ours.", "Orval's bridge is much heavier than ours"
    assert judge(said, claim, before="Have you been to Orval?").wording == "close"
    assert judge(said, claim).wording == "altered"


def test_a_pronoun_means_who_was_named_last() -> None:
    said, before = "He is mostly focused on building it.", "Ada wanted it. And then Ben came, and bought the bridge."
    assert judge(said, "Ben is mostly focused on building it", before=before).wording == "close"
    assert judge(said, "Ada is mostly focused on building it", before=before).wording == "altered"
    both = "And then it was Ben with Ada."
    assert judge(said, "Ben is mostly focused on building it", before=both).wording == "altered"
    full = "They found Greg Marsh there. Day and night he worked."
    assert judge(said, "Greg Marsh is mostly focused on building it", before=full).wording == "close"


def test_what_one_does_is_not_given_to_another() -> None:
    said = "Ada is a great builder and she gets all the granite, but the chief mason is Ben Marsh"
    assert judge(said, "Ada is the chief mason and Ben Marsh gets all the granite").wording == "altered"
