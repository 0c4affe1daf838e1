"""A rule for words that a claim leaves out, where what is left says less, and nothing else."""

from __future__ import annotations

from transcript.comparison.edits import Edit
from transcript.comparison.kinds import is_of_words
from transcript.comparison.rules.guards import changes_grammar
from transcript.comparison.rules.rule import clause_before, is_plain
from transcript.comparison.rules.small_words import is_free, says_no_more
from transcript.language.normalise import is_han


def is_omitted(edit: Edit) -> bool:
    """Words that tell something, left out, or for which a claim has such as have a part in grammar alone."""
    edit = edit.without_same_ends()
    tell = any(word.kind == "content" and not is_han(word.key[0]) for word in edit.said) and is_plain(edit.said)
    spare = tell and not edit.is_marked and says_no_more(edit.claimed) and is_of_words(edit) and is_free(edit)
    return spare and not (_is_decisive(edit) or _restricts(edit) or _joins_sentences(edit) or changes_grammar(edit))


def _is_decisive(edit: Edit) -> bool:
    """A name, a word that limits, cancels or leads another, or a verb whose object stays: the acting mayor, it seldom
    works, the lack of goats, they hate hay."""
    classes = ("limit", "limiting opening", "limiting noun", "subordinator", "cancelling")
    acts = edit.said[-1].is_a("verb") and not edit.said[-1].closes
    return acts or any(word.is_name or word.is_a(*classes) for word in edit.said)


def _restricts(edit: Edit) -> bool:
    """What says which are meant, or how, or is denied: goats that sing, all goats in Spain; paid for with stolen money;
    they need no account right away."""
    first = edit.said[0]
    which = first.is_a("relative", "telling preposition") or any(
        word.kind == "quantity" for word in edit.said_before(1)
    )
    return not first.opens and (which or any(word.kind == "negation" for word in clause_before(edit)))


def _joins_sentences(edit: Edit) -> bool:
    """The beginning of a sentence that the claim then joins to the one before."""
    ends = any(word.pause > 1 for word in edit.said_before(1)) and not edit.said[-1].closes
    return ends and not any(word.closes for word in edit.turned.said_before(1))
