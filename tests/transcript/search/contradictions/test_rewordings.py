"""A query that says in other words what its passage says is sure."""

from __future__ import annotations

import pytest

from transcript.library import Library
from transcript.search import search


@pytest.mark.parametrize(
    "query",
    [
        "the gate was a rush job and an answer to the wolves",
        "spending the winter on a raft is a bad idea they told the miller",
        "people say thunder with rain beats silence",
        "clever masons spend their afternoons with bad mortar",
        "the porters can't take more hours to carry the trunks upstairs",
        "really need any raling on our piers in spring",  # behind a denial
        "the sailors didn't whisper in the crow's nest while herring were passing",  # hardly did
        "from one lock to another it's ten miles, you can't cheat it, each raft has a least delay",  # not said at all
        "leave it out if you see room for cracks, it's better to fire it low",  # of what stands before the comma
        "to forge the sharper hammer i like that and the idea is not",  # halves swapped
    ],
)
def test_a_rewording_that_is_far_ahead_of_all_else_is_sure(library: Library, query: str) -> None:
    assert search(library, query).confident
