"""Small words that turn a sentence though they tell little by themselves: who, how surely, when, on what condition."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from transcript.comparison import wordlists
from transcript.comparison.edits import Run
from transcript.comparison.rules.amounts import _bounds, _leaves_unit
from transcript.comparison.rules.modality import unsettles
from transcript.comparison.word import Word
from transcript.language.normalise import is_han


def turns(run: Run, mine: Sequence[Word], theirs: Sequence[Word], original: Sequence[Word]) -> bool:
    """Whether a run puts a small word for one of another sense, or puts one in or leaves one out that cannot be.

    `mine` and `theirs` are the words of the transcript and of the claim without a partner.
    """
    return (
        _swaps(run)
        or _is_other_person(run, mine, theirs, original)
        or unsettles(run, mine, theirs, original)
        or _leaves_one_of_several(run)
        or _leaves_unit(run, mine, theirs)
        or _bounds(run, mine, theirs, original)
    )


def _swaps(run: Run) -> bool:
    """Whether each side has a word of a sense that the other lacks, and both are of one class."""
    said, claimed = _in_classes(run.original), _in_classes(run.claimed)
    gone, new = said - claimed, claimed - said
    return not {kind for kind, _ in gone}.isdisjoint(kind for kind, _ in new)


def _in_classes(words: Sequence[Word]) -> set[tuple[int, str]]:
    """The senses that words have, each with its class."""
    found = {sense for word in words for sense in _CLASSES.get(word.key, ())}
    text = "".join(word.key for word in words if is_han(word.key[0]))
    return found.union(*(_CLASSES[word] for word in _CHINESE if word in text)) if len(text) > 1 else found


_CLASSES = {
    word: tuple((number, senses[word]) for number, senses in enumerate(wordlists.SENSES) if word in senses)
    for word in chain.from_iterable(wordlists.SENSES)
}


_CHINESE = [word for word in _CLASSES if len(word) > 1 and is_han(word[0])]
"""The words of several characters."""


def _is_other_person(run: Run, mine: Sequence[Word], theirs: Sequence[Word], original: Sequence[Word]) -> bool:
    """Whether I, we or you stand for somebody who is named."""
    if not {wordlists.PERSONS.get(word.key) for word in theirs} & {"i", "we", "you"}:
        return False
    if any(word.kind == "content" for word in mine):
        return True
    before = original[run.first[0] - 1] if run.first[0] else None
    return run.first[1] == 0 and not mine and before is not None and not before.closes


def _leaves_one_of_several(run: Run) -> bool:
    """Whether of several who are named one is left out: Ada, for Ada and Ben."""
    words = [word for word in run.original if word.kind != "filler"]
    names = [word for word in words if word.capital and word.kind == "content"]
    links = [word for word in words if word.key in ("and", "or")]
    return bool(names and links) and not run.claimed and len(names) + len(links) == len(words)
