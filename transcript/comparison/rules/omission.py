"""A rule for words that a claim leaves out, where what is left says less, and nothing else."""

from __future__ import annotations

from transcript.comparison.edits import Edit
from transcript.comparison.kinds import is_of_words
from transcript.comparison.rules.guards import changes_grammar, limits
from transcript.comparison.rules.persons import acts_no_more
from transcript.comparison.rules.rule import REACH, Holds, clause_before, is_plain
from transcript.comparison.rules.small_words import says_no_more
from transcript.language.normalise import is_han
from transcript.language.tagging.grammar import is_modifier

NEGATED = 3
"""Words before an edit among which a denial would reach over what is left out."""


def is_omitted(edit: Edit) -> bool:
    """Words that tell something, left out, or for which a claim has such as have a part in grammar alone."""
    edit = edit.without_same_ends()
    tell = any(word.kind == "content" and not is_han(word.key[0]) for word in edit.said) and is_plain(edit.said)
    spare = tell and not edit.is_marked and says_no_more(edit.claimed) and is_of_words(edit)
    return spare and not any(guard(edit) for guard in _OMISSION_GUARDS)


def _is_decisive(edit: Edit) -> bool:
    """A name, or a word that limits, cancels or leads another: the acting mayor, it seldom works, the lack of goats."""
    return any(word.is_name or word.is_a("limit", "subordinator", "cancelling") for word in edit.said)


def _is_limited(edit: Edit) -> bool:
    """What says which of all, or of how many, are meant: everyone with goats."""
    return any(word.kind == "quantity" for word in edit.said_before(1))


def _governs_verb(edit: Edit) -> bool:
    """A verb that says how far another was done: they forgot to lock it."""
    return "to" in (*edit.said_keys[-1:], *(word.key for word in edit.said_after(1)))


def _leads_noun(edit: Edit) -> bool:
    """An owner, or what leads to a noun that stays: Ada's brother, a copy of the plan, the person who built it."""
    return edit.said_keys[0] == "'s" or edit.said[-1].is_a("relative", "preposition", "determiner")


def _acts_on(edit: Edit) -> bool:
    """A verb whose object stays, or a clause that says which is meant: tired of selling hay; goats that sing."""
    doing = edit.said_keys[-1].endswith("ing") and any(word.is_a("preposition") for word in edit.said_before(1))
    return (
        doing
        or (edit.said[-1].is_a("verb") and not edit.said[-1].closes)
        or (edit.said[0].is_a("relative") and not edit.said[0].opens)
    )


def _is_elsewhere(edit: Edit) -> bool:
    """What the claim has in another place."""
    claimed = {word.key for word in (*edit.turned.said_before(REACH), *edit.turned.said_after(REACH))}
    said = {word.key for word in (*edit.said_before(REACH), *edit.said_after(REACH))}
    return any(word.kind == "content" and word.key in claimed - said for word in edit.said)


def _passes_end(edit: Edit) -> bool:
    """What reaches from one sentence into another, or from a denial over a pause."""
    if edit.said[0].opens and edit.said[-1].closes:
        return False
    joins = [*edit.said_before(1), *edit.said[:-1]] if not _closes_before(edit) else edit.said[:-1]
    denied = any(word.kind == "negation" for word in edit.turned.said_before(NEGATED))
    return any(word.pause > 1 for word in joins) or (denied and any(word.closes for word in joins))


def _closes_before(edit: Edit) -> bool:
    """True if the claim has a pause where the words are missing."""
    return any(word.closes for word in edit.turned.said_before(1))


def _is_head(edit: Edit) -> bool:
    """The noun that a word before it tells more of: the notion of it, a stone wheel and a wooden door."""
    first, said = edit.said_range[0], edit.texts.said
    if not first or said[first - 1].closes:
        return False
    after = edit.said_after(1)
    ends = edit.said[-1].closes or not any(word.kind in ("content", "number") for word in after)
    led = said[first - 1].is_a("determiner", "possessive") and ends
    return led or (is_modifier(said, first - 1) and any(word.is_a("listing") for word in after))


def _is_denied(edit: Edit) -> bool:
    """What a denial before it, in its clause, is about: it doesn't need an account right away."""
    return not edit.said[0].opens and any(word.kind == "negation" for word in clause_before(edit))


def _tells_how(edit: Edit) -> bool:
    """With what, for what, from where or how far something is so: paid for with stolen money, true in part."""
    return edit.said[0].is_a("telling preposition") or any(word.is_a("limiting noun") for word in edit.said)


def _is_replaced(edit: Edit) -> bool:
    """Small words in its place that change who acts, when, and what is so."""
    return bool(edit.claimed) and changes_grammar(edit)


_OMISSION_GUARDS: tuple[Holds, ...] = (
    _is_decisive,
    _is_limited,
    _governs_verb,
    _leads_noun,
    _acts_on,
    _is_elsewhere,
    _passes_end,
    _is_head,
    _tells_how,
    _is_denied,
    acts_no_more,
    _is_replaced,
    limits,
)
