"""A query with two words, sides or roles of its passage exchanged is never sure."""

from __future__ import annotations

import pytest

from tests.transcript.search.contradictions.contraries import assert_only_the_fair_is_sure
from transcript.library import Library


@pytest.mark.parametrize(
    ("contrary", "fair"),
    [
        (  # two words exchanged
            "for the trawler there are ten ropes, for the barge there are thirty ropes",
            "for the barge there are ten ropes and thirty for the trawler",
        ),
        (  # two words exchanged that are told several times
            "weaver wanted payment from tanner and tanner was like never",
            "tanner wanted payment from weaver and weaver was like never",
        ),
        (  # two words exchanged, with one of which the query ends
            "you want twenty keepers per lantern",
            "you want twenty lanterns per keeper",
        ),
        (  # the sides of a comparison exchanged
            "silence is better than rain with thunder",
            "rain with thunder is way better than silence",
        ),
        (  # two numbers exchanged
            "in the orchard there were two apple trees, and that number went to seven",
            "in the orchard there were seven apple trees, and it went to two",
        ),
        (  # who did it to whom, among other words
            "the shepherds tried to reach the barn but then the wolves closed the ladder",
            "the wolves tried to get to the barn, but the ladder was closed by the shepherds then",
        ),
        (  # the first side of a comparison put for the second
            "I find nets are more of a relief than a burden",
            "I find nets are more of a burden than a relief",
        ),
        (  # two opposites exchanged, far apart
            "we see a larger barge for the straight trips to the lock and leave some of the freight to a smaller barge",
            "we see a smaller barge for the straight trips to the lock and leave some of the freight to a larger barge",
        ),
        (  # who did it exchanged with whom, a pronoun, in other forms
            "i wrote to Orla a couple of winters ago when she opened the bakery",
            "Orla wrote to him a couple of winters ago when he opened the bakery",
        ),
        (  # two persons exchanged
            "i'm mowing with their scythe which is rusty, they mow with my scythe which is sharp",
            "i'm mowing with my scythe which is rusty, i mow with their scythe which is sharp",
        ),
        (  # the sides of a comparison exchanged, one of them a name that is a small word
            "yoga got me home from the regatta far quicker than go did",
            "go got me home from that regatta far quicker than yoga did",
        ),
        (  # a dozen and one exchanged
            "we get just one pumpkin for the fair and maybe a dozen make it to the scales",
            "we get a dozen pumpkins for the fair and maybe just one makes it to the scales",
        ),
        (  # two small words exchanged, a person and a name
            "you are doing much of the hard hauling for go underneath by nudging it",
            "go is doing much of the hard hauling for us underneath by nudging us",
        ),
        (  # two opposites exchanged, one of them in another word
            "to the toad each pond is small, a big pond relative to other ponds",
            "to the toad each pond is big, a small pond relative to other ponds",
        ),
        (  # two opposites exchanged, one of which is mostly a verb
            "it's a clear loss for the fishmonger and a win for everyone with a smokehouse",
            "it's a clear win for the fishmonger and a loss for everyone with a smokehouse",
        ),
        (  # who did it exchanged with whom, by leaving out that it is a passive
            "a junior glazier watches the senior glazier during the firing",
            "a junior glazier is watched by the senior glazier during the firing",
        ),
        (  # two words exchanged that are joined, with a verb between them
            "the mill bought a waterwheel in the valley and is shipping it overseas",
            "the mill bought a waterwheel overseas and ships it to the valley",
        ),
        (  # somebody exchanged with somebody else, each behind its preposition
            "the gatekeeper had a talk with marta quist who had written to the sexton of a lakeside parish",
            "the gatekeeper had a talk with the sexton of a lakeside parish who had written to marta quist",
        ),
        (  # a cause and what it causes exchanged
            "because the pegs cracked, the hull and the keel swelled at different rates",
            "because the hull and the keel swell at different rates, the pegs cracked",
        ),
    ],
)
def test_two_that_are_exchanged_are_not_sure(library: Library, contrary: str, fair: str) -> None:
    assert_only_the_fair_is_sure(library, contrary, fair)
