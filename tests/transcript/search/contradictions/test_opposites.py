"""A query with the opposite of a word of its passage is never sure."""

from __future__ import annotations

import pytest

from tests.transcript.search.contradictions.contraries import assert_only_the_fair_is_sure
from transcript.library import Library


@pytest.mark.parametrize(
    ("contrary", "fair"),
    [
        (  # the opposite opinion, denied far from it
            "any time a fall is involved a rope ladder is going to be the wrong way to go",
            "any time a fall is involved a rope ladder is the wrong way to go, the rungs slip",
        ),
        (  # the opposite opinion, denied right before it
            "when only the moths will see what you are weaving, that is a good feeling",
            "when only the moths will see what you are weaving, that feels bad",
        ),
        (  # an opinion
            "the clever masons wasted their afternoons on good mortar",
            "the clever masons wasted their afternoons on wrong mortar",
        ),
        (  # an opposite
            "they dipped the candles in wax that was too hot for them",
            "they dipped the candles in wax which was too cold for them",
        ),
        (  # an opposite, which is told of something else close by
            "we want to make it harder for apprentices to swap chisels",
            "we want to make it easier for apprentices to swap chisels",
        ),
        (  # small words that mean the opposite, between the same others
            "the nuns had a lot of new hymns before the organ turned up",
            "the nuns got a lot of new hymns after the organ turned up",
        ),
        (  # a small word that means the opposite, with which the query begins
            "after the brewers guild got banished they made a cider of their own",
            "before the brewers guild got banished they made a cider of their own",
        ),
        (  # what a prefix denies
            "measured against those other dykes it's relatively unstable",
            "measured against those other dykes it's rather stable",
        ),
        (  # two prefixes that mean the opposite
            "honestly i find the cider of the cloister underrated in the whole valley",
            "honestly i find the cider of the cloister overrated in the whole valley",
        ),
    ],
)
def test_an_opposite_is_not_sure(library: Library, contrary: str, fair: str) -> None:
    assert_only_the_fair_is_sure(library, contrary, fair)
