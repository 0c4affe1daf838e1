"""Brevity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from transcript.comparison.edits import Run, telling
from transcript.comparison.similarity import ALIKE, related
from transcript.comparison.word import Word
from transcript.language.normalise import is_han

BRIEF = 4.0
"""Words of a claim so short that each of them must be the transcript's; two Chinese characters are one."""


_ARTICLES = frozenset(("a", "an", "the", "that", "'s", "is", "are", "am", "的", "了", "是"))


def is_brief(claimed: Sequence[Word]) -> bool:
    """Whether a claim is so short, or tells so little, that a word more or less makes another of it."""
    # So many words are more than brief.
    size = _size(islice((word for word in claimed if word.kind != "filler"), int(4 * BRIEF) + 1))
    return size <= BRIEF or (size <= 2 * BRIEF and not telling(claimed))


def _size(words: Iterable[Word]) -> float:
    return sum(0.5 if is_han(word.key[0]) else 1.0 for word in words)


def differs_briefly(run: Run) -> bool:
    """Whether a word of a brief claim is not the transcript's, or it lacks one that tells something."""
    mine, theirs = run.unpaired
    if any(word.key not in _ARTICLES and word.kind != "filler" for word in theirs):
        return True
    if telling(mine) and not run.marked:
        return True
    new = [word for word in run.claimed if word.kind == "content"]
    return any(not any(related(other, word) >= ALIKE for other in run.original) for word in new)
