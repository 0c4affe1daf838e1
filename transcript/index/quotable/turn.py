"""The quotable passages of a turn: of what one speaker says until another does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from transcript.index.quotable.score import Delivery, score_of
from transcript.index.quotable.sentence import ASKING, Sentence
from transcript.index.quotable.standalone import rules_of, say_enough
from transcript.language.sentences import Range, sentences
from transcript.models import Language

MOST_SENTENCES = 4
"""Sentences of a passage."""


RETOLD = 90
"""Characters before a passage in which somebody else may be made to speak."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage: characters `span` of the turn's text, the sentences `first` to `last`; `score` from 0 to 99."""

    span: Range
    first: int
    last: int
    score: int

    def overlaps(self, other: Found) -> bool:
        return self.first <= other.last and other.first <= self.last


def find_passages(text: str, language: Language, names: re.Pattern[str]) -> list[Found]:
    """The passages of a turn that stand alone, the best of those that overlap, in their order. `names` matches the
    names of the episode's speakers."""
    if len(text) < rules_of(language).fewest:
        return []
    taken: list[Found] = []
    for one in sorted(_standing_alone(text, language, names), key=lambda one: (-one.score, one.first, one.last)):
        if not any(one.overlaps(other) for other in taken):
            taken.append(one)
    return sorted(taken, key=attrgetter("first"))


def _standing_alone(text: str, language: Language, names: re.Pattern[str]) -> Iterator[Found]:
    """Each passage that stands alone, with its score."""
    rules = rules_of(language)
    ranges = sentences(text, language)
    parts = [Sentence(text[start:end], language, rules) for start, end in ranges]
    asks = text.endswith(ASKING)
    for first, (start, _) in enumerate(ranges):
        for last in _possible_ends(parts, ranges, first):
            if rules.retelling.search(text[max(0, start - RETOLD) : start].lower()):
                break
            span, own = (start, ranges[last][1]), parts[first : last + 1]
            is_named = names.search(text, *span) is not None
            fillers = sum(part.fillers for part in own)
            delivery = Delivery(len(text), start == 0, asks, is_named, len(own), fillers)
            score = score_of([part.signs for part in own], span[1] - start, language, delivery)
            yield Found(span, first, last, score)


def _possible_ends(parts: Sequence[Sentence], ranges: Sequence[Range], first: int) -> Iterator[int]:
    """The sentences with which a passage can end that begins with the sentence `first`. Lengths are looked at before
    words, as half of the sentences need no further look then."""
    opening, rules, start = parts[first], parts[first].rules, ranges[first][0]
    following = MOST_SENTENCES if opening.may_open_several else 1
    lengths = [end - start for _, end in ranges[first : first + following] if end - start <= rules.most]
    if not lengths or lengths[-1] < rules.fewest or not opening.may_begin:
        return
    for last, length in enumerate(lengths, first):
        if last > first and not (parts[last - 1].may_go_on and not parts[last].goes_on):
            return
        if length >= rules.fewest and parts[last].may_end and say_enough(parts[first : last + 1]):
            yield last
