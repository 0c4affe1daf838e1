"""Joining."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import islice, pairwise

from transcript.comparison import wordlists
from transcript.comparison.edits import NEAR, TELLING, Run, telling
from transcript.comparison.rules.brevity import _size, is_brief
from transcript.comparison.word import Word
from transcript.language.normalise import is_han

FRAGMENT = 3.0
"""Words that tell something, of a fragment that may be joined to another over the end of a sentence."""


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
    if not run.claimed and all(word.key in wordlists.PRONOUNS or word.kind == "filler" for word in run.original):
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
    return word.key in wordlists.PRONOUNS or (word.capital and word.kind == "content")


def exchanges(run: Run, original: Sequence[Word], moved: Set[str]) -> bool:
    """Whether a word has moved past a negation, to the other side of a comparison, or away from who does it."""
    words = [word for word in (*run.original, *run.claimed) if word.kind == "content" and word.stem in moved]
    if not words:
        return False
    if any(_names(one) and one.stem not in moved and other.stem in moved for one, other in pairwise(run.original)):
        return True
    around = original[max(0, run.first[0] - 4) : run.last[0] + NEAR]
    return any(word.kind == "negation" or word.key in wordlists.COMPARING for word in around)
