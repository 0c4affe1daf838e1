"""Rules for other constructions of the same: give it to her and give her it, built by them and they built.

A construction is a pair of patterns of `constructions.en.txt`, whose head says what they are made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from transcript.comparison.edits import Edit
from transcript.comparison.rules.rule import Rule, anywhere, is_plain
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


def _bindings(pattern: Pattern, words: Sequence[Word], bound: Bound, at: int = 0) -> Iterator[tuple[int, Bound]]:
    """The ways in which a pattern fits words from a place on, each with the place behind them."""
    if not pattern:
        yield at, bound
        return
    slot, rest = pattern[0], pattern[1:]
    if slot.optional and not bound.get(slot.variable):
        yield from _bindings(rest, words, {**bound, slot.variable: ()} if slot.variable else bound, at)
    for end in range(at + 1, min(at + slot.longest, len(words)) + 1):
        now_bound = slot.bind(words[at:end], bound)
        if now_bound is not None:
            yield from _bindings(rest, words, now_bound, end)


def _is_phrase(words: Sequence[Word]) -> bool:
    """True if words may be X, Y or Z: they deny, count and guess nothing, and no clause ends within."""
    return is_plain(words) and not any(word.closes for word in words[:-1])


def _is_noun_phrase(words: Sequence[Word]) -> bool:
    acts = words[0].is_a("verb", "participle") or any(word.is_a("person") for word in words)
    return _is_phrase(words) and words[-1].kind == "content" and not acts


def _is_verb(form: str, words: Sequence[Word]) -> bool:
    """True if a word may be the verb V, in a form: `ing`, `done` of what is done, `plain` of any but ing."""
    word = words[0]
    if word.kind != "content" and not word.is_form_of("common verb"):
        return False
    if form == "done":
        participle = word.key.endswith(("ed", "en")) or (word.is_a("participle") and not word.key.endswith("ing"))
        return participle and not word.is_a("participle of a state")
    return not form or (word.key.endswith("ing") and word.stem != word.key) == (form == "ing")


def _is_number(words: Sequence[Word]) -> bool:
    return words[0].kind == "number"


def _is_of_class(those: frozenset[str], words: Sequence[Word]) -> bool:
    """True if a word, or the unit of an amount, is of a class."""
    return not those.isdisjoint((words[0].key, words[0].stem, words[0].unit))


def _is_form_of_class(those: frozenset[str], form: str, words: Sequence[Word]) -> bool:
    return _is_of_class(those, words) and _is_verb(form, words)


def _is_of_no_class(those: frozenset[str], words: Sequence[Word]) -> bool:
    """True if a word that is no negation is not of a class."""
    return words[0].kind != "negation" and not _is_of_class(those, words)


def _slot(text: str) -> Slot:
    """The slot that a part of a pattern says."""
    if text.endswith(","):
        return _closing(_slot(text.removesuffix(",")))
    optional, text = text.endswith("?"), text.removesuffix("?")
    if text in _VARIABLES:
        return Slot(_VARIABLES[text], text, LONGEST_VARIABLE, optional)
    if text[0] == "V":
        form = text[2:]
        return Slot(partial(_is_verb, form), "V")
    if text[0] == "[":
        name, _, number = text[1:].partition("]")
        name, _, form = name.partition(":")
        words = word_class(name.removeprefix("!").replace("-", " "))
        if name[0] == "!":
            return Slot(partial(_is_of_no_class, words), number and text, 1, optional)
        if form:
            return Slot(partial(_is_form_of_class, words, form), number and f"[{name}]{number}", 1, optional, words)
        return Slot(partial(_is_of_class, words), number and text, 1, optional, words)
    if text in ("#", "#2"):
        return Slot(_is_number, text, 1, optional)
    keys = frozenset(text.split("/"))
    return Slot(lambda words: words[0].key in keys, "", 1, optional, keys)


_VARIABLES = {"X": _is_phrase, "Y": _is_phrase, "Z": _is_phrase, "N": _is_noun_phrase, "M": _is_noun_phrase}


def _closing(slot: Slot) -> Slot:
    """The slot, of words behind which a clause ends."""
    return replace(slot, accepts=lambda words: words[-1].closes and slot.accepts(words))


def _named_words(words: Sequence[Word], pattern: Pattern) -> tuple[list[Word], list[int]]:
    """The words without the fillers that a pattern does not name, and how many words there are up to each, or none."""
    named = [
        (word, at + 1)
        for at, word in enumerate(words)
        if word.kind != "filler" or any(word.key in slot.keys for slot in pattern)
    ]
    return [word for word, _ in named], [0, *(at for _, at in named)]


class _Way:
    """Edits whose words fit pattern `one` where the transcript has them, and the `other` in the claim."""

    def __init__(self, one: Pattern, other: Pattern) -> None:
        self._one, self._other = one, other
        self._is_said = bool(_anchor(one))
        self._anchor = _anchor(one) or _anchor(other)

    def may_be(self, edit: Edit) -> bool:
        """False if no part of an edit is one."""
        return not self._anchor.isdisjoint(edit.said_keys if self._is_said else edit.claimed_keys)

    def sizes(self, edit: Edit) -> Iterator[tuple[int, int]]:
        """The numbers of words of either side that are one, from the first on."""
        if not self.may_be(edit):
            return
        said, places = _named_words(edit.said, self._one)
        for end, bound in _bindings(self._one, said, {}):
            claimed, others = _named_words(edit.claimed, self._other)
            yield from ((places[end], others[last]) for last, _ in _bindings(self._other, claimed, bound))


def _anchor(pattern: Pattern) -> frozenset[str]:
    """The keys of a word without which the pattern fits nothing, the fewest; none where it has no such word."""
    return min((slot.keys for slot in pattern if slot.keys and not slot.optional), key=len, default=frozenset())


def read_constructions() -> Iterator[Rule]:
    """The rules of the list, each with its example."""
    for line in read_lines("constructions.en"):
        name, patterns, said, claimed = (part.strip() for part in line.split(" | "))
        one, other = (tuple(map(_slot, side.split())) for side in patterns.replace("<=>", "=>").split(" => "))
        ways = [_Way(one, other), *([_Way(other, one)] if " <=> " in patterns else [])]
        sizes, may_be = partial(_sizes_of_any, ways), partial(_may_be_any, ways)
        yield Rule(name, anywhere, (said, claimed), shape="replaced", sizes=sizes, may_be=may_be)


def _sizes_of_any(ways: Sequence[_Way], edit: Edit) -> Iterator[tuple[int, int]]:
    return chain.from_iterable(way.sizes(edit) for way in ways)


def _may_be_any(ways: Sequence[_Way], edit: Edit) -> bool:
    return any(way.may_be(edit) for way in ways)
