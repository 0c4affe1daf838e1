"""Amounts."""

from __future__ import annotations

from collections.abc import Sequence

from transcript.comparison import wordlists
from transcript.comparison.edits import Run
from transcript.comparison.word import Word


def _counts(mine: list[Word], theirs: list[Word]) -> bool:
    """Whether the claim has an amount that the transcript does not have there, or one for several."""
    if any(word.kind == "number" for word in theirs):
        return True
    return any(word.kind == "number" for word in mine) and any(word.key in wordlists.SINGLE for word in theirs)


def _quantifies(mine: list[Word], theirs: list[Word]) -> bool:
    """Whether all became some, more became less, or such a word came or went."""
    said, claimed = (
        {wordlists.QUANTITIES[word.key] for word in words if word.kind in _AMOUNTS and word.key in wordlists.QUANTITIES}
        for words in (mine, theirs)
    )
    if claimed - said and (said - claimed or (claimed - said) & wordlists.STRONG):
        return True
    return bool((said - claimed) & wordlists.KEPT)


_AMOUNTS = ("quantity", "negation")


def _leaves_unit(run: Run, mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether a unit is left out of an amount, or an amount of it is of something else."""
    units = {word.key for word in mine} & wordlists.UNIT_WORDS
    return bool(units - {word.key for word in run.claimed} and not any(word.unit for word in theirs))


def _bounds(run: Run, mine: Sequence[Word], theirs: Sequence[Word], original: Sequence[Word]) -> bool:
    """Whether an amount becomes one that is passed or not reached, or any amount."""
    keys, claimed = {word.key for word in mine}, {word.key for word in theirs}
    if "any" in claimed and any(word.kind == "quantity" for word in run.original):
        return True
    if "one" in keys and "of" in keys and not {"one", "of"} & claimed and run.last[0] < len(original):
        return original[run.last[0]].key in ("the", "my", "our", "their")
    follows = original[run.last[0]] if run.last[0] < len(original) else None
    passed = claimed & wordlists.BOUNDS and not {word.key for word in run.original} & (
        wordlists.BOUNDS | {"more", "than"}
    )
    return bool(passed and follows is not None and follows.kind == "number")
