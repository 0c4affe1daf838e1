"""Rules for small words that a light rewording leaves out or puts in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import dropwhile, pairwise

from transcript.comparison.edits import Edit
from transcript.comparison.rules.clauses import is_within
from transcript.comparison.rules.rule import (
    follows_negation,
    is_approximating,
    is_restricting,
    phrase,
    precedes_number,
)
from transcript.language.tagging import Word, listed
from transcript.language.tagging.grammar import sentence_of
from transcript.language.wordlist import read_words


def is_article(edit: Edit) -> bool:
    """A some that counts nothing, an any of what is denied, a one before a name or set off, a Chinese one."""
    after = edit.said_after(1)
    if edit.said_keys == ("some",):
        return not edit.said[0].opens and not edit.said[-1].closes and bool(after) and after[0].key != "of"
    if edit.said_keys in (("any",), ("any", "of")):
        return is_restricting(edit.said_before(12))
    if edit.said_keys == ("one",):
        set_off = edit.said[0].opens and edit.said[-1].closes
        return set_off or (bool(after) and after[0].is_name)
    return edit.said_keys in listed("article")


def is_article_put_in(edit: Edit) -> bool:
    return edit.claimed_keys in listed("article")


def is_indefinite(edit: Edit) -> bool:
    """A this or these that points to nothing, as in speech: they had this pendulum, with these different goats."""
    before = [word for word in edit.said_before(4) if word.kind != "filler"]
    after = edit.said_after(1)
    if edit.said_keys not in (("this",), ("these",)) or edit.said[-1].closes or not after:
        return False
    has = any(word.key == "there" for word in before) or any(word.is_a("having") for word in before[-1:])
    return has and after[0].kind == "content"


def is_linking_word(edit: Edit) -> bool:
    before = [word.kind for word in edit.said_before(1)]
    if len(edit.said) > 1 and edit.said_keys[0] == "of" and before not in (["number"], ["quantity"]):
        return False
    # Not that old says less than not old.
    denied = edit.said_keys == ("that",) and any(word.kind == "negation" for word in edit.said_before(3))
    clause = any(word.is_a("subject", "person", "determiner") or word.is_name for word in edit.said_after(1))
    degree = denied and not clause
    return edit.said_keys in listed("linking") and not degree and (clause or before != ["negation"])


def may_link(edit: Edit) -> bool:
    return edit.claimed_keys in listed("linking")


def links_here(edit: Edit) -> bool:
    """True where one speaker goes on, and no of stands for an and."""
    beside = (*edit.said_before(1), *edit.said_after(1))
    joins = edit.claimed_keys == ("of",) and any(word.is_a("listing") for word in beside)
    return not joins and all(word.pause < 3 for word in edit.said_before(1))


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


def is_intensifier(edit: Edit) -> bool:
    after = edit.said_after(1)
    if edit.said_keys not in listed("intensifier") or precedes_number(edit) or (after and after[0].is_a("sure")):
        return False
    if is_approximating(edit):
        return False
    if follows_negation(edit) and edit.said_keys not in _IDLE_WHEN_DENIED:
        return False
    if edit.said_keys == ("much",):
        return any(word.key.endswith("er") or word.is_a("comparing") for word in after)
    return edit.said_keys not in (("so",), ("too",)) or edit.said[-1].closes or edit.said[0].opens


_IDLE_WHEN_DENIED = (("really",), ("actually",), ("even",), ("kind", "of"), ("sort", "of"))


def is_expletive(edit: Edit) -> bool:
    return edit.said_keys in listed("expletive")


def is_adverb(edit: Edit) -> bool:
    """An adverb of manner, time or degree by a list, where without it no more is said than with it."""
    if not _is_listed_adverb(edit) and edit.said_keys not in listed("pointing"):
        return False
    return not precedes_number(edit) and not is_restricting(edit.said_before(12)) and not is_approximating(edit)


def may_lack_adverb(edit: Edit) -> bool:
    """True for a here or there between words of the claim, and for other adverbs anywhere."""
    return _is_listed_adverb(edit) or is_within(edit)


def _is_listed_adverb(edit: Edit) -> bool:
    return len(edit.said) == 1 and edit.said[0].key in _adverbs()


@cache
def _adverbs() -> frozenset[str]:
    return frozenset(read_words("adverbs.en"))


def is_vocative(edit: Edit) -> bool:
    """A guys or folks set off by pauses."""
    return edit.said_keys in listed("vocative") and edit.said[0].opens and edit.said[-1].closes


def is_resumed(edit: Edit) -> bool:
    """A pronoun for what begins its sentence, and is no clause: my father, he sings; what they did, that was good."""
    after = edit.said_after(1)
    if len(edit.said) != 1 or not edit.said[0].is_a("subject", "pointing pronoun") or not edit.said[0].opens:
        return False
    first = sentence_of(edit.texts.said, edit.said_range[0] - 1)[0]
    before = list(dropwhile(_joins_clause, edit.texts.said[first : edit.said_range[0]]))
    if not before or not after or before[-1].pause != 1 or before[-1].kind not in ("content", "number"):
        return False
    some = before[0].kind == "quantity" and any(word.is_a("determiner", "possessive") for word in before)
    noun = before[0].is_a("determiner", "possessive") or before[0].is_name or some
    noun = noun and not any(map(_may_be_finite, before))
    asks = before[0].key == "what" and edit.said[0].is_a("pointing pronoun")
    return (noun or asks) and (_may_be_finite(after[0]) or after[0].key.endswith("s"))


def _joins_clause(word: Word) -> bool:
    return word.kind == "filler" or word.is_a("coordinating")


def _may_be_finite(word: Word) -> bool:
    """True for what may be the verb of a sentence."""
    participle = word.is_a("participle") and not word.key.endswith("ing")
    return participle or word.key.endswith("ed") or word.is_a("auxiliary", "being", "having", "verb")


def is_word_put_in(edit: Edit) -> bool:
    beside = (*edit.turned.said_before(1), *edit.turned.said_after(1))
    if edit.claimed_keys == ("yet",) and not (edit.claimed[-1].closes and _is_undone(edit.turned.said_before(8))):
        return False
    return edit.claimed_keys in listed("added") and not any(word.kind in ("negation", "number") for word in beside)


def _is_undone(words: Sequence[Word]) -> bool:
    """True for what has not been done, which is so up to now: we haven't seen it."""
    return any(one.is_a("perfect") and two.kind == "negation" for one, two in pairwise(words))


def replaces_nothing(edit: Edit) -> bool:
    """True unless an it is, or there is, stands for the it would be that is left out there."""
    if len(edit.claimed) == 1:
        return True
    begins = edit.begins_claim and any(word.opens for word in edit.said_after(1))
    same_before = begins or phrase(edit.said_before(1)) == phrase(edit.turned.said_before(1))
    return same_before and phrase(edit.said_after(1)) == phrase(edit.turned.said_after(1))


def is_chinese_subject(edit: Edit) -> bool:
    """A pronoun that begins a clause, whose subject goes without saying in Chinese."""
    return edit.said_keys in listed("subject") and edit.said[0].opens and not edit.said[-1].closes
