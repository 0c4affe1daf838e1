"""Edits: the stretches of differing words between the words that a claim and a transcript share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from transcript.comparison.alignment import Run
from transcript.language.sentences import Range
from transcript.language.tagging import Phrase, Word

GAP = 3
"""Words that both texts have, at most, between two differences that may be one: no longer build, not build anymore."""


WORDS_BESIDE_DIFFERENCE = 3
"""Words that both texts have on either side of a difference that may be part of it: not want any, want none."""


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

    @cached_property
    def turned(self) -> Texts:
        """The claim as what was said, and what was said as the claim."""
        return Texts(self.claimed, self.said, self.claim, self.text)


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

    def part(self, said: Range, claimed: Range) -> Edit:
        """The edit of some of its words, by their numbers in it."""
        o, c = self.said_range[0], self.claimed_range[0]
        return Edit(self.texts, (o + said[0], o + said[1]), (c + claimed[0], c + claimed[1]))

    def without_same_ends(self) -> Edit:
        """The edit without the words at its ends that both sides have."""
        texts, (o, last_o), (c, last_c) = self.texts, self.said_range, self.claimed_range
        while o < last_o and c < last_c and are_same(texts.said[o], texts.claimed[c]):
            o, c = o + 1, c + 1
        while o < last_o and c < last_c and are_same(texts.said[last_o - 1], texts.claimed[last_c - 1]):
            last_o, last_c = last_o - 1, last_c - 1
        return Edit(texts, (o, last_o), (c, last_c))

    @property
    def turned(self) -> Edit:
        """The edit that makes of the claim's words the transcript's."""
        return Edit(self.texts.turned, self.claimed_range, self.said_range)

    @property
    def begins_claim(self) -> bool:
        return self.claimed_range[0] == 0

    @property
    def ends_claim(self) -> bool:
        return self.claimed_range[1] == len(self.texts.claimed)

    @property
    def is_marked(self) -> bool:
        """True if the claim marks an elision there."""
        return self.claimed_range[0] in self.texts.breaks


def are_same(one: Word, other: Word) -> bool:
    """True if two words are the same to a reader: in key, which has the unit of an amount, and in what they deny."""
    return one.sign == other.sign


def differing_stretches(runs: Sequence[Run], texts: Texts) -> list[Edit]:
    """The stretches between the runs that both texts have, as one where they are near, with a few words beside them."""
    found: list[Edit] = []
    for edit in gaps_between(runs, texts):
        if found and _are_near(found[-1], edit):
            found[-1] = joined_edit(found[-1], edit)
        else:
            found.append(edit)
    return [_widened_edit(edit) for edit in found]


def _are_near(one: Edit, other: Edit) -> bool:
    """True if few words stand between two edits."""
    return max(other.said_range[0] - one.said_range[1], other.claimed_range[0] - one.claimed_range[1]) <= GAP


def joined_edit(one: Edit, other: Edit) -> Edit:
    """Two edits and what stands between them as one."""
    return Edit(one.texts, (one.said_range[0], other.said_range[1]), (one.claimed_range[0], other.claimed_range[1]))


def gaps_between(runs: Sequence[Run], texts: Texts) -> Iterator[Edit]:
    """The words between the runs, and those of the claim before the first and after the last."""
    whole = [run for run in (_without_parts(run, texts) for run in runs) if run.size]
    said = whole[0].said if whole else runs[0].said
    claimed = 0
    for run in whole:
        if run.said > said or run.claimed > claimed:
            yield Edit(texts, (said, run.said), (claimed, run.claimed))
        said, claimed = run.said + run.size, run.claimed + run.size
    if claimed < len(texts.claimed):
        yield Edit(texts, (said, said), (claimed, len(texts.claimed)))


def _without_parts(run: Run, texts: Texts) -> Run:
    """The run without words at its ends that are parts of a contraction of which it has not all."""
    said, claimed, size = run
    while size and (_is_one_word(texts.said, said) or _is_one_word(texts.claimed, claimed)):
        said, claimed, size = said + 1, claimed + 1, size - 1
    while size and (_is_one_word(texts.said, said + size) or _is_one_word(texts.claimed, claimed + size)):
        size -= 1
    return Run(said, claimed, size)


def _is_one_word(words: Sequence[Word], at: int) -> bool:
    """True if the words before and behind a place are parts of one contraction."""
    return 0 < at < len(words) and words[at - 1].start == words[at].start


def _widened_edit(edit: Edit) -> Edit:
    """An edit with a few words on either side that both texts have."""
    texts, (o, last_o), (c, last_c) = edit.texts, edit.said_range, edit.claimed_range
    before = min(WORDS_BESIDE_DIFFERENCE, o, c)
    after = min(WORDS_BESIDE_DIFFERENCE, len(texts.said) - last_o, len(texts.claimed) - last_c)
    return Edit(texts, (o - before, last_o + after), (c - before, last_c + after))
