"""Names among the words of a text, and what a pronoun stands for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from transcript.comparison.edits import Edit
from transcript.language import frequency
from transcript.language.tagging import Word, read_words

WORDS_BEFORE_PRONOUN = 80
"""Words before a pronoun in which the name stands that it means."""


def is_pronoun_for_name(said: Word, claimed: Word) -> bool:
    """True if a word is a pronoun of the third person, and the claim's may begin a name."""
    third_person = said.is_a("pronoun") and not said.is_a("first or second person")
    return third_person and (claimed.kind == "content" or claimed.key == "the")


def is_name_meant(edit: Edit) -> bool:
    """True if a pronoun means the name that a claim has in its place."""
    near = (*read_words(edit.texts.before), *edit.said_before(WORDS_BEFORE_PRONOUN))
    name = [word for word in edit.claimed if word.key not in ("'s", "the")]
    named = bool(name) and all(word.kind == "content" for word in name)
    return named and len(edit.said) == 1 and {word.key for word in name} == last_named(near)


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
        if names and not word.closes and words[at + 1].key in names[-1]:
            names[-1].add(word.key)
        else:
            names.append({word.key})
    return names[0] if len(names) == 1 else set()
