"""The passages of an episode that are worth quoting."""

from __future__ import annotations

from transcript.index.quotable.passages import Quotable, quotable
from transcript.index.quotable.score import quotability
from transcript.index.quotable.standalone import rules_of, stands_alone

__all__ = ["Quotable", "quotability", "quotable", "rules_of", "stands_alone"]
