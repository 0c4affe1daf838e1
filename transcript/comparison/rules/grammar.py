"""Rules for words that have a part in grammar alone: only they differ, and bring no other person, time or duty.

Where a verb, a noun or an adjective differs, other rules have to know it. What these let pass is held against the
guards, the ways in which small words change what is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product, takewhile

from transcript.comparison.edits import Edit, joined_edit
from transcript.comparison.rules.guards import TIMES, changes_sense
from transcript.comparison.rules.rule import FEW, governs_nothing, phrase
from transcript.language.lexicon import word_class
from transcript.language.tagging import Word
from transcript.language.tagging.grammar import sentence_of

CLOSE = 4
"""Words on either side of a pronoun among which it may be in another place."""


NEAR_SUBJECT = 30
"""Words before a pronoun in which its sentence is looked at."""


def are_grammatical(said: Word, claimed: Word) -> bool:
    """True for two words with a part in grammar alone."""
    return _is_grammatical(said) and _is_grammatical(claimed)


def sizes_of_grammar(edit: Edit) -> Iterable[tuple[int, int]]:
    """The numbers of grammatical words with which both sides begin, up to a few."""
    said, claimed = (sum(1 for _ in takewhile(_is_grammatical, words[:FEW])) for words in (edit.said, edit.claimed))
    return product(range(1, said + 1), range(1, claimed + 1))


def is_grammar(edit: Edit) -> bool:
    """Grammatical words for others: in the bridge, at the bridge."""
    return _is_grammar_alone(edit) and _is_harmless(edit)


def is_left_out(edit: Edit) -> bool:
    """Grammatical words that are left out, with such as the sentence can do without: some goats, they sing."""
    spare = all(_is_grammatical(word) or word.is_a("spare pronoun", "spare word") for word in edit.said)
    return spare and _is_harmless(edit)


def may_be_put_in(edit: Edit) -> bool:
    spare = (_is_grammatical(word) or (word.is_a("spare word") and word.key != "you") for word in edit.claimed)
    return all(spare) and not any(word.kind == "filler" for word in edit.claimed)


def is_put_in(edit: Edit) -> bool:
    return _is_harmless(edit) and not _is_moved(edit.turned)


def is_gone(edit: Edit) -> bool:
    """True unless the words are elsewhere in the claim, or told who acts."""
    return acts_still(edit) and not _is_moved(edit)


def _is_moved(edit: Edit) -> bool:
    """True if a pronoun that is left out stands near in the claim, not in the transcript: would you, you would."""
    claimed = (*edit.turned.said_before(CLOSE), *edit.turned.said_after(CLOSE))
    said = (*edit.said_before(2 * CLOSE), *edit.said_after(2 * CLOSE))
    moving = {word.key for word in edit.said if word.is_a("pronoun") or word.key == "there"}
    return not moving.isdisjoint(set(phrase(claimed)) - set(phrase(said)))


def acts_still(edit: Edit) -> bool:
    """True unless who acts is left out where another may, or where a denial reaches on: he saw the king, he was ill;
    they never sing, and they eat."""
    if not any(word.is_a("spare pronoun") for word in edit.said):
        return True
    before = edit.said_before(NEAR_SUBJECT)
    before = before[slice(*sentence_of(before, len(before) - 1))] if before else ()
    linked = any(word.is_a("listing") for word in before[-1:]) or any(
        word.closes for word in edit.turned.said_before(1)
    )
    return linked and governs_nothing(before)


def may_touch(edit: Edit, other: Edit) -> bool:
    """True if an edit of grammar may stand beside another: both leave out, they are one of grammar, or it names nobody,
    makes no verb, links nothing and has no word of the other."""
    if not edit.claimed and not other.claimed and "to" not in edit.said_keys:
        return True
    if any(map(_links, (*edit.said, *edit.claimed))):
        return _is_grammar_alone(other) and is_grammar(_joined(edit, other))
    return set(edit.said_keys).isdisjoint(other.claimed_keys) and set(edit.claimed_keys).isdisjoint(other.said_keys)


def _joined(edit: Edit, other: Edit) -> Edit:
    """The edit and another that touches it as one, without words that both sides have."""
    first, last = sorted((edit, other), key=lambda one: (one.said_range, one.claimed_range))
    return joined_edit(first, last).without_same_ends()


def _is_grammar_alone(edit: Edit) -> bool:
    return all(map(_is_grammatical, (*edit.said, *edit.claimed)))


def _is_grammatical(word: Word) -> bool:
    return word.kind == "filler" or word.key in _grammatical()


@cache
def _grammatical() -> frozenset[str]:
    return word_class("grammatical") | word_class("preposition")


def _links(word: Word) -> bool:
    return word.is_a("person", "preposition", "being", "auxiliary", "having", *TIMES)


def _is_harmless(edit: Edit) -> bool:
    """True if no smaller edit says it, no sentence ends within, and no guard holds it back."""
    said, claimed = edit.said_keys, edit.claimed_keys
    if said == claimed or (said and claimed and (said[0] == claimed[0] or said[-1] == claimed[-1])):
        return False
    return not any(word.pause > 1 for word in edit.said[:-1]) and not changes_sense(edit)
