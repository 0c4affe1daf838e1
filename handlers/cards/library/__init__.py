"""A server's own library as its owner sees it."""

from handlers.cards.library.changes import (
    exported_text,
    hidden_card,
    refreshed_lately_card,
    removed_card,
    shared_card,
)
from handlers.cards.library.listing import Entry, listing_card, source_card
from handlers.cards.library.progress import Refused, SourceProgress, progress_card

__all__ = [
    "Entry",
    "Refused",
    "SourceProgress",
    "exported_text",
    "hidden_card",
    "listing_card",
    "progress_card",
    "refreshed_lately_card",
    "removed_card",
    "shared_card",
    "source_card",
]
