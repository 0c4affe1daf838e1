"""Finds the place in a stretch of speech where a query's words lie closest together, and its coverage of the query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from transcript.search.lines import Hit
from transcript.search.query import LIGHT, Query


@dataclass(frozen=True, slots=True)
class _Reach:
    """The reach of a passage, in terms."""

    times: float = 2.5
    """A passage is looked for in stretches of up to so many times the query's terms …"""
    more: int = 40
    """… and so many more."""
    around: int = 30
    """Terms before and after a passage's weighty words in which the small ones are looked for, at most …"""
    leeway: int = 3
    """… and so many more than the query has there."""
    claim: int = 2
    """The words of a claim may stand in so many times as many terms as it has …"""
    claim_more: int = 6
    """… and so many more."""


REACH = _Reach()


@dataclass(frozen=True, slots=True)
class _Share:
    """Shares of a query's weight, or of a word's. Tuned on the development sets."""

    heavy: float = 0.75
    """The heavier words say where a passage is if they have such a share of the weight."""
    run: float = 0.3
    """A run of words in their order is looked at that has such a share."""
    near_miss: float = 0.4
    """Weight of half a pair of Chinese characters, beside 1 for the pair."""
    earlier: float = 0.6
    """The share of a word that was said earlier in the stretch, and is meant by "it" in the passage, …"""
    named: float = 0.5
    """… if it has such a weight."""


SHARE = _Share()


LENGTH_COST = 0.002
"""The share of a query's weight that each term of a passage's length costs."""


LOST = 0.03
"""The loss of a claim for each term by which its words stand further apart, where they are in no order."""


TOGETHER = 0.9
"""Likelihood from which a word is the one that was meant, be it two there, or one with its neighbour."""


class Alignment(NamedTuple):
    """The best place of a query in a stretch of speech.

    It spans the terms `first` to `last`, both included. For each unit `found` has its likelihood there, `places` the
    term, -1 for none, and `held` if it is there itself and not as another word that means the same. `covered` is the
    share of the query's weight that is there, 0 to 1, and `ordered` the share that is in its order, small words too.
    """

    first: int
    last: int
    found: tuple[float, ...]
    places: tuple[int, ...]
    covered: float
    ordered: float
    held: tuple[bool, ...]

    @property
    def exact(self) -> bool:
        """True if all of the query stands there, word for word."""
        first = self.places[0]
        return min(self.found) == 1.0 and self.places == tuple(range(first, first + len(self.places)))

    @property
    def literal(self) -> bool:
        """True if all of the query stands there in its order, with nothing between, in one word for two or not."""
        steps = (after - before for before, after in pairwise(self.places))
        return (
            min(self.found) >= TOGETHER
            and self.places[0] >= 0
            and all(self.held)
            and all(0 <= step <= 1 for step in steps)
        )

    @property
    def rank(self) -> float:
        """The key by which places in one stretch are compared."""
        return self.covered + 0.1 * self.ordered - 0.001 * (self.last - self.first)


def align(query: Query, found: Sequence[Hit], starts_before: int) -> Alignment | None:
    """The best passage among the hits that begins before a place in the stretch; None if there is nothing."""
    weights = query.weights
    total = query.weight
    heavy: Sequence[Hit] = [hit for hit in found if weights[hit[1]] >= LIGHT]
    if sum(weight for weight in weights if weight >= LIGHT) < SHARE.heavy * total:
        heavy = found
    span = _closest_stretch(heavy, weights, starts_before, int(REACH.times * len(weights)) + REACH.more, total)
    runs = _fullest_runs(query, found, starts_before)
    if span is not None:
        runs = [run for run in runs if run[0] < span[0] or span[1] < run[1]]
    spans = [span, *runs] if span is not None else runs
    return max((_measured_span(query, found, one) for one in spans), key=lambda alignment: alignment.rank, default=None)


def _fullest_runs(query: Query, found: Sequence[Hit], starts_before: int) -> list[tuple[int, int]]:
    """First and last place of the two fullest runs of words that stand as in the query, each at its distance."""
    runs: dict[int, list[float]] = {}
    counts = query.counts
    for place, unit, likelihood, _ in found:
        run = runs.setdefault(place - unit, [0.0, place, place])
        run[0] += counts[unit] * likelihood
        run[2] = place
    least = SHARE.run * query.weight
    full = sorted((run for run in runs.values() if run[0] >= least and run[1] < starts_before), reverse=True)
    return [(int(first), int(last)) for _, first, last in full[:2]]


def _closest_stretch(
    heavy: Sequence[Hit], weights: Sequence[float], starts_before: int, reach: int, total: float
) -> tuple[int, int] | None:
    """First and last place of the stretch that covers most for its length."""
    likeliest: dict[int, float] = {}
    for _, unit, likelihood, _ in heavy:
        likeliest[unit] = max(likelihood, likeliest.get(unit, 0.0))
    most = sum(weights[unit] * likelihood for unit, likelihood in likeliest.items())
    best, best_value = None, 0.0
    cost = LENGTH_COST * total
    if not cost:
        return None
    begun = -1
    for at, (first, *_) in enumerate(heavy):
        if first >= starts_before:
            break
        if first == begun:  # from its first hit on, the place has been looked at
            continue
        begun = first
        # Farther off, not even all that there is would make up for the length.
        end = first + min(reach, (most - best_value) / cost)
        covered = [0.0] * len(weights)
        value = 0.0
        for place, unit, likelihood, _ in heavy[at:]:
            if place > end:
                break
            if likelihood <= covered[unit]:
                continue
            value += weights[unit] * (likelihood - covered[unit])
            covered[unit] = likelihood
            if value - cost * (place - first) > best_value + 1e-9:
                best_value = value - cost * (place - first)
                best = (first, place)
    return best


def _measured_span(query: Query, found: Sequence[Hit], span: tuple[int, int]) -> Alignment:
    """The alignment of the query with a span of hits and, as it may be a quote, with the terms before and after it."""
    first, last = span
    weights = query.weights
    inside = [(place, unit, likelihood) for place, unit, likelihood, _ in found if first <= place <= last]
    _, place_before, unit_before = max(
        (weights[unit] * likelihood, -place, -unit) for place, unit, likelihood in inside
    )
    before = min(REACH.around, max(unit for place, unit, _ in inside if place == first)) + REACH.leeway
    to_come = len(weights) - 1 - min(unit for place, unit, _ in inside if place == last)
    after = min(REACH.around, to_come) + REACH.leeway
    likeliest = [0.0] * len(weights)
    places = [-1] * len(weights)
    held = [False] * len(weights)
    for place, unit, likelihood, same in found:
        if first - before <= place <= last + after:
            due = unit + unit_before - place_before
            nearer = abs(place - due) < abs(places[unit] - due)
            if likelihood > likeliest[unit] or (likelihood == likeliest[unit] and nearer):
                likeliest[unit], places[unit], held[unit] = likelihood, place, same
        elif place < first and not likeliest[unit] and same and weights[unit] >= SHARE.named:
            likeliest[unit], held[unit] = SHARE.earlier * likelihood, True
    _credit_near_misses(query, likeliest, places)
    total = query.weight
    covered = sum(weight * share for weight, share in zip(weights, likeliest, strict=True)) / total if total else 0.0
    pairs = zip(likeliest, held, strict=True)
    sure = tuple(share >= SHARE.near_miss and (same or share == SHARE.near_miss) for share, same in pairs)
    return Alignment(first, last, tuple(likeliest), tuple(places), covered, _ordered_share(query, places), sure)


def _credit_near_misses(query: Query, likeliest: list[float], places: Sequence[int]) -> None:
    """Credit a missing pair of Chinese characters for the one of them that stands in its place beside a pair that is
    there: one wrong character in a sentence breaks two pairs."""
    units = query.units
    sure = [share == 1.0 and at >= 0 for share, at in zip(likeliest, places, strict=True)]
    for place, unit in enumerate(units):
        if likeliest[place] or len(unit.term) != 2 or unit.term.isascii():
            continue
        left = place > 0 and sure[place - 1] and units[place - 1].end == unit.end - 1
        right = place + 1 < len(units) and sure[place + 1] and units[place + 1].start == unit.start + 1
        if left or right:
            likeliest[place] = SHARE.near_miss


def scattered(query: Query, alignment: Alignment) -> float:
    """The loss of a claim whose words stand apart; the words of a claim that nobody made often do all occur."""
    places = [alignment.places[unit] for unit in query.needed if alignment.places[unit] >= 0]
    if not query.claim or not places:
        return 0.0
    extra = max(places) - min(places) + 1 - REACH.claim * len(query.units) - REACH.claim_more
    return LOST * max(0, extra) * (1.0 - alignment.ordered)


def _ordered_share(query: Query, places: Sequence[int]) -> float:
    """The share of the units that stand closely after the one before them, or before the one after them, as in the
    query; the small words count, too."""
    linked: set[int] = set()
    before = -1
    counts = query.counts
    for unit, place in enumerate(places):
        if place < 0 or not counts[unit]:
            continue
        # Two words that are written as one there stand at the same place.
        least = 0 if query.units[before].term != query.units[unit].term else 1
        if before >= 0 and least <= place - places[before] <= unit - before + 2:
            linked |= {before, unit}
        before = unit
    if len(places) == 1 and before == 0:
        linked = {0}
    return sum(counts[unit] for unit in linked) / query.counted
