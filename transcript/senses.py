"""Small words that turn a sentence though they tell little by themselves: who, how surely, when, on what condition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import chain, islice, pairwise

from transcript import meaning
from transcript.differences import NEAR, TELLING, Run, telling
from transcript.kinship import ALIKE, related
from transcript.modality import unsettles
from transcript.text import is_han
from transcript.word import Word

BRIEF = 4.0
"""Words of a claim so short that each of them must be the transcript's; two Chinese characters are one."""

FRAGMENT = 3.0
"""Words that tell something, of a fragment that may be joined to another over the end of a sentence."""

_ARTICLES = frozenset(("a", "an", "the", "that", "'s", "is", "are", "am", "的", "了", "是"))


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
    word: tuple((number, senses[word]) for number, senses in enumerate(meaning.SENSES) if word in senses)
    for word in chain.from_iterable(meaning.SENSES)
}
_CHINESE = [word for word in _CLASSES if len(word) > 1 and is_han(word[0])]
"""The words of several characters."""


def _is_other_person(run: Run, mine: Sequence[Word], theirs: Sequence[Word], original: Sequence[Word]) -> bool:
    """Whether I, we or you stand for somebody who is named."""
    if not {meaning.PERSONS.get(word.key) for word in theirs} & {"i", "we", "you"}:
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


def _leaves_unit(run: Run, mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether a unit is left out of an amount, or an amount of it is of something else."""
    units = {word.key for word in mine} & meaning.UNIT_WORDS
    return bool(units - {word.key for word in run.claimed} and not any(word.unit for word in theirs))


def _bounds(run: Run, mine: Sequence[Word], theirs: Sequence[Word], original: Sequence[Word]) -> bool:
    """Whether an amount becomes one that is passed or not reached, or any amount."""
    keys, claimed = {word.key for word in mine}, {word.key for word in theirs}
    if "any" in claimed and any(word.kind == "quantity" for word in run.original):
        return True
    if "one" in keys and "of" in keys and not {"one", "of"} & claimed and run.last[0] < len(original):
        return original[run.last[0]].key in ("the", "my", "our", "their")
    follows = original[run.last[0]] if run.last[0] < len(original) else None
    passed = claimed & meaning.BOUNDS and not {word.key for word in run.original} & (meaning.BOUNDS | {"more", "than"})
    return bool(passed and follows is not None and follows.kind == "number")


def is_brief(claimed: Sequence[Word]) -> bool:
    """Whether a claim is so short, or tells so little, that a word more or less makes another of it."""
    # So many words are more than brief.
    size = _size(islice((word for word in claimed if word.kind != "filler"), int(4 * BRIEF) + 1))
    return size <= BRIEF or (size <= 2 * BRIEF and not telling(claimed))


def _size(words: Iterable[Word]) -> float:
    return sum(0.5 if is_han(word.key[0]) else 1.0 for word in words)


def differs_briefly(run: Run) -> bool:
    """Whether a word of a brief claim is not the transcript's, or it lacks one that tells something."""
    mine, theirs = run.unpaired
    if any(word.key not in _ARTICLES and word.kind != "filler" for word in theirs):
        return True
    if telling(mine) and not run.marked:
        return True
    new = [word for word in run.claimed if word.kind == "content"]
    return any(not any(related(other, word) >= ALIKE for other in run.original) for word in new)


def joins(run: Run, original: Sequence[Word], claimed: Sequence[Word]) -> bool:
    """Whether words of two sentences make one in the claim.

    At a mark of elision they may, where what stands on either side of it is enough to say something by itself.
    """
    (o, c), (last_o, last_c) = run.first, run.last
    if not (o and c and last_c < len(claimed) and last_o < len(original)):
        return _takes_from_next(run, original, claimed)
    least = 0 if run.marked and is_brief(claimed) else 1
    if not any(word.pause > least for word in original[o - 1 : last_o]):
        return False
    if run.marked and original[o - 1].pause > 1 and original[last_o - 1].pause > 1:
        # What is left out is whole sentences.
        return False
    if run.marked:
        return not (_says_something(claimed[:c]) and _says_something(claimed[last_c:]))
    if not run.claimed and all(word.key in meaning.PRONOUNS or word.kind == "filler" for word in run.original):
        return False
    if [word.key for word in run.claimed] == ["and"] and original[o - 1].pause < 3 and _begins_alike(run, original):
        # Two sentences of one speaker, whole, but for what both begin with.
        return False
    return not any(word.closes for word in claimed[c - 1 : last_c])


def _begins_alike(run: Run, original: Sequence[Word]) -> bool:
    """Whether the sentence before a run begins with the words that the run leaves out, if any: they have …, they have
    …"""
    end = run.first[0]
    begin = next((at for at in range(end - 1, 0, -1) if original[at - 1].closes), 0)
    return [word.key for word in original[begin:end]][: len(run.original)] == [word.key for word in run.original]


def _takes_from_next(run: Run, original: Sequence[Word], claimed: Sequence[Word]) -> bool:
    """Whether a word at a claim's edge is one that was only said in the next sentence, and the claim has no mark or
    end of a sentence before it."""
    (o, c), (last_o, last_c) = run.first, run.last
    beyond = any(word.pause > 1 for word in original[max(0, o - 1) : last_o - 1])
    ends = any(word.closes for word in claimed[max(0, c - 1) : last_c - 1])
    return beyond and not ends and c > 0 and bool(run.claimed) and not run.marked


def _says_something(fragment: Sequence[Word]) -> bool:
    told = telling(fragment)
    if told and is_han(told[0].key[0]):
        return _size(fragment) >= FRAGMENT - 0.5
    return _size(told) >= FRAGMENT


def skips_much(run: Run, mine: Sequence[Word], claimed: Sequence[Word]) -> bool:
    """Whether a claim leaves out, without a mark, more than it has of a sentence."""
    left = _size(telling([word for word in mine if word.stem not in run.moved]))
    if run.marked or left <= 1.0:
        return False
    # So many words are enough: the rest of a long claim is not read for each of its runs.
    return left > _size(islice((word for word in claimed if word.kind in TELLING), int(4 * left) + 1)) / 2


def _names(word: Word) -> bool:
    """Whether a word says who does a thing."""
    return word.key in meaning.PRONOUNS or (word.capital and word.kind == "content")


def exchanges(run: Run, original: Sequence[Word], moved: Set[str]) -> bool:
    """Whether a word has moved past a negation, to the other side of a comparison, or away from who does it."""
    words = [word for word in (*run.original, *run.claimed) if word.kind == "content" and word.stem in moved]
    if not words:
        return False
    if any(_names(one) and one.stem not in moved and other.stem in moved for one, other in pairwise(run.original)):
        return True
    around = original[max(0, run.first[0] - 4) : run.last[0] + NEAR]
    return any(word.kind == "negation" or word.key in meaning.COMPARING for word in around)
