"""A query that has been read: its terms, their weights, and the terms of a transcript that may stand for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from transcript.language.lexicon import (
    IRREGULAR_FORMS,
    STOP_WORDS,
)
from transcript.language.normalise import is_han

LIGHT = 0.12
"""A term that weighs less does not say where a passage is."""


@dataclass(frozen=True, slots=True)
class _Weighing:
    """Weights are of `frequency.weight`: 0.06 for a function word, 1 for a word in no list. Tuned on the development
    sets of the shipped transcript."""

    telling: float = 0.2
    """A word of less weight tells hardly anything."""
    distinctive: float = 0.5
    """From this weight on, a term is worth looking for in the text of another language."""
    needed: int = 4
    """A short query has at most so many words of its own, and is not said without any of them."""
    question: int = 14
    """A longer query, in terms, that begins like a question is one only if it ends like one."""
    speaker: float = 0.5
    """The share of its weight that a speaker's name keeps: who speaks does not say their own name."""
    asked_speaker: float = 0.15
    """The same in a question."""
    small: float = 0.1
    """The weight that each term has on top of its own where the order of words is judged."""


WEIGHING = _Weighing()


@dataclass(frozen=True, slots=True)
class Unit:
    """One term of the query. `weight` is how much it tells, 0 if it only asks; `start` and `end` are its characters.

    `needed` is true if it says something of its own, however common it is: a short claim is not said without it.
    """

    term: str
    word: str
    weight: float
    start: int
    end: int
    needed: bool = False


class Meaning(NamedTuple):
    """The units of the query, `first` to `last`, that a term of a transcript may stand for, with a `likelihood` of 0
    to 1.

    `same` is true if it is the same word, false if another that means the same.
    """

    first: int
    last: int
    likelihood: float
    same: bool = True

    @property
    def units(self) -> range:
        """The numbers of the units."""
        return range(self.first, self.last + 1)


class Expansion(NamedTuple):
    """A term of a transcript with one of its meanings. Two terms, if the query has as one word what stands as two."""

    term: str | tuple[str, str]
    meaning: Meaning


@dataclass(frozen=True)
class Query:
    """A query that has been read. `meanings` has, for a term of a transcript, what it may stand for; `joined` the same
    for two neighbouring terms that the query has as one word.

    `keywords` is true for a list of words that are no sentence and need not stand together, `typing` if the last word
    may be the beginning of one.
    """

    text: str
    units: tuple[Unit, ...]
    question: bool
    keywords: bool = False
    typing: bool = False
    meanings: Mapping[str, Sequence[Meaning]] = field(default_factory=dict)
    joined: Mapping[tuple[str, str], Meaning] = field(default_factory=dict)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """The weight of each unit."""
        return tuple(unit.weight for unit in self.units)

    @cached_property
    def counts(self) -> tuple[float, ...]:
        """The weight of each unit where all words count, the small ones too. Those of a question are the asker's, and
        pairs of Chinese characters are no words."""
        if self.question:
            return self.weights
        small = WEIGHING.small
        return tuple(unit.weight if is_han(unit.term[0]) else unit.weight + small for unit in self.units)

    @cached_property
    def weight(self) -> float:
        """The weight of all units."""
        return sum(self.weights)

    @cached_property
    def counted(self) -> float:
        """The `counts` of all units, to divide by: never zero."""
        return sum(self.counts) or 1.0

    @cached_property
    def promised(self) -> tuple[float, ...]:
        """The share of its weight, and of its counted words, that each unit has: what a candidate promises with it."""
        whole = self.weight or 1.0
        return tuple(
            weight / whole + count / self.counted for weight, count in zip(self.weights, self.counts, strict=True)
        )

    @cached_property
    def distinctive(self) -> list[str]:
        """The terms that may stand for a weighty unit."""
        weighty = {place for place, unit in enumerate(self.units) if unit.weight >= WEIGHING.distinctive}
        return [term for term, ones in self.meanings.items() if any(one.first in weighty for one in ones)]

    @cached_property
    def chinese(self) -> bool:
        """True if it has Chinese characters."""
        return any(is_han(unit.term[0]) for unit in self.units)

    @cached_property
    def latin(self) -> bool:
        """True if it has words or numbers that tell something, in letters or figures."""
        return any(unit.term.isascii() and unit.weight >= LIGHT for unit in self.units)

    @cached_property
    def tells(self) -> bool:
        """True if a word of it tells something: the, right and you know do not."""
        return any(weight >= WEIGHING.telling for weight in self.weights)

    @cached_property
    def needed(self) -> list[int]:
        """The units that must be there, if the query is so short that it says nothing without one of them."""
        needed = [place for place, unit in enumerate(self.units) if unit.needed]
        return [] if self.question or self.keywords or len(needed) > WEIGHING.needed else needed

    @cached_property
    def claim(self) -> bool:
        """True for a short sentence, known by its small words or by a verb in the past: its words belong together."""
        sentence = any(unit.word in STOP_WORDS or _is_past(unit) for unit in self.units)
        return sentence and bool(self.needed) and not self.chinese

    def expanded(self, expansions: Iterable[Expansion]) -> Query:
        """The query with what its units may be meant by; of several expansions to one term the likeliest is kept."""
        meanings: dict[str, list[Meaning]] = {}
        joined: dict[tuple[str, str], Meaning] = {}
        best = sorted(expansions, key=lambda expansion: -expansion.meaning.likelihood)
        for term, meaning in best:
            if isinstance(term, tuple):
                joined.setdefault(term, meaning)
                continue
            known = meanings.setdefault(term, [])
            if not any(one[:2] == meaning[:2] for one in known):
                known.append(meaning)
        return replace(self, meanings=meanings, joined=joined)


def _is_past(unit: Unit) -> bool:
    word = unit.word
    return word in IRREGULAR_FORMS or (word.endswith("ed") and len(word) > 4 and not word.endswith("eed"))
