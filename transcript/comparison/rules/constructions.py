"""Rules for other constructions of the same: give it to her and give her it, built by them and they built.

A construction is a pair of patterns of `constructions.en.txt`, whose head says what they are made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from transcript.comparison.edits import Edit
from transcript.comparison.rules.rule import Rule, is_common_verb, is_plain
from transcript.language.lexicon import word_class
from transcript.language.tagging import Word
from transcript.language.wordlist import read_lines

LONGEST_VARIABLE = 4
"""Words that X, Y or Z of a pattern may be."""


Bound = Mapping[str, tuple[str, ...]]
"""The words that the variables of a pattern stand for."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of a pattern. `accepts` tells whether words fit, of which one is of `keys` if there are any; the words
    of one `variable` are the same on both sides."""

    accepts: Callable[[Sequence[Word]], bool]
    variable: str = ""
    longest: int = 1
    optional: bool = False
    keys: frozenset[str] = frozenset()

    def bind(self, words: Sequence[Word], bound: Bound) -> Bound | None:
        """The variables bound when the slot holds these words; None where it cannot hold them."""
        if not self.accepts(words):
            return None
        if not self.variable:
            return bound
        value = tuple(word.key if self.longest > 1 else word.stem for word in words)
        return {**bound, self.variable: value} if bound.get(self.variable, value) == value else None


Pattern = tuple[Slot, ...]


def _bindings(pattern: Pattern, words: Sequence[Word], bound: Bound) -> Iterator[Bound]:
    """The ways in which a pattern fits all of some words."""
    if not pattern:
        if not words:
            yield bound
        return
    slot, rest = pattern[0], pattern[1:]
    if slot.optional and not bound.get(slot.variable):
        yield from _bindings(rest, words, {**bound, slot.variable: ()} if slot.variable else bound)
    for size in range(1, min(slot.longest, len(words)) + 1):
        now_bound = slot.bind(words[:size], bound)
        if now_bound is not None:
            yield from _bindings(rest, words[size:], now_bound)


def _is_phrase(words: Sequence[Word]) -> bool:
    """True if words may be X, Y or Z: they deny, count and guess nothing, and no clause ends within."""
    return is_plain(words) and not any(word.closes for word in words[:-1])


def _is_noun_phrase(words: Sequence[Word]) -> bool:
    return _is_phrase(words) and not words[0].is_a("verb", "participle")


def _is_verb(form: str, words: Sequence[Word]) -> bool:
    """True if a word may be the verb V, in a form: `ing`, or `plain` for any other."""
    word = words[0]
    if word.kind != "content" and not is_common_verb(word):
        return False
    return not form or word.key.endswith("ing") == (form == "ing")


def _is_of_class(those: frozenset[str], words: Sequence[Word]) -> bool:
    """True if a word, or the unit of an amount, is of a class."""
    return not those.isdisjoint((words[0].key, words[0].stem, words[0].unit))


def _slot(text: str) -> Slot:
    """The slot that a part of a pattern says."""
    if text.endswith(","):
        return _closing(_slot(text.removesuffix(",")))
    optional, text = text.endswith("?"), text.removesuffix("?")
    if text in ("X", "Y", "Z", "N"):
        return Slot(_is_noun_phrase if text == "N" else _is_phrase, text, LONGEST_VARIABLE, optional)
    if text[0] == "V":
        form = text[2:]
        return Slot(partial(_is_verb, form), "V")
    if text[0] == "[":
        name, _, number = text[1:].partition("]")
        words = word_class(name.replace("-", " "))
        return Slot(partial(_is_of_class, words), number and text, 1, optional, words)
    keys = frozenset(text.split("/"))
    return Slot(lambda words: words[0].key in keys, "", 1, optional, keys)


def _closing(slot: Slot) -> Slot:
    """The slot, of words behind which a clause ends."""
    return replace(slot, accepts=lambda words: words[-1].closes and slot.accepts(words))


def _without_fillers(words: Sequence[Word], pattern: Pattern) -> list[Word]:
    """The words without the fillers that a pattern does not name."""
    return [word for word in words if word.kind != "filler" or any(word.key in slot.keys for slot in pattern)]


class _Way:
    """Edits whose words fit pattern `one` where the transcript has them, and the `other` in the claim."""

    def __init__(self, one: Pattern, other: Pattern) -> None:
        self._one, self._other = one, other
        self._longest = [sum(slot.longest for slot in pattern) for pattern in (one, other)]
        self._least = [sum(not slot.optional for slot in pattern) for pattern in (one, other)]
        self._is_said = bool(_anchor(one))
        self._anchor = _anchor(one) or _anchor(other)

    def may_begin(self, said: Word, claimed: Word) -> bool:
        """False if no such edit begins with these words."""
        return _may_open(self._one, said) and _may_open(self._other, claimed)

    def may_be(self, edit: Edit) -> bool:
        """False if no part of an edit is one."""
        return not self._anchor.isdisjoint(edit.said_keys if self._is_said else edit.claimed_keys)

    def holds(self, edit: Edit) -> bool:
        if not self.may_be(edit):
            return False
        said, claimed = _without_fillers(edit.said, self._one), _without_fillers(edit.claimed, self._other)
        sizes = (len(said), len(claimed))
        if not all(low <= size <= high for low, size, high in zip(self._least, sizes, self._longest, strict=True)):
            return False
        bindings = _bindings(self._one, said, {})
        return any(next(_bindings(self._other, claimed, bound), None) is not None for bound in bindings)


def _may_open(pattern: Pattern, word: Word) -> bool:
    """True if a pattern may begin with a word."""
    required = next((at for at, slot in enumerate(pattern) if not slot.optional), len(pattern))
    return any(slot.accepts([word]) for slot in pattern[: required + 1])


def _anchor(pattern: Pattern) -> frozenset[str]:
    """The keys of a word without which the pattern fits nothing, the fewest; none where it has no such word."""
    return min((slot.keys for slot in pattern if slot.keys and not slot.optional), key=len, default=frozenset())


def read_constructions() -> Iterator[Rule]:
    """The rules of the list, each with its example."""
    for line in read_lines("constructions.en"):
        name, patterns, said, claimed = (part.strip() for part in line.split(" | "))
        one, other = (tuple(map(_slot, side.split())) for side in patterns.replace("<=>", "=>").split(" => "))
        ways = [(one, other), (other, one)] if " <=> " in patterns else [(one, other)]
        tests = {test: partial(_is_any, [getattr(_Way(*way), test) for way in ways]) for test in _TESTS}
        several = len(one) > 1 or len(other) > 1
        yield Rule(name, "light", "replaced", example=(said, claimed), several=several, **tests)


_TESTS = ("holds", "may_be", "may_begin")
"""What a rule asks of an edit, and of the words that one begins with."""


def _is_any(ways: Sequence[Callable[..., bool]], *words: Edit | Word) -> bool:
    return any(is_one(*words) for is_one in ways)
