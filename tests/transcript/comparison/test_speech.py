"""What speech says in a way of its own may go, and nothing that only looks like it."""

from __future__ import annotations

import pytest

from tests.transcript.comparison.comparing import judge


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("You'll ask Ada to dig it, and you'll ask Ben to fill it.", "You'll ask Ada to dig it, and Ben to fill it."),
        ("The bridge is closed right now because of the storm.", "The bridge is closed because of the storm."),
        ("I think it doesn't carry a single goat.", "I don't think it carries a single goat."),
        ("They sell a boat that makes noise.", "They sell a boat that make noise."),
        ("Take a firm that is using old tools.", "Take a firm that uses old tools."),
    ],
)
def test_a_way_of_speech_is_light(said: str, claim: str) -> None:
    assert judge(said, claim).wording == "close"


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("The mill - maybe the oldest one here - was sold.", "The mill was sold."),
        ("Even the buttons - they get wet all the time.", "Even the buttons get wet all the time."),
        ("What we did - not the first time - was to dig.", "What we did was to dig."),
        ("What we did - 5 times in a row - was to dig.", "What we did was to dig."),
        ("The moment they are ahead, they stop the boats.", "The moment they are ahead stop the boats."),
        ("Ada paid for it and never paid for the goats.", "Ada paid for it and the goats."),
        ("I think it doesn't carry a single goat.", "I don't think they carry a single goat."),
        ("It was carrying a single goat.", "It carries a single goat."),
    ],
)
def test_what_only_looks_like_it_is_altered(said: str, claim: str) -> None:
    assert judge(said, claim).wording == "altered"
