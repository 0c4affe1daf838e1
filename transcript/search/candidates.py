"""Candidates: the segments that a query may be from, found by the index and ranked quickly."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from transcript.library import Library, Nearest, SegmentId
from transcript.search.lines import Hit, Lines, Spelling, read_lines, spell_query
from transcript.search.query import LIGHT, Query
from transcript.search.retrieval import terms_to_ask


@dataclass(frozen=True, slots=True)
class Effort:
    """Numbers of segments that a search looks at. Tuned on fragments drawn from 1,920 episodes."""

    candidates: int = 200
    """Segments that the index is asked for."""
    surely: int = 24
    """The first so many of these are looked at, whatever their score in the index."""
    near: float = 0.55
    """The others are, if they have such a share of the best one's score in the index."""
    aligned: int = 8
    """Of these, the likeliest are looked at closely."""
    share: float = 0.0
    """Those alone that can cover such a share of what the fullest can."""
    whole: float = 0.97
    """A segment that has such a share of the query by itself needs none before it."""


class Scope(NamedTuple):
    """The episodes, by their slugs, and the speakers, by their names, to search in; empty for all."""

    episodes: Sequence[str] = ()
    speakers: Sequence[str] = ()


EVERYWHERE = Scope()


FEW = range(2, 4)
"""Words of a query that may all be in a segment that is too long to be among the nearest."""


MOST_HAVING_ALL = 16
"""Segments that are looked at because they have all of these. Tried on 240 pairs and triples of words drawn from 216
episodes: in the first five .938 of them, .921 without."""


CARRIED = 8
"""Terms of the next segment that are looked at with a candidate, besides as many as the query has."""


BANDS = 6
"""Bands of the dot plot that are looked at for a half that was swapped."""


SWAPPED_HALF = 0.7
"""The worth of what stands in order apart from the rest. Tuned on fragments drawn from 1,920 episodes."""


DIGITS = 9
"""Digits by which candidates are compared. In those behind, sums of the same shares differ by the order of adding."""


def scope_of(library: Library, speaker: str | None, episode: str | None) -> Scope | None:
    """The scope of names that were typed; None if one is like no name that there is."""
    episodes: Sequence[str] = ()
    speakers: Sequence[str] = ()
    if episode:
        head = library.episode(episode) or next(iter(library.find_episodes(episode, 1)), None)
        if head is None:
            return None
        episodes = (head.slug,)
    if speaker:
        speakers = library.find_speakers(speaker, limit=1)
        if not speakers:
            return None
    return Scope(episodes, speakers)


class Candidate(NamedTuple):
    """A segment that may have the query. `covered` is the most of the query's weight that it can have; candidates are
    compared by their `promise`."""

    key: SegmentId
    covered: float
    promise: float


class Candidates(NamedTuple):
    """The `likely` candidates, the best first, `named` all that the index named, `lines` those that were read, in the
    `spelling` of the query."""

    likely: Sequence[Candidate]
    named: Set[SegmentId]
    lines: Lines
    spelling: Spelling


def find_candidates(query: Query, library: Library, scope: Scope, effort: Effort) -> Candidates:
    """The segments that a query may be from."""
    asked = terms_to_ask(query)
    nearest = Nearest(effort.surely, effort.near)
    scores = library.find_segments(asked, effort.candidates, *scope, nearest=nearest) if asked else {}
    scores = _having_all(query, library, scope) | scores
    kept = list(scores)
    spelling = spell_query(query, library)
    lines = read_lines(query, spelling, library, {near for key in kept for near in (key, key + 1)})
    # What the fullest one covers is known only when all have been looked at.
    found = _most_promising(query, spelling, kept, lines, len(kept) if effort.share else effort.aligned)
    found.sort(key=lambda one: (-one.promise, -scores[one.key], one.key))
    most = max((one.covered for one in found), default=0.0)
    likely = [one for one in found[: effort.aligned] if one.covered >= effort.share * most]
    return Candidates(likely, scores.keys(), lines, spelling)


def _having_all(query: Query, library: Library, scope: Scope) -> dict[SegmentId, float]:
    """The segments that have each of the few words of a query that tell something, however far apart: BM25 prefers a
    short segment with one of them to a long one with all."""
    telling = {unit.term: unit.weight for unit in query.units if unit.weight >= LIGHT}
    return library.find_segments(telling, MOST_HAVING_ALL, *scope, all_of_them=True) if len(telling) in FEW else {}


def _most_promising(
    query: Query, spelling: Spelling, keys: Sequence[SegmentId], lines: Lines, number: int
) -> list[Candidate]:
    """The candidates of which so many promise most, and some others. What stands in order is looked at only of those
    that can be among them by the words that they have; of equals those come first that the index named first."""
    found: list[Candidate] = []
    promises: list[float] = []
    bounds = [(-_promise_bound(query, spelling, key, lines), place, key) for place, key in enumerate(keys)]
    for bound, _, key in sorted(bounds):
        if len(found) >= number and -bound <= promises[-number]:
            break
        found.append(_candidate_of(query, key, lines))
        insort(promises, found[-1].promise)
    return found


def _promise_bound(query: Query, spelling: Spelling, key: SegmentId, lines: Lines) -> float:
    """The most that a candidate can promise: all of the query's words that it has, in their order."""
    room = len(query.units) + CARRIED
    promised, units = query.promised, spelling.units
    most = 0.0
    for language, line in lines.get(key, {}).items():
        following = lines.get(key + 1, {}).get(language)
        said = line.said + following.said[:room] if following is not None else line.said
        best: dict[int, float] = {}
        for character in units.keys() & set(said):
            for unit, likelihood, _ in units[character]:
                if likelihood > best.get(unit, 0.0):
                    best[unit] = likelihood
        for two, (unit, likelihood) in spelling.joined.items():
            if likelihood > best.get(unit, 0.0) and two in said:
                best[unit] = likelihood
        most = max(most, sum([promised[unit] * share for unit, share in best.items()]))
    return round(most, DIGITS)


def _candidate_of(query: Query, key: SegmentId, lines: Lines) -> Candidate:
    """The candidate in the language in which it promises most."""
    best = Candidate(key, 0.0, 0.0)
    width = len(query.units) + CARRIED
    for language, line in lines.get(key, {}).items():
        hits = line.hits
        following = lines.get(key + 1, {}).get(language)
        if following is not None:
            length = line.length
            near = [(place + length, unit, share, same) for place, unit, share, same in following.hits if place < width]
            hits = [*hits, *near]
        covered = most_covered(query, hits)
        promise = round(covered / (query.weight or 1.0) + in_order(query, hits), DIGITS)
        if promise > best.promise:
            best = Candidate(key, covered, promise)
    return best


def most_covered(query: Query, hits: Sequence[Hit]) -> float:
    """The most of a query's weight that a passage with these hits can have."""
    best: dict[int, float] = {}
    for _, unit, likelihood, _ in hits:
        if likelihood > best.get(unit, 0.0):
            best[unit] = likelihood
    weights = query.weights
    return sum([likelihood * weights[unit] for unit, likelihood in best.items()])


def in_order(query: Query, hits: Sequence[Hit]) -> float:
    """About how much of a query stands in its order, 0 to 1: what lies on a band of neighbouring diagonals of the dot
    plot of query and text, and for two halves swapped what the best other band near it has of the rest."""
    if not hits:
        return 0.0
    counts = query.counts
    width = 2 + len(counts) // 4
    bands: defaultdict[int, dict[int, float]] = defaultdict(dict)
    sums: defaultdict[int, float] = defaultdict(float)
    for place, unit, likelihood, _ in hits:
        at = (place - unit) // width
        for band in (at, at - 1):
            more = likelihood - bands[band].get(unit, 0.0)
            if more > 0.0:
                bands[band][unit] = likelihood
                sums[band] += counts[unit] * more
    (best, most), *others = sorted(sums.items(), key=lambda one: (-one[1], -one[0]))[:BANDS]
    reach = (len(counts) + CARRIED) // width + 1
    rest = (
        _band_sum({unit: share for unit, share in bands[at].items() if unit not in bands[best]}, counts)
        for at, _ in others
        if abs(at - best) <= reach
    )
    return (most + SWAPPED_HALF * max(rest, default=0.0)) / query.counted


def _band_sum(band: Mapping[int, float], counts: Sequence[float]) -> float:
    return sum(counts[unit] * share for unit, share in band.items())
