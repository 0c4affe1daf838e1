"""Rules for trims of a light rewording: clauses, their ends, and words left out under a mark of elision."""

from __future__ import annotations

from itertools import pairwise

from transcript.comparison import frames
from transcript.comparison.edits import Edit
from transcript.comparison.rules.rule import is_plain
from transcript.language.normalise import is_han


def is_clause(edit: Edit) -> bool:
    """A whole clause or sentence: it begins and ends at a pause, and what it says governs nothing else."""
    words = edit.said
    if len(words) < 2 or not (words[0].opens and words[-1].closes):
        return False
    sentence = words[-1].pause > 1 and any(word.pause > 1 for word in edit.said_before(1))
    if sentence:
        return len(words) >= 3 and not any(word.is_a("dispute") for word in words)
    counts = any(word.kind in ("negation", "number") for word in words)
    if counts or frames.reaches_beyond(words) or any(word.pause > 1 for word in words[:-1]):
        return False
    openings = (word for at, word in enumerate(words) if not at or word.opens)
    return not any(word.is_a("subordinator", "limiting opening") for word in openings)


def is_within(edit: Edit) -> bool:
    """True between words of the claim."""
    return not edit.begins_claim and not edit.ends_claim


def is_unmarked(edit: Edit) -> bool:
    return is_within(edit) and not edit.is_marked


def is_tail(edit: Edit) -> bool:
    """The end of a clause: when or where it was, one more of a list, a relative clause.

    With, from, for, by, about, of and to say more than that: paid with stolen money, fired from the choir.
    """
    words = edit.said
    follows = edit.said_after(1)
    ends = words[-1].closes or follows[0].is_a("after a tail")
    # They gave in to her is not that they gave to her.
    if not ends or words[0].opens or (words[1:2] and words[1].key == "to"):
        return False
    # In part, in name, in a way: but last year is a time.
    pairs = pairwise((*words, *follows))
    limits = any(one.is_a("limiting noun") and not other.is_a("time") for one, other in pairs)
    if not words[0].is_a("tail opening") or limits:
        return False
    return is_plain(words) and not any(word.pause > 1 for word in words[:-1])


ENOUGH = 3
"""Words that tell something on either side of a mark of elision between the ends of two sentences."""


def may_elide(edit: Edit) -> bool:
    """True for any words, where the claim has marks of elision."""
    return bool(edit.texts.breaks)


def is_elided(edit: Edit) -> bool:
    """The words for which a mark of elision stands, if nothing in them governs what is kept."""
    if not edit.is_marked or not edit.said_range[0] or _is_marked_in_transcript(edit):
        return False
    (first, last), said = edit.said_range, edit.texts.said
    before, claimed_before = edit.said_before(1)[0], edit.turned.said_before(1)[0]
    passes_pause = any(word.closes for word in edit.said) or (before.closes and before.key != claimed_before.key)
    if _denies_beside(edit) or (passes_pause and _keeps_denial(edit)):
        return False
    if any(word.pause > 1 for word in said[first - 1 : last]):
        c = edit.claimed_range[0]
        sides = edit.texts.claimed[:c], edit.texts.claimed[edit.claimed_range[1] :]
        if any(sum(0.5 if is_han(word.key[0]) else 1.0 for word in side) < ENOUGH for side in sides):
            return False
    return all(frame.last <= first for frame in frames.governing(said, last))


def _is_marked_in_transcript(edit: Edit) -> bool:
    """True if the transcript has dots there itself: they are no mark of the claim's."""
    text = edit.texts.text
    before, after = text[edit.said_before(1)[0].end : edit.said[0].start], text[edit.said[-1].end :].lstrip()[:3]
    return before.rstrip().endswith(("...", "…")) or after.startswith(("...", "…"))


def _denies_beside(edit: Edit) -> bool:
    """True if a negation is left out that belongs to a clause of which the claim keeps something."""
    words = edit.said
    left = 0 if words[0].opens else next((at + 1 for at, word in enumerate(words) if word.closes), len(words))
    right = next((at for at in range(len(words) - 1, -1, -1) if words[at].opens), 0)
    right = len(words) if words[-1].closes else right
    beside = (*words[:left], *words[max(left, right) :], *(word for word in edit.said_after(1) if not word.opens))
    return any(word.kind == "negation" and not frames.is_answer(word) for word in beside)


def _keeps_denial(edit: Edit) -> bool:
    """True if the claim's clause before the edit has a negation, which would deny what stands behind it."""
    for at, word in enumerate(reversed(edit.turned.said_before(10))):
        if at and word.closes:
            return False
        if word.kind == "negation":
            return True
    return False
