"""Segments in each language, with the places of a query's words in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from transcript.library import Library, SegmentId, Terms
from transcript.models import Language
from transcript.search.proximity import Hit, hits
from transcript.search.query import Query

HAN_LANGUAGES = frozenset(("zh", "ja"))
"""Languages whose text has Chinese characters."""


LONG_QUERY = 40
"""Terms. So long a query in one script is no name: what it says is not told in a language of the other."""


SHORT = 40
"""Terms. After a segment, so much of what follows is searched with it, since a quote may run on."""


@dataclass(frozen=True)
class Line:
    """The terms that a segment has in a language, and the places of the query's words among them."""

    query: Query
    terms: Sequence[str]

    @cached_property
    def length(self) -> int:
        """The number of terms."""
        return len(self.terms)

    @cached_property
    def hits(self) -> Sequence[Hit]:
        """The places of the query's words. They are looked for only where somebody asks for them."""
        return hits(self.query, self.terms)


Lines: TypeAlias = dict[SegmentId, Mapping[Language, Line]]
"""The lines of segments by their ids; a segment that is gone is not there."""


def has_han(language: Language) -> bool:
    """True if text of the language has Chinese characters."""
    return language in HAN_LANGUAGES


def read_lines(query: Query, library: Library, keys: Iterable[SegmentId]) -> Lines:
    """The lines of segments in the languages of the query's script, or in all where there is none of them."""
    wanted = sorted(keys)
    languages = [language for language in library.languages if is_of_script(query, language)]
    terms = library.terms(wanted, languages) if languages else {}
    missing = [key for key in wanted if key not in terms]
    return _lines(query, terms) | (read_all_lines(query, library, missing) if missing else {})


def read_all_lines(query: Query, library: Library, keys: Iterable[SegmentId]) -> Lines:
    """The lines of segments in every language."""
    return _lines(query, library.terms(sorted(keys)))


def is_of_script(query: Query, language: Language) -> bool:
    """True if text of the language is likely in the query's script."""
    if query.chinese:
        return query.latin or has_han(language)
    return not has_han(language) or not all(unit.term.isascii() for unit in query.units)


def _lines(query: Query, terms: Mapping[SegmentId, Terms]) -> Lines:
    return {
        key: {language: _line(query, language, text, len(each)) for language, text in each.items()}
        for key, each in terms.items()
    }


def _line(query: Query, language: Language, text: str, languages: int) -> Line:
    """The line of a text, one of as many as there are `languages` of a segment. One in another script than the query's
    is gone through for the query's names, if it has any."""
    if languages > 1 and not is_of_script(query, language):
        named = len(query.units) < LONG_QUERY and any(term in text for term in query.distinctive)
        if not named:
            return Line(query, ())
    return Line(query, text.split())
