"""A claim and the text it may be from: the edits between them and what they amount to. Knows no library."""

from __future__ import annotations

from transcript.comparison.changes import Change, Piece
from transcript.comparison.compare import RULED, SAID, Judgement, judged

__all__ = ["RULED", "SAID", "Change", "Judgement", "Piece", "judged"]
