"""Segments in each language, with the places of a query's words in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from transcript.library import Library, SegmentId, Terms
from transcript.models import Language
from transcript.search.query import Query

HAN_LANGUAGES = frozenset(("zh", "ja"))
"""Languages whose text has Chinese characters."""


LONG_QUERY = 40
"""Terms. So long a query in one script is no name: what it says is not told in a language of the other."""


SHORT = 40
"""Terms. After a segment, so much of what follows is searched with it, since a quote may run on."""


Hit: TypeAlias = tuple[int, int, float, bool]
"""At a place in the stretch stands what may be a unit of the query, with the likelihood and `same` of its meaning. A
search makes so many that names for these four would take a twentieth of its time."""


@dataclass(frozen=True)
class Spelling:
    """A query in the `characters` that a library has for terms.

    `units` has for a character each unit of the query that it may stand for, with `likelihood` and `same` of the
    meaning; `joined` the same for two neighbouring characters that stand for one unit; `distinctive` the characters
    that may stand for a weighty unit.
    """

    characters: Mapping[str, str]
    units: Mapping[str, Sequence[tuple[int, float, bool]]]
    joined: Mapping[str, tuple[int, float]]
    distinctive: Sequence[str]

    def hits(self, said: str) -> list[Hit]:
        """Every place in what is said that one of the query's units may stand for."""
        units = self.units
        found = [
            (place, *meaning)
            for place, character in enumerate(said)
            if character in units
            for meaning in units[character]
        ]
        together = [
            (place, unit, likelihood, True)
            for two, (unit, likelihood) in self.joined.items()
            for place in _places_in(said, two)
        ]
        return sorted([*found, *together]) if together else found


def _places_in(said: str, two: str) -> Iterator[int]:
    place = said.find(two)
    while place >= 0:
        yield place
        place = said.find(two, place + 1)


def spell_query(query: Query, library: Library) -> Spelling:
    """The query in the characters of a library. They are those of what is read of it next, and of nothing later."""
    halves = {term for two in query.joined for term in two}
    characters = library.characters(sorted(query.meanings.keys() | halves))
    return Spelling(
        characters,
        {
            character: [(unit, one.likelihood, one.same) for one in query.meanings[term] for unit in one.units]
            for term, character in characters.items()
            if term in query.meanings
        },
        {
            characters[first] + characters[second]: (meaning.first, meaning.likelihood)
            for (first, second), meaning in query.joined.items()
            if first in characters and second in characters
        },
        [characters[term] for term in query.distinctive if term in characters],
    )


class Line:
    """The terms of a segment in a language, a character each, and the places of the query's words among them."""

    __slots__ = ("_hits", "_spelling", "said")

    def __init__(self, spelling: Spelling, said: str) -> None:
        self.said = said
        self._spelling = spelling
        self._hits: Sequence[Hit] | None = None

    @property
    def length(self) -> int:
        """The number of terms."""
        return len(self.said)

    @property
    def hits(self) -> Sequence[Hit]:
        """The places of the query's words. They are looked for only where somebody asks for them."""
        if self._hits is None:
            self._hits = self._spelling.hits(self.said)
        return self._hits


Lines: TypeAlias = dict[SegmentId, Mapping[Language, Line]]
"""The lines of segments by their ids; a segment that is gone is not there."""


def has_han(language: Language) -> bool:
    """True if text of the language has Chinese characters."""
    return language in HAN_LANGUAGES


def read_lines(query: Query, spelling: Spelling, library: Library, keys: Iterable[SegmentId]) -> Lines:
    """The lines of segments in the languages of the query's script, or in all where there is none of them."""
    wanted = sorted(keys)
    languages = [language for language in library.languages if is_of_script(query, language)]
    terms = library.terms(wanted, languages) if languages else {}
    missing = [key for key in wanted if key not in terms]
    lines = _make_lines(query, spelling, terms)
    return lines | read_all_lines(query, spelling, library, missing) if missing else lines


def read_all_lines(query: Query, spelling: Spelling, library: Library, keys: Iterable[SegmentId]) -> Lines:
    """The lines of segments in every language."""
    return _make_lines(query, spelling, library.terms(sorted(keys)))


def is_of_script(query: Query, language: Language) -> bool:
    """True if text of the language is likely in the query's script."""
    if query.chinese:
        return query.latin or has_han(language)
    return not has_han(language) or not all(unit.term.isascii() for unit in query.units)


def _make_lines(query: Query, spelling: Spelling, terms: Mapping[SegmentId, Terms]) -> Lines:
    """The lines of segments. Where a segment is in several languages, one in another script than the query's is gone
    through for the query's names, if it has any."""
    foreign = {language for each in terms.values() for language in each}
    foreign = {language for language in foreign if not is_of_script(query, language)}
    names = spelling.distinctive if len(query.units) < LONG_QUERY else ()

    def line(language: Language, said: str, *, alone: bool) -> Line:
        skipped = language in foreign and not alone and not any(name in said for name in names)
        return Line(spelling, "" if skipped else said)

    return {
        key: {language: line(language, said, alone=len(each) == 1) for language, said in each.items()}
        for key, each in terms.items()
    }
