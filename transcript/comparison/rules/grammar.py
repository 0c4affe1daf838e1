"""Rules for words that have a part in grammar alone: only they differ, and bring no other person, time or duty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import product, takewhile

from transcript.comparison.edits import Edit, joined_edit
from transcript.comparison.rules.rule import FEW, is_approximating
from transcript.language.lexicon import word_class
from transcript.language.tagging import Word

NEAR = 6
"""Words beside an edit that may tell its time."""


def are_grammatical(said: Word, claimed: Word) -> bool:
    """True for two words with a part in grammar alone."""
    return _is_grammatical(said) and _is_grammatical(claimed)


def is_grammar(edit: Edit) -> bool:
    """Grammatical words for others: what they are being sold for, what it sells for."""
    if not _is_grammar_alone(edit) or edit.said_keys == edit.claimed_keys or _has_same_ends(edit):
        return False
    ends = any(word.pause > 1 for word in edit.said[:-1])
    return not ends and _agree_in_preposition(edit) and _keeps_time(edit) and not _guards(edit)


def is_grammatical(edit: Edit) -> bool:
    return all(map(_is_grammatical, edit.said)) and is_grammar(edit)


def may_be_put_in(edit: Edit) -> bool:
    return all(map(_is_grammatical, edit.claimed))


def may_touch(edit: Edit, other: Edit) -> bool:
    """True if an edit of grammar may stand right beside another: they are one of grammar, or it makes no verb and links
    nothing."""
    words = (*edit.said, *edit.claimed)
    return is_grammar(_joined(edit, other)) if _is_grammar_alone(other) else not any(map(_links, words))


def _joined(edit: Edit, other: Edit) -> Edit:
    """The edit and another that touches it as one, without words that both sides have."""
    first, last = sorted((edit, other), key=lambda one: (one.said_range, one.claimed_range))
    return joined_edit(first, last).without_same_ends()


def _is_grammar_alone(edit: Edit) -> bool:
    return all(map(_is_grammatical, (*edit.said, *edit.claimed)))


def _links(word: Word) -> bool:
    return word.is_a("preposition", "being", "auxiliary", "having") or _is_finite(word)


def _is_grammatical(word: Word) -> bool:
    return word.kind == "filler" or word.key in _grammatical()


@cache
def _grammatical() -> frozenset[str]:
    return word_class("grammatical") | word_class("preposition")


def sizes_of_grammar(edit: Edit) -> Iterable[tuple[int, int]]:
    """The numbers of grammatical words with which both sides begin, up to a few."""
    said, claimed = (sum(1 for _ in takewhile(_is_grammatical, words[:FEW])) for words in (edit.said, edit.claimed))
    return product(range(1, said + 1), range(1, claimed + 1))


def _prepositions(words: Sequence[Word]) -> list[str]:
    return [word.key for word in words if word.is_a("preposition")]


def _has_same_ends(edit: Edit) -> bool:
    """True if both sides begin, or end, with the same word: a smaller edit says it, then."""
    said, claimed = edit.said_keys, edit.claimed_keys
    return bool(said and claimed) and (said[0] == claimed[0] or said[-1] == claimed[-1])


def _agree_in_preposition(edit: Edit) -> bool:
    """True if one side has no preposition, or both have such as stand for each other: in May, on a day in May."""
    said, claimed = map(_prepositions, (edit.said, edit.claimed))
    if said == claimed:
        return True
    if not said or not claimed:
        # In the place of a verb or of who a preposition makes another sentence.
        others = edit.claimed if said else edit.said
        spare = all(key in word_class("spare preposition") for key in (*said, *claimed))
        return spare and not any(_is_finite(word) or word.is_a("relative") for word in others)
    return len(said) == len(claimed) and all(
        one == other or any({one, other} <= word_class(name) for name in _ALIKE)
        for one, other in zip(said, claimed, strict=True)
    )


_ALIKE = ("preposition of place", "preposition of direction", "preposition of use")


def _guards(edit: Edit) -> bool:
    """True where a small word counts, obliges, or tells who acts: a few goats, they have to leave, he was fired."""
    words, before, after = (*edit.said, *edit.claimed), edit.said_before(1), edit.said_after(1)
    counts = any(word.key in ("few", "little") for word in after)
    denied = any(word.kind == "negation" for word in edit.said_before(3))
    degree = denied and "that" in edit.said_keys and not any(word.is_a("subject") for word in after)
    speaks = any(word.pause > 2 for word in before)
    guarded = counts or degree or speaks or is_approximating(edit) or _obliges(edit) or _turns_round(edit)
    return guarded or _owns(edit, words) or _has(edit) or _stands_for(edit) or _parts(edit) or _points(edit)


def _points(edit: Edit) -> bool:
    """True for a this or those that is left out or put in: these goats, goats."""
    return not (edit.said and edit.claimed) and any(
        word.is_a("pointing pronoun") and word.key != "that" for word in (*edit.said, *edit.claimed)
    )


def _has(edit: Edit) -> bool:
    """True for a have or a do that is a verb like others, since none follows: they have goats, they do it."""
    sides = (*edit.said, *edit.said_after(1)), (*edit.claimed, *edit.turned.said_after(1))
    sizes = len(edit.said), len(edit.claimed)
    return any(
        words[at].key in _HAVING and not any(map(_may_be_verb, words[at + 1 : at + 2]))
        for words, size in zip(sides, sizes, strict=True)
        for at in range(size)
    )


_HAVING = ("have", "has", "had", "do", "does", "did", "having", "doing", "'ve")


def _may_be_verb(word: Word) -> bool:
    return _may_be_participle(word) or word.kind == "negation" or word.is_a("verb") or word.key in ("been", "be")


def _stands_for(edit: Edit) -> bool:
    """True for an it on one side alone that stands for something: they sold it, they sold."""
    one, other = (edit.said, edit.claimed) if "it" in edit.said_keys else (edit.claimed, edit.said)
    keys = [word.key for word in one]
    if "it" not in keys or "it" in (word.key for word in other):
        return False
    return not (
        any(map(_is_finite, one)) if not other else any(word.is_a("pronoun") or word.key == "there" for word in other)
    )


def _is_finite(word: Word) -> bool:
    return word.is_a(*_TIMES)


def _parts(edit: Edit) -> bool:
    """True for an of that makes a part of what is said: a lot, a lot of it."""
    before = edit.turned.said_before(1)
    return "of" in edit.claimed_keys[:1] and any(
        word.kind == "quantity" or word.is_a("many", "part of") for word in before
    )


def _obliges(edit: Edit) -> bool:
    """True if a verb before to is gone or new, which is a duty: they have to leave, they are to leave."""
    words = (*edit.said, *edit.claimed)
    verbs = any(word.is_a("auxiliary", "having", "being") for word in words)
    return verbs and (any(word.key == "to" for word in words) or any(word.key == "to" for word in edit.said_after(1)))


def _owns(edit: Edit, words: Sequence[Word]) -> bool:
    """True if a genitive is gone or new, with another word: Ada's, of Ada."""
    return ("'s" in edit.said_keys) != ("'s" in edit.claimed_keys) and any(word.key == "of" for word in words)


def _turns_round(edit: Edit) -> bool:
    """True if a form of be is gone, or new, before what may be a participle: he was fired, he fired."""
    passive, other = (any(word.is_a("being", "be") for word in side) for side in (edit.said, edit.claimed))
    after = edit.said_after(1)
    return passive != other and bool(after) and _may_be_participle(after[0])


def _may_be_participle(word: Word) -> bool:
    return word.is_a("participle") or word.key.endswith(("ed", "en"))


def _keeps_time(edit: Edit) -> bool:
    """True if verbs of the claim tell no time that the transcript does not tell there, and what went on is not over."""
    follows = any(word.key.endswith("ing") for word in edit.said_after(1))
    if ("been" in edit.said_keys) != ("been" in edit.claimed_keys):
        return False
    done = any(word.is_a("perfect") for word in edit.claimed) and "been" not in edit.claimed_keys
    if follows and (done or _times(edit.said) != _times(edit.claimed)):
        return False
    beside = (*edit.said_before(NEAR), *edit.said, *edit.said_after(NEAR))
    return _times(edit.claimed) <= _times(beside)


_TIMES = ("past auxiliary", "present auxiliary")


def _times(words: Sequence[Word]) -> set[str]:
    return {time for time in _TIMES if any(word.is_a(time) for word in words)}
