"""Fragments of a claim: where each was said, whether from afar or in another order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import pairwise
from typing import TypeGuard

from transcript.comparison import RULED
from transcript.language.normalise import is_han
from transcript.language.sentences import sentences
from transcript.language.tagging import read_words
from transcript.library import Library
from transcript.models import Language
from transcript.search import Place
from transcript.verdicts.evidence import Found, reach
from transcript.verdicts.retrieval import FRAGMENT_WORDS, find, fragments, is_long, likely_quickly

SURE_SHARE = 0.75
"""Share of the weight of each of several fragments from afar that the transcript must have."""


FRAGMENT_WEIGHT = 2.0
"""Weight that a fragment must have: what is short is said somewhere in any case."""


UNMARKED_WEIGHT = 2.4
"""Weight that a fragment must have that no mark of elision sets off."""


LOOSE_WEIGHT = 4.0
"""Weight that such a fragment must have if it is not verbatim."""
AFAR_SEGMENTS = 3
"""Segments. Fragments that lie nearer to each other are compared as one claim."""


MOST_FRAGMENTS = 6
"""Fragments of a claim that are looked for one by one."""


EDGE_CHARACTERS = 20
"""Characters at either end of a fragment, where it may be what stands beside it that makes other words of it."""


class Fragments:
    """The fragments of a claim, which its marks of elision set off, each looked for once. `speaker` is who is named."""

    def __init__(self, library: Library, claim: str, speaker: str | None) -> None:
        self._claim, self._long, self._parts = claim, is_long(claim), fragments(claim)
        places = cache(lambda part: likely_quickly(library, part) if is_long(part) else ())
        self._places: Callable[[str], Sequence[Place]] = places
        """The places of a long one that the index knows."""
        self._said: Callable[[str], Found | None] = cache(
            partial(_likeliest_place, library, speaker, self._long, places)
        )
        """The likeliest place of one, if it was said there, altered or not."""

    def ends(self) -> dict[str, Place]:
        """The first fragment of a long claim and its place, with the last or the middle one if that is from afar; empty
        if the first was not said, or it is plain before that the fragments are not all as they were said.

        To know them first spares the search for the whole, and the comparison where it is plain that there is no whole.
        """
        parts = self._parts if self._long else []
        # The shortest is found soonest, and if it was not said as it is here, only the whole may have been said.
        if not parts or self._place_of(min(parts, key=len)) is None:
            return {}
        first = self._place_of(parts[0])
        if first is None:
            return {}
        for part in (parts[-1], parts[len(parts) // 2]):
            other = self._place_of(part)
            if other and self._is_from_afar(part, first, other):
                return {parts[0]: first, part: other}
        return {parts[0]: first}

    def stitched(self) -> list[Found]:
        """Each where it was said, if all were said so by one speaker, and not all at once. Without a mark of elision
        each sentence is a fragment."""
        parts = self._parts or self._claim_sentences()
        least = FRAGMENT_WEIGHT if self._parts else UNMARKED_WEIGHT
        joined = self._of_one_voice(parts, least) if 2 <= len(parts) <= MOST_FRAGMENTS else []
        if not joined or joined[0].language not in RULED:
            return []  # where light rewordings are not known, nothing may be left out
        for found, part in zip(joined, parts, strict=False):
            loose = least == UNMARKED_WEIGHT and not _is_verbatim(found) and _weight_of(part) < LOOSE_WEIGHT
            if loose or len(found.voices) > 1:
                return []
        apart = len(joined) > 1 and (are_apart(joined) or bool(self._parts))
        apart = apart or (not are_in_order(joined) and least == UNMARKED_WEIGHT)
        return joined if apart and (are_in_order(joined) or all(map(_is_verbatim, joined))) else []

    def are_altered_within(self, whole: Found) -> bool:
        """True if a long one is altered in the midst of it, where the whole was found: it was not said elsewhere."""
        begin = 0
        for part in self._parts:
            begin = self._claim.index(part, begin)
            within = range(begin + EDGE_CHARACTERS, begin + len(part) - EDGE_CHARACTERS)
            if is_long(part) and any(at in within for at in whole.judgement.replaced):
                return True
            begin += len(part)
        return False

    def _claim_sentences(self) -> list[str]:
        language: Language = "zh" if sum(map(is_han, self._claim)) * 2 > len(self._claim) else "en"
        return [self._claim[start:end] for start, end in sentences(self._claim, language)]

    def _place_of(self, part: str) -> Place | None:
        """The place of a fragment: by the index alone if it is long and has one; a short one must be said there."""
        places = self._places(part)
        if len(places) == 1:
            return places[0]
        found = self._said(part)
        return found.place if found and (places or _is_sure(found)) else None

    def _is_from_afar(self, part: str, first: Place, other: Place) -> bool:
        """True if one look at the claim does not see its first fragment and this one, or not in their order."""
        between = other.key - first.key
        # What is short may have been said before, too; and a place may begin in the segment before it.
        turned = between < -1 and is_long(part)
        return abs(between) > reach(len(self._claim)) or turned

    def _of_one_voice(self, parts: Sequence[str], least: float) -> list[Found]:
        """The places of fragments, if each has the weight and all were surely said in one episode by one speaker."""
        if any(len(read_words(part)) < FRAGMENT_WORDS or _weight_of(part) < least for part in parts):
            return []
        placed: dict[str, Found] = {}
        # The shortest tells soonest that there is nothing, and the ends are known already.
        for part in (min(parts, key=len), parts[0], parts[-1], *parts):
            found = self._said(part)
            if not _is_sure(found):
                return []
            placed[part] = found
            if len({(one.episode, one.segment.speaker, one.language) for one in placed.values()}) > 1:
                return []
        return [placed[part] for part in parts]


def _likeliest_place(
    library: Library, speaker: str | None, quickly: bool, places: Callable[[str], Sequence[Place]], part: str
) -> Found | None:
    found = find(library, part, speaker, quickly=quickly, near=places(part))
    return found[0] if found and found[0].judgement.said else None


def _is_sure(found: Found | None) -> TypeGuard[Found]:
    """True if all of a fragment was said there, and not altered."""
    return found is not None and found.judgement.share >= SURE_SHARE and found.judgement.wording != "altered"


def _is_verbatim(found: Found) -> bool:
    return found.judgement.wording == "verbatim"


def _weight_of(part: str) -> float:
    return sum(word.weight for word in read_words(part))


def are_apart(parts: list[Found]) -> bool:
    """True if fragments are from afar."""
    places = [part.segment.index for part in parts]
    return max(places) - min(places) >= AFAR_SEGMENTS


def are_in_order(parts: list[Found]) -> bool:
    """True if fragments that are not from afar follow each other as they were said."""
    near = [(a, b) for a, b in pairwise(parts) if abs(a.segment.index - b.segment.index) < AFAR_SEGMENTS]
    return all((a.segment.index, a.span) < (b.segment.index, b.span) for a, b in near)
