"""The stretches of speech that a query may mean: candidates from the index, with the query's words placed in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from transcript.language.lexicon import CURRENCIES
from transcript.library import Library
from transcript.models import LANGUAGES, Language
from transcript.search.candidates import SHORT, Line, _asked, both, first_read, read_on, words
from transcript.search.proximity import Alignment, Hit, align, apart, bound
from transcript.search.query import Query

CANDIDATES = 40
"""Segments that the index is asked for."""


ALIGNED = 16
"""Of these, the ones that could cover most of the query are looked at closely."""


WHOLE = 0.97
"""A segment that has such a share of the query by itself needs none before it."""


MARGIN = 0.1
"""So much better a mixed query must be found in English to be shown in it."""


HOLDS = 0.9
"""The Chinese text holds a query of names if it holds such a share of what the English text does."""


MISSING = 0.1
"""What a place loses that lacks a word which is needed."""


class Place(NamedTuple):
    """A query's place in a stretch that begins in segment `key`. `lengths` are the terms that each segment of the
    stretch has in the language; `covered` counts the evidence of both languages, `own` that of this one. `whole` is
    whether no word is missing that is needed, `apart` what a claim loses whose words do not stand together."""

    key: int
    language: Language
    alignment: Alignment
    found: tuple[float, ...]
    covered: float
    own: float
    lengths: tuple[int, ...]
    whole: bool
    apart: float

    @property
    def rank(self) -> float:
        """What the places are compared by: how much is covered, in what order, how closely, over how many stamps."""
        span = self.alignment.last - self.alignment.first
        missing = self.apart if self.whole else self.apart + MISSING
        return self.covered + 0.1 * self.alignment.ordered - 0.0015 * span - 0.04 * self.crossed - missing

    @property
    def tight(self) -> bool:
        """Whether all of the query stands there, and nothing between its words."""
        return self.own >= WHOLE and self.alignment.last - self.alignment.first < len(self.found)

    @property
    def crossed(self) -> int:
        """How many stamps the place runs over."""
        at = crossed = 0
        for length in self.lengths:
            at += length
            crossed += at <= self.alignment.last
        return crossed


class Side(NamedTuple):
    """A stretch in one language: where the query is in it, and how many terms each segment has."""

    alignment: Alignment
    lengths: tuple[int, ...]


def places(
    query: Query,
    library: Library,
    episodes: Sequence[str],
    speakers: Sequence[str],
    number: int = CANDIDATES,
    closely: int = ALIGNED,
    prefer: Language | None = None,
    full: float = 0.0,
    whole: float = WHOLE,
) -> list[Place]:
    """Where the query's words stand together, the best first, each stretch of speech once.

    The index is asked for `number` segments, of which `closely` are looked at closely, if they can cover a share `full`
    of what the fullest can; one that covers a share `whole` of the query, without the one before it. `episodes`, by
    their slugs, and `speakers`, by name, narrow it; where they are empty all count.
    """
    asked = _asked(query)
    if not asked:
        return []
    candidates = library.find_segments(asked, number, episodes, speakers)
    first = first_read(query, library, list(candidates))
    most = {key: bound(query, words(query, one)) for key, one in first.items()}
    likely = sorted(most, key=lambda key: (-most[key], -candidates[key], key))[:closely]
    likely = [key for key in likely if most[key] >= full * most[likely[0]]]
    total = query.weight
    starts = sorted({start for key in likely for start in (key, key - (most[key] < whole * total))})
    if speakers or episodes:
        starts = [start for start in starts if start in candidates]
    lines = {key: both(query, one) for key, one in read_on(library, starts).items()}
    placed = [place for start in starts if start in lines and (place := _place(query, start, lines, prefer))]
    return _apart(sorted(placed, key=lambda place: (-place.rank, place.key)))


def _place(query: Query, start: int, lines: dict[int, tuple[Line, Line]], prefer: Language | None) -> Place | None:
    """The query's place in the stretch that begins with a segment."""
    sides: dict[Language, Side] = {}
    for number, language in enumerate(LANGUAGES):
        if number and not query.chinese and prefer is None and "en" in sides and sides["en"].alignment.covered >= WHOLE:
            break
        stretch: list[Hit] = []
        lengths: list[int] = []
        at, key = 0, start
        while key in lines and (key == start or at - lengths[0] < max(SHORT, 2 * len(query.units))):
            length, found = lines[key][number]
            stretch.extend([Hit(hit.place + at, hit.unit, hit.likely, hit.same) for hit in found] if at else found)
            lengths.append(length)
            at += lengths[-1]
            key += 1
        alignment = align(query, stretch, lengths[0]) if stretch else None
        if alignment is not None:
            sides[language] = Side(alignment, tuple(lengths))
    there = {language for language, line in zip(LANGUAGES, lines[start], strict=True) if line.length}
    chosen = _language(query, sides, there, prefer)
    if chosen is None:
        return None
    alignment, lengths_ = sides[chosen]
    others = [side.alignment for side in sides.values()]
    likely = tuple(map(max, zip(*(one.found for one in others), strict=True)))
    held = tuple(map(any, zip(*(one.held for one in others), strict=True)))
    covered = sum(unit.weight * share for unit, share in zip(query.units, likely, strict=True)) / query.weight
    whole = all(held[unit] or query.units[unit].term in CURRENCIES for unit in query.needed)
    return Place(start, chosen, alignment, likely, covered, alignment.covered, lengths_, whole, apart(query, alignment))


def _language(
    query: Query, sides: dict[Language, Side], there: set[Language], prefer: Language | None
) -> Language | None:
    """The language in which a place is shown: the query's own, where the segment has it.

    A query of Latin letters may be one of names that stand in Chinese as they are; a mixed one is in either.
    """
    if not sides:
        return None
    en, zh = sides.get("en"), sides.get("zh")
    if not query.chinese:
        if prefer == "zh" and zh and (not en or zh.alignment.covered >= HOLDS * en.alignment.covered):
            return "zh"
        return "en" if en else None if "en" in there else "zh"
    if not query.latin:
        return "zh" if zh else None if "zh" in there else "en"
    if en and zh:
        return "zh" if zh.alignment.rank + MARGIN >= en.alignment.rank else "en"
    return "zh" if zh else "en"


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
