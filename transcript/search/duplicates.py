"""The same words at several times: said twice, or a clip at the beginning and what it was cut from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from transcript.library import Library
from transcript.models import Language
from transcript.search.confidence import ENOUGH
from transcript.search.matches import Match
from transcript.search.phrases import share_a_run, words_of


@dataclass(frozen=True, slots=True)
class _Same:
    """Limits within which two matches are the same words. Tuned on the development sets of the shipped transcript."""

    ratio: float = 88.0
    """Their likeness as rapidfuzz measures it, 0 to 100, from this on …"""
    words: int = 5
    """… if both have so many words: fewer may well be said twice without being the same passage."""
    characters: int = 8
    """The same for Chinese characters."""
    sentence: int = 3
    """Words of a whole sentence that is the same if it is said again."""
    less: float = 10.0
    """The score that what a teaser was cut from may have less than the teaser, to be shown before it."""


SAME = _Same()


def without_duplicates(
    library: Library, matches: Iterable[Match], limit: int, only: set[str], *, asked: bool = False
) -> list[Match]:
    """The first `limit` matches, with those that say the same words as a better one named in it.

    What is said in the first minutes may be a teaser, cut from what is said later: then the later one comes first.
    Passages that have in common what is `asked` about may say other things of it. `only` is filled, when the limit is
    reached, with the episodes in which that later one may still come.
    """
    kept: list[Match] = []
    for match in matches:
        twin = next((place for place, other in enumerate(kept) if _are_same(library, match, other, asked=asked)), None)
        if twin is not None:
            kept[twin] = _joined_matches(match, kept[twin])
        elif len(kept) < limit:
            kept.append(match)
        if len(kept) == limit:
            only.update(other.episode for other in kept if other.in_teaser)
            if not only:
                break
    return kept


def _joined_matches(match: Match, earlier: Match) -> Match:
    """The better of two that are the same, with the other's time; the `earlier` one was ranked before."""
    near = match.score >= min(earlier.score - SAME.less, ENOUGH)
    source = near and earlier.in_teaser and match.after_teaser
    better, worse = (match, earlier) if source else (earlier, match)
    also = {*earlier.also, *match.also, (worse.episode, worse.segment, worse.start)}
    return replace(better, also=tuple(sorted(also, key=lambda time: (time[0], time[2] or 0.0, time[1]))))


def _are_same(library: Library, first: Match, second: Match, *, asked: bool) -> bool:
    """True if two matches are the same words of one speaker: said twice, or a clip and what it was cut from."""
    if first.speaker != second.speaker:
        return False
    if _are_alike(first.text, second.text) or (not asked and _are_alike(_said_words(first), _said_words(second))):
        return True
    if first.whole and second.whole and len(words_of(_said_words(first))) >= SAME.sentence:
        return True
    early, late = sorted((first, second), key=lambda match: match.start or 0.0)
    if early.episode != late.episode or not (early.in_teaser and late.after_teaser):
        return False
    clipped, there = (words_of(_said_words(match)) for match in (early, late))
    if early.whole and clipped == there and len(there) >= SAME.sentence:
        return True
    clip, full = (_spoken_texts(library, match) for match in (early, late))
    return any(share_a_run(clip[language], full[language]) for language in clip.keys() & full.keys())


def _are_alike(first: str, second: str) -> bool:
    if fuzz.ratio(first.casefold(), second.casefold(), score_cutoff=SAME.ratio) < SAME.ratio:
        return False
    return all(len(words_of(text)) >= (SAME.words if text.isascii() else SAME.characters) for text in (first, second))


def _said_words(match: Match) -> str:
    return " ".join(match.text[start:end] for start, end in match.spans)


def _spoken_texts(library: Library, match: Match) -> Mapping[Language, str]:
    """The text of a match's segment, in each language."""
    (segment,) = library.segments(match.episode, match.segment, match.segment)
    return segment.text
