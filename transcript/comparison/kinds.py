"""Kinds of alterations, which are named as the reasons of a verdict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from transcript.comparison import frames
from transcript.comparison.edits import Edit, sentence_of
from transcript.language.lexicon import QUANTITIES, word_class
from transcript.language.tagging import Word
from transcript.language.wordlist import read_rows

KindName = Literal[
    "number", "unit", "negation", "condition", "wish", "guess", "hearsay", "question", "attempt", "time", "quantity",
    "roles", "name", "opposite", "word put in", "word left out", "another word",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of alteration. `holds` tells whether an edit is of it, `example` is what was said and a claim."""

    name: KindName
    holds: Callable[[Edit], bool]
    example: tuple[str, str]


def kind_of(edit: Edit) -> KindName:
    """The name of the first kind that an edit is of."""
    return next(kind.name for kind in KINDS if kind.holds(edit))


def _changes_number(edit: Edit) -> bool:
    one, other = (
        [word.key.removesuffix(word.unit) for word in words if word.kind == "number"]
        for words in (edit.said, edit.claimed)
    )
    return one != other


def _changes_unit(edit: Edit) -> bool:
    one, other = ([word.unit for word in words if word.kind == "number"] for words in (edit.said, edit.claimed))
    return one != other or bool(word_class("unit") & (set(edit.said_keys) ^ set(edit.claimed_keys)))


def _changes_negation(edit: Edit) -> bool:
    one, other = (sum(word.kind == "negation" for word in words) for words in (edit.said, edit.claimed))
    return one != other


def _is_frame(kind: KindName) -> Callable[[Edit], bool]:
    """True if one side has a frame of a kind that the other lacks."""
    return lambda edit: (frames.kind_within(edit.said) == kind) != (frames.kind_within(edit.claimed) == kind)


def _changes_quantity(edit: Edit) -> bool:
    return bool(QUANTITIES.keys() & (set(edit.said_keys) ^ set(edit.claimed_keys)))


def _changes_roles(edit: Edit) -> bool:
    """The words of one place in another: who does what to whom, what came first; or the by of a passive."""
    if not edit.said or not edit.claimed:
        return ("by",) in (edit.said_keys, edit.claimed_keys)
    telling, claimed = _telling_keys(edit.said), _telling_keys(edit.claimed)
    around = {word.key for word in edit.texts.said[slice(*sentence_of(edit.texts.said, edit.said_range[0]))]}
    return bool(telling) and telling != claimed and set(claimed) <= around and bool(claimed)


def _telling_keys(words: Sequence[Word]) -> list[str]:
    return [word.key for word in words if word.kind == "content" or word.is_name]


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """For each word those that say the contrary."""
    pairs = [tuple(row) for row in read_rows("opposites")]
    both = {*pairs, *(pair[::-1] for pair in pairs)}
    return {word: frozenset(other for one, other in both if one == word) for word, _ in both}


def _says_opposite(edit: Edit) -> bool:
    claimed = set(edit.claimed_keys)
    return any(not claimed.isdisjoint(_opposites().get(key, ())) for key in edit.said_keys)


def _changes_name(edit: Edit) -> bool:
    return any(word.is_name for word in (*edit.said, *edit.claimed))


KINDS: tuple[Kind, ...] = (
    Kind("number", _changes_number, ("They have 40 goats", "They have 45 goats")),
    Kind("unit", _changes_unit, ("It cost 5 dollars in all", "It cost 5 euros in all")),
    Kind("negation", _changes_negation, ("It is not finished", "It is finished")),
    Kind("condition", _is_frame("condition"), ("They leave if it falls on them", "They leave when it falls on them")),
    Kind("wish", _is_frame("wish"), ("She came, and I hope she stays here", "She came, and she stays here")),
    Kind("hearsay", _is_frame("hearsay"), ("It fell, and he says it was old stone", "It fell, and it was old stone")),
    Kind("question", _is_frame("question"), ("They know whether the goats are here", "They know the goats are here")),
    Kind("guess", _is_frame("guess"), ("She might fall into the river", "She will fall into the river")),
    Kind("attempt", _is_frame("attempt"), ("They tried to buy the old bridge", "They bought the old bridge")),
    Kind("time", _is_frame("time"), ("They used to hate the old bridge", "They hate the old bridge")),
    Kind("quantity", _changes_quantity, ("All of the goats cross it", "Most of the goats cross it")),
    Kind("opposite", _says_opposite, ("They left before the war", "They left after the war")),
    Kind("roles", _changes_roles, ("Goats on the bridge hate wolves", "Wolves on the bridge hate goats")),
    Kind("name", _changes_name, ("It was the bridge of Ada", "It was the bridge of Ben")),
    Kind("word put in", lambda edit: not edit.said, ("They left the old bridge", "They left the old stone bridge")),
    Kind("word left out", lambda edit: not edit.claimed, ("They left the fake bridge", "They left the bridge")),
    Kind("another word", bool, ("It was a quick ride home", "It was a quiet ride home")),
)
