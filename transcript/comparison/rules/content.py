"""Content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from transcript.comparison import wordlists
from transcript.comparison.edits import Run, telling
from transcript.comparison.tagging import read_words
from transcript.comparison.word import Word
from transcript.language import frequency, thesaurus
from transcript.language.normalise import is_han

BEFORE = 80
"""Words before a quote in which the name stands that a pronoun of the quote means."""


def _opposes(mine: list[Word], theirs: list[Word]) -> bool:
    keys = {word.key for word in mine}
    claimed = {word.key for word in theirs}
    if any(not keys.isdisjoint(wordlists.OPPOSITES.get(key, ())) for key in claimed):
        return True
    for one, other in ((wordlists.HEDGES, wordlists.CERTAIN), (wordlists.CERTAIN, wordlists.HEDGES)):
        if keys & one and claimed & other and not claimed & one:
            return True
    return False


def _says_other(
    run: Run,
    mine: list[Word],
    theirs: list[Word],
    original: Sequence[Word],
    claimed: Sequence[Word],
    before: str,
) -> bool:
    """Whether the claim has a word of its own that tells something."""
    new = [word for word in theirs if word.kind == "content"]
    if any(word.kind == "negation" for word in mine):
        # Lacks for doesn't have: whether the two deny the same was looked at before.
        new = [word for word in new if word.stem not in wordlists.NEGATIVE_VERBS]
    if not new:
        return any(word.key in wordlists.WEAK for word in theirs) and len(theirs) == 1 and len(telling(mine)) == 1
    if is_han(new[0].key[0]):
        return _says_other_in_chinese(run, new, mine, original, claimed)
    if any(word.kind == "content" for word in mine):
        return True
    instead = [*mine, *original[max(0, run.first[0] - 1) : run.first[0]]] if run.first[1] == 0 else mine
    if not any(word.key in wordlists.PRONOUNS and not word.closes for word in instead):
        return True
    near = (*read_words(before), *original[max(0, run.first[0] - BEFORE) : run.first[0]])
    return {word.key for word in new} != _last_named(near)


def _last_named(words: Sequence[Word]) -> set[str]:
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


def _says_other_in_chinese(
    run: Run, new: list[Word], mine: list[Word], original: Sequence[Word], claimed: Sequence[Word]
) -> bool:
    said = _text(original, run.first[0] - 2, run.last[0] + 2)
    wording = _text(claimed, run.first[1] - 2, run.last[1] + 2)
    known: set[str] = set()
    gone = {word.key for word in mine}
    for word in _chinese_words(wording, {one.key for one in new}):
        for other in thesaurus.rewordings().get(word, ()):
            if other in said and (not gone or not gone.isdisjoint(other) or not set(word).isdisjoint(other)):
                known.update(word)
    new = [word for word in new if word.key not in known]
    if not new:
        return False
    if any(word.kind == "content" for word in mine):
        return True
    near = _text(original, run.first[0] - BEFORE, run.first[0])
    spelt = "".join(word.key for word in new)
    return not (any(word.key in wordlists.PRONOUNS for word in mine) and spelt in near)


def _chinese_words(text: str, characters: Set[str]) -> Iterator[str]:
    """The words in a text of Chinese, up to four characters, that hold one of these."""
    for size in (1, 2, 3, 4):
        for at in range(len(text) - size + 1):
            if not characters.isdisjoint(text[at : at + size]):
                yield text[at : at + size]


def _text(words: Sequence[Word], first: int, last: int) -> str:
    return "".join(word.key for word in words[max(0, first) : last])
