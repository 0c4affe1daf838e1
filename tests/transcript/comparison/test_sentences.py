"""Sentences may be joined and their phrases moved where each still says the same."""

from __future__ import annotations

from tests.transcript.comparison.comparing import judge
from transcript.comparison import judged


def test_two_sentences_are_not_joined_into_a_third() -> None:
    said = "She was not a scientist, right? She was a farmer. But she could read the mountain."
    assert judge(said, "She was not a farmer. But she could read the mountain.").wording == "altered"
    said = "They don't have a bridge at Orval. They have tons of hay in winter."
    assert judge(said, "They don't have a bridge at Orval and tons of hay in winter").wording == "altered"


def test_a_phrase_at_the_beginning_may_stand_behind() -> None:
    said = "Ada hates goats. On Sundays the bishop counts them"
    assert judge(said, "The bishop counts them on Sundays").wording == "close"
    assert judge(said, "The bishop counts them on Mondays").wording == "altered"
    assert judge(said, "The bishop counts them, Ada hates").wording == "altered"
    assert (
        judge("By Ada the goats were bought. The bishop counts them", "The bishop counts them by Ada").wording
        == "altered"
    )


def test_two_whole_sentences_may_be_joined() -> None:
    said = "They have tons of granite. They have tons of goats."
    assert judge(said, "They have tons of granite and they have tons of goats").wording == "close"
    assert judge(said, "They have tons of granite or they have tons of goats").wording == "altered"
    two = judged(said, "They have tons of granite and they have tons of goats", (), turns=[said.index(" They")])
    assert two is not None
    assert two.wording == "altered"
