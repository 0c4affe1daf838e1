"""Aligns a claim's words with a transcript's: words that stand for each other, and words left over on either side.

Where both texts are long, runs of words that each has once are fixed first, and only what lies between is compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from transcript.comparison.gotoh import aligned
from transcript.comparison.similarity import related
from transcript.comparison.word import Word

MOST_CELLS = 12_000
"""Pairs of words that are compared in a stretch without an anchor; of a longer one nothing was said there."""


ANCHORED_CELLS = 2_500
"""Pairs of words from which on two texts are first cut at runs that each has once."""


RUN = 4
"""Words, or Chinese characters, of a run: a claim of which every fifth word is another has no longer ones."""


Keys = tuple[str, ...]
"""The keys of words in a row."""


class Pair(NamedTuple):
    """A word of the transcript and one of the claim, by their places; None where there is no partner."""

    original: int | None
    claimed: int | None


def align(original: Sequence[Word], claimed: Sequence[Word], breaks: Collection[int] = ()) -> list[Pair]:
    """Pairs in order. What lies before the first and after the last word of the claim is left out.

    At `breaks`, places in the claim, a mark of elision stands before the word: there anything may be left out freely.
    """
    pairs: list[Pair] = []
    before = (0, 0)
    for o, c in _anchors_of(original, claimed):
        if (o, c) != before:
            pairs.extend(_pairs_between(original, claimed, before, (o, c), breaks))
        pairs.append(Pair(o, c))
        before = (o + 1, c + 1)
    pairs.extend(_pairs_between(original, claimed, before, (len(original), len(claimed)), breaks))
    return _within_sentences(_trimmed_pairs(pairs), original, claimed)


def _within_sentences(pairs: list[Pair], original: Sequence[Word], claimed: Sequence[Word]) -> list[Pair]:
    """The pairs without words at the edges that only stand in the place of others, beyond the sentence of the rest."""
    first = next((at for at, pair in enumerate(pairs) if _is_sure(pair, original, claimed)), None)
    if first is None:
        return pairs
    last = next(at for at in range(len(pairs) - 1, -1, -1) if _is_sure(pairs[at], original, claimed))
    ahead = max((at for at in range(first) if _ends_sentence(pairs[at], original)), default=-1) + 1
    behind = next((at for at in range(last, len(pairs)) if _ends_sentence(pairs[at], original)), len(pairs)) + 1
    return [*_without_partners(pairs[:ahead]), *pairs[ahead:behind], *_without_partners(pairs[behind:])]


def _is_sure(pair: Pair, original: Sequence[Word], claimed: Sequence[Word]) -> bool:
    """True if its words are related, and do not only stand in each other's place."""
    o, c = pair
    return o is not None and c is not None and related(original[o], claimed[c]) > 0


def _without_partners(pairs: Sequence[Pair]) -> list[Pair]:
    """The claim's words of these pairs."""
    return [Pair(None, pair.claimed) for pair in pairs if pair.claimed is not None]


def _ends_sentence(pair: Pair, original: Sequence[Word]) -> bool:
    """True if the transcript's sentence ends with this word."""
    return pair.original is not None and original[pair.original].pause > 1


def _pairs_between(
    original: Sequence[Word],
    claimed: Sequence[Word],
    begin: tuple[int, int],
    end: tuple[int, int],
    breaks: Collection[int],
) -> list[Pair]:
    """The pairs between two anchors, without these."""
    (o, c), (last_o, last_c) = begin, end
    if o == last_o or c == last_c:
        return [*(Pair(i, None) for i in range(o, last_o)), *(Pair(None, j) for j in range(c, last_c))]
    if (last_o - o) * (last_c - c) > MOST_CELLS:
        goes_on = takewhile(lambda at: original[o + at].key == claimed[c + at].key, range(min(last_o - o, last_c - c)))
        same = [Pair(o + at, c + at) for at in goes_on] if begin != (0, 0) else []
        here, there = range(o + len(same), last_o), range(c + len(same), last_c)
        return [*same, *(Pair(i, None) for i in here), *(Pair(None, j) for j in there)]
    free = (begin == (0, 0), last_o == len(original) and last_c == len(claimed))
    inner = {place - c for place in breaks if c <= place <= last_c}
    if (o + 1, c + 1) == (last_o, last_c) and not (any(free) or inner):
        # To leave out the one and add the other would cost more than any two words in each other's place.
        return [Pair(o, c)]
    found = aligned(original[o:last_o], claimed[c:last_c], inner, free)
    return [Pair(None if i is None else i + o, None if j is None else j + c) for i, j in found]


def _trimmed_pairs(pairs: list[Pair]) -> list[Pair]:
    held = [place for place, pair in enumerate(pairs) if pair.claimed is not None]
    return pairs[held[0] : held[-1] + 1] if held else []


def _anchors_of(original: Sequence[Word], claimed: Sequence[Word]) -> list[tuple[int, int]]:
    """Places in both texts of the words of runs that the claim has once, as many as come in the same order.

    Of several places of a run in the transcript it is the one where most of the claim stands at the same distance.
    """
    if len(original) * len(claimed) <= ANCHORED_CELLS:
        return []
    once = _runs_once(claimed)
    theirs: dict[Keys, list[int]] = {}
    for at, run in enumerate(_runs_of(original)):
        if run in once:
            theirs.setdefault(run, []).append(at)
    mine = {run: at for run, at in once.items() if run in theirs}
    shifts = Counter(o - c for run, c in mine.items() for o in theirs[run])
    both = [(_likeliest_place(theirs[run], c, shifts), c) for run, c in mine.items()]
    ends = (len(original), len(claimed))
    anchors: list[tuple[int, int]] = []
    for (o, c), (next_o, next_c) in pairwise([*_rising_pairs(sorted(both)), ends]):
        anchors.extend(zip(range(o, min(o + RUN, next_o)), range(c, min(c + RUN, next_c)), strict=False))
    return anchors


def _likeliest_place(places: Sequence[int], claimed: int, shifts: Counter[int]) -> int:
    """Of the places of a run, the first of those at the commonest distance from where the claim has it."""
    return max(places, key=lambda place: shifts[place - claimed]) if len(places) > 1 else places[0]


def _runs_once(words: Sequence[Word]) -> dict[Keys, int]:
    """The places of the runs of words that occur once."""
    found: dict[Keys, int] = {}
    again: set[Keys] = set()
    for at, run in enumerate(_runs_of(words)):
        if found.setdefault(run, at) != at:
            again.add(run)
    return {run: at for run, at in found.items() if run not in again}


def _runs_of(words: Sequence[Word]) -> Iterator[Keys]:
    """The runs of RUN words, each from its first word on."""
    keys = [word.key for word in words]
    return zip(*(keys[first:] for first in range(RUN)), strict=False)


def _rising_pairs(both: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs that rise on both sides (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    back = [-1] * len(both)
    for place, (_, claimed) in enumerate(both):
        at = bisect_left(tails, claimed)
        back[place] = ends[at - 1] if at else -1
        tails[at : at + 1] = [claimed]
        ends[at : at + 1] = [place]
    chain = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(both[place])
        place = back[place]
    return chain[::-1]
