"""Kinds of alterations, which are named as the reasons of a verdict."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import product

from transcript.comparison import frames
from transcript.comparison.edits import Edit
from transcript.comparison.frames import KindName
from transcript.language.lexicon import QUANTITIES, word_class
from transcript.language.tagging import Word
from transcript.language.tagging.grammar import sentence_of
from transcript.language.wordlist import read_rows


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of alteration. `holds` tells whether an edit is of it, `example` is what was said and a claim."""

    name: KindName
    holds: Callable[[Edit], bool]
    example: tuple[str, str]


def kind_of(edit: Edit) -> KindName:
    """The name of the first kind that an edit is of."""
    return next(kind.name for kind in KINDS if kind.holds(edit))


def is_of_words(edit: Edit) -> bool:
    """True if an edit is of no kind that tells more than that words are gone, new, or others."""
    return kind_of(edit) in ("word put in", "word left out", "another word")


def _differ_in(trait: Callable[[Sequence[Word]], object]) -> Callable[[Edit], bool]:
    """True for an edit whose sides differ in what they have of something."""
    return lambda edit: trait(edit.said) != trait(edit.claimed)


def _numbers(words: Sequence[Word]) -> list[str]:
    return [word.key.removesuffix(word.unit) for word in words if word.kind == "number"]


def _units(words: Sequence[Word]) -> tuple[list[str], Set[str]]:
    """The units of amounts, and those that stand by themselves."""
    return [word.unit for word in words if word.kind == "number"], word_class("unit") & {word.key for word in words}


def _negations(words: Sequence[Word]) -> int:
    return sum(word.kind == "negation" for word in words)


def _quantities(words: Sequence[Word]) -> Set[str]:
    return {QUANTITIES[word.key] for word in words if word.key in QUANTITIES}


def _frames_of(kind: KindName) -> Callable[[Edit], bool]:
    """True for an edit of which one side has a frame of a kind that the other lacks."""
    return _differ_in(lambda words: frames.kind_within(words) == kind)


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
def _opposites() -> frozenset[frozenset[str]]:
    """The pairs of words that say the contrary of each other."""
    return frozenset(frozenset(row) for name in ("opposites", "opposites_of_wordnet.en") for row in read_rows(name))


def _says_opposite(edit: Edit) -> bool:
    return any(frozenset(pair) in _opposites() for pair in product(edit.said_keys, edit.claimed_keys))


def _changes_name(edit: Edit) -> bool:
    return any(word.is_name for word in (*edit.said, *edit.claimed))


KINDS: tuple[Kind, ...] = (
    Kind("number", _differ_in(_numbers), ("They have 40 goats", "They have 45 goats")),
    Kind("unit", _differ_in(_units), ("It cost 5 dollars in all", "It cost 5 euros in all")),
    Kind("negation", _differ_in(_negations), ("It is not finished", "It is finished")),
    Kind("condition", _frames_of("condition"), ("They leave if it falls on them", "They leave when it falls on them")),
    Kind("wish", _frames_of("wish"), ("She came, and I hope she stays here", "She came, and she stays here")),
    Kind("hearsay", _frames_of("hearsay"), ("It fell, and he says it was old stone", "It fell, and it was old stone")),
    Kind("question", _frames_of("question"), ("They know whether the goats are here", "They know the goats are here")),
    Kind("guess", _frames_of("guess"), ("She might fall into the river", "She will fall into the river")),
    Kind("attempt", _frames_of("attempt"), ("They tried to buy the old bridge", "They bought the old bridge")),
    Kind("time", _frames_of("time"), ("They used to hate the old bridge", "They hate the old bridge")),
    Kind("quantity", _differ_in(_quantities), ("All of the goats cross it", "Most of the goats cross it")),
    Kind("opposite", _says_opposite, ("They left before the war", "They left after the war")),
    Kind("roles", _changes_roles, ("Goats on the bridge hate wolves", "Wolves on the bridge hate goats")),
    Kind("name", _changes_name, ("It was the bridge of Ada", "It was the bridge of Ben")),
    Kind("word put in", lambda edit: not edit.said, ("They left the old bridge", "They left the old stone bridge")),
    Kind("word left out", lambda edit: not edit.claimed, ("They left the fake bridge", "They left the bridge")),
    Kind("another word", bool, ("It was a quick ride home", "It was a quiet ride home")),
)
