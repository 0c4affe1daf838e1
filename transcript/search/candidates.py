"""What the store has of the candidates, and where in each line the query's words are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from transcript.library import Library, SegmentId, Terms
from transcript.models import LANGUAGES
from transcript.search.proximity import Hit, hits, searched
from transcript.search.query import Query

LIGHT = 0.12
"""Terms that weigh less are not asked of the index, unless the query has hardly any other."""


MOST_ASKED, MOST_A_WORD = 24, 6
"""Terms that the index is asked for, of all words and of one."""


def _asked(query: Query) -> dict[str, float]:
    """The terms to ask the index for, with their weights: for each word of the query the likeliest few."""
    units = query.units
    heavy = sum(unit.weight for unit in units if unit.weight >= LIGHT)
    ranked: list[tuple[float, str, int]] = []
    for term, meanings in query.meant.items():
        ranked.extend(
            (sum(units[i].weight for i in range(one.first, one.last + 1)) * one.likely, term, one.first)
            for one in meanings
        )
    for pair, meant in query.pairs.items():
        ranked.extend((0.7 * units[meant.first].weight, term, meant.first) for term in pair)
    asked: dict[str, float] = {}
    share: Counter[int] = Counter()
    for weight, term, first in sorted(ranked, key=lambda entry: (-entry[0], entry[1])):
        if term in asked or share[first] >= MOST_A_WORD or (weight < LIGHT and heavy >= 0.5):
            continue
        share[first] += 1
        asked[term] = weight
        if len(asked) == MOST_ASKED:
            break
    return asked


LONG, FEW = 400, 30
"""In a text it is quicker to look for FEW terms than to go through it; to find each place of them, in one of more
characters than LONG."""


MANY = 40
"""A query of so many terms in one language is no name: what it says is not told in the other."""


SHORT = 40
"""Terms. After a segment, so much of what follows is searched with it, since a quote may run on."""


class Line(NamedTuple):
    """How many terms a segment has in a language, and where in it the query's are."""

    length: int
    found: list[Hit]


def first_read(query: Query, library: Library, candidates: Sequence[int]) -> dict[int, Terms]:
    """The candidates' terms in the languages that the query is in."""
    none: dict[SegmentId, Terms] = {key: {} for key in candidates}
    if query.chinese:
        return none | library.terms(candidates, LANGUAGES if query.latin else ("zh",))
    terms = library.terms(candidates, ("en",))
    without = [key for key in candidates if key not in terms]
    return none | terms | library.terms(without, ("zh",))


def words(query: Query, terms: Terms) -> set[str]:
    """The terms of a segment that can count: of the Chinese text only the query's, and where the query is Chinese."""
    found = set(terms.get("en", "").split())
    if query.chinese or not terms.get("en", ""):
        found |= _held(query, terms.get("zh", ""))
    return found


def _held(query: Query, text: str) -> set[str]:
    """The query's terms that are in a text."""
    if len(query.meant) > FEW:
        return query.meant.keys() & text.split()
    padded = f" {text} "
    return {term for term in query.meant if f" {term} " in padded}


def both(query: Query, terms: Terms) -> tuple[Line, Line]:
    """The lines in English and in Chinese, without what a query of one language need not be compared with."""
    many = len(query.units) >= MANY
    skip_en = many and not query.latin and bool(terms.get("zh", ""))
    # An English query finds names in a Chinese text; one without any of them need not be gone through.
    skip_zh = (
        not query.chinese
        and bool(terms.get("en", ""))
        and (many or not any(term in terms.get("zh", "") for term in query.telling))
    )
    nothing = Line(0, [])
    return nothing if skip_en else _line(query, terms.get("en", "")), nothing if skip_zh else _line(
        query, terms.get("zh", "")
    )


def _line(query: Query, text: str) -> Line:
    if len(text) > LONG and len(query.meant) <= FEW and not query.pairs:
        return Line(text.count(" ") + 1, searched(query, text))
    terms = text.split()
    return Line(len(terms), hits(query, terms))


def read_on(library: Library, starts: Sequence[int]) -> dict[int, Terms]:
    """The segments with those after them, so that a quote is whole that runs over a stamp."""
    terms = library.terms(sorted({key for start in starts for key in (start, start + 1)}))
    short = {
        key
        for start in starts
        if start + 1 in terms and (terms[start + 1].get("en") or terms[start + 1].get("zh", "")).count(" ") < SHORT
        for key in range(start + 2, start + 6)
    } - terms.keys()
    return terms | library.terms(sorted(short)) if short else terms


def chosen(library: Library, speaker: str | None, episode: str | None) -> tuple[list[str], list[str]] | None:
    """The episodes and speakers to search in, empty for all; None where a name is like none."""
    episodes: list[str] = []
    speakers: list[str] = []
    if episode:
        head = library.episode(episode) or next(iter(library.find_episodes(episode, 1)), None)
        if head is None:
            return None
        episodes = [head.slug]
    if speaker:
        speakers = list(library.find_speakers(speaker, limit=1))
        if not speakers:
            return None
    return episodes, speakers
