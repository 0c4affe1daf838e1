"""Where in a stretch of speech a query's words lie closest together, and how much of the query is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from transcript.search.query import Query

REACH = 2.5
"""A passage is looked for in stretches of up to so many times the query's terms, and SLACK more."""


SLACK = 40


LIGHT = 0.12
"""Units that weigh less do not say where a passage is, unless the query is made of them."""


AROUND, LEEWAY = 30, 3
"""Terms before and after a passage's weighty words in which the small ones are looked for."""


SMALL = 0.1
"""What each unit counts on top of its weight where the order of words is judged."""


MAINLY = 0.75
"""The share of a query's weight that its heavier units must have."""


NEAR_MISS = 0.4
"""What half a pair of Chinese characters counts."""


FULL = 0.3
"""A run of words in their order is looked at that has such a share of the query's weight."""


NAMED, EARLIER = 0.5, 0.6
"""A word of some weight that was said earlier in the stretch, and is meant by "it" in the passage, counts so much."""


FREE, EACH = 6, 2
"""Terms in which the words of a claim may stand: EACH times as many as it has, and FREE more."""


LOST = 0.03
"""What a claim loses by each term that its words stand further apart, where they are in no order."""


class Hit(NamedTuple):
    """At `place` in the stretch stands what may be unit `unit` of the query."""

    place: int
    unit: int
    likely: float
    same: bool = True


class Alignment(NamedTuple):
    """The best place of a query in a stretch: terms `first` to `last`, both included, `found` the likelihood of each
    unit there, `covered` the share of the query's weight, 0 to 1, `ordered` how much of that comes in order, `held`
    which units are there themselves and not as another word that means the same."""

    first: int
    last: int
    found: tuple[float, ...]
    places: tuple[int, ...]
    covered: float
    ordered: float
    held: tuple[bool, ...]

    @property
    def rank(self) -> float:
        return self.covered + 0.1 * self.ordered - 0.001 * (self.last - self.first)


def hits(query: Query, terms: Sequence[str]) -> list[Hit]:
    """Every place in the stretch that one of the query's units may stand for."""
    found: list[Hit] = []
    meant, pairs = query.meant, query.pairs
    for place, ones in [(place, meant[term]) for place, term in enumerate(terms) if term in meant]:
        for one in ones:
            found.extend([Hit(place, unit, one.likely, one.same) for unit in range(one.first, one.last + 1)])
    if pairs:
        for place in range(len(terms) - 1):
            one_word = pairs.get((terms[place], terms[place + 1]))
            if one_word is not None:
                found.append(Hit(place, one_word.first, one_word.likely))
        found.sort()
    return found


def searched(query: Query, text: str) -> list[Hit]:
    """The same as `hits`, for terms with spaces between: each of the query's terms is looked for."""
    padded = f" {text} "
    found: list[Hit] = []
    for term, ones in query.meant.items():
        wanted = f" {term} "
        at = padded.find(wanted)
        while at >= 0:
            place = padded.count(" ", 0, at)
            for one in ones:
                found.extend([Hit(place, unit, one.likely, one.same) for unit in range(one.first, one.last + 1)])
            at = padded.find(wanted, at + len(wanted) - 1)
    found.sort()
    return found


def bound(query: Query, terms: set[str]) -> float:
    """The most weight that a passage of these terms can cover."""
    best: dict[int, float] = {}
    for term in query.meant.keys() & terms:
        for one in query.meant[term]:
            for unit in range(one.first, one.last + 1):
                if one.likely > best.get(unit, 0.0):
                    best[unit] = one.likely
    return sum(likely * query.units[unit].weight for unit, likely in best.items())


def align(query: Query, found: Sequence[Hit], starts_before: int) -> Alignment | None:
    """The best passage among the hits that begins before a place in the stretch; None where there is nothing."""
    weights = [unit.weight for unit in query.units]
    total = sum(weights)
    heavy: Sequence[Hit] = [hit for hit in found if weights[hit.unit] >= LIGHT]
    if sum(weight for weight in weights if weight >= LIGHT) < MAINLY * total:
        heavy = found
    span = _closest(heavy, weights, starts_before, int(REACH * len(weights)) + SLACK, total)
    if span is None:
        return None
    spans = [span, *(run for run in _runs(found, weights, starts_before) if run[0] < span[0] or span[1] < run[1])]
    return max((_measured(query, found, weights, one) for one in spans), key=lambda alignment: alignment.rank)


def _runs(found: Sequence[Hit], weights: Sequence[float], starts_before: int) -> list[tuple[int, int]]:
    """First and last place of the two fullest runs of words that stand as in the query, each at its distance."""
    runs: dict[int, list[float]] = {}
    for hit in found:
        run = runs.setdefault(hit.place - hit.unit, [0.0, hit.place, hit.place])
        run[0] += (weights[hit.unit] + SMALL) * hit.likely
        run[2] = hit.place
    least = FULL * sum(weights)
    full = sorted((run for run in runs.values() if run[0] >= least and run[1] < starts_before), reverse=True)
    return [(int(first), int(last)) for _, first, last in full[:2]]


def _closest(
    heavy: Sequence[Hit], weights: Sequence[float], starts_before: int, reach: int, total: float
) -> tuple[int, int] | None:
    """First and last place of the stretch that covers most for its length."""
    likeliest: dict[int, float] = {}
    for _, unit, likely, _ in heavy:
        likeliest[unit] = max(likely, likeliest.get(unit, 0.0))
    most = sum(weights[unit] * likely for unit, likely in likeliest.items())
    best, best_value = None, 0.0
    cost = 0.002 * total
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
        for place, unit, likely, _ in heavy[at:]:
            if place > end:
                break
            if likely <= covered[unit]:
                continue
            value += weights[unit] * (likely - covered[unit])
            covered[unit] = likely
            if value - cost * (place - first) > best_value + 1e-9:
                best_value = value - cost * (place - first)
                best = (first, place)
    return best


def _measured(query: Query, found: Sequence[Hit], weights: Sequence[float], span: tuple[int, int]) -> Alignment:
    """What lies in the span and, before and after it, where the rest of the query would stand if it were a quote."""
    first, last = span
    inside = [hit for hit in found if first <= hit.place <= last]
    anchor = max(inside, key=lambda hit: (weights[hit.unit] * hit.likely, -hit.place))
    before = min(AROUND, max(hit.unit for hit in inside if hit.place == first)) + LEEWAY
    after = min(AROUND, len(weights) - 1 - min(hit.unit for hit in inside if hit.place == last)) + LEEWAY
    likely = [0.0] * len(weights)
    places = [-1] * len(weights)
    held = [False] * len(weights)
    for hit in found:
        if first - before <= hit.place <= last + after:
            due = anchor.place + hit.unit - anchor.unit
            nearer = abs(hit.place - due) < abs(places[hit.unit] - due)
            if hit.likely > likely[hit.unit] or (hit.likely == likely[hit.unit] and nearer):
                likely[hit.unit], places[hit.unit], held[hit.unit] = hit.likely, hit.place, hit.same
        elif hit.place < first and not likely[hit.unit] and hit.same and weights[hit.unit] >= NAMED:
            likely[hit.unit], held[hit.unit] = EARLIER * hit.likely, True
    _near_misses(query, likely, places)
    total = sum(weights)
    covered = sum(weight * share for weight, share in zip(weights, likely, strict=True)) / total if total else 0.0
    ordered = _ordered(places, weights)
    sure = tuple(share >= NEAR_MISS and (same or share == NEAR_MISS) for share, same in zip(likely, held, strict=True))
    return Alignment(first, last, tuple(likely), tuple(places), covered, ordered, sure)


def _near_misses(query: Query, likely: list[float], places: Sequence[int]) -> None:
    """Credit a missing pair of Chinese characters for the one of them that stands in its place beside a pair that is
    there: one wrong character in a sentence breaks two pairs."""
    units = query.units
    sure = [share == 1.0 and at >= 0 for share, at in zip(likely, places, strict=True)]
    for place, unit in enumerate(units):
        if likely[place] or len(unit.term) != 2 or unit.term.isascii():
            continue
        left = place > 0 and sure[place - 1] and units[place - 1].end == unit.end - 1
        right = place + 1 < len(units) and sure[place + 1] and units[place + 1].start == unit.start + 1
        if left or right:
            likely[place] = NEAR_MISS


def apart(query: Query, alignment: Alignment) -> float:
    """What a claim loses whose words stand apart: the words of a claim that nobody made often do all occur."""
    places = [alignment.places[unit] for unit in query.needed if alignment.places[unit] >= 0]
    if not query.claim or not places:
        return 0.0
    extra = max(places) - min(places) + 1 - EACH * len(query.units) - FREE
    return LOST * max(0, extra) * (1.0 - alignment.ordered)


def _ordered(places: Sequence[int], weights: Sequence[float]) -> float:
    """The share of the units that follow the one before them closely, as in the query; the small words count, too."""
    weight = 0.0
    before = -1
    for unit, place in enumerate(places):
        if place < 0:
            continue
        if before >= 0 and 0 < place - places[before] <= unit - before + 2:
            weight += weights[unit] + SMALL
        before = unit
    return weight / (sum(weights) + SMALL * len(weights))
