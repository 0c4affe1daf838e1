"""What kind of alteration an edit is, to be named as the reason of a verdict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from transcript.comparison import wordlists
from transcript.comparison.word import Word

KindName = Literal[
    "number", "unit", "negation", "condition", "guess", "attempt", "quantity", "roles", "name", "word put in",
    "word left out", "another word",
]  # fmt: skip


Words = Sequence[Word]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of alteration. `holds` tells it from the words of the transcript and of the claim that differ."""

    name: KindName
    holds: Callable[[Words, Words], bool]
    example: tuple[str, str]


def kind_of(said: Words, claimed: Words) -> KindName:
    """The name of the first kind that an edit is of."""
    return next(kind.name for kind in KINDS if kind.holds(said, claimed))


def _keys(words: Words) -> list[str]:
    return [word.key for word in words]


def _differ(said: Words, claimed: Words, listed: frozenset[str]) -> bool:
    """Whether one side has words of a list that the other lacks."""
    return bool(listed & (set(_keys(said)) ^ set(_keys(claimed))))


def _numbers(said: Words, claimed: Words) -> bool:
    one, other = ([word.key for word in words if word.kind == "number"] for words in (said, claimed))
    return one != other


def _units(said: Words, claimed: Words) -> bool:
    one, other = ([word.unit for word in words if word.kind == "number"] for words in (said, claimed))
    return one != other or _differ(said, claimed, wordlists.UNIT_WORDS)


def _negations(said: Words, claimed: Words) -> bool:
    one, other = (sum(word.kind == "negation" for word in words) for words in (said, claimed))
    return one != other


def _roles(said: Words, claimed: Words) -> bool:
    return len(said) > 1 and _keys(said) != _keys(claimed) and sorted(_keys(said)) == sorted(_keys(claimed))


def _is_name(word: Word) -> bool:
    return word.capital and word.kind == "content" and not word.opens


KINDS: tuple[Kind, ...] = (
    Kind("number", _numbers, ("They have 40 goats", "They have 45 goats")),
    Kind("unit", _units, ("It cost 5 dollars", "It cost 5 euros")),
    Kind("negation", _negations, ("It is not finished", "It is finished")),
    Kind("condition", lambda a, b: _differ(a, b, wordlists.CONDITIONS), ("If it falls, they stay", "they stay")),
    Kind("guess", lambda a, b: _differ(a, b, wordlists.HEDGES), ("It might fall", "It falls")),
    Kind("attempt", lambda a, b: _differ(a, b, wordlists.ATTEMPTS), ("They tried to buy it", "They bought it")),
    Kind("quantity", lambda a, b: _differ(a, b, frozenset(wordlists.QUANTITIES)), ("All of them", "Most of them")),
    Kind("roles", _roles, ("goats hate wolves", "wolves hate goats")),
    Kind("name", lambda a, b: any(map(_is_name, (*a, *b))), ("It was Ada", "It was Ben")),
    Kind("word put in", lambda *both: not both[0], ("", "angrily")),
    Kind("word left out", lambda *both: not both[1], ("fake", "")),
    Kind("another word", lambda *_: True, ("quick", "quiet")),
)
