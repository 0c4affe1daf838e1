"""The edit script of a stretch: how the transcript's words became the claim's by steps that rules allow.

Of all scripts it is the one with the fewest words that no rule allows; of these, that with the lightest rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from transcript.comparison.edits import Edit, are_same, joined_edit
from transcript.comparison.rules import Rule, Severity, Shape, rules_of
from transcript.language.sentences import Range
from transcript.language.tagging import Word
from transcript.language.tagging.grammar import sentence_of

RULE_COSTS: dict[Severity, int] = {"same": 1, "spoken": 10, "light": 100}


LEFT_OUT, PUT_IN, REPLACED, OTHER_KIND = 6_000, 10_000, 9_950, 40
"""Costs of a word that is left out, put in or replaced without a rule; OTHER_KIND is added if one of another kind
replaces it.
"""


LONGEST_RUN = 6
"""Words that one step puts in, or leaves out, unless a clause ends there."""


WORDS_BESIDE_CLAIM = 4
"""Words beside the beginning or the end of a claim that one step may need: over fifty, for more than fifty."""


MOST_MISSED = 8
"""Words at an edge of a claim for which as many of the transcript's are tried."""


CELLS = 1_200
"""Pairs of words in a stretch for which a script is sought; in a longer one every difference is an alteration."""


STEPS: tuple[Shape, ...] = ("left out", "put in", "replaced")
"""The shapes of steps."""


class Step(NamedTuple):
    """Words that became others, and the rule that allows it; None if no rule does."""

    edit: Edit
    rule: Rule | None


class _Arc(NamedTuple):
    """A step from a cell: words of the transcript and of the claim, its cost and its rule."""

    said: int
    claimed: int
    cost: int
    rule: Rule | None = None


class Script(NamedTuple):
    """The steps from the transcript's words in `said` to the claim's, without those of words that both have."""

    steps: list[Step]
    said: Range


def edit_script(edit: Edit, rules: Collection[Rule]) -> Script:
    """The cheapest script of a stretch, for which some words beside it may be needed at the edges of a claim."""
    if len(edit.said) * len(edit.claimed) > CELLS:
        return Script([Step(edit.without_same_ends(), None)], edit.said_range)
    steps, said = _cheapest_script(*_with_words_beside(edit), rules)
    return Script(_joined_steps(steps), said)


def _cheapest_script(edit: Edit, free_start: int, free_end: int, rules: Collection[Rule]) -> Script:
    """The steps from first to last, and the transcript's words that they are of.

    So many of the transcript's words at the start and at the end may stay outside of it.
    """
    last, came = _cheapest_way(edit, rules, free_start, free_end)
    first, steps = last, []
    while first in came:
        before, arc = came[first]
        if arc.cost:
            steps.append(Step(edit.part((before[0], first[0]), (before[1], first[1])), arc.rule))
        first = before
    return Script(steps[::-1], (edit.said_range[0] + first[0], edit.said_range[0] + last[0]))


Cell = tuple[int, int]
"""Numbers of the transcript's words and of the claim's that are already passed."""


def _cheapest_way(
    edit: Edit, rules: Collection[Rule], free_start: int, free_end: int
) -> tuple[Cell, dict[Cell, tuple[Cell, _Arc]]]:
    """The cell at which the cheapest script ends, and from where each cell was reached: the algorithm of Dijkstra."""
    height, width = len(edit.said), len(edit.claimed)
    best: dict[Cell, int] = {(i, 0): free_start - i for i in range(free_start + 1)}
    queue = sorted((cost, cell) for cell, cost in best.items())
    came: dict[Cell, tuple[Cell, _Arc]] = {}
    arcs = _Arcs(edit, rules)
    last, least = (height, width), inf
    while queue:
        here, (i, k) = heappop(queue)
        if here >= least:
            break
        if here > best[i, k]:
            continue
        beyond = abs(height - free_end - i)
        if k == width and i >= height - free_end and here + beyond < least:
            last, least = (i, k), here + beyond
        for arc in arcs.of(i, k):
            there = (i + arc.said, k + arc.claimed)
            if here + arc.cost < best.get(there, inf):
                best[there] = here + arc.cost
                came[there] = ((i, k), arc)
                heappush(queue, (best[there], there))
    return last, came


def _with_words_beside(edit: Edit) -> tuple[Edit, int, int]:
    """The edit with words beside the claim's edges, and how many there are before and after it."""
    said, (first, last) = edit.texts.said, edit.said_range
    most = WORDS_BESIDE_CLAIM + min(len(edit.claimed), MOST_MISSED) if edit.claimed else 0
    before = min(most, first - sentence_of(said, first)[0]) if edit.begins_claim and first < len(said) else 0
    after = min(most, sentence_of(said, last - 1)[1] - last) if edit.ends_claim and last else 0
    return Edit(edit.texts, (first - before, last + after), edit.claimed_range), before, after


class _Arcs:
    """The steps that can be taken in a stretch."""

    def __init__(self, edit: Edit, rules: Collection[Rule]) -> None:
        self._edit = edit
        rules = [rule for rule in rules if rule.may_be(edit)]
        self._left_out, self._put_in, self._replaced = (rules_of(rules, shape) for shape in STEPS)
        self._leaving_out, self._putting_in = cache(self._all_leaving_out), cache(self._all_putting_in)

    def of(self, i: int, k: int) -> Iterator[_Arc]:
        """The steps from the words at these places on."""
        said, claimed = self._edit.said, self._edit.claimed
        if i < len(said):
            yield _Arc(1, 0, LEFT_OUT)
            for end, rules in self._leaving_out(i, self._edit.claimed_range[0] + k in self._edit.texts.breaks):
                yield from self._lightest_step(rules, (i, end), (k, k))
        if k < len(claimed):
            yield _Arc(0, 1, PUT_IN)
            for end, rules in self._putting_in(k):
                yield from self._lightest_step(rules, (i, i), (k, end))
        if i < len(said) and k < len(claimed):
            if are_same(said[i], claimed[k]):
                yield _Arc(1, 1, 0)
            yield _Arc(1, 1, REPLACED + OTHER_KIND * (said[i].kind != claimed[k].kind))
            yield from self._replacing(i, k)

    def _all_leaving_out(self, i: int, marked: bool) -> list[tuple[int, list[Rule]]]:
        """The ends of words from a place on that may be left out, each with the rules."""
        ends = _ends(self._edit.said, i, marked=marked)
        return [(end, rules) for end in ends if (rules := self._holding(self._left_out, (i, end), (0, 0)))]

    def _all_putting_in(self, k: int) -> list[tuple[int, list[Rule]]]:
        """The ends of words from a place on that may be put in, each with the rules."""
        ends = _ends(self._edit.claimed, k)
        return [(end, rules) for end in ends if (rules := self._holding(self._put_in, (0, 0), (k, end)))]

    def _replacing(self, i: int, k: int) -> Iterator[_Arc]:
        """The steps that put words of the claim for those of the transcript, both from these places on."""
        rest = self._edit.part((i, len(self._edit.said)), (k, len(self._edit.claimed)))
        for rule in self._replaced:
            if rule.may_begin(rest.said[0], rest.claimed[0]):
                for said, claimed in rule.sizes(rest):
                    if rule.holds(rest.part((0, said), (0, claimed))):
                        yield _Arc(said, claimed, RULE_COSTS[rule.severity], rule)

    def _holding(self, rules: Sequence[Rule], said: Range, claimed: Range) -> list[Rule]:
        """The rules that hold for some words, the lightest first."""
        edit = self._edit.part(said, claimed) if rules else self._edit
        return [rule for rule in rules if rule.holds(edit)]

    def _lightest_step(self, rules: Sequence[Rule], said: Range, claimed: Range) -> Iterator[_Arc]:
        """The step by the lightest of the rules that allows it there."""
        edit = self._edit.part(said, claimed) if rules else self._edit
        for rule in rules:
            if rule.there(edit):
                yield _Arc(said[1] - said[0], claimed[1] - claimed[0], RULE_COSTS[rule.severity], rule)
                return


def _ends(words: Sequence[Word], first: int, *, marked: bool = False) -> Iterator[int]:
    """The places behind words that one step leaves out or puts in: a few, what a pause ends, or anything where the
    claim marks an elision."""
    for end in range(first + 1, len(words) + 1):
        if marked or end - first <= LONGEST_RUN or end == len(words) or words[end - 1].closes:
            yield end


def _joined_steps(steps: Sequence[Step]) -> list[Step]:
    """The steps, of which those that touch and are one alteration are one."""
    found: list[Step] = []
    for step in steps:
        while found and _are_one(found[-1], step):
            step = _joined_step(found.pop(), step)
        found.append(step)
    return found


def _joined_step(one: Step, other: Step) -> Step:
    """Two steps as one, by the rule of one of them that takes all which is left out there, if it allows both."""
    edit = joined_edit(one.edit, other.edit)
    rules = (step.rule for step in (one, other) if step.rule and step.rule.takes_all and not edit.claimed)
    return Step(edit, next((rule for rule in rules if rule.there(edit)), None))


def _are_one(one: Step, other: Step) -> bool:
    """True if two steps that touch are one alteration: of words left out and put in, or of small words, it is enough
    that one is; or if a rule takes all that is left out there."""
    if one.edit.said_range[1] != other.edit.said_range[0]:
        return False
    if one.rule and other.rule:
        return (one.rule.takes_all or other.rule.takes_all) and not (one.edit.claimed or other.edit.claimed)
    replaces = bool(one.edit.said) != bool(other.edit.said) and bool(one.edit.claimed) != bool(other.edit.claimed)
    small = any(step.rule and step.rule.is_small for step in (one, other))
    return (one.rule is None and other.rule is None) or replaces or small
