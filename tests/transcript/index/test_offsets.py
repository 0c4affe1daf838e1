"""Places survive being packed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transcript.index.store.blobs import pack_offsets, unpack_offsets


@given(st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 600))))
def test_any_places_come_back(pairs: list[tuple[int, int]]) -> None:
    places = [(start, start + length) for start, length in pairs]
    starts, ends = [start for start, _ in places], [end for _, end in places]
    assert unpack_offsets(pack_offsets(starts, ends)) == places


def test_near_terms_take_two_bytes_each() -> None:
    assert len(pack_offsets([0, 4, 10], [3, 9, 12])) == 6
