"""Fragments of a claim that were said far from each other, or in another order: each where it was said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeGuard

from transcript.locating import FRAGMENT, fragments
from transcript.looking import Found
from transcript.models import Language
from transcript.passages import sentences
from transcript.spoken import read_words
from transcript.text import is_han

SURELY = 0.75
"""Of the words of each of several fragments from afar, weighed, so many must be those of the transcript."""

TELLING, UNMARKED, LOOSELY = 2.0, 2.4, 4.0
"""Weight that such a fragment must have, one that no mark of elision sets off and is verbatim, and one that is not:
what is short is said somewhere in any case."""

AFAR = 3
"""Segments. Fragments that lie nearer to each other are compared as one claim."""

MOST_FRAGMENTS = 6

Likely = Callable[[str], Found | None]
"""Where a fragment was said, if it was, altered or not."""


def is_sure(found: Found | None) -> TypeGuard[Found]:
    """Whether all of a fragment was said there, and not altered."""
    return found is not None and found.judgement.share >= SURELY and found.judgement.wording != "altered"


def stitched(claim: str, likely: Likely) -> list[Found]:
    """The fragments of a claim, each where it was said, if all were said so by one speaker, and not all at once."""
    parts = fragments(claim)
    least = TELLING if parts else UNMARKED
    if not parts:
        language: Language = "zh" if sum(map(is_han, claim)) * 2 > len(claim) else "en"
        parts = [claim[start:end] for start, end in sentences(claim, language)]
    joined = _of_one_voice(parts, least, likely) if 2 <= len(parts) <= MOST_FRAGMENTS else []
    for found, part in zip(joined, parts, strict=False):
        loose = least == UNMARKED and not _is_verbatim(found) and _weight(part) < LOOSELY
        if loose or len(found.voices) > 1:
            return []
    apart = len(joined) > 1 and (are_apart(joined) or bool(fragments(claim)))
    apart = apart or (not are_in_order(joined) and least == UNMARKED)
    return joined if apart and (are_in_order(joined) or all(map(_is_verbatim, joined))) else []


def _is_verbatim(found: Found) -> bool:
    return found.judgement.wording == "verbatim"


def _weight(part: str) -> float:
    return sum(word.weight for word in read_words(part))


def _of_one_voice(parts: Sequence[str], least: float, likely: Likely) -> list[Found]:
    """Where the fragments were said, if each has such a weight, and all of them surely were, in one episode, by one
    speaker."""
    placed: dict[str, Found] = {}
    # The shortest tells soonest that there is nothing, and the ends are known already.
    for part in (min(parts, key=len), parts[0], parts[-1], *parts):
        if len(read_words(part)) < FRAGMENT or _weight(part) < least:
            return []
        found = likely(part)
        if not is_sure(found):
            return []
        placed[part] = found
        if len({(one.episode, one.segment.speaker, one.language) for one in placed.values()}) > 1:
            return []
    return [placed[part] for part in parts]


def are_apart(parts: list[Found]) -> bool:
    """Whether fragments are from afar."""
    places = [part.segment.index for part in parts]
    return max(places) - min(places) >= AFAR


def are_in_order(parts: list[Found]) -> bool:
    """Whether fragments that are not from afar follow each other as they were said."""
    near = [(a, b) for a, b in pairwise(parts) if abs(a.segment.index - b.segment.index) < AFAR]
    return all((a.segment.index, a.span) < (b.segment.index, b.span) for a, b in near)
