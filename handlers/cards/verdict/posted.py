"""A verdict for all to see: as whoever asked sees it, without what only they need."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.cards.layout import AnyButton, Card, card
from handlers.texts import Texts


def posted_card(shown: Sequence[str], colour: int, buttons: Sequence[AnyButton], texts: Texts) -> Card:
    """The card of a verdict that is shown in these blocks; `buttons` lead to what was really said."""
    blocks = (block.partition(nearest_heading(texts))[0].rstrip("\n") for block in shown)
    return card([block for block in blocks if block], buttons, colour=colour)


def nearest_heading(texts: Texts) -> str:
    """The heading above the nearest passages of a claim that was not found."""
    return texts("The nearest passages, if one of them was meant:")
