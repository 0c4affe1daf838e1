"""Places survive being packed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transcript.index.blobs import pack_offsets, unpack_offsets


@given(st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 600))))
def test_any_places_come_back(pairs: list[tuple[int, int]]) -> None:
    places = [(start, start + length) for start, length in pairs]
    assert unpack_offsets(pack_offsets(places)) == places


def test_near_terms_take_two_bytes_each() -> None:
    assert len(pack_offsets([(0, 3), (4, 9), (10, 12)])) == 6
