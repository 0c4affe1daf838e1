"""Guards: how words with a part in grammar alone change what is said. Each is True for an edit that does."""

from __future__ import annotations

from collections.abc import Sequence

from transcript.comparison.edits import Edit
from transcript.comparison.rules.rule import Holds, is_approximating, phrase
from transcript.language.lexicon import word_class
from transcript.language.tagging import Word

NEAR = 6
"""Words beside an edit that may tell its time."""


TIMES = ("past auxiliary", "present auxiliary")
"""The classes of verbs that tell a time."""


def changes_sense(edit: Edit) -> bool:
    """True if a guard holds an edit of small words back."""
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
        others = edit.claimed if said else edit.said
        spare = word_class("spare preposition").issuperset((*said, *claimed))
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
    words, before, after = (*edit.said, *edit.claimed), edit.said_before(1), edit.said_after(1)
    if phrase(words) == ("to",):
        return not any(word.is_a("verb") or word.is_form_of("common verb") for word in after)
    return any(word.is_a("being", "be") or word.is_form_of("common verb") or word.kind == "content" for word in before)


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
    return denied and "that" in edit.said_keys and not any(word.is_a("subject") for word in edit.said_after(1))


def _joins(edit: Edit) -> bool:
    """An and in the place of another word: so that it fell, and it fell."""
    one, other = (any(word.is_a("listing") for word in words) for words in (edit.said, edit.claimed))
    return one != other and bool(edit.said and edit.claimed)


def _obliges(edit: Edit) -> bool:
    """A verb before to, which is a duty, or a pronoun there, who is to do it: they have to leave, I want you to."""
    words = (*edit.said, *edit.claimed)
    verbs = any(word.is_a("auxiliary", "having", "being", "be", "pronoun") for word in (*edit.said_before(1), *words))
    return verbs and any(word.key == "to" for word in (*words, *edit.said_after(1)))


def _is_passive(edit: Edit) -> bool:
    """A form of be that is gone, or new, before what may be a participle: he was fired, he fired."""
    one, other = (any(word.is_a("being", "be") for word in side) for side in (edit.said, edit.claimed))
    return one != other and any(map(_may_be_participle, edit.said_after(1)))


def _may_be_participle(word: Word) -> bool:
    return word.is_a("participle") or word.key.endswith(("ed", "en"))


def _owns(edit: Edit) -> bool:
    """A genitive that is gone, or new, with another word: Ada's, of Ada."""
    said, claimed = edit.said_keys, edit.claimed_keys
    return ("'s" in said) != ("'s" in claimed) and "of" in (*said, *claimed)


def _has(edit: Edit) -> bool:
    """A have or a do that is a verb like others, since none follows: they have goats, they do it."""
    said, claimed = (*edit.said, *edit.said_after(1)), (*edit.claimed, *edit.turned.said_after(1))
    return _has_alone(said, len(edit.said)) or _has_alone(claimed, len(edit.claimed))


def _has_alone(words: Sequence[Word], size: int) -> bool:
    """True if one of the first words is such a verb."""
    verbs = (at for at in range(size) if words[at].is_a("having or doing"))
    return any(not any(map(_may_be_verb, words[at + 1 : at + 2])) for at in verbs)


def _may_be_verb(word: Word) -> bool:
    return _may_be_participle(word) or word.kind == "negation" or word.is_a("verb") or word.key in ("been", "be")


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
        return counts or not before or before[0].is_a("determiner")
    return "you" in keys and any(word.is_a("relative", "listing") for word in before)


def _points(edit: Edit) -> bool:
    """A this or those that is gone, or new: these goats, goats. But not where it only says again what acts."""
    acts = any(word.is_a(*TIMES) for word in edit.said_after(1)) and not edit.claimed and len(edit.said) == 1
    one_sided = not (edit.said and edit.claimed) and not acts
    return one_sided and any(
        word.is_a("pointing pronoun") and word.key != "that" for word in (*edit.said, *edit.claimed)
    )


def _asks(edit: Edit) -> bool:
    """A what, where or how without the verb that comes with it: what are the goats they sell, the goats they sell."""
    words = (*edit.said, *edit.claimed)
    asks = any(word.is_a("question word") for word in words)
    return asks and not any(word.is_a("being") for word in words)


_GUARDS: tuple[Holds, ...] = (
    _speaks_on,
    is_approximating,
    _links_otherwise,
    _tells_other_time,
    _counts,
    _is_degree,
    _joins,
    _obliges,
    _is_passive,
    _owns,
    _has,
    _means,
    _names,
    _points,
    _asks,
)
