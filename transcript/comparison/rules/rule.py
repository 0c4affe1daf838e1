"""A rule that allows a difference, and what rules look at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from transcript.comparison import frames
from transcript.comparison.edits import Edit
from transcript.comparison.lists import Phrase, listed, paraphrases
from transcript.comparison.word import Word

Severity = Literal["same", "spoken", "light"]
"""Severity of an allowed edit: no change, a loss of speech alone, or a little of the wording."""


Shape = Literal["left out", "put in", "replaced"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A harmless difference. `holds` tells whether an edit is one, `example` is what was said and a claim."""

    name: str
    severity: Severity
    shape: Shape
    holds: Callable[[Edit], bool]
    example: tuple[str, str]


def rules_of(rules: Collection[Rule], shape: Shape) -> list[Rule]:
    """The rules for edits of a shape, the least severe first."""
    order = ("same", "spoken", "light")
    return sorted((rule for rule in rules if rule.shape == shape), key=lambda rule: order.index(rule.severity))


def phrase(words: Sequence[Word]) -> Phrase:
    """The words as a list has them."""
    return tuple(word.key for word in words)


def is_listed(keys: Phrase, name: str) -> bool:
    """True if words are a phrase of a list."""
    return keys in listed(name)


def is_plain(words: Sequence[Word]) -> bool:
    """True if words deny nothing, count nothing, and make no condition, guess or report."""
    return not any(word.kind in ("negation", "number") for word in words) and not frames.within(words)


def follows_negation(edit: Edit) -> bool:
    """True if a negation stands right before the edit: not very good is not not good."""
    return any(word.kind == "negation" and not word.closes for word in edit.said_before(2))


def precedes_number(edit: Edit) -> bool:
    return any(word.kind == "number" for word in edit.said_after(1))


def paraphrase_groups(words: Sequence[Word]) -> frozenset[int]:
    if len(words) == 1 and words[0].kind not in ("negation", "number"):
        table = paraphrases()
        return table.get((words[0].key,), frozenset()) | table.get((words[0].stem,), frozenset())
    keys = phrase(words)
    if not words or words[0].kind not in ("content", "small"):
        return paraphrases().get(keys, frozenset())
    return paraphrases().get(keys, frozenset()) | paraphrases().get((words[0].stem, *keys[1:]), frozenset())
