"""A rule that allows a difference, and what rules look at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import KW_ONLY, dataclass
from itertools import product
from typing import Literal

from transcript.comparison import frames
from transcript.comparison.edits import Edit
from transcript.language.tagging import Phrase, Word

Severity = Literal["same", "spoken", "light"]
"""Severity of an allowed edit: no change, a loss of speech alone, or a little of the wording."""


Shape = Literal["left out", "put in", "replaced", "alteration"]
"""What a rule holds for: one step of words left out, put in or replaced, or an alteration that no step explains."""


Holds = Callable[[Edit], bool]
Pair = Callable[[Word, Word], bool]
Sizing = Callable[[Edit], Iterable[tuple[int, int]]]


REACH = 12
"""Words on either side of an edit that are looked at for what it belongs to: its clause, a word that moved."""


FEW = 3
"""Words that a rule which does not tell how many it holds for is tried with."""


def anywhere(_: Edit) -> bool:
    return True


def few_words(edit: Edit) -> Iterable[tuple[int, int]]:
    """Up to `FEW` words for as many."""
    return product(range(1, min(FEW, len(edit.said)) + 1), range(1, min(FEW, len(edit.claimed)) + 1))


def is_one_word(edit: Edit) -> bool:
    """True if one word stands for one."""
    return len(edit.said) == len(edit.claimed) == 1


@dataclass(frozen=True, slots=True)
class Rule:
    """A harmless difference: an edit for which `holds` and `there` are true; `example` is what was said and a claim.

    Of words left out or put in `holds` does not look at the place in the other text at which they are, which `there`
    does. Of words replaced `sizes` are the numbers of the transcript's words and of the claim's, from the first of an
    edit on, that it may hold for. Of an alteration `holds` alone decides. `may_be` is False if it holds for no part of
    an edit, `may_begin` if it holds for no words that begin with these two, the transcript's and the claim's, as far
    as that can be told at a glance. What `is_small` allows is judged with the alteration that it touches; a rule that
    `takes_all` is held against all that is left out in its place.
    """

    name: str
    holds: Holds
    example: tuple[str, str]
    there: Holds = anywhere
    _: KW_ONLY
    shape: Shape
    severity: Severity = "light"
    sizes: Sizing = few_words
    may_be: Holds = anywhere
    may_begin: Pair = lambda *_: True
    is_small: bool = False
    takes_all: bool = False


def rules_of(rules: Collection[Rule], shape: Shape) -> list[Rule]:
    """The rules for edits of a shape, the least severe first."""
    order = ("same", "spoken", "light")
    return sorted((rule for rule in rules if rule.shape == shape), key=lambda rule: order.index(rule.severity))


def phrase(words: Sequence[Word]) -> Phrase:
    """The words as a list has them."""
    return tuple(word.key for word in words)


def governs_nothing(words: Sequence[Word]) -> bool:
    """True if words deny nothing, and make no condition, guess or report."""
    return not any(word.kind == "negation" for word in words) and not frames.kind_within(words)


def is_plain(words: Sequence[Word]) -> bool:
    """True if words govern nothing, and count nothing."""
    return governs_nothing(words) and not any(word.kind == "number" for word in words)


def clause_before(edit: Edit) -> Sequence[Word]:
    """The words before an edit that are of its clause."""
    before = edit.said_before(REACH)
    return before[next((at + 1 for at in range(len(before) - 1, -1, -1) if before[at].closes), 0) :]


def follows_negation(edit: Edit) -> bool:
    """True if a negation stands right before the edit, in its clause: not very good is not not good."""
    before = edit.said_before(2)
    return any(
        word.kind == "negation" and not any(other.closes for other in before[at:]) for at, word in enumerate(before)
    )


def is_approximating(edit: Edit) -> bool:
    """True for words that say of something absolute that it is not so all the way: basically impossible."""
    approximating = any(word.is_a("approximating") for word in edit.said)
    return approximating and any(word.is_a("absolute") for word in edit.said_after(2))


def precedes_number(edit: Edit) -> bool:
    return any(word.kind == "number" for word in edit.said_after(1))


def is_restricting(before: Sequence[Word]) -> bool:
    """True if the clause that begins with these words denies, counts or asks for its rest, so that what stands there
    says less of it, not more: I don't run it locally, most of those who came early. Many who came early came."""
    for word in reversed(before):
        counts = word.kind == "quantity" and not word.is_a("counting freely")
        if counts or word.kind == "negation" or word.is_a("restricting"):
            return True
        if word.closes:
            return False
    return False
