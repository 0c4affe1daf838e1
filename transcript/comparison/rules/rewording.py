"""Words that a light rewording puts for others."""

from __future__ import annotations

from collections.abc import Sequence

from transcript.comparison.edits import Edit
from transcript.comparison.lists import listed
from transcript.comparison.names import can_stand_for, is_name
from transcript.comparison.rules.rule import is_plain, paraphrase_groups
from transcript.comparison.word import Word
from transcript.comparison.wordlists import PRONOUNS
from transcript.language.lexicon import words
from transcript.language.normalise import is_han


def is_paraphrase(edit: Edit) -> bool:
    """Words and phrases that say the same, by a reviewed list."""
    groups = paraphrase_groups(edit.said)
    if len(edit.said) == len(edit.claimed) == 1 and edit.said[0].stem == edit.claimed[0].stem:
        return False
    return bool(groups) and not groups.isdisjoint(paraphrase_groups(edit.claimed))


def is_inflected(edit: Edit) -> bool:
    """Number and tense of one word: shown for show, goats for goat. Not -ing for -ed, which is who acts."""
    if len(edit.said) != 1 or len(edit.claimed) != 1:
        return False
    said, claimed = edit.said[0], edit.claimed[0]
    if said.kind != claimed.kind or said.kind != "content" or said.stem != claimed.stem or is_han(said.key[0]):
        return False
    endings = {word.key[-3:] if word.key.endswith("ing") else word.key[-2:] for word in (said, claimed)}
    adverb = said.key.endswith("ly") != claimed.key.endswith("ly")
    names = is_name(edit.texts.said, edit.said_range[0]) or is_name(edit.texts.claimed, edit.claimed_range[0])
    return not adverb and endings != {"ing", "ed"} and not names and len(said.stem) > 2


_HAVE, _BE, _DO = frozenset(words("have has 've")), frozenset(words("am is are 's")), frozenset(words("do does"))


def is_tense(edit: Edit) -> bool:
    """A verb with have, be or do for the verb alone: have shown and show, is building and builds, does fit and fits."""
    one, other = _verb(edit.said), _verb(edit.claimed)
    if one is None or other is None or len(edit.said) == len(edit.claimed):
        return False
    return one.stem == other.stem and one.kind == other.kind == "content"


def _verb(words: Sequence[Word]) -> Word | None:
    """The verb of a group, without what makes its tense."""
    if len(words) == 1:
        return words[0]
    first, last = words[0].key, words[-1]
    if len(words) != 2:
        return None
    fits = (
        (first in _HAVE and last.key != last.stem)
        or (first in _BE and last.key.endswith("ing"))
        or (first in _DO and last.key == last.stem)
    )
    return last if fits else None


def was_when(edit: Edit) -> bool:
    """That was when, for that's when: the tense of what only points to a time or a reason."""
    if len(edit.said) != 1 or len(edit.claimed) != 1:
        return False
    if {*edit.said_keys} | {*edit.claimed_keys} not in ({"was", "is"}, {"was", "'s"}, {"was"}):
        return False
    before, after = edit.said_before(1), edit.said_after(1)
    return bool(before and after) and before[0].key in ("that", "this") and after[0].key in _POINTING


_POINTING = frozenset(words("when where why how what"))


def is_pronoun_for_name(edit: Edit) -> bool:
    """A name for a pronoun, or a pronoun for a name, if it is the one name that was said last."""
    return can_stand_for(edit)


def is_pronoun_for_noun(edit: Edit) -> bool:
    """A pronoun for what the claim has named before: their hardware is better, it's better."""
    if len(edit.claimed) > 2 or "".join(edit.claimed_keys) not in _THIRD or len(edit.said) > 6:
        return False
    nouns = [word.key for word in edit.said if word.kind == "content"]
    if not nouns or not is_plain(edit.said) or edit.said[-1].kind != "content":
        return False
    before = [word.key for word in edit.claimed_before(40)]
    first_words = (word for word in edit.said if word.kind != "content")
    if any(word.key not in PRONOUNS and (word.key,) not in listed("article") for word in first_words):
        return False
    return any(before[at : at + len(nouns)] == nouns for at in range(len(before) - len(nouns) + 1))


_THIRD = frozenset(words("it they them its their he she him her this that 它 他 她 他们 她们 它们"))


def is_relative(edit: Edit) -> bool:
    """A relative clause for a participle: that dominate, dominating."""
    one, other = edit.said, edit.claimed
    if len(one) != 2 or len(other) != 1:
        return False
    return one[0].key in _RELATIVE and one[1].stem == other[0].stem and other[0].key.endswith("ing")


_RELATIVE = frozenset(words("that which who"))


def is_question_word_with_to(edit: Edit) -> bool:
    """Where we should put it, for where to put it."""
    before = edit.said_before(1)
    should = len(edit.said) == 2 and edit.said[0].key in PRONOUNS and edit.said[1].key in ("should", "can")
    return bool(before) and before[0].key in _POINTING and should and edit.claimed_keys == ("to",)
