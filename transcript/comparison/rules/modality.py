"""How sure a sentence is, on what condition, and whether what it tells was done or only wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcript.comparison import wordlists
from transcript.comparison.edits import Run
from transcript.comparison.word import Word

LEEWAY = 2
"""Characters before a claim's beginning in which a word may begin that it has in other words."""


def unsettles(run: Run, mine: Sequence[Word], theirs: Sequence[Word], original: Sequence[Word]) -> bool:
    """Whether a run makes a sentence surer or less sure, puts a condition in, or tells as done what was not.

    `mine` and `theirs` are the words of the transcript and of the claim without a partner.
    """
    return (
        _binds(mine, theirs)
        or _unlimits(run, original)
        or _unhedges(run, mine, theirs)
        or _achieves(run, mine, theirs, original)
    )


def _binds(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether a condition, or a modal, is put in, or a modal left out."""
    links = {word.key for word in theirs} & wordlists.CONDITIONS
    dropped = {word.key for word in mine} & wordlists.CONDITIONS
    if links - dropped or (dropped and not theirs):
        return True
    said, claimed = ({wordlists.MODALS.get(word.key) for word in words} for words in (mine, theirs))
    return bool((said ^ claimed) & wordlists.FIRM)


def _unlimits(run: Run, original: Sequence[Word]) -> bool:
    """Whether the claim has lost, or put in, that a thing is not quite so, in Chinese."""
    # Where the claim begins, the run has only those of the transcript's words that stand beside the claim's.
    first = run.first[0] if run.first[1] else max(0, run.first[0] - LEEWAY)
    said, claimed = _text(original[first : run.last[0]]), _text(run.claimed)
    return any(
        any(word in said for word in limits) != any(word in claimed for word in limits)
        for limits in wordlists.CHINESE_LIMITS
    )


def _unhedges(run: Run, mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether the claim is surer, or wider, than what was said, or in Chinese less sure."""
    if {word.key for word in theirs} & (wordlists.UNSURE | wordlists.HEDGES):
        return False
    if {word.key for word in mine} & (wordlists.UNSURE | wordlists.SELDOM):
        return True
    said, claimed = _text(run.original), _text(run.claimed)
    if mine and any(word in said and word not in claimed for word in wordlists.CHINESE_UNSURE):
        return True
    hedged = any(word in claimed for word in wordlists.CHINESE_HEDGES)
    return bool(theirs) and hedged and not any(word in said for word in wordlists.CHINESE_HEDGES)


def _achieves(run: Run, mine: Sequence[Word], theirs: Sequence[Word], original: Sequence[Word]) -> bool:
    """Whether what was only tried, wanted or threatened is told as done."""
    if {word.key for word in theirs} & wordlists.ATTEMPTS:
        return False
    if {word.key for word in mine} & wordlists.ATTEMPTS:
        return True
    said, claimed = _text(run.original), _text(run.claimed)
    if any(word in said for word in wordlists.CHINESE_ATTEMPTS) or _wants(run, original):
        return "想" not in claimed and not any(word in claimed for word in wordlists.CHINESE_ATTEMPTS)
    # "I built" for the end of "I want to build".
    if not theirs or run.first[1] or not run.first[0] or not run.original or run.original[0].key != "to":
        return False
    return original[run.first[0] - 1].key in wordlists.ATTEMPTS


def _wants(run: Run, original: Sequence[Word]) -> bool:
    """Whether a 想 is left out that is no thought: 我想 is mostly I think, 想法 an idea."""
    at = next((at for at in range(run.first[0], run.last[0]) if original[at].key == "想"), 0)
    if not at or at + 1 == len(original) or original[at].closes:
        return False
    return original[at - 1].key not in "我你" and original[at + 1].key not in "法象像到起过"


def _text(words: Iterable[Word]) -> str:
    return "".join(word.key for word in words)
