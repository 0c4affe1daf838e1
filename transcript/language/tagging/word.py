"""A word as it is compared: by what, of what kind, where it stands, and what it counts."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from transcript.language import frequency
from transcript.language.lexicon import classes_of, word_class
from transcript.language.normalise import is_han
from transcript.language.stemming import stem

Kind = Literal["content", "number", "negation", "quantity", "small", "filler"]


WEIGHTS: dict[Kind, float] = {
    "content": 1.0, "number": 1.0, "negation": 0.7, "quantity": 0.5, "small": 0.35, "filler": 0.1,
}  # fmt: skip
"""Weight of a word of each kind in an alignment."""


HAN_WEIGHT = 0.6
"""Weight of a Chinese character beside that of a word: most words have two."""


class Word(NamedTuple):
    """A word at characters `start` to `end` of its text. `key` is what it is compared by, `stem` its term, `unit` the
    unit of an amount. `before` is what stands right before it, `pause` right after it: 0 nothing, 1 the end of a
    clause, 2 of a sentence, 3 another speaker. `form` is the letters of the whole token it is in, and `capital` whether
    that begins with a capital."""

    key: str
    kind: Kind
    start: int
    end: int
    stem: str
    unit: str = ""
    before: int = 0
    pause: int = 0
    form: str = ""
    capital: bool = False

    @property
    def opens(self) -> bool:
        return self.before > 0

    @property
    def closes(self) -> bool:
        return self.pause > 0

    @property
    def is_name(self) -> bool:
        """True if it is part of a name: it has a capital within a sentence, or is in no general use and has one."""
        if not self.capital or self.kind not in ("content", "small") or self.is_a("pronoun"):
            return False
        return not frequency.is_known(self.key) if self.before > 1 else self.key != "i"

    def is_a(self, *classes: str) -> bool:
        """True if the word is of one of these classes of `word_classes.en.txt` and `word_classes.zh.txt`."""
        return not classes_of(self.key).isdisjoint(classes)

    def is_form_of(self, name: str) -> bool:
        """True if the word is a form of one of a class: went of go."""
        return self.stem in _stems_of(name)

    @property
    def sign(self) -> str:
        """The key that words have in common which are the same to a reader: in what they say, and in what they deny."""
        return f"not {self.key}" if self.kind == "negation" else self.key

    @property
    def weight(self) -> float:
        """The weight of the word in an alignment."""
        return _weight(self.kind, self.key[0])


@lru_cache(maxsize=16_384)
def _weight(kind: Kind, first: str) -> float:
    """The weight of a word of a kind, by the letter that it begins with."""
    return WEIGHTS[kind] * (HAN_WEIGHT if is_han(first) else 1.0)


@cache
def _stems_of(name: str) -> frozenset[str]:
    return frozenset(map(stem, word_class(name)))
