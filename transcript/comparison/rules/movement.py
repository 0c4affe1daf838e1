"""Rules for adverbials that a light rewording moves within their clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcript.comparison.edits import Edit
from transcript.comparison.rules.rule import is_plain, phrase
from transcript.language.tagging import Phrase, Word, listed
from transcript.language.tagging.grammar import sentence_of


def may_move(edit: Edit) -> bool:
    """An adverbial, or a part of a sentence."""
    return len(edit.said) > 1 or _is_movable(edit.said) or _is_called(edit.said)


def is_moved(edit: Edit) -> bool:
    """True if the claim has an adverbial once, elsewhere in the clause, or turns the parts of the sentence round."""
    first, size = edit.said_range[0], len(edit.said)
    return any(_is_near(edit, place) or _turns_round(edit, first, place, size) for place in _places_in_claim(edit))


def may_move_here(edit: Edit) -> bool:
    return may_move(edit.turned)


def is_moved_here(edit: Edit) -> bool:
    """True if what was said has it elsewhere, as the claim does in `is_moved`."""
    here, size = edit.claimed_range[0], len(edit.claimed)
    places = _places_in_claim(edit.turned)
    return any(_is_near(edit.turned, place) or _turns_round(edit, place, here, size) for place in places)


def _places_in_claim(edit: Edit) -> list[int]:
    """The places in the claim's sentence at which the transcript's words of an edit stand, if they are as many as in
    the transcript's, or one."""
    texts, at = edit.texts, edit.said_range[0]
    around = sentence_of(texts.claimed, edit.claimed_range[0] - bool(at))
    places = list(_places_of(edit.said_keys, texts.claimed_keys, *around))
    if len(places) < 2:
        return places
    said = list(_places_of(edit.said_keys, texts.turned.claimed_keys, *sentence_of(texts.said, at)))
    return places if len(places) == len(said) else []


def _is_near(edit: Edit, place: int) -> bool:
    """True if the claim has an adverbial, or a name that is called, at a place of the same clause; or if these
    words pass such a one."""
    here, claimed, size = edit.claimed_range[0], edit.texts.claimed, len(edit.said)
    if _is_called(edit.said):
        return _is_called(claimed[place : place + size])
    if _is_movable(edit.said):
        one_clause = _are_of_one_clause(claimed, place, here, size) and _leads_one_clause(edit, place)
        return one_clause and not _leads_reason(edit.said_after(1), claimed[place + size : place + size + 1])
    first, last, other = (place + size, here, place) if place < here else (here, place, place + size)
    beside = edit.said_before(last - first) if place < here else edit.said_after(last - first)
    passed = claimed[first:last]
    is_turned = phrase(beside) == phrase(passed) and _is_movable(passed)
    return is_turned and _are_of_one_clause(claimed, first, other, last - first)


def _leads_one_clause(edit: Edit, place: int) -> bool:
    """False if the claim's sentence begins with an adverbial that is of a later clause in the transcript: I think he
    left and she stayed, he left and I think she stayed."""
    said, at = edit.texts.said, edit.said_range[0]
    if place != _sentence_start(edit.texts.claimed, place):
        return True
    return _are_of_one_clause(said, at, _sentence_start(said, at), len(edit.said))


def _leads_reason(after: Sequence[Word], claimed: Sequence[Word]) -> bool:
    """True if an adverbial stands before a because or an if in one text alone: maybe it fell because, because maybe."""
    return phrase(after) != phrase(claimed) and any(map(_subordinates, (*after, *claimed)))


def _is_called(words: Sequence[Word]) -> bool:
    """True for a name set off by pauses, as of one that is spoken to."""
    return words[0].opens and words[-1].closes and all(word.is_name for word in words)


def _turns_round(edit: Edit, first: int, claimed: int, size: int) -> bool:
    """True if so many of the transcript's words, which the claim has elsewhere, are one of two parts of a sentence, of
    which one says when, why or on what condition: they leave if it falls, and if it falls, they leave."""
    if size < 2:
        return False
    said = edit.texts.said
    (begin, end), (start, stop) = _part_edges(said, first, size), _part_edges(edit.texts.claimed, claimed, size)
    if begin and not end:
        return stop and not start and (_subordinates(said[first]) or _subordinates(said[first + size]))
    opens = _subordinates(said[first]) or _subordinates(said[_sentence_start(said, first)])
    return end and start and not stop and opens


def _part_edges(words: Sequence[Word], first: int, size: int) -> tuple[bool, bool]:
    """True for a part that begins its sentence, and for one that ends it."""
    return first == _sentence_start(words, first), first + size == sentence_of(words, first)[1]


def _sentence_start(words: Sequence[Word], at: int) -> int:
    """The first word of a sentence, but for and, so and the like."""
    begin = sentence_of(words, at)[0]
    while begin < at and (words[begin].kind == "filler" or _coordinates(words[begin])):
        begin += 1
    return begin


def _subordinates(word: Word) -> bool:
    return word.is_a("subordinator", "condition behind")


def _coordinates(word: Word) -> bool:
    return word.is_a("clause joint") and not _subordinates(word)


def _is_movable(words: Sequence[Word]) -> bool:
    """True if words are an adverbial of a list, a time (three years ago), or a preposition and what follows it."""
    ago = 1 < len(words) <= 4 and words[-1].is_a("time ending")
    if ago or phrase(words) in listed("adverbial") or _is_adverb_of_manner(words):
        return True
    may_move = 1 < len(words) <= 5 and words[0].is_a("movable preposition")
    return may_move and is_plain(words[:-1]) and words[-1].kind in ("content", "number")


def _is_adverb_of_manner(words: Sequence[Word]) -> bool:
    """True if words are one adverb as those that are made of adjectives: slowly, but not only or nearly."""
    telling = len(words) == 1 and words[0].kind in ("content", "small", "filler")
    return telling and words[0].key.endswith("ly") and is_plain(words)


def _places_of(words: Phrase, keys: Phrase, first: int, last: int) -> Iterator[int]:
    """The places from `first` to before `last` at which these words begin, whole."""
    at = first
    while words[0] in keys[at : last - len(words) + 1]:
        at = keys.index(words[0], at)
        if keys[at : at + len(words)] == words:
            yield at
        at += 1


def _are_of_one_clause(words: Sequence[Word], one: int, other: int, size: int) -> bool:
    """True if no other clause begins between two places."""
    first, last = sorted((one, other))
    moved = words[one : one + size]
    between = words[first + (size if one < other else 0) : last]
    if between and between[0].key == "that":  # which is no joint where a clause begins with it: I think that's a bridge
        between = between[1:]
    at_end = words[max(one + size, other) - 1].closes
    free = all(word.is_a("free adverb") or (at_end and word.is_a("scoped")) for word in moved)
    if between and between[-1].is_a("listing"):
        return False
    joins = (at for at, word in enumerate(between) if word.is_a("clause joint") and not (free and word.key == "than"))
    beyond = (*between, *words[max(one + size, other) :][:1])
    if any(not _joins_phrases(beyond, at) for at in joins) or any(word.pause > 1 for word in between[:-1]):
        return False
    # Really not good is not the same as not really good.
    denied = any(word.kind == "negation" for word in between) and not (at_end and moved[0].key == "still")
    return not denied or not any(word.is_a("scoped") or word.key.endswith("ly") for word in moved)


def _joins_phrases(words: Sequence[Word], at: int) -> bool:
    """True if an and or or joins no clauses, or what is done: no verb follows. And for the while of a while."""
    if words[at].key == "while":
        return at > 0 and words[at - 1].key == "a"
    telling = any(word.is_a("verb", "auxiliary", "being", "subject") for word in words[at:])
    return words[at].is_a("listing") and not telling and not words[at].opens
