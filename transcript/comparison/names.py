"""Names among the words of a text, and what a pronoun stands for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from transcript.comparison.edits import Edit
from transcript.comparison.tagging import read_words
from transcript.comparison.word import Word
from transcript.language import frequency
from transcript.language.lexicon import word_class
from transcript.language.normalise import is_han

WORDS_BEFORE_PRONOUN = 80
"""Words before a pronoun in which the name stands that it means."""


PRONOUNS = word_class("pronoun")


FIRST_AND_SECOND = word_class("first or second person")
"""Pronouns that stand for no name."""


def is_name(words: Sequence[Word], at: int) -> bool:
    """True if a word is one of a name: it has a capital within a sentence, or is in no general use and has one."""
    word = words[at]
    if not word.capital or word.kind not in ("content", "small") or word.key in PRONOUNS:
        return False
    begins = at == 0 or words[at - 1].pause > 1
    return not frequency.is_known(word.key) if begins else word.key != "i"


def can_stand_for(edit: Edit) -> bool:
    """True if one side of an edit is a pronoun, the other a name, and the pronoun means it where it stands."""
    if len(edit.said) == 1 and _is_pronoun(edit.said[0]):
        near = (*read_words(edit.texts.before), *edit.said_before(WORDS_BEFORE_PRONOUN))
        return _is_last_named(edit.texts.claimed, edit.claimed_range, near)
    if len(edit.claimed) == 1 and _is_pronoun(edit.claimed[0]):
        return _was_named_last(edit.said, edit.claimed_before(WORDS_BEFORE_PRONOUN))
    return False


def is_pronoun_for_name(said: Word, claimed: Word) -> bool:
    """True if one of two words is a pronoun of the third person, and the other may begin a name."""
    if _is_pronoun(said) and (claimed.kind == "content" or claimed.key == "the"):
        return True
    return _is_pronoun(claimed) and said.capital and said.kind == "content"


def _is_pronoun(word: Word) -> bool:
    return word.key in PRONOUNS and word.key not in FIRST_AND_SECOND


def _is_last_named(words: Sequence[Word], place: tuple[int, int], near: Sequence[Word]) -> bool:
    """True if some words are the last name among those before them."""
    part = [word for word in words[slice(*place)] if word.key not in ("'s", "the")]
    if not part or any(word.kind != "content" for word in part):
        return False
    return {word.key for word in part} == last_named(near)


def _was_named_last(name: Sequence[Word], before: Sequence[Word]) -> bool:
    """True if some words are a name, and no other name stands after it among those before."""
    keys = [word.key for word in name]
    if not all(word.capital and word.kind == "content" for word in name):
        return False
    rest = [word for word in before if word.capital and word.kind == "content"]
    return [word.key for word in rest[-len(keys) :]] == keys


def last_named(words: Sequence[Word]) -> set[str]:
    """The words of the last name among these, which a pronoun after them stands for; none where its sentence has
    another name, and the pronoun may mean either."""
    sure = {word.key for before, word in pairwise(words) if word.capital and before.pause < 2}
    names: list[set[str]] = []
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if names and word.pause > 1:
            break
        # Any word has a capital where it begins a sentence.
        if not word.capital or word.kind != "content" or (word.key not in sure and frequency.is_known(word.key)):
            continue
        if is_han(word.key[0]):
            continue
        if names and not word.closes and words[at + 1].key in names[-1]:
            names[-1].add(word.key)
        else:
            names.append({word.key})
    return names[0] if len(names) == 1 else set()
