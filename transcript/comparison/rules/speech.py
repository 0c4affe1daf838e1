"""Rules for the ways of speech: asides, nouns taken up by a pronoun, words said again behind and."""

from __future__ import annotations

from collections.abc import Sequence

from transcript.comparison.edits import Edit
from transcript.comparison.rules.rule import is_listed, is_plain, phrase
from transcript.comparison.word import Word
from transcript.language.lexicon import words

_DASHES = "-–—()"


def is_aside(edit: Edit) -> bool:
    """Words between two dashes, which may guess but neither deny nor count."""
    said = edit.said
    if len(said) < 2 or edit.begins_claim or edit.ends_claim or not (said[0].opens and said[-1].closes):
        return False
    text = edit.texts.text
    before, after = text[: said[0].start].rstrip()[-1:], text[said[-1].end :].lstrip()[:1]
    inside = any(word.pause > 1 or word.kind in ("negation", "number") for word in said)
    return before in _DASHES and after in _DASHES and before != "" and after != "" and not inside


_TAKING_UP = frozenset(words("he she it they we"))


LONGEST_SUBJECT = 5
"""Words of a noun that a pronoun takes up."""


def is_taken_up(edit: Edit) -> bool:
    """A pronoun behind the noun that it takes up: the buttons, they get wet."""
    before = edit.said_before(LONGEST_SUBJECT + 1)
    if len(edit.said) != 1 or edit.said[0].key not in _TAKING_UP or not edit.said[0].opens or not before:
        return False
    begin = next((at for at in range(len(before) - 1, 0, -1) if before[at - 1].closes), 0)
    subject = before[begin:]
    return len(subject) <= LONGEST_SUBJECT and subject[-1].kind == "content" and is_plain(subject) and _is_noun(subject)


_IN_NOUNS = frozenset(words("the a an this that these those my your his her its our their even all both of and"))


def _is_noun(subject: Sequence[Word]) -> bool:
    """True if words may be a noun alone: they begin with a determiner or a capital, and have no verb or pronoun."""
    begins = subject[0].key in _IN_NOUNS or subject[0].capital
    return begins and all(word.kind == "content" or word.key in _IN_NOUNS for word in subject)


LONGEST_GAP = 4
"""Words that are not said again behind and."""


def is_gapped(edit: Edit) -> bool:
    """Words behind and, or or but that stand in the clause before it too: you'll ask Ada, and you'll ask Ben."""
    before = edit.said_before(30)
    if not before or len(edit.said) > LONGEST_GAP or before[-1].key not in ("and", "or") or not is_plain(edit.said):
        return False
    if all(word.kind != "content" for word in edit.said):
        return False
    begin = next((at for at in range(len(before) - 1, 0, -1) if before[at - 1].pause > 1), 0)
    keys = phrase(before[begin:])
    size = len(edit.said)
    return any(keys[at : at + size] == edit.said_keys for at in range(len(keys) - size))


_THINKING = frozenset(words("think believe"))


_DOING = frozenset(words("do does did"))


def is_denied_thought(edit: Edit) -> bool:
    """I think it doesn't, for I don't think it does, and the other way round."""
    one, other = edit.said_keys, edit.claimed_keys
    if len(one) > 4 and one[2:3] == ("not",):
        one, other = other, one
    if len(one) != 5 or one[1] not in _THINKING or one[4] != "not":
        return False
    subject, think, noun, auxiliary, _ = one
    ending = () if auxiliary in _DOING else (auxiliary,)
    return any(other == (subject, do, "not", think, noun, *ending) for do in _DOING)


def is_agreement(edit: Edit) -> bool:
    """The number or the course of a common verb: makes for make, is using for uses."""
    if len(edit.claimed) != 1 or edit.said[-1].kind != edit.claimed[0].kind or edit.claimed[0].kind != "small":
        return False
    said, claimed = edit.said[-1].key, edit.claimed[0].key
    if len(edit.said) == 2:
        goes_on = edit.said[0].key in ("am", "is", "are", "'s") and said.endswith("ing") and not claimed.endswith("ed")
        return goes_on and edit.said[-1].stem == edit.claimed[0].stem
    shorter, longer = sorted((said, claimed), key=len)
    return len(edit.said) == 1 and (longer in (shorter + "s", shorter + "es") or {shorter, longer} == {"has", "have"})


def is_pointing(edit: Edit) -> bool:
    """An adverb that points to the time or place of which is spoken: right now, at this point."""
    return is_listed(edit.said_keys, "pointing") and not edit.begins_claim and not edit.ends_claim
