"""Misquotes and honest quotes are made of any transcript, the same ones for the same seed."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.bench.misquotes import is_wrong, judge, quotes_of
from tests.quotes.chinese import CHINESE_HONEST, CHINESE_MISQUOTES
from tests.quotes.honest import HONEST
from tests.quotes.misquotes import MISQUOTES
from tests.quotes.numbers import spell
from tests.quotes.rules import count_needs
from transcript.library import Library

EACH = 3


def test_every_kind_is_made_of_the_transcript_that_ships(shipped: Library) -> None:
    quotes = quotes_of(shipped, 1, EACH)
    made = Counter((quote.kind, quote.honest) for quote in quotes)
    kinds = {(kind, False) for kind in (*MISQUOTES, *CHINESE_MISQUOTES)}
    kinds |= {(kind, True) for kind in (*HONEST, *CHINESE_HONEST) if kind not in ("accents out", "that left out")}
    assert made.keys() == kinds  # neither is in it
    assert max(made.values()) == EACH
    assert all(quote.claim and (quote.claim != quote.said or "as said" in quote.kind) for quote in quotes)


def test_a_seed_makes_the_same_quotes_again(shipped: Library) -> None:
    assert quotes_of(shipped, 7, EACH) == quotes_of(shipped, 7, EACH) != quotes_of(shipped, 8, EACH)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "zero"), (21, "twenty-one"), (105, "one hundred five"), (12_000, "twelve thousand")]
)
def test_a_number_is_spelled(number: int, words: str) -> None:
    assert spell(number) == words


def test_a_rule_that_is_switched_off_is_counted_by_what_needs_it(shipped: Library) -> None:
    quote = next(quote for quote in quotes_of(shipped, 1, 1) if quote.kind == "fillers out")
    needs, lets_pass = count_needs([quote], lambda one: judge(shipped, one).kind)
    assert [name for name, count in needs.items() if count] == ["filler"]
    assert not any(lets_pass.values())


def test_no_misquote_passes_and_no_honest_quote_is_refused(shipped: Library) -> None:
    quotes = quotes_of(shipped, 1, EACH)
    assert len(quotes) > 70
    assert [quote for quote in quotes if is_wrong(quote, judge(shipped, quote))] == []
