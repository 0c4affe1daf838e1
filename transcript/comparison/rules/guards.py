"""Guards: how words with a part in grammar alone change what is said. Each is True for an edit that does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from transcript.comparison.edits import Edit
from transcript.comparison.rules.persons import acts_anew, acts_no_more, means_another
from transcript.comparison.rules.rule import (
    REACH,
    Holds,
    clause_before,
    follows_negation,
    is_approximating,
    is_one_word,
    is_restricting,
    phrase,
    precedes_number,
)
from transcript.language.lexicon import word_class
from transcript.language.tagging import Phrase, Word, listed


def limits(edit: Edit) -> bool:
    """True if small words of any kind say more, or less, than they seem to."""
    return any(guard(edit) for guard in _LIMITS)


def changes_grammar(edit: Edit) -> bool:
    """True if words of grammar change who acts, when, and what is so."""
    return any(guard(edit) for guard in _GUARDS)


def _opposes(edit: Edit) -> bool:
    """A preposition that says where to, for whom or by whom, for another; or who has it: to Ada, from Ada; Ada's."""
    sides = edit.said, edit.claimed
    pair = {*edit.said_keys, *edit.claimed_keys}
    if is_one_word(edit) and (pair <= word_class("preposition of a part") or _leads_to_verb(edit)):
        return False
    one, other = ({word.key for word in words if word.is_a("decisive preposition")} for words in sides)
    return (one != other and bool(edit.claimed)) or _has_otherwise(edit) or _has_otherwise(edit.turned)


def _leads_to_verb(edit: Edit) -> bool:
    """True if one verb follows, with a to and without: afraid of selling it, afraid to sell it."""
    following = zip(edit.said_after(1), edit.turned.said_after(1), strict=False)
    turned = {*edit.said_keys, *edit.claimed_keys} in ({"to", "of"}, {"to", "in"})
    return turned and any(one.stem == other.stem and one.key != other.key for one, other in following)


def _has_otherwise(edit: Edit) -> bool:
    """An 's that is gone behind a noun, or for which an of stands: the king's brother, the king of the brother."""
    noun = edit.said_keys == ("'s",) and any(word.kind == "content" for word in edit.said_before(1))
    return ("'s" in edit.said_keys and "of" in edit.claimed_keys) or (noun and not edit.claimed)


def _is_needed(edit: Edit) -> bool:
    """A preposition alone, gone or new, that says what a verb does to what follows, or is the first of what somebody
    is: sell to goats, on the list. But not the to of a verb, unless it is a duty: has to be."""
    before = [word for word in edit.said_before(3) if word.kind != "filler"][-1:]
    if edit.said_keys == ("to", "be") and any(word.is_a("having") for word in before):
        return True
    words = [word for word in (*edit.said, *edit.claimed) if word.kind != "filler"]
    if (edit.said and edit.claimed) or not all(word.is_a("preposition") for word in words):
        return False
    verbs = ("being", "be", "verb", "participle", "pronoun", "particle")
    needed = any(word.is_a(*verbs) or word.is_form_of("common verb") for word in before)
    return needed or phrase(words) == ("from",)


def _adds_verb(edit: Edit) -> bool:
    """A form of be, have or do, without a subject, where none of that verb was said: they undid it, they did it. Tense
    alone is light, yet who has been king is none."""
    if not edit.said and any(word.is_a("subject") for word in edit.claimed):
        return False
    said, claimed = (
        {form for form in _FORMS for word in side if word.is_a(form)} for side in (edit.said, edit.claimed)
    )
    return not claimed <= said


_FORMS = ("form of be", "be", "form of have", "form of do")


def _subordinates(edit: Edit) -> bool:
    """A word that says how two clauses hang together, for another: though it was old, as it was old."""
    return any(word.is_a("subordinator", "condition behind") for word in (*edit.said, *edit.claimed))


def _speaks_on(edit: Edit) -> bool:
    """Somebody else speaks from there on."""
    return any(word.pause > 2 for word in edit.said_before(1))


def _counts(edit: Edit) -> bool:
    """Before few and little, or beside what counts: a few goats, few goats; a lot of it, it a lot; a handful of it."""
    before, after = edit.turned.said_before(1), edit.said_after(1)
    part = any(word.kind == "quantity" or word.is_a("many", "part of") for word in before)
    cut = edit.begins_claim and edit.said_keys[:1] == ("of",)
    put_in = part and edit.claimed_keys[:1] == ("of",)
    return cut or put_in or any(word.key in ("few", "little", "one") for word in after)


def _is_degree(edit: Edit) -> bool:
    """The that of what is denied: it is not that old."""
    denied = any(word.kind == "negation" for word in edit.said_before(3))
    clause = any(word.is_a("subject", "person", "determiner") or word.is_name for word in edit.said_after(1))
    return denied and "that" in edit.said_keys and not clause


def _joins(edit: Edit) -> bool:
    """An and in the place of another word, or another in its place: so that it fell, and it fell."""
    one, other = (any(word.is_a("listing") for word in words) for words in (edit.said, edit.claimed))
    beside = (*edit.said_before(1), *edit.said_after(1))
    replaced = edit.claimed_keys == ("of",) and any(word.is_a("listing") for word in beside)
    chooses = any((key in edit.said_keys) != (key in edit.claimed_keys) for key in ("or", "so"))
    return replaced or chooses or (one != other and bool(edit.said and edit.claimed))


def _is_passive(edit: Edit) -> bool:
    """A form of be that is gone, or new, before what may be a participle: he was fired, he fired. But not with the that
    or which of its clause: goats that were sold, goats sold."""
    one, other = (any(word.is_a("being", "be") for word in side) for side in (edit.said, edit.claimed))
    relative = any(word.is_a("relative") for word in (*edit.said, *edit.claimed))
    return one != other and not relative and any(map(_may_be_participle, edit.said_after(1)))


def _may_be_participle(word: Word) -> bool:
    return word.is_a("participle") or word.key.endswith(("ed", "en"))


def _names(edit: Edit) -> bool:
    """A one that counts, or a you that is another than the one there: one goat; that you sold, that sold."""
    before, after = edit.said_before(1), edit.said_after(1)
    keys = phrase((*edit.said, *edit.claimed))
    if "one" in keys:
        counts = "of" in (*keys, *phrase(after)) or any(word.kind != "small" for word in after)
        named = any(word.is_name for word in after)
        return not named and (counts or not before or before[0].is_a("determiner"))
    return "you" in keys and any(word.is_a("relative", "listing") for word in before)


def _asks(edit: Edit) -> bool:
    """A what or how without the verb that comes with it: what are the goats they sell, the goats they sell. But not a
    sentence about what the one before it ends with, made a clause of that: I saw goats. They sing; goats who sing."""
    if edit.said_keys in (("it",), ("they",)) and edit.said[0].opens and edit.claimed_keys in (("who",), ("which",)):
        return False
    words = (*edit.said, *edit.claimed)
    asks = any(word.is_a("question word") and word.key != "where" for word in words)
    return asks and not any(word.is_a("being") for word in words)


@cache
def _stressing_nothing() -> frozenset[Phrase]:
    """No words, and the words and phrases that are never said of how much, or how sure."""
    return frozenset([()]).union(*map(listed, ("article", "expletive", "added", "linking")))


def _stresses(edit: Edit) -> bool:
    """What stresses a number, or something denied, asked or counted: really 40 goats; it is not entirely old."""
    words = [word for word in (*edit.said, *edit.claimed) if not word.is_a("grammatical", "preposition")]
    if not words or {edit.said_keys, edit.claimed_keys} <= _stressing_nothing():
        return False
    if precedes_number(edit) or any(word.is_a("sure") for word in edit.said_after(1)):
        return True
    if any((word.key,) in listed("manner") for word in words) and _is_of_some(edit):
        return True
    return follows_negation(edit) and not all(word.is_a("idle when denied") for word in words)


def _is_of_some(edit: Edit) -> bool:
    """True if the clause before says of how many it is: few of them sing loudly."""
    return any(word.kind == "quantity" and not word.is_a("counting freely") for word in clause_before(edit))


def _quantifies(edit: Edit) -> bool:
    """A some that counts, a so, too or much that tells how much: some of them, too old, much hay."""
    words = (*edit.said, *edit.claimed)
    pairs = zip_longest(words, (*words[1:], *edit.said_after(1)))
    return any(_is_of_quantity(word, after, edit.said_before(REACH)) for word, after in pairs)


def _is_of_quantity(word: Word, after: Word | None, before: Sequence[Word]) -> bool:
    """True if a word tells how many or how much of what is after it."""
    if word.key == "some":
        return word.opens or word.closes or after is None or after.key == "of"
    if word.key == "any":
        return after is not None and after.key == "of" and not is_restricting(before)
    if word.key == "much":
        return after is None or not (after.key.endswith("er") or after.is_a("comparing"))
    return word.key in ("so", "too") and not (word.opens or word.closes)


_LIMITS: tuple[Holds, ...] = (_speaks_on, is_approximating, _joins, _is_degree, _stresses, _quantifies)


_GUARDS: tuple[Holds, ...] = (
    means_another,
    acts_no_more,
    acts_anew,
    _opposes,
    _is_needed,
    _adds_verb,
    _subordinates,
    _counts,
    _is_passive,
    _names,
    _asks,
)
