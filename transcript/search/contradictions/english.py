"""Contradictions between an English query and its passage, by the terms in which they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from transcript.language import frequency
from transcript.language.lexicon import AUXILIARIES, FILLERS, NEGATIONS, STOP_WORDS
from transcript.language.spelling import spelling_likeness
from transcript.language.stemming import stem
from transcript.language.wordlist import read_rows, read_words
from transcript.search.contradictions.around import FOUND, ITSELF, TERMS_AROUND, Around, due_places, missing_units
from transcript.search.contradictions.exchanges import are_exchanged
from transcript.search.query import LIGHT, WEIGHING, Query, Unit
from transcript.search.ranking import Place

HALF_NEGATIONS = frozenset(read_words("half_negations.en"))
"""Words with which a denial may be reworded."""


_HALF_DENYING = frozenset(map(stem, HALF_NEGATIONS))


NEGATIVE_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non")
"""What denies the word that it begins: not irrational is rational."""


MISSPELT = 0.8
"""Likeness from which a word that is none is a negation with a slip in it."""


PRAISE, BLAME = (frozenset(map(stem, row)) for row in read_rows("opinions.en"))
"""Terms of praise and of blame."""


OPPOSITES = frozenset(
    frozenset(map(stem, row))
    for name in ("opposites", "opposites_of_wordnet.en")
    for row in read_rows(name)
    if row[0].isascii() and FILLERS.isdisjoint(row) and not STOP_WORDS.issuperset(row)
)
"""Terms of which one cannot be put for the other. Two small words often can, in other constructions."""


OPINION_AROUND = 15
"""Terms around a quote in which an opinion is told of the same thing."""


DENIED = 3
"""Terms after a negation among which is what it denies."""


MOVED = 6
"""Terms by which a denial may stand elsewhere than in the query …"""


MOVED_BEHIND = 1
"""… and behind its place if its neighbours in the query are neighbours in the passage, too."""


def english_differ(query: Query, place: Place, around: Around, *, quoted: bool) -> bool:
    """True if an English query contradicts its passage; a `quoted` one has most of its words in their order."""
    return (
        _differ_in_opinion(query, place, around)
        or _differ_in_number(query, place, around)
        or _says_opposite(query, place, around)
        or _denies_verb(query, place, around)
        or _denies_another(query, around)
        or _compares_otherwise(query, place, around)
        or _is_done_by_another(query, place)
        or are_exchanged(query, place, around)
        or (quoted and differ_in_denial(query, place, around))
    )


def _differ_in_opinion(query: Query, place: Place, around: Around) -> bool:
    """True if the one praises where the other blames. No good is no praise."""
    others = set(around.within(OPINION_AROUND)) - {unit.term for unit in query.units}
    for number in missing_units(place):
        term, denied = query.units[number].term, number > 0 and query.units[number - 1].word in NEGATIONS
        due = {around.terms[at] for at in due_places(place, number) if 0 <= at < len(around.terms)}
        for own, other in ((PRAISE, BLAME), (BLAME, PRAISE)):
            if term in own and not denied and others & other and not due & own - FILLERS:
                return True
    return False


def _differ_in_number(query: Query, place: Place, around: Around) -> bool:
    """True if the query has a number that is not there, and there is another, of which it is no beginning."""
    near = set(around.within(TERMS_AROUND)) - {unit.term for unit in query.units}
    numbers = [term for term in near if term.startswith("#")]
    missing = [query.units[unit].term for unit in missing_units(place)]
    return any(term.startswith("#") and not any(one.startswith(term) for one in numbers) for term in missing if numbers)


def _says_opposite(query: Query, place: Place, around: Around) -> bool:
    """True if a word is missing, and its opposite stands where it is due."""
    own = {unit.term for unit in query.units}
    return any(
        frozenset((query.units[unit].term, around.terms[at])) in OPPOSITES
        for unit in missing_units(place)
        for at in due_places(place, unit)
        if 0 <= at < len(around.terms) and around.terms[at] not in own
    )


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


def differ_in_denial(query: Query, place: Place, around: Around) -> bool:
    """True if only one of them denies what both say. A denial that both have is none of either."""
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


def _compares_otherwise(query: Query, place: Place, around: Around) -> bool:
    """True if what the query has before "than" stands behind it in the passage, and what it has behind it before, or is
    said there to be more: more of a hindrance, and not more of a help than a hindrance."""
    number = next((number for number, unit in enumerate(query.units) if unit.word == "than"), 0)
    left, right = (
        [at for unit, found, at in side if found >= ITSELF and at >= 0 and unit.weight >= WEIGHING.telling]
        for units in [list(zip(query.units, place.found, place.alignment.places, strict=True))]
        for side in (units[:number], units[number + 1 : number + 2 + TERMS_AROUND])
    )
    if not (number and right):
        return False
    before = (around.terms[max(0, at - TERMS_AROUND) : at] for at in right)
    turned = bool(left) and any(max(right) < at < max(left) for at, term in enumerate(around.terms) if term == "than")
    return turned or any("more" in terms and "than" not in terms for terms in before)


def _is_done_by_another(query: Query, place: Place) -> bool:
    """True if the query begins with who did it, the passage has that word close after what was done, and a telling word
    of the query is missing there."""
    units = list(zip(query.weights, place.found, place.alignment.places, strict=True))
    telling = [(found, at) for weight, found, at in units if weight >= WEIGHING.distinctive]
    if query.weights[0] < WEIGHING.distinctive or len(telling) < 2 or all(found >= FOUND for found, _ in telling):
        return False
    (_, who), (_, what) = telling[:2]
    return 0 <= what < who <= what + 2
