"""Neighbouring terms as terms: within a segment, over its end, and not within Chinese, which has its own."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.transcript.scripts import BRIDGES
from transcript.index.pairs import BETWEEN, FOLLOWING, pair, pairs
from transcript.language.tokens import terms, token_columns
from transcript.library import open_library


def of(text: str, following: str = "") -> list[str]:
    return pairs(token_columns(text), token_columns(following))


def test_neighbours_are_pairs() -> None:
    assert of("Seen it, then") == ["see_it", "it_then"]
    assert of("then") == of("") == []
    assert pair("see", "it") == "see_it"


def test_a_segment_has_the_pairs_over_its_end_and_of_what_begins_the_next() -> None:
    assert of("I can do", "that now and") == ["i_can", "can_do", "do_that", "that_now", "now_and"]
    assert len(of("then", "and " * 50)) == FOLLOWING
    assert of("", "that now") == []


def test_chinese_says_its_order_itself() -> None:
    assert of("焊球很小") == []
    assert of("焊球 GPU 很小") == ["焊球_gpu", "gpu_很小"]


@given(st.text())
def test_no_term_has_what_stands_between(text: str) -> None:
    assert not any(BETWEEN in term for term in terms(text))


def test_a_library_finds_segments_by_their_pairs(tmp_path: Path) -> None:
    path = tmp_path / "bridges.txt"
    path.write_text(BRIDGES, encoding="utf-8")
    with closing(open_library([path], tmp_path / "data")) as library:
        (head,) = library.episodes
        segments = library.segments(head.slug, 0, head.segments)
        for segment, following in zip(segments, [*segments[1:], None], strict=True):
            for language, text in segment.text.items():
                after = following.text.get(language, "") if following else ""
                for one in of(text, after):
                    found = [library.place_of(key) for key in library.find_segments({one: 1.0}, 20)]
                    assert (head.slug, segment.index) in found
                    assert library.frequency(one) == len(found)
        assert not any(BETWEEN in term for term in library.terms_beginning_with("c"))
