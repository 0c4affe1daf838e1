"""Questions: which of the passages that are about it answer one, and where else an answer may stand."""

from __future__ import annotations

from transcript.search.questions.answers import best_answers_first, lacks_answer

__all__ = ["best_answers_first", "lacks_answer"]
