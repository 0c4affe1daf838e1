"""A verdict for all to see: as whoever asked sees it, without what only they need."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.cards.layout import AnyButton, Card, card
from handlers.texts import Texts


def posted_card(shown: Sequence[str], colour: int, buttons: Sequence[AnyButton], texts: Texts) -> Card:
    """The card of a verdict that is shown in these blocks; `buttons` lead to what was really said."""
    left_out = nearest_heading(texts)
    lines = ([line for line in block.split("\n") if line != left_out] for block in shown)
    return card(["\n".join(block) for block in lines if block], buttons, colour=colour)


def nearest_heading(texts: Texts) -> str:
    """The heading above the buttons to the nearest passages of a claim that was not found."""
    return texts("The nearest passages, if one of them was meant:")
