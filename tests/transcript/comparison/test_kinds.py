"""What kind of alteration it is where a claim's words are not the transcript's."""

from __future__ import annotations

import pytest

from tests.transcript.comparison.comparing import judge
from transcript.comparison.kinds import KINDS, Kind


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_has_an_example_of_it(kind: Kind) -> None:
    said, claimed = kind.example
    judgement = judge(said, claimed)
    assert judgement.reasons == (kind.name,) * len(judgement.changes)
    assert judgement.wording == "altered"


def test_a_reason_for_each_change_in_their_order() -> None:
    judgement = judge("Ada has 40 goats, and Orval may buy them.", "Ada has 45 goats, and Orval will buy them")
    assert (judgement.changes, judgement.reasons) == ((("40", "45"), ("may", "will")), ("number", "guess"))


def test_an_opposite_is_told_from_another_word() -> None:
    judgement = judge("Hay is no good unless it goes properly cold.", "Hay is no good unless it goes properly hot")
    assert (judgement.changes, judgement.reasons) == ((("cold", "hot"),), ("opposite",))
