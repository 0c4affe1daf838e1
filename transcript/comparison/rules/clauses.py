"""What becomes of clauses where a claim leaves words out: which go whole, which are joined to another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from transcript.comparison import wordlists
from transcript.comparison.edits import Run
from transcript.comparison.word import Word

CLAUSE = 3
"""Words of a clause that can be left out whole."""


def attached(run: Run, original: Sequence[Word]) -> list[Word]:
    """The words left out that belong to a clause of which something is kept: whole clauses may go."""
    words = run.original
    end = len(words)
    if end < CLAUSE:
        return list(words)
    left = right = 0
    if not words[0].opens and words[0].key not in wordlists.CLAUSES:
        ends = (i + 1 for i, word in enumerate(words) if word.closes or (i + 1 < end and _begins(words[i + 1])))
        left = next(ends, end)
    if words[-1].closes or (run.last[0] < len(original) and _begins(original[run.last[0]])):
        right = end
    else:
        right = next((i for i in range(end - 1, -1, -1) if words[i].opens), 0)
    kept = [*words[:left], *words[max(left, right) :]]
    return [word for word in kept if word.kind != "filler" and word.stem not in run.moved]


def splices(run: Run) -> bool:
    """Whether the beginning of one sentence is joined to the end of another, without a mark."""
    words = run.original
    passes = any(word.pause > 1 for word in words)
    return passes and not run.marked and not words[0].opens and not words[-1].closes


def shifts(run: Run, original: Sequence[Word], claimed: Sequence[Word]) -> bool:
    """Whether a negation comes to stand before what it does not deny, or one of another clause is counted for it."""
    if not run.original:
        return False
    if not run.claimed:
        if not _passes_clause(run, original):
            return False
        if run.marked:
            return original[run.first[0] - 1].kind == "negation"
        return _denied_near(run, original) and not claimed[run.first[1] - 1].closes
    if not any(word.closes for word in run.original[:-1]):
        return False
    if not any(word.kind == "negation" for word in run.claimed):
        denied = run.first[0] > 0 and original[run.first[0] - 1].kind == "negation"
        return denied and not any(word.closes for word in run.claimed[:-1])
    starts, ends = run.first[1] == 0, run.last[1] == len(claimed)
    left = 0 if starts else next((i + 1 for i, word in enumerate(run.original) if word.closes), len(run.original))
    opens = [i for i, word in enumerate(run.original) if word.opens]
    right = len(run.original) if ends else opens[-1] if opens else 0
    near = [*run.original[:left], *run.original[max(left, right) :]]
    return not any(word.kind == "negation" or word.stem in wordlists.NEGATIVE_VERBS for word in near)


def _passes_clause(run: Run, original: Sequence[Word]) -> bool:
    """Whether what is left out ends one clause and begins another, so that the rest of each makes one."""
    before = original[run.first[0] - 1] if run.first[0] else None
    words = run.original
    follows = original[run.last[0]] if run.last[0] < len(original) else None
    if words[-1].closes or follows is None or _begins(follows):
        return False
    if before is not None and before.kind == "negation" and before.closes:
        return True
    return any(one.pause > 1 or (one.closes and _begins(other)) for one, other in pairwise(words))


def _denied_near(run: Run, original: Sequence[Word]) -> bool:
    """Whether a negation stands in what is kept of the two clauses."""
    before: list[Word] = []
    for at in range(run.first[0] - 1, -1, -1):
        if before and original[at].closes:
            break
        before.append(original[at])
    after = original[run.last[0] : run.last[0] + 2]
    return any(word.kind == "negation" for word in (*before, *after))


def _begins(word: Word) -> bool:
    """Whether a clause may begin with the word."""
    return word.key in wordlists.CLAUSES
