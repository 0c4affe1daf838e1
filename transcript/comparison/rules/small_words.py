"""Rules for small words: those that have a part in grammar alone, and those that stress what is said and add nothing.

Where a verb, a noun or an adjective differs, other rules have to know it. What these let pass is held against the
guards, the ways in which small words change what is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from transcript.comparison.edits import Edit
from transcript.comparison.kinds import is_of_words
from transcript.comparison.rules.guards import changes_grammar, limits
from transcript.comparison.rules.rule import phrase
from transcript.language.lexicon import word_class
from transcript.language.tagging import Phrase, Word, listed

GRAMMATICAL = ("grammatical", "preposition", "pronoun", "first or second person", "coordinating", "spare word")
"""The classes of words that have a part in grammar alone."""


IDLE = ("intensifier", "manner", "expletive", "pointing", "idle quantity", "article", "linking")
"""The lists of words and phrases without which a sentence says less, and nothing else."""


ADDED = ("added", "article", "linking")
"""The lists of those with which it says no more."""


@cache
def _phrases_of(*names: str) -> frozenset[Phrase]:
    """The words of some classes and the phrases of some lists."""
    words = ((word,) for name in names for word in word_class(name))
    return frozenset().union(words, *map(listed, names))


def _are_of(words: Sequence[Word], *names: str) -> bool:
    """True if words are those of some classes and the phrases of some lists in a row, and fillers."""
    phrases, keys, ends = _phrases_of(*names), phrase(words), {0}
    for end in range(1, len(keys) + 1):
        if any(keys[start:end] in phrases for start in ends) or (end - 1 in ends and words[end - 1].kind == "filler"):
            ends.add(end)
    return len(keys) in ends


def _may_add(words: Sequence[Word], *names: str) -> bool:
    """True if they are such words, and no fillers: a like that a claim puts in may be a verb."""
    return _are_of(words, *names) and not any(word.kind == "filler" for word in words)


def is_idle(edit: Edit) -> bool:
    """Words of a list that are left out: it is really old, it is old."""
    return _are_of(edit.said, *IDLE) and is_free(edit)


def may_be_idle(edit: Edit) -> bool:
    """Words of a list that are put in: it is old, it is also old."""
    return _may_add(edit.claimed, *ADDED)


def is_free(edit: Edit) -> bool:
    """True if no sentence ends within, and the words limit nothing."""
    return not any(word.pause > 1 for word in edit.said[:-1]) and not limits(edit)


def says_no_more(words: Sequence[Word]) -> bool:
    """True if a claim may have these words where others were said: none, or such as have a part in grammar alone."""
    return _may_add(words, *GRAMMATICAL, *ADDED)


def is_small(edit: Edit) -> bool:
    """Small words that are gone, new, or others, in any number: some goats, they sing."""
    edit = edit.without_same_ends()
    small = _are_of(edit.said, *GRAMMATICAL, *IDLE) and says_no_more(edit.claimed)
    return small and is_of_words(edit) and is_free(edit) and not changes_grammar(edit)


def is_marker(edit: Edit) -> bool:
    return edit.said_keys in listed("marker")


def is_set_off(edit: Edit) -> bool:
    """True where a clause begins, or behind the words of an edit ends."""
    opens = edit.said[0].opens or edit.begins_claim or edit.is_marked or _begins_clause_before(edit)
    return opens or edit.said[-1].closes


def _begins_clause_before(edit: Edit) -> bool:
    """True if only fillers and markers stand between the edit and the beginning of its clause."""
    for word in reversed(edit.said_before(4)):
        if word.kind != "filler" and (word.key,) not in listed("marker"):
            return False
        if word.opens:
            return True
    return False


def is_chinese_subject(edit: Edit) -> bool:
    """A pronoun that begins a clause, whose subject goes without saying in Chinese."""
    return edit.said_keys in listed("subject") and edit.said[0].opens and not edit.said[-1].closes
