"""The words of a copied post are read without what surrounds them, and credited to a poster with a full name."""

from __future__ import annotations

import pytest

from tests.transcript.claims.messages import Q, read


@pytest.mark.parametrize(
    "text",
    [
        f"bob — Today at 8:57 PM\n{Q}",
        f"[8:57 PM] bob: {Q}",
        f"{Q}\n12 replies 4 reposts",
        f"{Q} #orval #bridges",
        f"is this real? {Q}",
        "".join(chr(ord(c) + 0x1D5EE - ord("a")) if c.islower() else c for c in Q),
    ],
)
def test_what_a_copy_of_a_post_has_around_it(text: str) -> None:
    assert read(text) == [(Q, None)]


def test_who_posted_it_is_whose_it_is_where_that_is_a_full_name() -> None:
    assert read(f"Ada Quill — 06/30/2025 8:57 PM\n{Q}") == [(Q, "Ada Quill")]
    assert read(f"[8:57 PM] Elon Musk: {Q}") == [(Q, "Elon Musk")]
