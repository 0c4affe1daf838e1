"""Verdicts as cards: to who asked, and for all to see."""

from __future__ import annotations

from handlers.cards.verdict.buttons import MOST_NEAREST
from handlers.cards.verdict.card import Searched, searched_in, verdict_card
from handlers.cards.verdict.checked import Checked
from handlers.cards.verdict.posted import posted_card
from handlers.cards.verdict.unchecked import shown_claims

__all__ = [
    "MOST_NEAREST",
    "Checked",
    "Searched",
    "posted_card",
    "searched_in",
    "shown_claims",
    "verdict_card",
]
