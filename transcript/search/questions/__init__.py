"""Questions: which of the passages that are about it answer one, and where else an answer may stand."""

from __future__ import annotations

from transcript.search.questions.answers import best_answers_first, lacks_answer
from transcript.search.questions.voices import Voice, asked_voice

__all__ = ["Voice", "asked_voice", "best_answers_first", "lacks_answer"]
