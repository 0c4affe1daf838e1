"""Sameness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcript.comparison import wordlists
from transcript.comparison.edits import Run
from transcript.comparison.rules.negation import _negations
from transcript.comparison.similarity import SAME, misspelt, related
from transcript.comparison.word import Word


def _rest(run: Run) -> tuple[list[Word], list[Word]]:
    """The words of a run that have no partner in it, without fillers and words that only moved."""
    mine, theirs = run.unpaired
    said, claimed = _without_fillers(mine), _without_fillers(theirs)
    if said and theirs and not claimed:
        claimed = [word for word in theirs if any(word.key in wordlists.OPPOSITES.get(o.key, ()) for o in said)]
    moved = run.moved
    return [w for w in said if w.stem not in moved], [w for w in claimed if w.stem not in moved]


def _without_fillers(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.kind != "filler"]


def _is_nothing(run: Run, mine: list[Word], theirs: list[Word], original: Sequence[Word]) -> bool:
    """Fillers, a word said twice, one word written as two."""
    if not mine and not theirs:
        return all(_is_filler_or_same(run, word) for word in run.claimed) and not run.moved
    said = [word.key for word in _without_fillers(run.original)]
    claimed = [word.key for word in _without_fillers(run.claimed)]
    if "".join(said) == "".join(claimed) or _are_spelt_alike(run.original, run.claimed):
        return True
    if claimed:
        return False
    after = [word.key for word in _without_fillers(original[run.last[0] : run.last[0] + 3 * len(said)])]
    before = [word.key for word in _without_fillers(original[max(0, run.first[0] - 3 * len(said)) : run.first[0]])]
    return after[: len(said)] == said or before[-len(said) :] == said


def _beyond(run: Run, original: Sequence[Word], length: int) -> Iterator[list[Word]]:
    """The words of the transcript that differ, with one or two more where the claim begins or ends there."""
    yield run.original
    for number in (1, 2):
        if run.first[1] == 0 and run.claimed:
            yield [*original[max(0, run.first[0] - number) : run.first[0]], *run.original]
        if run.last[1] == length and run.claimed:
            yield [*run.original, *original[run.last[0] : run.last[0] + number]]


def _are_spelt_alike(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether they have the same letters; a word of which a negation is a part may be in one of them in part."""
    return _letters(mine) == _letters(theirs) and _negations(mine) == _negations(theirs)


def _letters(words: Sequence[Word]) -> str:
    """The letters of the words: it's and its are the same to who types without apostrophes."""
    starts = {word.start: word.form or word.key for word in words if word.kind != "filler"}
    return "".join(starts.values())


def _is_filler_or_same(run: Run, word: Word) -> bool:
    return word.kind == "filler" or any(
        related(other, word) == SAME or misspelt(other.key, word.key) for other in run.original
    )


def _are_equal(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether one phrase is put for another that says the same."""
    one, other = (" ".join([word.key + word.unit for word in words]) for words in (mine, theirs))
    return other in _EQUAL and any(one in group and other in group for group in wordlists.EQUAL)


_EQUAL = frozenset().union(*wordlists.EQUAL)
