"""Tells a claim that is an altered quote of a place from one that only has common words in common with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transcript.comparison import Judgement
from transcript.language.frequency import term_weight
from transcript.language.tagging import Word, read_words
from transcript.verdicts.evidence import Found


@dataclass(frozen=True, slots=True)
class Recognition:
    """Weights of what speaks for a claim being an altered quote, and `least`, their least sum.

    Tuned on 593 misquotes of 65 episodes and 110 chat lines and sentences of another show, of which as large a share of
    words was found in a library of 1,920 episodes: of the former 5 are missed, of the latter 36 are kept.
    """

    share: float = 6.0
    """of the share of the claim's words that the place has"""
    reordered: float = 0.9
    """share of the words that claim and place have in common, in any order, from which the place has all of them; of
    480 sentences of other episodes in a library of 250 none more is kept, of 16 misquotes 14 more are"""
    run: float = 0.3
    """of each word, or Chinese character, of the longest run that both have"""
    longest_run: int = 8
    """words of that run that count, at most"""
    change: float = -0.6
    """of each change"""
    most_changes: int = 3
    """changes that count, at most"""
    least: float = 5.5


RECOGNITION = Recognition()


def is_recognised(found: Found) -> bool:
    """True if words that were found are what the claim quotes, altered or not. That "it was so good" was said somewhere
    makes no altered quote of "the sound was so good": what both have has to tell something, or be long."""
    judgement = found.judgement
    if judgement.wording != "altered":
        return True
    sure = RECOGNITION.share * (1.0 if _is_reordered(judgement) else judgement.share)
    sure += RECOGNITION.change * min(len(judgement.changes), RECOGNITION.most_changes)
    runs = sorted((said for kind, said, _ in judgement.diff if kind == "same"), key=len)
    longest = 0
    while runs and not _is_enough(sure, longest):
        words = _telling_words(runs.pop())
        sure += sum(term_weight(word.stem, word.key, found.language) for word in words)
        longest = max(longest, len(words))
    return _is_enough(sure, longest)


def _is_reordered(judgement: Judgement) -> bool:
    """True if claim and place have nearly the same words, in another order."""
    said, claimed = (_counted(piece[side] for piece in judgement.diff) for side in (1, 2))
    shared = (said & claimed).total()
    return 2 * shared >= RECOGNITION.reordered * (said.total() + claimed.total())


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(word.key for word in _telling_words(" ".join(texts)))


def _is_enough(sure: float, longest: int) -> bool:
    """True if it is so sure with a longest run of so many words, whatever the other runs may still add."""
    return sure + RECOGNITION.run * min(longest, RECOGNITION.longest_run) >= RECOGNITION.least


def _telling_words(text: str) -> Sequence[Word]:
    return [word for word in read_words(text) if word.kind != "filler"]
