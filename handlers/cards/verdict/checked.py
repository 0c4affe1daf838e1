"""A verdict with what its card needs from the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.addresses.address import QuoteAddress
from handlers.cards.quote import Quote
from transcript.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Checked:
    """A verdict and, where its words were found, the passage and the address that has it and the other candidates.

    `original` is what was said in the language that was spoken, where the words are those of a translation. `nearest`
    are passages that are like words which were not found.
    """

    verdict: Verdict
    quote: Quote | None
    address: QuoteAddress | None
    original: str | None = None
    nearest: Sequence[Quote] = ()
