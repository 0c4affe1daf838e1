"""The denials of a passage, how far in its words each of them reaches, and the clauses of a query."""

from __future__ import annotations

from collections.abc import Iterator

from transcript.language.lexicon import AUXILIARIES, FILLERS, NEGATIONS, STOP_WORDS
from transcript.language.stemming import stem
from transcript.language.tagging import listed
from transcript.language.wordlist import read_words
from transcript.search.contradictions.around import MARK, TERMS_AROUND, Around
from transcript.search.query import Query

HALF_NEGATIONS = frozenset(read_words("half_negations.en"))
"""Words with which a denial may be reworded."""


HALF_DENYING = frozenset(map(stem, HALF_NEGATIONS))


SOME = frozenset(("few", "littl"))
"""Terms that deny nothing behind "a": a few, a little."""


DENYING_BEFORE = 14
"""Terms of a clause before a word in which it may be denied: it's not like they and all these companies are going to
sit there."""


DENYING_AFTER = 5
"""Terms of a clause after a word in which it may be denied."""


DENIED_AT_MOST = 5
"""Terms after a denial among which is what it denies, with only small words between."""


CONJUNCTIONS = frozenset(map(stem, ("and", "but", "because", "so", "when", "while", "whereas", "though", "since")))
"""Terms with which another clause begins, to which no denial before them reaches."""


PASSING_ON = frozenset(map(stem, ("think", "believe", "expect", "suppose", "imagine")))
"""Terms of verbs whose denial is one of what is thought: I don't think they will."""


_SMALL_TERMS = PASSING_ON | (
    frozenset(
        word
        for words in (
            STOP_WORDS,
            FILLERS,
            AUXILIARIES,
            (one for one, *more in listed("manner") | listed("intensifier") if not more),
        )
        for one in words
        for word in (one, stem(one))
    )
    - CONJUNCTIONS
)


def clauses_of(query: Query) -> list[int]:
    """The units of a query with which a clause begins."""
    ends = [0, *(unit.end for unit in query.units)]
    return [
        number
        for number, (end, unit) in enumerate(zip(ends, query.units, strict=False))
        if unit.term in CONJUNCTIONS or MARK.search(query.text, end, unit.start)
    ]


def denials_near(around: Around, at: int) -> Iterator[int]:
    """The places of what denies close enough to a term to be meant for it."""
    near = range(max(0, at - DENYING_BEFORE), min(len(around.terms), at + DENYING_AFTER))
    return (one for one in near if around.terms[one] in NEGATIONS or _half_denies(around, one))


def _half_denies(around: Around, at: int) -> bool:
    some = around.terms[at] in SOME and at > 0 and around.terms[at - 1] == "a"
    return around.terms[at] in HALF_DENYING and not some


def may_reach(around: Around, denial: int, at: int) -> bool:
    """True if a denial is in the clause of a term."""
    between = range(at + 1, denial + 1) if denial > at else range(denial + 1, at + 1)
    joined = denial > at and any(around.terms[one] in CONJUNCTIONS for one in between)
    return not joined and around.clauses.isdisjoint(between)


def is_denied_within(around: Around, at: int) -> bool:
    """True if what denies a term stands in the quote itself, right before the term, or where the query begins with
    something else: everyone, no one."""
    denial, places = _denial_of(around, at), around.place.alignment.places
    leading = next((unit for unit, there in enumerate(places) if there >= 0), 0)
    return denial is not None and (denial >= around.first - 2 * leading or denial == at - 1)


def same_terms(around: Around, at: int) -> Iterator[int]:
    """The places at which a term stands in a quote and close to it."""
    near = range(max(0, around.first - TERMS_AROUND), min(len(around.terms), around.last + TERMS_AROUND + 1))
    return (one for one in near if around.terms[one] == around.terms[at])


def is_denied(around: Around, at: int) -> bool:
    """True if a denial stands before a term in its clause, with only small words between them."""
    return _denial_of(around, at) is not None


def _denial_of(around: Around, at: int) -> int | None:
    """The place of the denial that stands before a term in its clause, with only small words between them."""
    for before in range(at - 1, max(-1, at - 1 - DENIED_AT_MOST), -1):
        if around.terms[before] in NEGATIONS:
            return before if around.clauses.isdisjoint(range(before + 1, at + 1)) else None
        if around.terms[before] not in _SMALL_TERMS:
            return None
    return None
