"""Guards of who acts, and of whom a pronoun means. Each is True for an edit that changes that."""

from __future__ import annotations

from collections.abc import Sequence

from transcript.comparison.edits import Edit
from transcript.comparison.rules.rule import REACH, governs_nothing, phrase
from transcript.language.tagging import Word
from transcript.language.tagging.grammar import sentence_of

NEAR_SUBJECT = 30
"""Words before a pronoun in which its sentence is looked at."""


CLOSE = 4
"""Words on either side of a pronoun among which it may be in another place."""


PERSONS = ("speaker", "speaker and others", "listener", "man", "woman", "third person of any kind")
"""The classes of pronouns by whom they mean."""


def means_another(edit: Edit) -> bool:
    """A pronoun for somebody else, two in another order, or an owner that is put in: his goats, my goats."""
    said, claimed = _persons_of(edit.said), _persons_of(edit.claimed)
    if len(said) == len(claimed) > 1 and said != claimed:
        return True
    new = set(claimed) - set(said)
    if any(word.is_a("owner alone") or (word.key == "them" and not edit.said) for word in edit.claimed):
        return True
    if not new or edit.said or any(word.is_a("possessive", "pointing pronoun") for word in edit.claimed):
        return bool(new)
    return not new <= {*_persons_of(edit.said_before(REACH)), PERSONS[-1]}


def _persons_of(words: Sequence[Word]) -> list[str]:
    """Whom the pronouns among words mean, in their order."""
    return [person for word in words for person in PERSONS if word.is_a(person)]


def acts_no_more(edit: Edit) -> bool:
    """Who acts, gone where another may act, or where a denial would reach on; or moved: would you, you would."""
    if _persons_of(edit.claimed) or any(word.is_a("relative") for word in edit.claimed):
        return False
    return _leaves_actor(edit) or _is_moved(edit)


def _is_moved(edit: Edit) -> bool:
    """True if a pronoun that is left out stands near in the claim, not in the transcript."""
    claimed = (*edit.turned.said_before(CLOSE), *edit.turned.said_after(CLOSE))
    said = (*edit.said_before(2 * CLOSE), *edit.said_after(2 * CLOSE))
    moving = {word.key for word in edit.said if word.is_a("person") or word.key == "there"}
    return not moving.isdisjoint(set(phrase(claimed)) - set(phrase(said)))


def _leaves_actor(edit: Edit) -> bool:
    """True if who acts is left out where another may, or where a denial reaches on: he saw the king, he was ill; they
    never sing, and they eat."""
    before = _sentence_before(edit)
    if any(word.is_a("spare pronoun") for word in edit.said):
        ends = any(word.closes for word in edit.turned.said_before(1))
        last = before[-2:-1] if phrase(before[-1:]) == ("then",) else before[-1:]
        return not (ends or any(word.is_a("listing") for word in last)) or not governs_nothing(before)
    acts = any(word.is_a("person") for word in edit.said) and any(word.closes for word in before)
    others = set(_persons_of(before))
    another = bool(others) and others.isdisjoint(_persons_of(edit.said))
    return acts and (another or any(word.kind == "negation" for word in before))


def acts_anew(edit: Edit) -> bool:
    """Who acts, put in where a denial reached on: they don't feed it and build it, and they build it."""
    acts = any(word.is_a("subject", "person") for word in edit.claimed) and not _persons_of(edit.said)
    before = _sentence_before(edit)
    return acts and any(word.is_a("listing") for word in before[-1:]) and not governs_nothing(before)


def _sentence_before(edit: Edit) -> Sequence[Word]:
    """The words before an edit that are of its sentence."""
    before = edit.said_before(NEAR_SUBJECT)
    return before[slice(*sentence_of(before, len(before) - 1))] if before else ()
