"""Aligns two short texts word by word: words that stand for each other, and words that are left over.

A global alignment, with affine gaps (Gotoh, "An improved algorithm for matching biological sequences", 1982): a long
elision costs hardly more than a short one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import NamedTuple

from transcript.comparison.similarity import Scores
from transcript.comparison.word import Word

OPEN = 0.5
"""Cost of a gap, whatever its length. A pair of the same words gains the weight of a word."""


SKIPPED = 0.04
"""Cost of each word of the transcript in a gap, fillers aside."""


PASSED = 0.4
"""Cost of each end of a sentence in a gap."""


ADDED = 0.25
"""Cost of each word of the claim in a gap, times its weight."""


_IMPOSSIBLE = -1e9


def aligned(
    original: Sequence[Word], claimed: Sequence[Word], breaks: Collection[int], free: tuple[bool, bool]
) -> list[tuple[int | None, int | None]]:
    """The pairs of a transcript's words and a claim's, by their places in order; None where a word has no partner.

    At `breaks`, places in the claim, a mark of elision stands before the word: there anything may be left out freely.
    `free` is whether the beginning and the end of the transcript's text may be, too.
    """
    m = len(claimed)
    costs = _Costs(
        [0.0 if j == m and free[1] else 0.1 if j in breaks else OPEN for j in range(m + 1)],
        [0.0 if (j == m and free[1]) or j in breaks else 1.0 for j in range(m + 1)],
        [0.0, *(ADDED * max(0.4, word.weight) for word in claimed)],
    )
    if free[0]:
        costs.opening[0] = costs.skipping[0] = 0.0
    # For each place the best score of what ends with a pair, with a word left out, with a word added.
    paired, over = [_IMPOSSIBLE] * (m + 1), [_IMPOSSIBLE] * (m + 1)
    paired[0] = 0.0
    added = [_IMPOSSIBLE] + [-OPEN - total for total in list(accumulate(costs.adding))[1:]]
    came = [[13 * _ADD] * (m + 1)]
    scores = Scores(claimed)
    for word in original:
        row = scores.of(word)
        skipped = SKIPPED * (word.kind != "filler") + PASSED * (word.pause > 1)
        paired, over, added, trace = _next_row(paired, over, added, row, skipped, costs)
        came.append(trace)
    last = max((paired[m], 2), (over[m], 1), (added[m], 0))[1]
    return _pairs_back(came, 2 - last)


class _Costs(NamedTuple):
    """For each place in the claim what it costs to begin leaving out the transcript's words there, how many times the
    cost of each of them, and what it costs to add the claim's word."""

    opening: list[float]
    skipping: list[float]
    adding: list[float]


def _next_row(
    paired: list[float], over: list[float], added: list[float], row: list[float], skipped: float, costs: _Costs
) -> tuple[list[float], list[float], list[float], list[int]]:
    """The scores one word of the transcript further on, and from which state each of them came."""
    size = len(paired)
    new_paired, new_over, new_added, came = [_IMPOSSIBLE] * size, [_IMPOSSIBLE] * size, [_IMPOSSIBLE] * size, [0] * size
    opening, skipping, adding = costs
    pair = skip = add = left_pair = left_over = left_added = _IMPOSSIBLE
    for j in range(size):
        up_pair, up_over, up_added = paired[j], over[j], added[j]
        fresh = (up_pair if up_pair >= up_added else up_added) - opening[j]
        trace = 3 if up_over >= fresh else 0 if up_pair >= up_added else 6
        skip_here = (up_over if up_over >= fresh else fresh) - skipping[j] * skipped
        if j:
            fresh = (pair if pair >= skip else skip) - OPEN
            trace += 18 if add >= fresh else 0 if pair >= skip else 9
            add = (add if add >= fresh else fresh) - adding[j]
            if left_pair >= left_over and left_pair >= left_added:
                pair = left_pair + row[j]
            elif left_over >= left_added:
                pair = left_over + row[j]
                trace += 1
            else:
                pair = left_added + row[j]
                trace += 2
            new_paired[j], new_added[j] = pair, add
        skip = new_over[j] = skip_here
        came[j] = trace
        left_pair, left_over, left_added = up_pair, up_over, up_added
    return new_paired, new_over, new_added, came


_PAIR, _OVER, _ADD = 0, 1, 2
"""What a place in the alignment ends with, and so how many threes to divide its trace by."""


def _pairs_back(came: list[list[int]], state: int) -> list[tuple[int | None, int | None]]:
    """The way back through the traces: three digits to the base of three, for the state that each state came from."""
    i, j = len(came) - 1, len(came[0]) - 1
    pairs: list[tuple[int | None, int | None]] = []
    while i or j:
        if not i or not j:
            state = _ADD if j else _OVER
        before = came[i][j] // 3**state % 3
        if state != _ADD:
            i -= 1
        if state != _OVER:
            j -= 1
        pairs.append((i if state != _ADD else None, j if state != _OVER else None))
        state = before
    return pairs[::-1]
