"""Whether what differs between a claim and a transcript changes what is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from transcript.comparison.edits import NEAR, Run, telling
from transcript.comparison.rules import brevity, joining, small_words
from transcript.comparison.rules.amounts import _counts, _quantifies
from transcript.comparison.rules.clauses import attached, shifts, splices
from transcript.comparison.rules.content import _opposes, _says_other
from transcript.comparison.rules.negation import _denies
from transcript.comparison.rules.sameness import (
    _are_equal,
    _are_spelt_alike,
    _beyond,
    _is_nothing,
    _rest,
    _without_fillers,
)
from transcript.comparison.word import Word

Weight = Literal["nothing", "light", "altered"]


def judge(run: Run, original: Sequence[Word], claimed: Sequence[Word], before: str, *, brief: bool) -> Weight:
    """Whether what differs is nothing, light, or changes what is said. `before` is what was said just before, `brief`
    whether the claim is so short that each word of it counts."""
    mine, theirs = _rest(run)
    if _is_nothing(run, mine, theirs, original):
        return "nothing"
    for more in _beyond(run, original, len(claimed)):
        if _are_spelt_alike(more, run.claimed):
            return "nothing"
        if _are_equal(more, theirs):
            return "light"
    kept = _kept(run, original, mine, theirs)
    if _tells_other(run, kept, theirs, original, claimed, before) or _turns(run, mine, kept, theirs, original, claimed):
        return "altered"
    return "altered" if brief and brevity.differs_briefly(run) else "light"


def _kept(run: Run, original: Sequence[Word], mine: list[Word], theirs: list[Word]) -> list[Word]:
    """The words of the transcript without a partner that count, by what stands around them."""
    if not _without_fillers(run.claimed):
        beside = attached(run, original)
        mine = [word for word in mine if word in beside]
    if not telling(theirs) and not any(word.kind == "quantity" for word in theirs):
        # What was said twice may be left out once.
        near = {word.key for word in original[max(0, run.first[0] - NEAR) : run.first[0]]}
        mine = [word for word in mine if word.kind != "quantity" or word.key not in near]
    return mine


def _tells_other(
    run: Run, kept: list[Word], theirs: list[Word], original: Sequence[Word], claimed: Sequence[Word], before: str
) -> bool:
    """Whether the claim denies what was said, has another amount, or a word of its own that tells something."""
    if run.first[1] == 0 and any(word.kind == "quantity" for word in theirs):
        # "Some" for "a lot of", of which the claim has no more than "of".
        kept = [*(word for word in original[max(0, run.first[0] - 3) : run.first[0]] if word.kind == "quantity"), *kept]
    elided = run.marked and not theirs
    tests = (_denies,) if elided else (_denies, _counts, _opposes, _quantifies)
    return any(test(kept, theirs) for test in tests) or _says_other(run, kept, theirs, original, claimed, before)


def _turns(
    run: Run,
    mine: list[Word],
    kept: list[Word],
    theirs: list[Word],
    original: Sequence[Word],
    claimed: Sequence[Word],
) -> bool:
    """Whether small words, or those that are left out or moved, make another sentence of it."""
    return (
        (not theirs and splices(run))
        or shifts(run, original, claimed)
        or joining.joins(run, original, claimed)
        or joining.exchanges(run, original, run.moved)
        or joining.skips_much(run, mine, claimed)
        or (not (run.marked and not theirs) and small_words.turns(run, kept, theirs, original))
    )
