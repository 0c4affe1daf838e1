"""Contradictions between an English query and its passage, by the terms in which they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcript.language.lexicon import FILLERS, NEGATIONS, STOP_WORDS
from transcript.language.spelling import sound_likeness, spelling_likeness
from transcript.search.contradictions import denials
from transcript.search.contradictions.around import (
    FOUND,
    ITSELF,
    TERMS_AROUND,
    Around,
    Written,
    displaced_units,
    due_places,
    is_name,
    missing_units,
    places_between,
)
from transcript.search.contradictions.complements import govern_others
from transcript.search.contradictions.denials import BLAME, PRAISE
from transcript.search.contradictions.exchanges import are_exchanged
from transcript.search.contradictions.nearness import nearness_at
from transcript.search.contradictions.passives import is_of_other_voice
from transcript.search.contradictions.reordered import stands_nearer_exchanged
from transcript.search.contradictions.rivals import HAVE_SMALL_OPPOSITES, SMALL_OPPOSITES, are_opposites
from transcript.search.contradictions.scopes import is_denied
from transcript.search.contradictions.statements import state_what_is_asked
from transcript.search.query import WEIGHING, Query
from transcript.search.ranking import Place

OTHER_NAME = 0.5
"""Likeness of two names below which the one is not the other with a slip, as it is written or heard."""


def english_differ(query: Query, place: Place, around: Around, *, quoted: bool) -> bool:
    """True if an English query contradicts its passage; a `quoted` one has most of its words in their order."""
    nearness = nearness_at(query, place, around)
    return (
        _differ_in_opinion(query, place, around)
        or _says_opposite(query, place, around)
        or _has_enough(query, place, around)
        or _names_another(query, place, around)
        or denials.differ(query, place, around)
        or _compares_otherwise(query, place, around)
        or _is_done_by_another(query, place)
        or govern_others(query, place, around)
        or state_what_is_asked(query, place, around)
        or is_of_other_voice(query, place, around)
        or are_exchanged(query, place, around, nearness)
        or stands_nearer_exchanged(query, around, nearness)
        or (quoted and denials.differ_in_quote(query, place, around))
    )


def _differ_in_opinion(query: Query, place: Place, around: Around) -> bool:
    """True if the one praises where the other blames. No good is no praise, and neither is not a good idea."""
    words = _words_and_denials(query)
    first = max(0, around.first - TERMS_AROUND)
    near = [at for at, term in enumerate(around.within(TERMS_AROUND), first) if term in PRAISE or term in BLAME]
    others = {around.terms[at] for at in near if not _is_denied(around.terms, at) and not is_denied(around, at)}
    others -= {unit.term for unit in query.units}
    for number in missing_units(place):
        due = {around.terms[at] for at in due_places(place, number) if 0 <= at < len(around.terms)}
        for own, other in ((PRAISE, BLAME), (BLAME, PRAISE)):
            opinion = words[number] in own and not _is_denied(words, number)
            if opinion and others & other and not due & own - FILLERS:
                return True
    return False


def _is_denied(terms: Sequence[str], at: int) -> bool:
    return not NEGATIONS.isdisjoint(terms[max(0, at - denials.DENIED) : at])


def _says_opposite(query: Query, place: Place, around: Around) -> bool:
    """True if a word is missing, and its opposite stands where it is due: both denied, or neither. A small one is due
    between the same telling words."""
    own, words = {unit.term for unit in query.units}, _words_and_denials(query)
    return any(
        _is_denied(words, unit) == _is_denied(around.terms, at)
        for unit in displaced_units(place)
        for at in _opposites_of(query, place, around, unit)
        if around.terms[at] not in own
    )


def _opposites_of(query: Query, place: Place, around: Around, unit: int) -> Iterator[int]:
    """The places at which the opposite of a unit stands where it is due."""
    term, last = query.units[unit].term, len(around.terms)
    yield from (at for at in due_places(place, unit) if 0 <= at < last and are_opposites(term, around.terms[at]))
    if term in HAVE_SMALL_OPPOSITES:
        between = places_between(query, place, unit)
        yield from (at for at in between if frozenset((term, around.terms[at])) in SMALL_OPPOSITES)


def _has_enough(query: Query, place: Place, around: Around) -> bool:
    """True if the one has too much of what the other has not enough of."""
    words = _words_and_denials(query)
    return any(
        {_amount_told(words, unit), _amount_told(around.terms, at)} == {"too much", "not enough"}
        for unit, (found, at) in enumerate(zip(place.found, place.alignment.places, strict=True))
        if found >= ITSELF and at >= 0 and query.units[unit].weight >= WEIGHING.telling
    )


def _amount_told(terms: Sequence[str], at: int) -> str:
    """`too much` or `not enough` where so much is told of a word, else nothing."""
    before = terms[max(0, at - TERMS_AROUND) : at]
    if "too" in before and not {"much", "many"}.isdisjoint(before):
        return "too much"
    enough = "enough" in before and _is_denied(terms, at - len(before) + list(before).index("enough"))
    return "not enough" if enough else ""


def _names_another(query: Query, place: Place, around: Around) -> bool:
    """True if the query has a name, written as one, that is missing, and another name stands where it is due."""
    own = {unit.term for unit in query.units}
    names = [unit for unit in missing_units(place) if _is_name_in(query, unit)]
    return any(
        around.terms[at] not in own and _is_another_name(query.units[unit].word, around.written[at])
        for unit in names
        for at in due_places(place, unit)
        if 0 <= at < len(around.written)
    )


def _is_name_in(query: Query, number: int) -> bool:
    """True for a word with a capital, unless all begin with one or it begins the query."""
    unit = query.units[number]
    others = (query.text[one.start] for one in query.units if one is not unit)
    capital = unit.start > 0 and query.text[unit.start].isupper()
    return capital and unit.weight >= WEIGHING.distinctive and any(map(str.islower, others))


def _is_another_name(name: str, written: Written) -> bool:
    """True if a word has a capital in the midst of its sentence and does not sound or look like a name."""
    word = written.word.casefold()
    alike = max(spelling_likeness(name, word), sound_likeness(name, word))
    return is_name(written) and word not in STOP_WORDS and alike < OTHER_NAME


def _words_and_denials(query: Query) -> list[str]:
    """The terms of a query, its denials as they are written."""
    return [unit.word if unit.word in NEGATIONS else unit.term for unit in query.units]


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
