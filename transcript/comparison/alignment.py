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

    def between(self, one: Run, other: Run) -> float:
        """The cost of one run and the next."""
        said, claimed = one.said + one.size, one.claimed + one.size
        if self._breaks and self._breaks[other.claimed] > self._breaks[claimed - 1]:
            return GAP_COSTS.elision
        left_out, added = other.said - said, other.claimed - claimed
        replaced = min(left_out, added)
        cost = GAP_COSTS.replaced * replaced + GAP_COSTS.added * (added - replaced)
        if left_out > replaced:
            cost += (self._totals[other.said] - self._totals[said]) * (left_out - replaced) / left_out
        return cost + GAP_COSTS.opening * (left_out != added)


def _best_chain(runs: Sequence[Run], gaps: _Gaps, weights: Sequence[float]) -> list[Run]:
    """The runs that hold most of the claim by weight, less the cost of what stands between them.

    `weights` are those of the claim up to each word. Of runs that overlap the later one is shortened.
    """
    chains: list[tuple[float, Run, int]] = []
    leaders: list[tuple[float, int]] = []
    for run in runs:
        most = weights[run.claimed + run.size] - weights[run.claimed]
        way = (most - GAP_COSTS.added * run.claimed, run, -1)
        for at in {*range(max(0, len(chains) - RUNS_BACK), len(chains)), *(at for _, at in leaders[-RUNS_BACK:])}:
            gained, other, _ = chains[at]
            if gained + most <= way[0]:
                continue
            rest = _without_overlap(other, run)
            if rest.size > 0:
                gained += weights[rest.claimed + rest.size] - weights[rest.claimed] - gaps.between(other, rest)
                way = max(way, (gained, rest, at), key=itemgetter(0))
        chains.append(way)
        insort(leaders, (chains[-1][0], len(chains) - 1))
    reached = [gained - GAP_COSTS.added * (len(weights) - 1 - run.claimed - run.size) for gained, run, _ in chains]
    at = max(range(len(chains)), key=reached.__getitem__, default=-1)
    found: list[Run] = []
    while at >= 0:
        _, run, at = chains[at]
        found.append(run)
    return found[::-1]


def _without_overlap(one: Run, other: Run) -> Run:
    """The second run without the words that it shares with the first; of no size where it does not go beyond it."""
    shared = max(0, one.said + one.size - other.said, one.claimed + one.size - other.claimed)
    return Run(other.said + shared, other.claimed + shared, other.size - shared)
