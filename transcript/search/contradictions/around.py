"""The terms of a passage around the words of a query, and the place at which one that is missing is due."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from transcript.library import Library
from transcript.search.contradictions.rivals import PERSONS
from transcript.search.query import LIGHT, Query
from transcript.search.ranking import Place

FOUND = 0.6
"""Likelihood of a match from which a word counts as being there."""


ITSELF = 0.95
"""Likelihood from which it is the word itself, and no other one that is like it or means the same."""


TERMS_AROUND = 3
"""Terms around a quote, and between two of its words, in which a word belongs to it."""


BETWEEN = 10
"""Terms apart at which two words that follow each other in a query do so in a passage, too."""


class Written(NamedTuple):
    """The characters of a term, and those between the one before and it."""

    before: str
    word: str


@dataclass(frozen=True)
class Around:
    """The terms of the segments of a place; the query's words stand from `first` to `last` of them."""

    library: Library
    place: Place
    terms: Sequence[str]
    first: int
    last: int

    def reached(self, reach: int) -> range:
        """The places from so many terms before the first to so many after the last."""
        return range(max(0, self.first - reach), min(len(self.terms), self.last + reach + 1))

    def within(self, reach: int) -> Sequence[str]:
        """The terms from so many before the first to so many after the last."""
        return self.terms[max(0, self.first - reach) : self.last + reach + 1]

    @cached_property
    def written(self) -> Sequence[Written]:
        """The terms as they are written, and behind the last one an empty word with what ends the text."""
        slug, index = self.library.place_of(self.place.key) or ("", 0)
        segments = self.library.segments(slug, index, index + len(self.place.lengths) - 1)
        found, before = [], OPENING
        for key, segment in enumerate(segments, self.place.key):
            text, end = segment.text.get(self.place.language, ""), 0
            for first, last in self.library.offsets(key, self.place.language):
                found.append(Written(before + text[end:first], text[first:last]))
                before, end = "", last
            before = text[end:] + OPENING
        return [*found, Written(before, "")]

    @cached_property
    def clauses(self) -> frozenset[int]:
        """The terms with which a clause begins, as it is punctuated, or a segment."""
        return frozenset(
            at
            for at, (before, word) in enumerate(self.written)
            if _CLAUSE_END.search(before) or ("," in before and _SUBJECT.match(word))
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """The terms that stand somewhere as a name."""
        return frozenset(term for term, written in zip(self.terms, self.written, strict=False) if is_name(written))


OPENING = "."
"""What stands for the end of the sentence before a segment."""


MARK = re.compile(r"[,.;:?!]|--| - ")
"""What parts a word from the one before it."""


_CLAUSE_END = re.compile(r"[.?!;:\u2026\u2013\u2014]|--| - ")


_SUBJECT = re.compile(r"(it|he|she|they|we|there|that)\b", re.IGNORECASE)
"""With these words a clause begins behind a comma; I and you may be of "you know" and "I mean"."""


def is_name(written: Written) -> bool:
    """True for a word with a capital in the midst of its sentence."""
    capital = written.word[:1].isupper() and written.word.casefold() not in PERSONS
    return capital and not _SENTENCE_END.search(written.before)


_SENTENCE_END = re.compile(r"[.?!:\"\u201c\u2026]")


def around_place(library: Library, place: Place) -> Around:
    """The terms of a place, with those around it."""
    keys = [place.key + number for number in range(len(place.lengths))]
    said = library.terms(keys, [place.language])
    characters = "".join(said.get(key, {}).get(place.language, "") for key in keys)
    terms = library.terms_of(characters)  # other ones if the cache was rebuilt meanwhile
    places = [at for at in place.alignment.places if at >= 0]
    return Around(
        library,
        place,
        [terms.get(character, "") for character in characters],
        min(places, default=0),
        max(places, default=-1),
    )


def missing_units(place: Place) -> Iterator[int]:
    """The units of the query that are not there. Another word means one of them only where it is due."""
    return (
        unit
        for unit, (found, at) in enumerate(zip(place.found, place.alignment.places, strict=True))
        if found < FOUND or (found < ITSELF and at >= 0 and at not in due_places(place, unit))
    )


def displaced_units(place: Place) -> Iterator[int]:
    """The units of the query that are not there, or not where they are due."""
    return (
        unit
        for unit, (found, at) in enumerate(zip(place.found, place.alignment.places, strict=True))
        if found < FOUND or at not in due_places(place, unit)
    )


def due_places(place: Place, unit: int) -> set[int]:
    """The places of a passage at which a unit is due that is missing: beside the nearest others that are there."""
    places = place.alignment.places
    before = next((at for at in reversed(places[:unit]) if at >= 0), None)
    after = next((at for at in places[unit + 1 :] if at >= 0), None)
    due = set[int]()
    if before is not None:
        due |= set(range(before + 1, before + TERMS_AROUND + 1))
    if after is not None:
        due |= set(range(after - TERMS_AROUND, after))
    return due


def places_between(query: Query, place: Place, unit: int) -> range:
    """The places of a passage between the telling words that stand before and after a unit, or close before the latter
    if it stands before all of them."""
    there = [
        (number, at)
        for number, (weight, found, at) in enumerate(
            zip(query.weights, place.found, place.alignment.places, strict=True)
        )
        if number != unit and weight >= LIGHT and found >= ITSELF and at >= 0
    ]
    before = [at for number, at in there if number < unit]
    after = [at for number, at in there if number > unit]
    if before:
        first, last = before[-1] + 1, next(iter(after), -1)
    else:
        # "After Ada Byron left" is said as "Ada Byron, after she left", too.
        behind = next((other for one, other in pairwise(after) if other > one + 1), -1)
        first, last = next(iter(after), 0) - TERMS_AROUND, behind
    return range(max(0, first), last) if last - first < BETWEEN else range(0)
