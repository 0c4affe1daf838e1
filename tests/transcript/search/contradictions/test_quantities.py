"""A query with another number, unit, date or quantity than its passage is never sure."""

from __future__ import annotations

import pytest

from tests.transcript.search.contradictions.contraries import assert_only_the_fair_is_sure
from transcript.library import Library


@pytest.mark.parametrize(
    ("contrary", "fair"),
    [
        (  # few instead of many
            "very few woodcuts that people keep looking at as reference",
            "a few woodcuts that people keep looking at as reference",
        ),
        (  # a unit of time
            "the scaffold stood in front of the chapel for a couple of years",
            "the scaffold stood before the chapel for a couple of months",
        ),
        (  # somebody for nobody
            "everyone rows to the second or third bend of the canal",
            "nobody rows to the second or third bend of the canal",
        ),
        (  # less of what is said
            "i asked the abbess just yesterday how much less thrifty the cloister is",
            "i asked the abbess just yesterday how thrifty the cloister is",
        ),
        (  # much for little
            "you should reveal as much of the vault plan as possible at the first meeting",
            "you should reveal as little of the vault plan as possible at the first meeting",
        ),
        (  # a number of what is one
            "with a parish loan you dig ten years to get a year of coal",
            "with a parish loan you dig a whole year to get a year of coal",
        ),
        (  # all for not all
            "all of it is open heath, even the falconry grounds",
            "not all of it is open heath, the falconry grounds for instance",
        ),
        (  # another month
            "the regatta got by me, it closed on may 23rd",
            "the regatta got by me, it was closed on april 23rd",
        ),
        (  # ten times for once
            "i have to praise marzipan at least ten times every sermon",
            "i have to praise marzipan at least once in every sermon",
        ),
        (  # another number of the same, where that one is there of something else
            "five winters later i had 20% of the aqueduct",
            "five winters later i had 80% of the aqueduct",
        ),
        (  # too much for not enough
            "the pear harvest failed because the pickers had too many ladders",
            "the pear harvest failed because the pickers had not enough ladders",
        ),
        (  # another multiple
            "i still have basically tripled the size of the apiary since the swarm",
            "i still have basically doubled the size of the apiary since the swarm",
        ),
        (  # another number, and one without its fraction
            "the bell of the minster weighs 34 tons",
            "the bell of the minster weighs 3 tons, too light say the ringers",
        ),
    ],
)
def test_another_quantity_is_not_sure(library: Library, contrary: str, fair: str) -> None:
    assert_only_the_fair_is_sure(library, contrary, fair)
