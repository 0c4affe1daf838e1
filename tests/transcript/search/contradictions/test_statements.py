"""A query that states what its passage asks is never sure."""

from __future__ import annotations

import pytest

from tests.transcript.search.contradictions.contraries import assert_only_the_fair_is_sure
from transcript.library import Library


@pytest.mark.parametrize(
    ("contrary", "fair"),
    [
        (  # a statement made of a question
            "to get the grain into the silo you have to be using a bucket chain",
            "he asked how the grain gets into the silo, and if you have to be using a bucket chain",
        ),
        (  # another, with its verb
            "it is difficult to turn old planks into a proper keel",
            "is it difficult to turn old planks into a proper keel",
        ),
    ],
)
def test_a_statement_made_of_a_question_is_not_sure(library: Library, contrary: str, fair: str) -> None:
    assert_only_the_fair_is_sure(library, contrary, fair)
