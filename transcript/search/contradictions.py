"""Finds contradictions between a query and its passage: an opinion, a denial, a number, swapped roles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from transcript.language.lexicon import NEGATIONS
from transcript.language.normalise import fold, is_han
from transcript.language.stemming import stem
from transcript.language.wordlist import read_rows, read_words
from transcript.library import Library
from transcript.search.matches import Match
from transcript.search.query import WEIGHING, Query
from transcript.search.ranking import Place

HALF_NEGATIONS = frozenset(read_words("half_negations.en"))
"""English words with which a denial may be reworded."""


PRAISE, BLAME = (frozenset(map(stem, row)) for row in read_rows("opinions.en"))
"""Terms of praise and of blame."""


CHINESE_NEGATIONS = frozenset("不没无未非别勿莫")


OPPOSITES = [row for row in read_rows("opposites") if is_han(row[0]) and set(row).isdisjoint("年月日天周时分秒无")]
"""Chinese words that mean the opposite of each other; units of time do not, and denials are looked at apart."""


SHORT_EDIT = 4
"""Characters. What stands between two words of a Chinese quote and is longer belongs to another clause."""


_NO_DENIALS = re.compile("|".join(sorted(read_words("plain_words.zh"), key=len, reverse=True)))


CHARACTERS_BEFORE = 3
"""Characters before a Chinese quote in which a denial belongs to it."""


CHARACTERS_AFTER = 1
"""Characters after a Chinese quote that may stand for its last one."""


OPINION_AROUND = 15
"""Terms around a quote in which an opinion is told of the same thing."""


TERMS_AROUND = 3
"""Terms around a quote, and between two of its words, in which a word belongs to it."""


QUOTE_SHARE = 0.5
"""Share of words in order from which a query is a quote; a denial that it leaves out then contradicts the passage."""


def contradicts(query: Query, library: Library, match: Match) -> bool:
    """True if the query says something else than the passage of a match, for all that they share."""
    place = match.place
    if place is None or query.question or query.keywords:
        return False
    quoted = place.alignment.ordered >= QUOTE_SHARE
    if place.language == "zh":
        return quoted and chinese_differ(query.text, _text_around(match))
    if place.language != "en":
        return False
    around = _terms_around(library, place)
    missing = {unit.term for unit, found in zip(query.units, place.found, strict=True) if found < SURE_LIKELIHOOD}
    own = {unit.term for unit in query.units}
    near = set(around.within(TERMS_AROUND)) - own
    if _differ_in_opinion(missing, set(around.within(OPINION_AROUND)) - own) or _differ_in_number(missing, near):
        return True
    if _is_done_by_another(query, place):
        return True
    return quoted and (_differ_in_denial(query, place, around) or _are_exchanged(query, place))


def leaves_out_denial(query: Query, library: Library, place: Place) -> bool:
    """True if an English passage denies what the query says in the same words, as "you don't have to" does."""
    return place.language == "en" and _differ_in_denial(query, place, _terms_around(library, place))


SURE_LIKELIHOOD = 0.6
"""Likelihood of a match from which a word counts as being there."""


class _Around(NamedTuple):
    """The terms of the segments of a place; the query's words stand from `first` to `last` of them."""

    terms: Sequence[str]
    first: int
    last: int

    def within(self, reach: int) -> Sequence[str]:
        """The terms from so many before the first to so many after the last."""
        return self.terms[max(0, self.first - reach) : self.last + reach + 1]


def _terms_around(library: Library, place: Place) -> _Around:
    keys = [place.key + number for number in range(len(place.lengths))]
    said = library.terms(keys, [place.language])
    characters = "".join(said.get(key, {}).get(place.language, "") for key in keys)
    terms = library.terms_of(characters)  # other ones if the cache was rebuilt meanwhile
    places = [at for at in place.alignment.places if at >= 0]
    return _Around(
        [terms.get(character, "") for character in characters], min(places, default=0), max(places, default=-1)
    )


def _text_around(match: Match) -> str:
    """The matched text, with a few characters before and after it."""
    first, last = match.spans[0][0], match.spans[-1][1]
    return match.text[max(0, first - CHARACTERS_BEFORE) : last + CHARACTERS_AFTER]


def _differ_in_opinion(missing: set[str], others: set[str]) -> bool:
    """True if the one praises where the other blames."""
    return bool((missing & PRAISE and others & BLAME) or (missing & BLAME and others & PRAISE))


def _differ_in_number(missing: set[str], others: set[str]) -> bool:
    """True if the query has a number that is not there, and there is another, of which it is no beginning."""
    numbers = [term for term in others if term.startswith("#")]
    return any(term.startswith("#") and not any(one.startswith(term) for one in numbers) for term in missing if numbers)


def _differ_in_denial(query: Query, place: Place, around: _Around) -> bool:
    """True if only one of them denies what both say. A denial that both have is none of either."""
    shared = {at for at in place.alignment.places if at >= 0}
    first = max(0, around.first - TERMS_AROUND)
    denials = [at for at, term in enumerate(around.within(TERMS_AROUND), first) if term in NEGATIONS]
    free = [at for at in denials if at not in shared]
    lacking = {unit.word for unit, found in zip(query.units, place.found, strict=True) if found < SURE_LIKELIHOOD}
    if lacking & NEGATIONS:
        return not free
    between = len(denials) == len(free) and any(_is_between(at, place) for at in free)
    return between and lacking.isdisjoint(HALF_NEGATIONS)


def _is_between(at: int, place: Place) -> bool:
    """True if a term of the passage stands between two words that follow each other in the query, or with others
    between them that are not there, a few terms apart."""
    there = [one for one in place.alignment.places if one >= 0]
    return any(one < at < other <= one + TERMS_AROUND + 1 for one, other in pairwise(there))


def chinese_differ(query: str, said: str) -> bool:
    """True if only one of two Chinese texts denies what both say, or one has a word for the other's opposite."""
    query, said = (_NO_DENIALS.sub("", fold(text)) for text in (query, said))
    left_out, put_in = set[str](), set[str]()
    for edit in Levenshtein.opcodes(query, said):
        if edit.tag != "equal" and edit.dest_end - edit.dest_start <= SHORT_EDIT:
            left_out |= set(query[edit.src_start : edit.src_end])
            put_in |= set(said[edit.dest_start : edit.dest_end])
    if CHINESE_NEGATIONS.isdisjoint(left_out) != CHINESE_NEGATIONS.isdisjoint(put_in):
        return True
    return any(
        (one in left_out and other in put_in) or (other in left_out and one in put_in) for one, other in OPPOSITES
    )


def _is_done_by_another(query: Query, place: Place) -> bool:
    """True if the query begins with who did it, the passage has that word close after what was done, and a telling word
    of the query is missing there."""
    units = list(zip(query.weights, place.found, place.alignment.places, strict=True))
    telling = [(found, at) for weight, found, at in units if weight >= WEIGHING.distinctive]
    if (
        query.weights[0] < WEIGHING.distinctive
        or len(telling) < 2
        or all(found >= SURE_LIKELIHOOD for found, _ in telling)
    ):
        return False
    (_, who), (_, what) = telling[:2]
    return 0 <= what < who <= what + 2


def _are_exchanged(query: Query, place: Place) -> bool:
    """True if two weighty words stand in each other's place, and all others in their own: who did it to whom."""
    pairs = [(unit, at) for unit, at in enumerate(place.alignment.places) if at >= 0]
    (diagonal, held), *_ = Counter(at - unit for unit, at in pairs).most_common(1)
    away = [(unit, at - diagonal) for unit, at in pairs if abs(at - diagonal - unit) > 1]
    if len(away) != 2 or held < len(pairs) - 3:
        return False
    (first, first_due), (second, second_due) = away
    weighty = min(query.weights[first], query.weights[second]) >= WEIGHING.distinctive
    return weighty and abs(first_due - second) <= 1 and abs(second_due - first) <= 1
