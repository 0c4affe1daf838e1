"""Chooses the language in which a place is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from transcript.models import Language
from transcript.search.lines import has_han, is_of_script
from transcript.search.proximity import Alignment
from transcript.search.query import Query


@dataclass(frozen=True, slots=True)
class _Choice:
    """Weights by which the language of a shown place is chosen."""

    margin: float = 0.1
    """So much better a mixed query must be found elsewhere not to be shown in Chinese."""
    holds: float = 0.9
    """The preferred language holds a query of names if it has such a share of what the other one has."""


CHOICE = _Choice()


def language_shown(
    query: Query, sides: Mapping[Language, Alignment], there: Sequence[Language], prefer: Language | None
) -> Language | None:
    """The language in which a place is shown, of those that the segment is `there` in: the query's own, if it has one.

    A query of Latin letters may be one of names that stand in Chinese as they are; a mixed one is in either.
    """

    def best(languages: Iterable[Language]) -> Language | None:
        return max(languages, key=lambda one: (sides[one].rank, one == prefer), default=None)

    han = best(language for language in sides if has_han(language))
    other = best(language for language in sides if not has_han(language))
    if han is None or other is None:
        found = han or other
        fits = found is None or is_of_script(query, found)
        return found if fits or not any(is_of_script(query, language) for language in there) else None
    if is_of_script(query, han) and is_of_script(query, other):
        return han if sides[han].rank + CHOICE.margin >= sides[other].rank else other
    if not query.chinese:
        covers = sides[han].covered >= CHOICE.holds * sides[other].covered
        return han if prefer == han and covers else other
    return han
