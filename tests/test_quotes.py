"""Misquotes and honest quotes are made of any transcript, the same ones for the same seed."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.bench_misquotes import quotes_of
from tests.quotes.chinese import CHINESE_HONEST, CHINESE_MISQUOTES
from tests.quotes.honest import HONEST
from tests.quotes.misquotes import MISQUOTES
from tests.quotes.numbers import spell
from transcript.library import Library

EACH = 3


def test_every_kind_is_made_of_the_transcript_that_ships(shipped: Library) -> None:
    quotes = quotes_of(shipped, 1, EACH)
    made = Counter((quote.kind, quote.honest) for quote in quotes)
    kinds = {(kind, False) for kind in (*MISQUOTES, *CHINESE_MISQUOTES)}
    kinds |= {(kind, True) for kind in (*HONEST, *CHINESE_HONEST) if kind != "accents out"}
    assert made.keys() == kinds  # there is no accent in it
    assert max(made.values()) == EACH
    assert all(quote.claim and (quote.claim != quote.said or "as said" in quote.kind) for quote in quotes)


def test_a_seed_makes_the_same_quotes_again(shipped: Library) -> None:
    assert quotes_of(shipped, 7, EACH) == quotes_of(shipped, 7, EACH) != quotes_of(shipped, 8, EACH)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "zero"), (21, "twenty-one"), (105, "one hundred five"), (12_000, "twelve thousand")]
)
def test_a_number_is_spelled(number: int, words: str) -> None:
    assert spell(number) == words
