"""The episodes that are loaded: their names, passages and quotable pool."""

from __future__ import annotations

from transcript.index.pairs import pair
from transcript.index.postings import Nearest
from transcript.index.store.texts import SegmentId, Terms
from transcript.library.library import Library, open_library
from transcript.library.passages import Passage, passage_of, second_of
from transcript.library.pool import Quote, counts, pick, quotes, words

__all__ = [
    "Library",
    "Nearest",
    "Passage",
    "Quote",
    "SegmentId",
    "Terms",
    "counts",
    "open_library",
    "pair",
    "passage_of",
    "pick",
    "quotes",
    "second_of",
    "words",
]
