"""Small words that grammar lets go or asks for: an emphatic do, for before a span of time, a particle of a verb."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from transcript.comparison.edits import Edit
from transcript.comparison.lists import listed
from transcript.comparison.rules.rule import is_plain
from transcript.comparison.word import Word
from transcript.language.lexicon import words

_DOING_SUBJECTS = frozenset(words("i you we they"))


_LINKING_WORDS = frozenset(words("and but so because that think know"))


def is_emphatic_do(edit: Edit) -> bool:
    """The do of a statement: I do like it. Not of a question, and not the do of the things that they do."""
    before, after = edit.said_before(2), edit.said_after(1)
    if edit.said_keys != ("do",) or not before or not after or edit.closes_clause():
        return False
    begins = before[-1].opens or (len(before) > 1 and (before[0].key in _LINKING_WORDS or before[0].kind == "filler"))
    verb = after[0].kind in ("content", "small", "filler") and after[0].key not in _NO_VERBS
    return before[-1].key in _DOING_SUBJECTS and begins and verb


_NO_VERBS = frozenset(words("it that this these those the a an them him her so what as for to with in on and or but"))


SPAN_OF_TIME = 5
"""Words, at most, of a span of time: a couple of hundred years."""


_TIME_WORDS = frozenset(words("while time second minute hour day night week month year decade century"))


def is_span_preposition(edit: Edit) -> bool:
    """For, before a span of time: they waited for two hours."""
    return edit.said_keys == ("for",) and _begins_span(edit.said_after(SPAN_OF_TIME))


def is_span_preposition_put_in(edit: Edit) -> bool:
    """For before a span of time, or from before the time of something that is so long ago."""
    span = edit.claimed_after(SPAN_OF_TIME + 2)
    if edit.claimed_keys == ("from",):
        return _begins_span(span) and any(word.key == "ago" for word in span)
    return edit.claimed_keys == ("for",) and _begins_span(span[:SPAN_OF_TIME])


def _begins_span(following: Sequence[Word]) -> bool:
    """True if words begin with how long something lasts: an amount of time, or a, a few and what follows."""
    if not following:
        return False
    if following[0].kind == "number":
        return following[0].unit in _TIME_WORDS or (len(following) > 1 and _is_time(following[1]))
    return following[0].key in ("a", "an", "many", "several", "even") and any(map(_is_time, following[1:]))


def _is_time(word: Word) -> bool:
    return word.key in _TIME_WORDS or word.key.removesuffix("s") in _TIME_WORDS


def is_presented(edit: Edit) -> bool:
    """This or these before what the speaker brings up: there was this talk of it."""
    before = [word for word in edit.said_before(5) if word.kind != "filler"][-3:]
    after = edit.said_after(1)
    presents = any(one.key == "there" and two.key in _PRESENTING for one, two in pairwise(before))
    return edit.said_keys in (("this",), ("these",)) and presents and bool(after) and after[0].kind != "number"


_PRESENTING = frozenset(words("is are was were 's became came"))


def is_any(edit: Edit) -> bool:
    """Any, where the clause denies it all the same: we don't have any hay."""
    if edit.said_keys not in (("any",), ("any", "of")) or edit.opens_clause() or edit.closes_clause():
        return False
    for word in reversed(edit.said_before(5)):
        if word.closes:
            return False
        if word.kind == "negation":
            return True
    return False


def is_noun_of_both(edit: Edit) -> bool:
    """A noun before and or or that stands behind it too: a normal wheel or an old wheel."""
    after = edit.said_after(4)
    if len(edit.said) != 1 or edit.said[0].kind != "content" or not is_plain(edit.said) or not after:
        return False
    adjective = edit.said_before(1)
    if not adjective or adjective[0].kind != "content" or adjective[0].closes or after[0].key not in ("and", "or"):
        return False
    again = next((at for at, word in enumerate(after) if word.key == edit.said[0].key), 0)
    return again > 1 and all(word.key in ("a", "an", "the") or word.kind == "content" for word in after[1:again])


def is_one_for_noun(edit: Edit) -> bool:
    """One, for a noun with its a that the claim has named before: an old bridge, at least I call it one."""
    if edit.claimed_keys != ("one",) or len(edit.said) < 2 or edit.said_keys[0] not in ("a", "an"):
        return False
    noun, before = edit.said_keys[1:], [word.key for word in edit.claimed_before(20)]
    size = len(noun)
    nouns = all(word.kind == "content" for word in edit.said[1:])
    return nouns and any(tuple(before[at : at + size]) == noun for at in range(len(before) - size + 1))


def is_particle(edit: Edit) -> bool:
    """A particle that adds nothing to its verb, by a reviewed list: open up."""
    return _is_particle(edit.said_before(1), edit.said)


def is_particle_put_in(edit: Edit) -> bool:
    return _is_particle(edit.claimed_before(1), edit.claimed)


def _is_particle(verb: Sequence[Word], particle: Sequence[Word]) -> bool:
    return len(verb) == len(particle) == 1 and (verb[0].stem, particle[0].key) in listed("particle")
