"""The edit script of a stretch: how the transcript's words became the claim's by steps that rules allow.

Of all scripts it is the one with the fewest words that no rule allows; of these, that with the lightest rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from heapq import heappop, heappush
from itertools import islice, product
from typing import NamedTuple

from transcript.comparison.edits import Edit, are_same, joined_edit
from transcript.comparison.lists import Phrase, paraphrases
from transcript.comparison.rules import Rule, Severity, rules_of
from transcript.comparison.word import Word
from transcript.language.normalise import is_han
from transcript.language.sentences import Range

RULE_COSTS: dict[Severity, int] = {"same": 1, "spoken": 10, "light": 100}


LEFT_OUT, PUT_IN, REPLACED, OTHER_KIND = 6_000, 10_000, 9_950, 40
"""Cost of a word that no rule allows to be left out, put in or replaced, and more if it is by one of another kind."""


NEVER = 10**9


LONGEST_PHRASE = 8
"""Words of either side that one step puts for those of the other."""


FEW = 3
"""Words up to which any may stand for others; of more, both sides tell the same or are listed phrases."""


LONGEST_RUN = 6
"""Words that one step puts in, or leaves out unless a clause begins or ends there."""


WORDS_BESIDE_CLAIM = 4
"""Words beside the beginning or the end of a claim that one step may need: over fifty, for more than fifty."""


MOST_MISSED = 8
"""Words at an edge of a claim in whose place as many of the transcript's are looked at."""


CELLS = 1_200
"""Pairs of words in a stretch; in a longer one nothing is allowed but what both have."""


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
    edit, free_start, free_end = _with_words_beside(edit)
    last, came = _cheapest_script(edit, rules, free_start, free_end)
    first = last
    while first in came:
        first = came[first][0]
    return Script(list(_steps_back(edit, came, last)), (edit.said_range[0] + first[0], edit.said_range[0] + last[0]))


Cell = tuple[int, int]
"""Numbers of the transcript's words and of the claim's that are already passed."""


def _cheapest_script(
    edit: Edit, rules: Collection[Rule], free_start: int, free_end: int
) -> tuple[Cell, dict[Cell, tuple[Cell, _Arc]]]:
    """The cell at which the cheapest script ends, and from where each cell was reached: the algorithm of Dijkstra.

    So many of the transcript's words at the start and at the end may stay outside of it.
    """
    height, width = len(edit.said), len(edit.claimed)
    best: dict[Cell, int] = {(i, 0): free_start - i for i in range(free_start + 1)}
    queue = sorted((cost, cell) for cell, cost in best.items())
    came: dict[Cell, tuple[Cell, _Arc]] = {}
    arcs = _Arcs(edit, rules)
    last, least = (height, width), NEVER
    while queue:
        here, cell = heappop(queue)
        i, k = cell
        if here >= least:
            break
        if here > best[cell]:
            continue
        beyond = abs(height - free_end - i)
        if k == width and i >= height - free_end and here + beyond < least:
            last, least = cell, here + beyond
        for arc in arcs.of(i, k):
            there = (i + arc.said, k + arc.claimed)
            if here + arc.cost < best.get(there, NEVER):
                best[there] = here + arc.cost
                came[there] = (cell, arc)
                heappush(queue, (best[there], there))
    return last, came


def _with_words_beside(edit: Edit) -> tuple[Edit, int, int]:
    """The edit with words beside the claim's edges, and how many there are before and after it."""
    texts, (first, last) = edit.texts, edit.said_range
    before = after = 0
    most = WORDS_BESIDE_CLAIM + min(len(edit.claimed), MOST_MISSED)
    if edit.begins_claim and edit.claimed:
        while before < most and first - before > 0 and texts.said[first - before - 1].pause < 2:
            before += 1
    if edit.ends_claim and edit.claimed:
        while after < most and last + after < len(texts.said) and texts.said[last + after - 1].pause < 2:
            after += 1
    return Edit(texts, (first - before, last + after), edit.claimed_range), before, after


class _Side:
    """The words of one side of a stretch, with what is asked of them at many places."""

    def __init__(self, words: Sequence[Word], keys: Phrase) -> None:
        self.words, self.keys = words, keys
        self.listed = cache(self._listed_sizes)
        """For a place, the sizes of the listed phrases that begin there."""
        self.telling = cache(self._telling_sizes)
        """For a place, the sets of stems that words from there on tell, each with the sizes that tell no more."""

    def _listed_sizes(self, at: int) -> list[int]:
        most = min(LONGEST_PHRASE, len(self.words) - at)
        return [size for size in range(1, most + 1) if self.keys[at : at + size] in paraphrases()]

    def _telling_sizes(self, at: int) -> dict[frozenset[str], list[int]]:
        found: dict[frozenset[str], list[int]] = {}
        stems: frozenset[str] = frozenset()
        for size, word in enumerate(self.words[at : at + LONGEST_PHRASE], 1):
            stems |= {word.stem} if word.kind in ("content", "number") else frozenset()
            if size > 1:
                found.setdefault(stems, []).append(size)
        return found


class _Arcs:
    """The steps that can be taken in a stretch."""

    def __init__(self, edit: Edit, rules: Collection[Rule]) -> None:
        self._edit = edit
        self._said, self._claimed = _Side(edit.said, edit.said_keys), _Side(edit.claimed, edit.claimed_keys)
        rules = [rule for rule in rules if rule.may_be(edit)]
        self._left_out, self._put_in = rules_of(rules, "left out"), rules_of(rules, "put in")
        replaced = rules_of(rules, "replaced")
        self._alone = [rule for rule in replaced if not rule.several]
        self._several = [rule for rule in replaced if rule.several]
        self._ends = {at + 1 for at, word in enumerate(edit.said) if word.closes} | {len(edit.said)}
        self._ends |= {at for at, word in enumerate(edit.said) if word.opens}
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
        """The ends of words from a place on that may be left out, each with the rules: a few words, what a pause ends,
        or anything where the claim marks an elision."""
        ends = (
            end
            for end in range(i + 1, len(self._edit.said) + 1)
            if end - i <= LONGEST_RUN or end in self._ends or marked
        )
        return [(end, rules) for end in ends if (rules := self._holding(self._left_out, (i, end), (0, 0)))]

    def _all_putting_in(self, k: int) -> list[tuple[int, list[Rule]]]:
        """The ends of words from a place on that may be put in, each with the rules: a few, or what a pause ends."""
        claimed = self._edit.claimed
        ends = (
            end
            for end in range(k + 1, len(claimed) + 1)
            if end - k <= LONGEST_RUN or claimed[end - 1].closes or end == len(claimed)
        )
        return [(end, rules) for end in ends if (rules := self._holding(self._put_in, (0, 0), (k, end)))]

    def _replacing(self, i: int, k: int) -> Iterator[_Arc]:
        """The steps that put words of the claim for those of the transcript, both from these places on."""
        words = self._edit.said[i], self._edit.claimed[k]
        alone = [rule for rule in self._alone if rule.may_begin(*words)]
        several = [] if is_han(words[0].key[0]) else self._several
        for size, other in self._replaceable(i, k, few=not several) if alone or several else ():
            rules = alone if size == other == 1 else [*alone, *several]
            said, claimed = (i, i + size), (k, k + other)
            yield from self._lightest_step(self._holding(rules, said, claimed), said, claimed)

    def _replaceable(self, i: int, k: int, *, few: bool) -> set[tuple[int, int]]:
        """Numbers of words from these places on that any rule looks at: a few, listed phrases or, of not so `few`,
        those that tell the same."""
        said, claimed = self._said.keys, self._claimed.keys
        most, most_claimed = min(FEW, len(said) - i), min(FEW, len(claimed) - k)
        found = {(1, other) for other in range(1, most_claimed + 1)} | {(size, 1) for size in range(1, most + 1)}
        found.update(product(self._said.listed(i), self._claimed.listed(k)))
        pairs = list(product(range(2, most + 1), range(2, most_claimed + 1)))
        if not few:
            there = self._claimed.telling(k)
            for stems, sizes in self._said.telling(i).items():
                pairs += product(sizes, there.get(stems, ()))
        shared = (
            (size, other) for size, other in pairs if not set(said[i : i + size]).isdisjoint(claimed[k : k + other])
        )
        return found.union(shared)

    def _holding(self, rules: Sequence[Rule], said: Range, claimed: Range) -> list[Rule]:
        """The rules that hold for some words, the lightest first."""
        edit = self._part(said, claimed) if rules else self._edit
        return [rule for rule in rules if rule.holds(edit)]

    def _lightest_step(self, rules: Sequence[Rule], said: Range, claimed: Range) -> Iterator[_Arc]:
        """The step by the lightest of the rules that allows it there."""
        if rules:
            edit = self._part(said, claimed)
            yield from (
                _Arc(said[1] - said[0], claimed[1] - claimed[0], RULE_COSTS[rule.severity], rule)
                for rule in islice((rule for rule in rules if rule.there(edit)), 1)
            )

    def _part(self, said: Range, claimed: Range) -> Edit:
        whole = self._edit
        o, c = whole.said_range[0], whole.claimed_range[0]
        return Edit(whole.texts, (o + said[0], o + said[1]), (c + claimed[0], c + claimed[1]))


def _steps_back(edit: Edit, came: dict[Cell, tuple[Cell, _Arc]], place: Cell) -> Iterator[Step]:
    """The steps on the way to a place, in order; those that no rule allows are joined where they touch."""
    steps: list[Step] = []
    while place in came:
        before, arc = came[place]
        if arc.cost:
            steps.append(Step(_edit_between(edit, before, place), arc.rule))
        place = before
    held: Step | None = None
    for step in reversed(steps):
        if held and _are_one(held, step):
            held = Step(joined_edit(held.edit, step.edit), None)
            continue
        if held:
            yield held
        held = step
    if held:
        yield held


def _edit_between(edit: Edit, first: Cell, last: Cell) -> Edit:
    """The part of an edit between two cells."""
    o, c = edit.said_range[0], edit.claimed_range[0]
    return Edit(edit.texts, (o + first[0], o + last[0]), (c + first[1], c + last[1]))


def _are_one(one: Step, other: Step) -> bool:
    """True if two steps that touch are one alteration: of words left out and put in, it is enough that one is."""
    touch = one.edit.said_range[1] == other.edit.said_range[0] and (
        one.edit.claimed_range[1] == other.edit.claimed_range[0]
    )
    if not touch or (one.rule and other.rule):
        return False
    replaces = bool(one.edit.said) != bool(other.edit.said) and bool(one.edit.claimed) != bool(other.edit.claimed)
    return (one.rule is None and other.rule is None) or replaces
