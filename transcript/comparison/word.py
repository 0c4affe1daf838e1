"""A word as it is compared: by what, of what kind, where it stands, and what it counts."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from transcript.language.normalise import is_han

Kind = Literal["content", "number", "negation", "quantity", "small", "filler"]


WEIGHTS: dict[Kind, float] = {
    "content": 1.0, "number": 1.0, "negation": 0.7, "quantity": 0.5, "small": 0.35, "filler": 0.1,
}  # fmt: skip
"""Weight of a word of each kind in an alignment."""


HAN_WEIGHT = 0.6
"""Weight of a Chinese character beside that of a word: most words have two."""


class Word(NamedTuple):
    """A word at characters `start` to `end` of its text. `key` is what it is compared by, `stem` its term, `unit` the
    unit of an amount. `opens` is whether punctuation stands right before it, `pause` what stands right after it: 0
    nothing, 1 the end of a clause, 2 of a sentence, 3 another speaker. `form` is the letters of the whole token it is
    in, and `capital` whether that begins with a capital."""

    key: str
    kind: Kind
    start: int
    end: int
    stem: str
    unit: str = ""
    opens: bool = False
    pause: int = 0
    form: str = ""
    capital: bool = False

    @property
    def closes(self) -> bool:
        return self.pause > 0

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
