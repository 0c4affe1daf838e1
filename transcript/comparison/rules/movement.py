"""Words that a light rewording moves."""

from __future__ import annotations

from collections.abc import Sequence

from transcript.comparison.edits import Edit
from transcript.comparison.lists import Phrase, listed
from transcript.comparison.rules.rule import is_listed, is_plain, phrase
from transcript.comparison.word import Word
from transcript.language.lexicon import words


def is_moved(edit: Edit) -> bool:
    """An adverbial of a list that stands on the other side of the words beside it."""
    said, claimed = edit.said_keys, edit.claimed_keys
    if len(said) != len(claimed) or len(said) < 2 or any(word.kind == "negation" for word in edit.said):
        return False
    if not _CLAUSES.isdisjoint(said):
        return False
    for at in range(1, len(said)):
        if said[at:] + said[:at] == claimed and (said[:at] in listed("adverbial") or said[at:] in listed("adverbial")):
            return not any(word.pause > 1 for word in edit.said[:-1])
    return False


def is_moved_away(edit: Edit) -> bool:
    """An adverbial that the claim has elsewhere in the clause."""
    if not _is_movable(edit.said):
        return False
    words, claimed = edit.said_keys, edit.texts.claimed
    places = _places(words, claimed)
    return len(places) == 1 and _are_of_one_clause(claimed, places[0], edit.claimed_range[0], len(words))


def is_moved_here(edit: Edit) -> bool:
    """An adverbial that the transcript has elsewhere in the clause."""
    if not _is_movable(edit.claimed):
        return False
    words, said = edit.claimed_keys, edit.texts.said
    first, last = edit.texts.sentence(edit.said_range[0] - 1)
    places = [first + place for place in _places(words, said[first:last])]
    once = len(places) == 1 and len(_places(words, edit.texts.claimed)) == 1
    return once and _are_of_one_clause(said, places[0], edit.said_range[0], len(words))


def _is_movable(words: Sequence[Word]) -> bool:
    """True if words are an adverbial of a list, or a preposition and what follows it."""
    if is_listed(phrase(words), "adverbial"):
        return True
    return 1 < len(words) <= 5 and words[0].key in _MOVABLE and is_plain(words) and words[-1].kind == "content"


_MOVABLE = frozenset(words("in on at with during across around towards toward for from into through"))


def _places(words: Phrase, text: Sequence[Word]) -> list[int]:
    keys = phrase(text)
    return [at for at in range(len(keys) - len(words) + 1) if keys[at : at + len(words)] == words]


def _are_of_one_clause(words: Sequence[Word], one: int, other: int, size: int) -> bool:
    """True if no other clause begins between two places."""
    first, last = sorted((one, other))
    between = words[first + (size if one < other else 0) : last]
    return not any(word.key in _CLAUSES for word in between) and not any(word.pause > 1 for word in between[:-1])


_CLAUSES = frozenset(
    words("and but or because so that which who when while if where before after although then than 而 但 因 所")
)


_GIVING = frozenset(words("give owe send offer sell lend show tell pay hand teach"))


def is_dative(edit: Edit) -> bool:
    """What is given to somebody, for somebody who is given it: owe thanks to her, owe her thanks."""
    before = edit.said_before(1)
    if not before or before[0].stem not in _GIVING:
        return False
    long, short = edit.said_keys, edit.claimed_keys
    if len(long) < len(short):
        long, short = short, long
    if len(long) != len(short) + 1 or "to" not in long:
        return False
    at = long.index("to")
    return 0 < at < len(long) - 1 and (*long[at + 1 :], *long[:at]) == short


_PARTICLES = frozenset(words("up down off out back away over apart together"))


_OBJECTS = frozenset(words("the a an my your his her its our their this that these those some it them him her"))


LONGEST_OBJECT = 4
"""Words of what stands between a verb and its particle."""


def is_particle_moved(edit: Edit) -> bool:
    """The particle of a verb on the other side of its object: turn the engine off, turn off the engine."""
    verb, particle, one, other = edit.said_before(1), edit.said_keys[-1], edit.said_keys, edit.claimed_keys
    if particle not in _PARTICLES:
        one, other, particle = other, one, edit.claimed_keys[-1]
    if not verb or verb[0].closes or particle not in _PARTICLES or not 1 < len(one) <= LONGEST_OBJECT + 1:
        return False
    return one[0] in _OBJECTS and other == (particle, *one[:-1]) and is_plain(edit.said)


def is_passive(edit: Edit) -> bool:
    """What is done by somebody, for somebody who does it: built by the brothers, the brothers built."""
    by_said, by_claimed = "by" in edit.said_keys, "by" in edit.claimed_keys
    if by_said == by_claimed:
        return False
    passive, active = (edit.said, edit.claimed) if by_said else (edit.claimed, edit.said)
    at = next(i for i, word in enumerate(passive) if word.key == "by")
    agent, verb = phrase(passive[at + 1 :]), passive[:at]
    if not agent or not verb or len(active) <= len(agent):
        return False
    done = [word.stem for word in verb if word.key not in _PASSIVE_BE]
    acts = [word.stem for word in active]
    return len(done) == 1 and phrase(active[: len(agent)]) == agent and acts[len(agent) :] == done


_PASSIVE_BE = frozenset(words("is are was were been being that which"))
