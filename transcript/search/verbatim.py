"""Finds the places where a query stands word for word, by its pairs of neighbouring words and with no other look."""

from __future__ import annotations

from itertools import pairwise

from transcript.language.normalise import is_han
from transcript.library import Library, pair
from transcript.search.candidates import EVERYWHERE, Candidate, Candidates, Scope
from transcript.search.lines import read_lines, spell_query
from transcript.search.query import Query
from transcript.search.query.expansion import literally, read_query
from transcript.search.ranking import Place, place_candidates

FEWEST_WORDS = 5
"""A run of fewer words is no quote: it may be what a passage is about, which others are as well."""


MOST_PLACES = 12
"""Words that stand in more places are no quote of one of them."""


def verbatim_places(text: str, library: Library) -> list[Place]:
    """The places where a text stands word for word, but for the forms of words; none where it needs a ranking."""
    query = read_literally(read_query(text, library), library)
    found = find_verbatim(query, library, EVERYWHERE)
    return place_candidates(query, library, found) if found else []


def read_literally(query: Query, library: Library) -> Query:
    """The query with its words taken as they are."""
    return query.expanded(literally(query, library.languages))


def find_verbatim(query: Query, library: Library, scope: Scope) -> Candidates | None:
    """The segments in which a query, taken literally, begins and stands word for word, or on to the next one; None if
    there are none, or so many that they need a ranking."""
    asked = _terms_of_all(query)
    if len(query.units) < FEWEST_WORDS or not asked:
        return None
    keys = library.find_segments(asked, MOST_PLACES, scope.episodes, scope.speakers, all_of_them=True)
    if not 0 < len(keys) < MOST_PLACES:
        return None
    spelling = spell_query(query, library)
    run = "".join(spelling.characters.get(unit.term, "\0") for unit in query.units)
    lines = read_lines(query, spelling, library, {near for key in keys for near in (key, key + 1)})
    found = []
    for key in sorted(keys):
        for language, line in lines.get(key, {}).items():
            following = lines.get(key + 1, {}).get(language)
            said = line.said + following.said[: len(run)] if following is not None else line.said
            if 0 <= said.find(run) < line.length:
                found.append(Candidate(key, query.weight, 2.0))
                break
    return Candidates(found, keys.keys(), lines, spelling) if found else None


def _terms_of_all(query: Query) -> dict[str, float]:
    """The terms and pairs that a segment must have in which the query stands, or begins."""
    pairs = [pair(one.term, other.term) for one, other in pairwise(query.units) if one.end <= other.start]
    alone = [unit.term for unit in query.units if is_han(unit.term[0])]
    return dict.fromkeys([*pairs, *alone], 1.0)
