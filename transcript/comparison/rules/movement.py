"""Rules for adverbials that a light rewording moves within their clause."""

from __future__ import annotations

from collections.abc import Sequence

from transcript.comparison.edits import Edit, sentence_of
from transcript.comparison.lists import Phrase
from transcript.comparison.rules.rule import is_listed, is_plain, phrase
from transcript.comparison.word import Word
from transcript.language.lexicon import word_class


def is_moved_away(edit: Edit) -> bool:
    """An adverbial that the claim has elsewhere in the clause."""
    if not _is_movable(edit.said):
        return False
    words, claimed = edit.said_keys, edit.texts.claimed
    places = _places_of(words, claimed)
    return len(places) == 1 and _are_of_one_clause(claimed, places[0], edit.claimed_range[0], len(words))


def is_moved_here(edit: Edit) -> bool:
    """An adverbial that the transcript has elsewhere in the clause."""
    if not _is_movable(edit.claimed):
        return False
    words, said = edit.claimed_keys, edit.texts.said
    first, last = sentence_of(said, edit.said_range[0] - 1)
    places = [first + place for place in _places_of(words, said[first:last])]
    once = len(places) == 1 and len(_places_of(words, edit.texts.claimed)) == 1
    return once and _are_of_one_clause(said, places[0], edit.said_range[0], len(words))


def _is_movable(words: Sequence[Word]) -> bool:
    """True if words are an adverbial of a list, or a preposition and what follows it."""
    if is_listed(phrase(words), "adverbial") or _is_adverb_of_manner(words):
        return True
    return 1 < len(words) <= 5 and words[0].key in _MOVABLE and is_plain(words) and words[-1].kind == "content"


_MOVABLE = word_class("movable preposition")


def _is_adverb_of_manner(words: Sequence[Word]) -> bool:
    """True if words are one adverb as those that are made of adjectives: slowly, but not only or nearly."""
    return len(words) == 1 and words[0].kind == "content" and words[0].key.endswith("ly") and is_plain(words)


def _places_of(words: Phrase, text: Sequence[Word]) -> list[int]:
    keys = phrase(text)
    return [at for at in range(len(keys) - len(words) + 1) if keys[at : at + len(words)] == words]


def _are_of_one_clause(words: Sequence[Word], one: int, other: int, size: int) -> bool:
    """True if no other clause begins between two places."""
    first, last = sorted((one, other))
    between = words[first + (size if one < other else 0) : last]
    return not any(word.key in _CLAUSE_JOINTS for word in between) and not any(word.pause > 1 for word in between[:-1])


_CLAUSE_JOINTS = word_class("clause joint")
