"""Contradictions by a denial: one of an English query and its passage denies what the other says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from transcript.language import frequency
from transcript.language.lexicon import AUXILIARIES, NEGATIONS
from transcript.language.spelling import spelling_likeness
from transcript.language.stemming import stem
from transcript.language.wordlist import read_words
from transcript.search.contradictions.around import ITSELF, TERMS_AROUND, Around, due_places, missing_units
from transcript.search.query import LIGHT, WEIGHING, Query, Unit
from transcript.search.ranking import Place

HALF_NEGATIONS = frozenset(read_words("half_negations.en"))
"""Words with which a denial may be reworded."""


_HALF_DENYING = frozenset(map(stem, HALF_NEGATIONS))


NEGATIVE_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non")
"""What denies the word that it begins: not irrational is rational."""


MISSPELT = 0.8
"""Likeness from which a word that is none is a negation with a slip in it."""


DENIED = 3
"""Terms after a negation among which is what it denies."""


MOVED = 6
"""Terms by which a denial may stand elsewhere than in the query …"""


MOVED_BEHIND = 1
"""… and behind its place if its neighbours in the query are neighbours in the passage, too."""


DENYING_BEFORE = 14
"""Terms before a word in which it may be denied: it's not like they and all these companies are going to sit there."""


def differ(query: Query, place: Place, around: Around) -> bool:
    """True if one of them denies what the other says, in whatever words the rest is told."""
    return (
        _denies_what_is_said(query, place, around)
        or _says_what_is_denied(query, place, around)
        or _denies_verb(query, place, around)
        or _denies_another(query, around)
    )


def _denies_what_is_said(query: Query, place: Place, around: Around) -> bool:
    """True if the query denies a word of the passage that is not denied there."""
    denied = (_denied_place(query, place, number) for number in range(len(query.units)))
    near = (around.terms[max(0, at - DENYING_BEFORE) : at + 2] for at in denied if at is not None)
    return any((NEGATIONS | _HALF_DENYING).isdisjoint(terms) for terms in near)


def _says_what_is_denied(query: Query, place: Place, around: Around) -> bool:
    """True if the query denies nothing, and has a telling word that stands right behind a denial in the passage."""
    if any(_may_deny(unit) or unit.word in HALF_NEGATIONS for unit in query.units):
        return False
    pairs = zip(query.units, place.found, place.alignment.places, strict=True)
    said = {at for unit, found, at in pairs if found >= ITSELF and at > 0 and unit.weight >= WEIGHING.telling}
    return any(around.terms[at - 1] in NEGATIONS for at in said)


def _denied_place(query: Query, place: Place, number: int) -> int | None:
    """The place in the passage of the word that a unit of the query denies; None where it denies none that is there."""
    if query.units[number].word not in NEGATIONS:
        return None
    for unit in range(number + 1, min(len(query.units), number + 1 + DENIED)):
        if query.units[unit].word in NEGATIONS:
            return None
        if query.units[unit].weight >= WEIGHING.telling:
            at = place.alignment.places[unit]
            return at if place.found[unit] >= ITSELF and at >= 0 else None
    return None


def _denies_verb(query: Query, place: Place, around: Around) -> bool:
    """True if a verb of the query is missing, and stands denied where it is due: would, wouldn't."""
    units = query.units
    return any(
        units[unit].word + "nt" == around.terms[at]
        for unit in missing_units(place)
        if units[unit].word in AUXILIARIES and NEGATIONS.isdisjoint(one.word for one in units[unit : unit + DENIED])
        for at in due_places(place, unit)
        if 0 <= at < len(around.terms)
    )


def differ_in_quote(query: Query, place: Place, around: Around) -> bool:
    """True if only one of a quote and its passage denies what both say. A denial that both have is none of either."""
    shared = {at for at in place.alignment.places if at >= 0}
    first = max(0, around.first - TERMS_AROUND)
    said = list(enumerate(around.within(TERMS_AROUND), first))
    denials = [at for at, term in said if term in NEGATIONS and not _is_denied_twice(query, around.terms[at + 1 :])]
    free = {at for at in denials if at not in shared}
    lacking = list(missing_units(place))
    denying = [unit for unit in lacking if _may_deny(query.units[unit])]
    if denying:
        reworded = free | {at for at, term in said if term in _HALF_DENYING and at not in shared}
        return any(reworded.isdisjoint(_may_be_moved_to(place, unit)) for unit in denying)
    between = len(denials) == len(free) and any(_is_between(at, query, place) for at in free)
    return between and HALF_NEGATIONS.isdisjoint(query.units[unit].word for unit in lacking)


def _is_denied_twice(query: Query, following: Sequence[str]) -> bool:
    """True if one of the first terms behind a denial is the denial of a word of the query."""
    return any(
        term.startswith(NEGATIVE_PREFIXES) and 1 < len(term) - len(unit.term) < 4 and term.endswith(unit.term)
        for term in following[:DENIED]
        for unit in query.units
    )


def _may_deny(unit: Unit) -> bool:
    """True for a negation, even with a slip in it: coudnt."""
    word = unit.word
    if word in NEGATIONS or frequency.is_known(word):
        return word in NEGATIONS
    return any(len(one) > 4 and spelling_likeness(word, one) >= MISSPELT for one in NEGATIONS)


def _may_be_moved_to(place: Place, unit: int) -> set[int]:
    """The places at which a denial of the query may stand that is not where it is due."""
    before, after = place.alignment.places[max(0, unit - 1)], place.alignment.places[unit + 1 :][:1]
    if 0 <= before == next(iter(after), 0) - 1:
        return set(range(before - MOVED, before + MOVED_BEHIND + 1))
    return {at + step for at in due_places(place, unit) for step in range(-MOVED, MOVED + 1)}


def _is_between(at: int, query: Query, place: Place) -> bool:
    """True if a term of the passage stands, a few terms apart, between two words that follow each other in the query,
    but for what is not there and for small words, which may be found elsewhere."""
    there = [(unit, one) for unit, one in enumerate(place.alignment.places) if one >= 0]
    pairs = [(one, other) for (_, one), (_, other) in pairwise(there)]
    pairs += [
        (one, other)
        for (before, one), (small, elsewhere), (after, other) in zip(there, there[1:], there[2:], strict=False)
        if after == before + 2 and query.weights[small] < LIGHT and not one < elsewhere < other
    ]
    return any(one < at < other <= one + TERMS_AROUND + 1 for one, other in pairs)


def _denies_another(query: Query, around: Around) -> bool:
    """True if both deny something, and each what the other affirms: not the money but the power."""
    words = [unit.word if unit.word in NEGATIONS else unit.term for unit in query.units]
    telling = {unit.term for unit in query.units if unit.weight >= WEIGHING.telling}
    said = around.within(TERMS_AROUND)
    ours, theirs = (set(_denied_terms(one, DENIED)) & telling for one in (words, said))
    near = set(_denied_terms(words, 2 * DENIED)), set(_denied_terms(said, 2 * DENIED))
    return bool(ours and theirs) and ours <= set(said) and ours.isdisjoint(near[1]) and theirs.isdisjoint(near[0])


def _denied_terms(words: Sequence[str], reach: int) -> Iterator[str]:
    """The terms so close behind a negation."""
    for at, word in enumerate(words):
        if word in NEGATIONS:
            yield from words[at + 1 : at + 1 + reach]
