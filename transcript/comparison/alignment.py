"""Aligns a claim's words with a transcript's: the runs of words that both have, in the same order.

Of all runs the chain is kept that holds most of the claim in the fewest and shortest gaps, as aligners of genomes chain
their anchors.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate
from operator import add, itemgetter
from typing import NamedTuple

from transcript.language.tagging import Word

COMMON = 8
"""Runs are looked for from words that stand at most so often in a text; a run may hold more frequent ones."""


MOST_RUNS = 250
"""The heaviest runs, so many, of which the best chain is sought."""


RUNS_BACK = 30
"""Runs that are tried as the one before another: so many of the nearest, and so many of the best."""


@dataclass(frozen=True)
class GapCosts:
    """Costs of what stands between two runs, where a word that tells something weighs 1. Tuned on the claims of the
    transcript that ships and on pairs of sentences."""

    replaced: float = 0.2
    """of a word in the place of another"""
    added: float = 0.25
    """of a word of the claim in the place of none"""
    opening: float = 0.5
    """of any number of words on one side that have none in their place"""
    left_out: float = 0.04
    """of each word of the transcript among these"""
    sentence_end: float = 0.5
    """of each end of a sentence among these"""
    elision: float = 0.1
    """of whatever the claim marks as left out"""


GAP_COSTS = GapCosts()


class Run(NamedTuple):
    """Words that both texts have in a row: the first place in each, and how many they are."""

    said: int
    claimed: int
    size: int


def align(said: Sequence[Word], claimed: Sequence[Word], breaks: Collection[int] = ()) -> list[Run]:
    """The runs in their order. At `breaks`, places in the claim, a mark of elision stands before the word: there
    anything may be left out freely."""
    weights = [0.0, *accumulate(word.weight for word in claimed)]
    signs = [word.sign for word in said], [word.sign for word in claimed]
    runs = list(_longest_runs(*signs))
    if whole := [run for run in runs if run.size == len(claimed)]:
        return whole[:1]
    runs = nlargest(MOST_RUNS, runs, key=lambda run: weights[run.claimed + run.size] - weights[run.claimed])
    return _best_chain(sorted(runs, key=itemgetter(1, 0)), _Gaps(said, len(claimed), frozenset(breaks)), weights)


def _longest_runs(said: Sequence[str], claimed: Sequence[str]) -> Iterator[Run]:
    """The runs that are part of no longer one, with a word in each that is not `COMMON` in the transcript."""
    places: dict[str, list[int]] = {}
    for at, sign in enumerate(said):
        places.setdefault(sign, []).append(at)
    passed: dict[int, int] = {}
    for at, sign in enumerate(claimed):
        spots = places.get(sign, ())
        for spot in spots if len(spots) <= COMMON else ():
            least = passed.get(spot - at, 0)
            if at < least:
                continue
            first, last = at, at + 1
            while first > least and spot - at + first > 0 and said[spot - at + first - 1] == claimed[first - 1]:
                first -= 1
            while last < len(claimed) and spot - at + last < len(said) and said[spot - at + last] == claimed[last]:
                last += 1
            passed[spot - at] = last
            yield Run(spot - at + first, first, last - first)


class _Gaps:
    """The costs of what stands between runs."""

    def __init__(self, said: Sequence[Word], claimed: int, breaks: frozenset[int]) -> None:
        self._breaks = [*accumulate(place in breaks for place in range(claimed + 1)), 0] if breaks else []
        """Up to each place of the claim, how many marks of elision it has."""
        words = (GAP_COSTS.left_out * (word.kind != "filler") for word in said)
        ends = (GAP_COSTS.sentence_end * (word.pause > 1) for word in said)
        self._totals = [0.0, *accumulate(map(add, words, ends))]

    def between(self, said: int, claimed: int, next_said: int, next_claimed: int) -> float:
        """The cost of what stands between the ends of a run and the places at which the next begins."""
        if self._breaks and self._breaks[next_claimed] > self._breaks[claimed - 1]:
            return GAP_COSTS.elision
        left_out, added = next_said - said, next_claimed - claimed
        replaced = min(left_out, added)
        cost = GAP_COSTS.replaced * replaced + GAP_COSTS.added * (added - replaced)
        if left_out > replaced:
            cost += (self._totals[next_said] - self._totals[said]) * (left_out - replaced) / left_out
        return cost + GAP_COSTS.opening * (left_out != added)


def _best_chain(runs: Sequence[Run], gaps: _Gaps, weights: Sequence[float]) -> list[Run]:
    """The runs that hold most of the claim by weight, less the cost of what stands between them.

    `weights` are those of the claim up to each word. Of runs that overlap the later one is shortened.
    """
    chains: list[tuple[float, Run, int]] = []
    leaders: list[tuple[float, int]] = []
    for run in runs:
        first, place, size = run
        held = weights[place + size]
        best, cut, before = held - weights[place] - GAP_COSTS.added * place, 0, -1
        for at in {*range(max(0, len(chains) - RUNS_BACK), len(chains)), *(at for _, at in leaders[-RUNS_BACK:])}:
            gained, (said, claimed, length), _ = chains[at]
            if gained + held - weights[place] <= best:
                continue
            said, claimed = said + length, claimed + length
            shared = max(0, said - first, claimed - place)
            if shared < size:
                gained += held - weights[place + shared] - gaps.between(said, claimed, first + shared, place + shared)
                if gained > best:
                    best, cut, before = gained, shared, at
        chains.append((best, Run(first + cut, place + cut, size - cut), before))
        insort(leaders, (best, len(chains) - 1))
    reached = [gained - GAP_COSTS.added * (len(weights) - 1 - run.claimed - run.size) for gained, run, _ in chains]
    at = max(range(len(chains)), key=reached.__getitem__, default=-1)
    found: list[Run] = []
    while at >= 0:
        _, run, at = chains[at]
        found.append(run)
    return found[::-1]
