"""Guards: how words with a part in grammar alone change what is said. Each is True for an edit that does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from transcript.comparison.edits import Edit
from transcript.comparison.rules.rule import (
    Holds,
    follows_negation,
    is_approximating,
    is_restricting,
    phrase,
    precedes_number,
)
from transcript.language.lexicon import word_class
from transcript.language.tagging import Phrase, Word, listed

NEAR = 6
"""Words beside an edit that may tell its time."""


TIMES = ("past auxiliary", "present auxiliary")
"""The classes of verbs that tell a time."""


def limits(edit: Edit) -> bool:
    """True if small words of any kind say more, or less, than they seem to."""
    return any(guard(edit) for guard in _LIMITS)


def changes_grammar(edit: Edit) -> bool:
    """True if words of grammar change who acts, when, and what is so."""
    return any(guard(edit) for guard in _GUARDS)


def _speaks_on(edit: Edit) -> bool:
    """Somebody else speaks from there on."""
    return any(word.pause > 2 for word in edit.said_before(1))


def _links_otherwise(edit: Edit) -> bool:
    """Another preposition, but for such as stand for each other; or one in the place of a verb or of who."""
    said, claimed = ([word.key for word in words if word.is_a("preposition")] for words in (edit.said, edit.claimed))
    if said == claimed:
        return False
    if not said or not claimed:
        others = [word for word in (edit.claimed if said else edit.said) if word.kind != "filler"]
        spare = not {"from", "by"} & {*said, *claimed}
        linked = any(word.is_a("relative", "listing", *TIMES) for word in others)
        return not spare or linked or (not others and _is_needed(edit))
    pairs = zip(said, claimed, strict=False)
    return len(said) != len(claimed) or not all(
        one == other or any({one, other} <= word_class(name) for name in _ALIKE) for one, other in pairs
    )


_ALIKE = ("preposition of place", "preposition of direction")


def _is_needed(edit: Edit) -> bool:
    """True if a preposition says what a verb does to what follows, or is the first of what somebody is: sell to goats,
    on the list. But not the to of a verb."""
    words, after = (*edit.said, *edit.claimed), edit.said_after(1)
    before = [word for word in edit.said_before(3) if word.kind != "filler"][-1:]
    if phrase(words) == ("to",):
        return not any(word.is_a("verb") or word.is_form_of("common verb") for word in after)
    verbs = ("being", "be", "verb", "participle", "pronoun")
    return any(word.is_a(*verbs) or word.is_form_of("common verb") for word in before)


def _tells_other_time(edit: Edit) -> bool:
    """A time that the transcript does not tell there, or what went on and is over: it is falling, it has fallen."""
    follows = any(word.key.endswith("ing") for word in edit.said_after(1))
    if ("been" in edit.said_keys) != ("been" in edit.claimed_keys):
        return True
    done = any(word.is_a("perfect") for word in edit.claimed) and "been" not in edit.claimed_keys
    if follows and (done or _times(edit.said) != _times(edit.claimed)):
        return True
    beside = (*edit.said_before(NEAR), *edit.said, *edit.said_after(NEAR))
    return not _times(edit.claimed) <= _times(beside)


def _times(words: Sequence[Word]) -> set[str]:
    return {time for time in TIMES if any(word.is_a(time) for word in words)}


def _counts(edit: Edit) -> bool:
    """Before few and little, or behind what counts: a few goats, few goats; a lot of it, it a lot."""
    before, after = edit.turned.said_before(1), edit.said_after(1)
    part = any(word.kind == "quantity" or word.is_a("many", "part of") for word in before)
    return any(word.key in ("few", "little", "one") for word in after) or (part and edit.claimed_keys[:1] == ("of",))


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
    return replaced or (one != other and bool(edit.said and edit.claimed))


def _obliges(edit: Edit) -> bool:
    """A verb before to, which is a duty, or a pronoun there, who is to do it: they have to leave, I want you to."""
    words = (*edit.said, *edit.claimed)
    verbs = any(word.is_a("auxiliary", "having", "being", "be", "pronoun") for word in (*edit.said_before(1), *words))
    return verbs and any(word.key == "to" for word in (*words, *edit.said_after(1)))


def _is_passive(edit: Edit) -> bool:
    """A form of be that is gone, or new, before what may be a participle: he was fired, he fired. But not with the that
    or which of its clause: goats that were sold, goats sold."""
    one, other = (any(word.is_a("being", "be") for word in side) for side in (edit.said, edit.claimed))
    relative = any(word.is_a("relative") for word in (*edit.said, *edit.claimed))
    return one != other and not relative and any(map(_may_be_participle, edit.said_after(1)))


def _may_be_participle(word: Word) -> bool:
    return word.is_a("participle") or word.key.endswith(("ed", "en"))


def _acts_alone(edit: Edit) -> bool:
    """A verb that is gone, or new, where its clause ends: they sing if they can, do."""
    words = edit.said or edit.claimed
    return not (edit.said and edit.claimed) and words[-1].closes and words[-1].is_a(*TIMES)


def _means(edit: Edit) -> bool:
    """An it on one side alone without which a verb means something else: they left it, they left; they gave it up."""
    one, other = (edit.said, edit.claimed) if "it" in edit.said_keys else (edit.claimed, edit.said)
    keys, others = phrase(one), phrase(other)
    if "it" not in keys or "it" in others:
        return False
    if other:
        return not any(word.is_a("pronoun") or word.key == "there" for word in other)
    labile = any(word.is_form_of("labile") for word in edit.said_before(1))
    changes = labile or one[0].opens or any(word.is_a("particle", "listing") for word in edit.said_after(1))
    return changes and not any(word.is_a(*TIMES) for word in one)


def _names(edit: Edit) -> bool:
    """A one that counts, or a you that is another than the one there: one goat; that you sold, that sold."""
    before, after = edit.said_before(1), edit.said_after(1)
    keys = phrase((*edit.said, *edit.claimed))
    if "one" in keys:
        counts = "of" in (*keys, *phrase(after)) or any(word.kind != "small" for word in after)
        named = any(word.is_name for word in after)
        return not named and (counts or not before or before[0].is_a("determiner"))
    return "you" in keys and any(word.is_a("relative", "listing") for word in before)


def _points(edit: Edit) -> bool:
    """A this or those that is gone, or new: these goats, goats. But not where it only says again what acts."""
    alone = not edit.claimed and len(edit.said) == 1
    acts = alone and any(word.is_a(*TIMES) for word in edit.said_after(1))
    had = alone and any(word.is_a("having") or word.key == "there" for word in edit.said_before(1))
    one_sided = not (edit.said and edit.claimed) and not acts and not had
    return one_sided and any(
        word.is_a("pointing pronoun") and word.key != "that" for word in (*edit.said, *edit.claimed)
    )


def _asks(edit: Edit) -> bool:
    """A what or how without the verb that comes with it: what are the goats they sell, the goats they sell."""
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
    if any((word.key,) in listed("manner") and not word.is_a("idle when denied") for word in words):
        return is_restricting(edit.said_before(12))
    return follows_negation(edit) and not all(word.is_a("idle when denied") for word in words)


def _quantifies(edit: Edit) -> bool:
    """A some or any that counts, a so, too or much that tells how much: some of them, too old, much hay."""
    words = (*edit.said, *edit.claimed)
    pairs = zip_longest(words, (*words[1:], *edit.said_after(1)))
    return any(_is_of_quantity(word, after, edit.said_before(12)) for word, after in pairs)


def _is_of_quantity(word: Word, after: Word | None, before: Sequence[Word]) -> bool:
    """True if a word, behind what is before it, tells how many or how much of what is after it."""
    if word.key == "some":
        return word.opens or word.closes or after is None or after.key == "of"
    if word.key == "any":
        return not is_restricting(before)
    if word.key == "much":
        return after is None or not (after.key.endswith("er") or after.is_a("comparing"))
    return word.key in ("so", "too") and not (word.opens or word.closes)


_LIMITS: tuple[Holds, ...] = (_speaks_on, is_approximating, _joins, _is_degree, _stresses, _quantifies)


_GUARDS: tuple[Holds, ...] = (
    _links_otherwise,
    _tells_other_time,
    _counts,
    _obliges,
    _is_passive,
    _acts_alone,
    _means,
    _names,
    _points,
    _asks,
)
