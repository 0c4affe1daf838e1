"""A query of another name or thing than its passage is never sure."""

from __future__ import annotations

import pytest

from tests.transcript.search.contradictions.contraries import assert_only_the_fair_is_sure
from transcript.library import Library
from transcript.search import search


@pytest.mark.parametrize(
    ("contrary", "fair"),
    [
        (  # another name
            "I think Antwerp is the town of the future that you should probably be moving to",
            "I think Ghentt is the town of the future that you should be moving to",
        ),
    ],
)
def test_another_name_is_not_sure(library: Library, contrary: str, fair: str) -> None:
    assert_only_the_fair_is_sure(library, contrary, fair)


@pytest.mark.parametrize(
    "query",
    [
        "clever potters spent their winters near the kilns of Antwerp",
        "the gate is a response to the flood in Antwerp",
    ],
)
def test_other_names_and_things_are_another_matter(library: Library, query: str) -> None:
    assert not search(library, query).confident
