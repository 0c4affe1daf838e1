"""What a word governs by a preposition, exchanged with something else: the type system in Rust, for the one in Go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from transcript.language import thesaurus
from transcript.language.lexicon import STOP_WORDS, word_class
from transcript.search.contradictions.around import FOUND, MARK, Around
from transcript.search.contradictions.nearness import TERMS_BESIDE
from transcript.search.query import Query
from transcript.search.ranking import Place

PREPOSITIONS = (word_class("preposition") | word_class("movable preposition") | {"than", "between", "over"}) - {"of"}
"""Words by which another governs what is behind them. What "of" governs belongs to the word before it."""


PRONOUNS = word_class("pronoun") | {"there", "which", "what", "one"}
"""Small words that may mean what a query names."""


POINTING = word_class("pointing pronoun")
"""Those of them that may stand before what they mean: that rate."""


JOINING = frozenset(("of", "and", "or", "the", "a", "an"))
"""Small words between others that are governed together."""


ANSWERS = frozenset(("yes", "no"))
"""Small words that may be all that is said."""


class _Word(NamedTuple):
    """A word with its term; `parted` is true if a mark stands before it."""

    term: str
    word: str
    parted: bool

    @property
    def tells(self) -> bool:
        """True if it can be governed, or govern others."""
        return self.word in ANSWERS or self.word not in STOP_WORDS


class _Complement(NamedTuple):
    """The telling words that a word governs by a preposition; none if it may be anything, as a pronoun is."""

    head: str
    preposition: str
    governed: frozenset[str]


def govern_others(query: Query, place: Place, around: Around) -> bool:
    """True if a word governs, by one preposition, what it does not in the passage, where what it does govern stands
    elsewhere in the query."""
    near = [_said_at(around, at) for at in around.reached(TERMS_BESIDE)]
    asked = list(_asked(query, place, around))
    theirs = list(_complements(near))
    own, there = {word.term for word in asked}, {word.term for word in near}
    return any(
        _is_another(one, [other.governed for other in theirs if other[:2] == one[:2]], own)
        for one in _complements(asked)
        if one.governed & there
    )


def _is_another(one: _Complement, others: Sequence[frozenset[str]], own: set[str]) -> bool:
    """True if in the passage the word governs only what the query has elsewhere, and nothing akin to its own."""
    akin = one.governed.union(*(thesaurus.kin().get(term, ()) for term in one.governed))
    return bool(others) and all(other & own and other.isdisjoint(akin) for other in others)


def _asked(query: Query, place: Place, around: Around) -> Iterator[_Word]:
    """The words of a query, as they are said in the passage where they are there."""
    end = 0
    for unit, found, at in zip(query.units, place.found, place.alignment.places, strict=True):
        parted = bool(MARK.search(query.text, end, unit.start))
        is_there = found >= FOUND and 0 <= at < len(around.written)
        yield _said_at(around, at)._replace(parted=parted) if is_there else _Word(unit.term, unit.word, parted)
        end = unit.end


def _said_at(around: Around, at: int) -> _Word:
    before, word = around.written[at]
    return _Word(around.terms[at], word.casefold(), bool(MARK.search(before)))


def _complements(words: Sequence[_Word]) -> Iterator[_Complement]:
    """What is governed among some words, by a telling word before a preposition, with one small word between them; and
    the causes of what is told."""
    for at, link in enumerate(words):
        preposition = link.word in PREPOSITIONS and not link.parted
        head = next((one.term for one in reversed(words[max(0, at - 2) : at]) if preposition and one.tells), "")
        if head or link.word == "because":
            yield _Complement(head, link.word, frozenset(_governed(words[at + 1 :])))


def _governed(words: Sequence[_Word]) -> Iterator[str]:
    """The telling words with which some words begin, but for small ones; none behind a pronoun."""
    begun = False
    for word, following in zip_longest(words, words[1:]):
        points = word.word in POINTING and following is not None and following.tells
        small = word.word in PREPOSITIONS | PRONOUNS or (begun and word.word not in JOINING)
        if word.parted or (small and not word.tells and not points):
            return
        begun = begun or word.tells
        if word.tells:
            yield word.term
