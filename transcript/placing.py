"""The stretches of speech that a query may mean: candidates from the index, with the query's words placed in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from transcript.alignment import Alignment, Hit, align, bound, hits, searched
from transcript.library import Library
from transcript.models import LANGUAGES, Language
from transcript.query import Query
from transcript.store import Terms

CANDIDATES = 60
"""Segments that the index is asked for."""

ALIGNED = 16
"""Of these, the ones that could cover most of the query are looked at closely."""

LIGHT = 0.12
"""Terms that weigh less are not asked of the index, unless the query has hardly any other."""

MOST_ASKED, MOST_A_WORD = 24, 6
"""Terms that the index is asked for, of all words and of one."""

LONG, FEW = 400, 30
"""In a text of more characters than LONG it is quicker to look for FEW terms than to go through it."""

WHOLE = 0.97
"""A segment that has such a share of the query by itself needs none before it."""

SHORT = 40
"""Terms. After a segment, so much of what follows is searched with it, since a quote may run on."""


class Place(NamedTuple):
    """A query's place in a stretch that begins in segment `key`. `lengths` are the terms that each segment of the
    stretch has in the language; `covered` counts the evidence of both languages, `own` that of this one."""

    key: int
    language: Language
    alignment: Alignment
    found: tuple[float, ...]
    covered: float
    own: float
    lengths: tuple[int, ...]

    @property
    def rank(self) -> float:
        """What the places are compared by: how much is covered, in what order, how closely, over how many stamps."""
        span = self.alignment.last - self.alignment.first
        return self.covered + 0.1 * self.alignment.ordered - 0.0015 * span - 0.04 * self.crossed

    @property
    def crossed(self) -> int:
        """How many stamps the place runs over."""
        at = crossed = 0
        for length in self.lengths:
            at += length
            crossed += at <= self.alignment.last
        return crossed


class Line(NamedTuple):
    """How many terms a segment has in a language, and where in it the query's are."""

    length: int
    found: list[Hit]


def places(
    query: Query,
    library: Library,
    episodes: Sequence[int],
    speakers: Sequence[str],
    number: int = CANDIDATES,
    closely: int = ALIGNED,
) -> list[Place]:
    """Where the query's words stand together, the best first, each stretch of speech once.

    The index is asked for `number` segments, of which `closely` are looked at closely. `episodes`, by their numbers in
    the cache, and `speakers`, by name, narrow it; where they are empty all count.
    """
    asked = _asked(query)
    if not asked:
        return []
    candidates = library.index.find(asked, number, episodes, speakers)
    first = _first_read(query, library, list(candidates))
    most = {key: bound(query, _words(query, one)) for key, one in first.items()}
    likely = sorted(most, key=lambda key: (-most[key], -candidates[key], key))[:closely]
    total = query.weight
    starts = sorted({start for key in likely for start in (key, key - (most[key] < WHOLE * total))})
    if speakers or episodes:
        starts = [start for start in starts if start in candidates]
    lines = {key: _both(query, one) for key, one in _read_on(library, starts).items()}
    placed = [place for start in starts if start in lines and (place := _place(query, start, lines))]
    return _apart(sorted(placed, key=lambda place: (-place.rank, place.key)))


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


def _first_read(query: Query, library: Library, candidates: Sequence[int]) -> dict[int, Terms]:
    """The candidates' terms in the languages that the query is in."""
    latin = any(unit.term.isascii() and unit.weight >= LIGHT for unit in query.units)
    if query.chinese:
        return library.store.terms(candidates, LANGUAGES if latin else ("zh",))
    terms = library.store.terms(candidates, ("en",))
    without = [key for key, one in terms.items() if not one.en]
    return terms | library.store.terms(without, ("zh",)) if without else terms


def _words(query: Query, terms: Terms) -> set[str]:
    """The terms of a segment that can count: of the Chinese text only the query's, and where the query is Chinese."""
    found = set(terms.en.split())
    if query.chinese or not terms.en:
        text = f" {terms.zh} "
        found.update(term for term in query.meant if f" {term} " in text)
    return found


def _both(query: Query, terms: Terms) -> tuple[Line, Line]:
    # An English query finds names in a Chinese text; one without any of them need not be gone through.
    skip = not query.chinese and terms.en and not any(term in terms.zh for term in query.telling)
    return _line(query, terms.en), Line(0, []) if skip else _line(query, terms.zh)


def _line(query: Query, text: str) -> Line:
    if len(text) > LONG and len(query.meant) <= FEW and not query.pairs:
        return Line(text.count(" ") + 1, searched(query, text))
    terms = text.split()
    return Line(len(terms), hits(query, terms))


def _read_on(library: Library, starts: Sequence[int]) -> dict[int, Terms]:
    """The segments with those after them, so that a quote is whole that runs over a stamp."""
    terms = library.store.terms(sorted({key for start in starts for key in (start, start + 1)}))
    short = {
        key
        for start in starts
        if start + 1 in terms and (terms[start + 1].en or terms[start + 1].zh).count(" ") < SHORT
        for key in range(start + 2, start + 6)
    } - terms.keys()
    return terms | library.store.terms(sorted(short)) if short else terms


def _place(query: Query, start: int, lines: dict[int, tuple[Line, Line]]) -> Place | None:
    """The query's place in the stretch that begins with a segment, in the language that has more of it."""
    best: list[tuple[Alignment, Language, tuple[int, ...]]] = []
    for number, language in enumerate(("en", "zh")):
        stretch: list[Hit] = []
        lengths: list[int] = []
        at, key = 0, start
        while key in lines and (key == start or at - lengths[0] < max(SHORT, 2 * len(query.units))):
            length, found = lines[key][number]
            stretch.extend([Hit(hit.place + at, hit.unit, hit.likely) for hit in found])
            lengths.append(length)
            at += lengths[-1]
            key += 1
        alignment = align(query, stretch, lengths[0]) if stretch else None
        if alignment is not None:
            best.append((alignment, language, tuple(lengths)))  # type: ignore[arg-type]
    if not best:
        return None
    best.sort(key=lambda entry: -entry[0].rank)
    alignment, language, lengths_ = best[0]
    likely = alignment.found if len(best) == 1 else tuple(map(max, alignment.found, best[1][0].found))
    total = query.weight
    covered = sum(unit.weight * share for unit, share in zip(query.units, likely, strict=True)) / total
    return Place(start, language, alignment, likely, covered, alignment.covered, lengths_)


def _apart(ordered: Sequence[Place]) -> list[Place]:
    """The places without those that overlap a better one."""
    taken: set[tuple[int, str, int]] = set()
    kept = []
    for place in ordered:
        mine = set(_cells(place))
        if not mine & taken:
            kept.append(place)
        taken |= mine
    return kept


def _cells(place: Place) -> Iterable[tuple[int, str, int]]:
    """The segments that a place touches, and where: stretches of eight terms."""
    offset = 0
    for number, length in enumerate(place.lengths):
        for at in place.alignment.places:
            if offset <= at < offset + length:
                yield place.key + number, place.language, 0
        offset += length
