"""Where a claim's words differ from the transcript's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from transcript.comparison.alignment import Pair
from transcript.comparison.similarity import ALIKE, RELATED, SAME, misspelt, related
from transcript.comparison.word import Kind, Word
from transcript.comparison.wordlists import PRONOUNS

NEAR = 12
"""Words within which a word may have moved to another place in a sentence."""


MANY = 900
"""Pairs of words that are compared closely in one stretch."""


LEAST_ALIKE = 0.5
"""How alike two words are that may be partners, if there are none more alike."""


Unpaired = tuple[Sequence[Word], Sequence[Word]]
"""Words of the transcript and of the claim."""


@dataclass
class Run:
    """A stretch in which the texts differ: the words of each from `first` on, with `last` after the last. `marked` is
    whether the claim has a mark of elision there. `moved` are keys that stand in another run as well."""

    original: list[Word]
    claimed: list[Word]
    first: tuple[int, int]
    last: tuple[int, int]
    marked: bool
    moved: set[str] = field(default_factory=set)

    @cached_property
    def unpaired(self) -> Unpaired:
        """The words of each side that have no partner in it."""
        return _unpaired(self)


def runs(
    pairs: Sequence[Pair], original: Sequence[Word], claimed: Sequence[Word], breaks: Collection[int]
) -> list[Run]:
    """The stretches that differ, in order, each with whole words on either side."""
    same = [_is_same(pair, original, claimed) for pair in pairs]
    for at in range(len(pairs)):
        # A contraction of which one part differs differs as a whole.
        if same[at]:
            continue
        for step in (-1, 1):
            other = at + step
            while 0 <= other < len(pairs) and same[other] and _one_word(pairs[at], pairs[other], original, claimed):
                same[other] = False
                other += step
    found: list[Run] = []
    begin = next((pair.original for pair in pairs if pair.original is not None), 0)
    o, c = begin, 0
    open_ = False
    for pair, equal in zip(pairs, same, strict=True):
        if not equal:
            if not open_:
                found.append(Run([], [], (o, c), (o, c), False))
            if pair.original is not None:
                found[-1].original.append(original[pair.original])
            if pair.claimed is not None:
                found[-1].claimed.append(claimed[pair.claimed])
        open_ = not equal
        o = o if pair.original is None else pair.original + 1
        c = c if pair.claimed is None else pair.claimed + 1
        if found and open_:
            found[-1].last = (o, c)
    for run in found:
        run.marked = any(run.first[1] <= place <= run.last[1] for place in breaks)
    _note_moves(found, original)
    for run in found:
        run.moved |= _from_before(run, original[:begin])
    return found


def _is_same(pair: Pair, original: Sequence[Word], claimed: Sequence[Word]) -> bool:
    if pair.original is None or pair.claimed is None:
        return False
    one, other = original[pair.original], claimed[pair.claimed]
    if one.key != other.key or one.kind != other.kind:
        return related(one, other) == SAME or (one.kind == other.kind == "content" and misspelt(one.key, other.key))
    return one.unit == other.unit or ("%" not in (one.unit, other.unit) and not (one.unit and other.unit))


def _one_word(one: Pair, other: Pair, original: Sequence[Word], claimed: Sequence[Word]) -> bool:
    for words, a, b in ((original, one.original, other.original), (claimed, one.claimed, other.claimed)):
        if a is not None and b is not None and words[a].start == words[b].start:
            return True
    return False


def _note_moves(found: Sequence[Run], original: Sequence[Word]) -> None:
    """Note the words that one run leaves out and a near one adds, where neither puts one for another; what follows the
    quote in its clause counts as left out."""
    tail: list[Word] = []
    for word in original[found[-1].last[0] :][:NEAR] if found else []:
        tail.append(word)
        if word.closes:
            break
    for place, run in enumerate(found):
        for other in found[place + 1 : place + 1 + NEAR]:
            if other.first[0] - run.last[0] > NEAR:
                break
            moved = _moved(run.unpaired, other.unpaired, _MOVABLE)
            run.moved |= moved
            other.moved |= moved
        else:
            # Only what is near enough to the end of the quote may have come from after it.
            run.moved |= _moved(run.unpaired, (tail, []), _FOLLOWING)


def _from_before(run: Run, before: Sequence[Word]) -> set[str]:
    """The stems of a phrase that the claim has added, if it is one that its sentence begins with, before the quote: on
    Sundays. It begins with a small word, so that it is nobody who does a thing."""
    gone, new = run.unpaired
    if gone or not new or new[0].kind != "small" or new[0].key in PRONOUNS:
        return set()
    ends = (at for at in range(len(before) - 1, -1, -1) if before[at].pause > 1)
    sentence = [word.key for word in before[next(ends, -1) + 1 :][:NEAR]]
    phrase = [word.key for word in new]
    starts = range(len(sentence) - len(phrase) + 1)
    return {word.stem for word in new} if any(sentence[at : at + len(phrase)] == phrase for at in starts) else set()


def _moved(one: Unpaired, other: Unpaired, kinds: Collection[Kind]) -> set[str]:
    """The stems of words that one of two runs leaves out and the other adds."""
    found: set[str] = set()
    for gone, new in ((one, other), (other, one)):
        if not telling(gone[1]) and not telling(new[0]):
            found |= _shared(gone[0], new[1], kinds)
    return found


def _shared(gone: Sequence[Word], new: Sequence[Word], kinds: Collection[Kind]) -> set[str]:
    """The stems of words that were left out in one place and may be those which were added in another."""
    movable = [word for word in gone if word.kind in kinds]
    if len(movable) * len(new) > MANY:
        added = {word.key for word in new}
        return {word.stem for word in movable if word.key in added}
    return {word.stem for one in movable for other in new if related(one, other) >= RELATED for word in (one, other)}


_MOVABLE: tuple[Kind, ...] = ("content", "small", "quantity")


_FOLLOWING: tuple[Kind, ...] = ("content", "small")
"""The kinds of words that may stand elsewhere in a sentence, and of those that may come from after the quote."""


def _unpaired(run: Run) -> Unpaired:
    mine, theirs = list(run.original), list(run.claimed)
    if len(mine) == len(theirs) == 1:
        return ([], []) if _alike(mine[0], theirs[0]) >= LEAST_ALIKE else (mine, theirs)
    if len(mine) * len(theirs) > MANY:
        # So long a run is no rewording; what the same words are is enough.
        both = Counter(word.key for word in mine) & Counter(word.key for word in theirs)
        return _less(mine, both.copy()), _less(theirs, both)
    for level in (1.0, ALIKE, LEAST_ALIKE):
        for word in list(theirs):
            partner = next((other for other in mine if _alike(other, word) >= level), None)
            if partner is not None:
                theirs.remove(word)
                mine.remove(partner)
    return mine, theirs


def _less(words: Sequence[Word], taken: Counter[str]) -> list[Word]:
    """The words without those, each as often as it is counted; uses the counts up."""
    left = []
    for word in words:
        if taken[word.key] > 0:
            taken[word.key] -= 1
        else:
            left.append(word)
    return left


def _alike(one: Word, other: Word) -> float:
    if one.kind == "number" and (one.unit == "%") != (other.unit == "%"):
        return 0.0
    return related(one, other)


TELLING: tuple[Kind, ...] = ("content", "number")
"""The kinds of words that tell something."""


def telling(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.kind in TELLING]
