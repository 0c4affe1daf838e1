"""The stretches of speech that a query may mean: candidates from the index, with the query's words placed in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from transcript.alignment import Alignment, Hit, align, bound, hits
from transcript.library import Library
from transcript.models import Language
from transcript.query import Query
from transcript.store import Terms

CANDIDATES = 60
"""Segments that the index is asked for."""

ALIGNED = 16
"""Of these, the ones that could cover most of the query are looked at closely."""

LIGHT = 0.12
"""Terms that weigh less are not asked of the index, unless the query has hardly any other."""

MOST_ASKED = 48

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
    candidates_: int = CANDIDATES,
    aligned: int = ALIGNED,
) -> list[Place]:
    """Where the query's words stand together, the best first, each stretch of speech once."""
    asked = _asked(query)
    if not asked:
        return []
    candidates = library.index.find(asked, candidates_, episodes, speakers)
    terms = library.store.terms(list(candidates))
    most = {key: bound(query, _words(query, one)) for key, one in terms.items()}
    likely = sorted(most, key=lambda key: (-most[key], -candidates[key], key))[:aligned]
    total = query.weight
    starts = sorted({start for key in likely for start in (key, key - (most[key] < WHOLE * total))})
    if speakers or episodes:
        starts = [start for start in starts if start in candidates]
    _read_on(library, terms, starts)
    lines = {key: _both(query, one) for key, one in terms.items() if key not in most or key in likely}
    placed = [place for start in starts if start in lines and (place := _place(query, start, lines))]
    return _apart(sorted(placed, key=lambda place: (-place.rank, place.key)))


def _asked(query: Query) -> dict[str, float]:
    """The terms to ask the index for, with their weights."""
    units = query.units
    heavy = sum(unit.weight for unit in units if unit.weight >= LIGHT)
    asked: dict[str, float] = {}
    for term, meanings in query.meant.items():
        weight = max(sum(units[i].weight for i in range(one.first, one.last + 1)) * one.likely for one in meanings)
        if weight >= LIGHT or heavy < 0.5:
            asked[term] = weight
    for (one, other), meant in query.pairs.items():
        for term in (one, other):
            asked.setdefault(term, 0.7 * units[meant.first].weight)
    return dict(sorted(asked.items(), key=lambda item: (-item[1], item[0]))[:MOST_ASKED])


def _words(query: Query, terms: Terms) -> set[str]:
    """The terms of a segment that can count: those of the Chinese text only where the query is Chinese, too."""
    return set(f"{terms.en} {terms.zh}".split() if query.chinese or not terms.en else terms.en.split())


def _both(query: Query, terms: Terms) -> tuple[Line, Line]:
    # An English query finds names in a Chinese text; one without any of them need not be gone through.
    skip = not query.chinese and terms.en and not any(term in terms.zh for term in query.telling)
    en, zh = terms.en.split(), [] if skip else terms.zh.split()
    return Line(len(en), hits(query, en)), Line(len(zh), hits(query, zh))


def _read_on(library: Library, terms: dict[int, Terms], starts: Iterable[int]) -> None:
    """Read the segments before and after, so that a quote is whole that runs over a stamp."""
    wanted = {key for start in starts for key in (start, start + 1)} - terms.keys()
    terms.update(library.store.terms(sorted(wanted)))
    short = {
        key
        for start in starts
        if start + 1 in terms and (terms[start + 1].en or terms[start + 1].zh).count(" ") < SHORT
        for key in range(start + 2, start + 6)
    } - terms.keys()
    if short:
        terms.update(library.store.terms(sorted(short)))


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
