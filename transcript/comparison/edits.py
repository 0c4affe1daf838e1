"""Edits: the stretches of differing words between the words that a claim and a transcript share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from transcript.comparison.alignment import Pair
from transcript.comparison.lists import Phrase
from transcript.comparison.word import Word
from transcript.language.sentences import Range

GAP = 3
"""Words that both texts have, at most, between two differences that may be one: no longer build, not build anymore."""


WORDS_BESIDE_DIFFERENCE = 4
"""Words that both texts have on either side of a difference that may be part of it: not want any, want none."""


LARGEST = 40
"""Words of a stretch on either side; what is longer is not joined to another."""


@dataclass(frozen=True)
class Texts:
    """A transcript's text and a claim, with their words. `breaks` are the claim's words before which it marks an
    elision, `before` is what was said before the text, `language` is that of the text."""

    said: Sequence[Word]
    claimed: Sequence[Word]
    text: str
    claim: str
    breaks: frozenset[int] = frozenset()
    before: str = ""
    language: str = "en"

    @cached_property
    def said_keys(self) -> Phrase:
        return tuple(word.key for word in self.said)

    @cached_property
    def claimed_keys(self) -> Phrase:
        return tuple(word.key for word in self.claimed)


def sentence_of(words: Sequence[Word], at: int) -> Range:
    """The range of the words that make the sentence with the word `at`."""
    first = last = max(0, min(at, len(words) - 1))
    while first and words[first - 1].pause < 2:
        first -= 1
    while last + 1 < len(words) and words[last].pause < 2:
        last += 1
    return first, last + 1


class Edit:
    """The transcript's words in `said_range` became the claim's in `claimed_range`; either may be empty."""

    __slots__ = ("claimed", "claimed_keys", "claimed_range", "said", "said_keys", "said_range", "texts")

    def __init__(self, texts: Texts, said_range: Range, claimed_range: Range) -> None:
        self.texts, self.said_range, self.claimed_range = texts, said_range, claimed_range
        (o, last_o), (c, last_c) = said_range, claimed_range
        self.said, self.said_keys = texts.said[o:last_o], texts.said_keys[o:last_o]
        self.claimed, self.claimed_keys = texts.claimed[c:last_c], texts.claimed_keys[c:last_c]

    def said_before(self, count: int) -> Sequence[Word]:
        """So many of the transcript's words right before it, at most."""
        first = self.said_range[0]
        return self.texts.said[max(0, first - count) : first]

    def said_after(self, count: int) -> Sequence[Word]:
        """So many of the transcript's words right after it, at most."""
        return self.texts.said[self.said_range[1] : self.said_range[1] + count]

    def claimed_before(self, count: int) -> Sequence[Word]:
        """So many of the claim's words right before it, at most."""
        first = self.claimed_range[0]
        return self.texts.claimed[max(0, first - count) : first]

    def claimed_after(self, count: int) -> Sequence[Word]:
        """So many of the claim's words right after it, at most."""
        return self.texts.claimed[self.claimed_range[1] : self.claimed_range[1] + count]

    def without_same_ends(self) -> Edit:
        """The edit without the words at its ends that both sides have."""
        texts, (o, last_o), (c, last_c) = self.texts, self.said_range, self.claimed_range
        while o < last_o and c < last_c and are_same(texts.said[o], texts.claimed[c]):
            o, c = o + 1, c + 1
        while o < last_o and c < last_c and are_same(texts.said[last_o - 1], texts.claimed[last_c - 1]):
            last_o, last_c = last_o - 1, last_c - 1
        return Edit(texts, (o, last_o), (c, last_c))

    @property
    def begins_claim(self) -> bool:
        return self.claimed_range[0] == 0

    @property
    def ends_claim(self) -> bool:
        return self.claimed_range[1] == len(self.texts.claimed)

    @property
    def is_marked(self) -> bool:
        """True if the claim marks an elision there."""
        return self.claimed_range[0] in self.texts.breaks or self.claimed_range[1] in self.texts.breaks

    def opens_clause(self) -> bool:
        """True if the transcript's words begin a clause."""
        return bool(self.said) and self.said[0].opens

    def closes_clause(self) -> bool:
        """True if a clause ends behind the transcript's words."""
        return bool(self.said) and self.said[-1].closes


def are_same(one: Word, other: Word) -> bool:
    """True if two words are the same to a reader: in key, which has the unit of an amount, and in what they deny."""
    return one.key == other.key and (one.kind == "negation") == (other.kind == "negation")


def differing_stretches(pairs: Sequence[Pair], texts: Texts) -> list[Edit]:
    """The stretches of aligned words that differ, with a few words beside them that both have."""
    return [_widened_edit(edit) for edit in _differing_edits(pairs, texts)]


def _widened_edit(edit: Edit) -> Edit:
    texts, (o, last_o), (c, last_c) = edit.texts, edit.said_range, edit.claimed_range
    for _ in range(WORDS_BESIDE_DIFFERENCE):
        if o and c and are_same(texts.said[o - 1], texts.claimed[c - 1]):
            o, c = o - 1, c - 1
        inside = last_o < len(texts.said) and last_c < len(texts.claimed)
        if inside and are_same(texts.said[last_o], texts.claimed[last_c]):
            last_o, last_c = last_o + 1, last_c + 1
    return Edit(texts, (o, last_o), (c, last_c))


def _differing_edits(pairs: Sequence[Pair], texts: Texts) -> Iterator[Edit]:
    """The stretches of aligned words that differ, in order; those that lie near each other are one.

    Words of a contraction of which another word differs belong to the stretch.
    """
    held: Edit | None = None
    for first, last in _differing_ranges(pairs, texts):
        said, claimed = _ranges_of(pairs, first, last)
        edit = Edit(texts, said, claimed)
        if held is not None:
            joined = Edit(texts, (held.said_range[0], said[1]), (held.claimed_range[0], claimed[1]))
            near = said[0] - held.said_range[1] <= GAP and claimed[0] - held.claimed_range[1] <= GAP
            if near and len(joined.said) <= LARGEST and len(joined.claimed) <= LARGEST:
                held = joined
                continue
            yield held
        held = edit
    if held is not None:
        yield held


def _differing_ranges(pairs: Sequence[Pair], texts: Texts) -> Iterator[Range]:
    """Ranges of pairs that differ, in order."""
    same = [_is_same(pair, texts) for pair in pairs]
    for at, equal in enumerate(list(same)):
        if not equal:
            for step in (-1, 1):
                beyond = range(at + step, len(pairs) if step > 0 else -1, step)
                for other in takewhile(lambda other, at=at: _are_one_word(pairs[at], pairs[other], texts), beyond):  # type: ignore[misc]
                    same[other] = False
    first = None
    for at, equal in enumerate([*same, True]):
        if not equal and first is None:
            first = at
        elif equal and first is not None:
            yield first, at
            first = None


def _ranges_of(pairs: Sequence[Pair], first: int, last: int) -> tuple[Range, Range]:
    """The words of the transcript and of the claim in a range of pairs; where there are none, where they would be."""
    return _range_on_side(pairs, first, last, 0), _range_on_side(pairs, first, last, 1)


def _range_on_side(pairs: Sequence[Pair], first: int, last: int, side: int) -> Range:
    places = [place for pair in pairs[first:last] if (place := pair[side]) is not None]
    if places:
        return places[0], places[-1] + 1
    before = next((place for pair in reversed(pairs[:first]) if (place := pair[side]) is not None), None)
    if before is not None:
        return before + 1, before + 1
    after = next((place for pair in pairs[last:] if (place := pair[side]) is not None), 0)
    return after, after


def _is_same(pair: Pair, texts: Texts) -> bool:
    o, c = pair
    return o is not None and c is not None and are_same(texts.said[o], texts.claimed[c])


def _are_one_word(one: Pair, other: Pair, texts: Texts) -> bool:
    """True if two pairs have parts of one written word on either side: can't."""
    for words, a, b in ((texts.said, one[0], other[0]), (texts.claimed, one[1], other[1])):
        if a is not None and b is not None and words[a].start == words[b].start:
            return True
    return False
