"""Rules for small words: those that have a part in grammar alone, and those that stress what is said and add nothing.

Where a verb, a noun or an adjective differs, other rules have to know it. What these let pass is held against the
guards, the ways in which small words change what is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from transcript.comparison.edits import Edit, joined_edit
from transcript.comparison.rules.guards import TIMES, changes_grammar, limits
from transcript.comparison.rules.rule import few_words, governs_nothing, phrase
from transcript.language.lexicon import word_class
from transcript.language.tagging import Phrase, Word, listed
from transcript.language.tagging.grammar import sentence_of

CLOSE = 4
"""Words on either side of a pronoun among which it may be in another place."""


NEAR_SUBJECT = 30
"""Words before a pronoun in which its sentence is looked at."""


GRAMMATICAL = ("grammatical", "preposition")
"""The classes of words that have a part in grammar alone."""


IDLE = ("intensifier", "manner", "expletive", "pointing", "idle quantity", "article", "linking")
"""The lists of words and phrases without which a sentence says less, and nothing else."""


ADDED = ("added", "article", "linking")
"""The lists of those with which it says no more."""


SMALL = (*GRAMMATICAL, *IDLE)
"""What is small where it was said: a claim may bring less."""


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


def may_be_small(said: Word, claimed: Word) -> bool:
    """True for two words that may begin small ones."""
    return all(word.kind == "filler" or word.key in _first_words() for word in (said, claimed))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(one[0] for one in _phrases_of(*SMALL))


def sizes_of_small_words(edit: Edit) -> Iterable[tuple[int, int]]:
    """The numbers of small words with which both sides begin, up to a few."""
    return (
        (said, claimed)
        for said, claimed in few_words(edit)
        if _are_of(edit.said[:said], *SMALL) and _may_add(edit.claimed[:claimed], *GRAMMATICAL, *ADDED)
    )


def is_idle(edit: Edit) -> bool:
    """Words of a list that are left out: it is really old, it is old."""
    return _are_of(edit.said, *IDLE) and is_free(edit)


def may_be_idle(edit: Edit) -> bool:
    """Words of a list that are put in: it is old, it is also old."""
    return _may_add(edit.claimed, *ADDED)


def is_left_out(edit: Edit) -> bool:
    """Small words that are left out: some goats, they sing."""
    return _are_of(edit.said, *SMALL, "spare pronoun", "spare subject", "spare word") and is_harmless(edit)


def may_be_put_in(edit: Edit) -> bool:
    """Grammatical words that are put in, and such as a sentence can do without."""
    return _may_add(edit.claimed, *GRAMMATICAL, *ADDED, "spare word")


def is_put_in(edit: Edit) -> bool:
    return is_harmless(edit) and not _is_moved(edit.turned)


def is_gone(edit: Edit) -> bool:
    """True unless the words are elsewhere in the claim, or told who acts."""
    return _acts_still(edit) and not _is_moved(edit)


def _is_moved(edit: Edit) -> bool:
    """True if a pronoun that is left out stands near in the claim, not in the transcript: would you, you would."""
    claimed = (*edit.turned.said_before(CLOSE), *edit.turned.said_after(CLOSE))
    said = (*edit.said_before(2 * CLOSE), *edit.said_after(2 * CLOSE))
    moving = {word.key for word in edit.said if word.is_a("person") or word.key == "there"}
    return not moving.isdisjoint(set(phrase(claimed)) - set(phrase(said)))


def _acts_still(edit: Edit) -> bool:
    """True unless who acts is left out where another may, or where a denial reaches on: he saw the king, he was ill;
    they never sing, and they eat."""
    before = edit.said_before(NEAR_SUBJECT)
    before = before[slice(*sentence_of(before, len(before) - 1))] if before else ()
    if any(word.is_a("spare pronoun") for word in edit.said):
        ends = any(word.closes for word in edit.turned.said_before(1))
        return (ends or any(word.is_a("listing") for word in before[-1:])) and governs_nothing(before)
    acts = any(word.is_a("person") for word in edit.said) and any(word.closes for word in before)
    return not acts or not any(word.kind == "negation" for word in before)


def may_touch(edit: Edit, other: Edit) -> bool:
    """True if an edit of grammar may stand beside another: both leave out, they are one of grammar, or it names nobody,
    makes no verb, links nothing and has no word of the other."""
    if not edit.claimed and not other.claimed and "to" not in edit.said_keys:
        return True
    if any(map(_links, (*edit.said, *edit.claimed))):
        small = _are_of(other.said, *SMALL) and _are_of(other.claimed, *SMALL)
        return small and is_harmless(_joined(edit, other))
    return set(edit.said_keys).isdisjoint(other.claimed_keys) and set(edit.claimed_keys).isdisjoint(other.said_keys)


def _joined(edit: Edit, other: Edit) -> Edit:
    """The edit and another that touches it as one, without words that both sides have."""
    first, last = sorted((edit, other), key=lambda one: (one.said_range, one.claimed_range))
    return joined_edit(first, last).without_same_ends()


def _links(word: Word) -> bool:
    return word.is_a("person", "preposition", "being", "auxiliary", "having", *TIMES)


def is_harmless(edit: Edit) -> bool:
    """True if no smaller edit says it, and no guard holds it back."""
    said, claimed = edit.said_keys, edit.claimed_keys
    if said == claimed or (said and claimed and (said[0] == claimed[0] or said[-1] == claimed[-1])):
        return False
    return is_free(edit) and not changes_grammar(edit)


def is_free(edit: Edit) -> bool:
    """True if no sentence ends within, and the words limit nothing."""
    return not any(word.pause > 1 for word in edit.said[:-1]) and not limits(edit)


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
