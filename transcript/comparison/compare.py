"""A claim's words held against those of one place in a transcript: how near they are, and what differs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from transcript.comparison.alignment import align
from transcript.comparison.changes import Change, Piece, _changes, _diff, _left_out, _shown, _Texts
from transcript.comparison.edits import Run, runs
from transcript.comparison.kinds import kind_of
from transcript.comparison.rules.brevity import is_brief
from transcript.comparison.rules.judge import Weight, judge
from transcript.comparison.similarity import related
from transcript.comparison.tagging import read_words
from transcript.comparison.truncation import Edge, cut_off, with_denials
from transcript.comparison.word import Word
from transcript.language.sentences import Range

Wording = Literal["verbatim", "close", "altered"]


SAID = 0.6
"""Of a claim's words, weighed, so many must be those of the transcript; else it was not said there, however worded."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a claim's words compare with a text. `share` is how much of the claim the text has, 0 to 1; `held` are the
    ranges of the text that have it, `span` the range from the first to the last word. `replaced` are the characters of
    the claim at which words begin that say something else than those of the text. `reasons` are the kind of each of the
    changes, or where there are none the rules by which the wording is close. Where the share is too small for it
    to have been said there, it is not told what differs."""

    wording: Wording
    share: float
    changes: tuple[Change, ...]
    reasons: tuple[str, ...]
    diff: tuple[Piece, ...]
    left_out: tuple[str, ...]
    held: tuple[Range, ...]
    span: Range
    replaced: tuple[int, ...] = ()

    @property
    def said(self) -> bool:
        """Whether the text has so much of the claim that it was said there, altered or not."""
        return self.share >= SAID


def judged(
    text: str, claim: str, breaks: Collection[int], before: str = "", turns: Sequence[int] = ()
) -> Judgement | None:
    """Compare a claim with a text.

    `breaks` are the claim's words before which it marks an elision, `before` is what was said just before the text,
    `turns` are the characters of it at which another speaker begins. None where they have no word in common.
    """
    original, claimed = _in_turns(read_words(text), turns), read_words(claim)
    pairs = align(original, claimed, breaks) if claimed else []
    held = [(o, c, related(original[o], claimed[c])) for o, c in pairs if o is not None and c is not None]
    held = [(o, c, likeness) for o, c, likeness in held if likeness]
    if not held:
        return None
    places = [pair.original for pair in pairs if pair.original is not None]
    share = sum(claimed[c].weight * likeness for _, c, likeness in held) / sum(word.weight for word in claimed)
    ranges = tuple((original[o].start, original[o].end) for o, _, _ in held)
    said = (min(places), max(places) + 1)
    if share < SAID:
        return Judgement("altered", share, (), (), (), (), ranges, _characters(original, said))
    found = runs(pairs, original, claimed, breaks)
    brief = is_brief(claimed)
    weights = [judge(run, original, claimed, before, brief=brief) for run in found]
    texts = _Texts(original, claimed, text, claim)
    edges = _edges(found, original, claimed, said)
    whole = with_denials(original, said, edges)
    changes = tuple(_with_edges(_changes(found, weights, texts), edges, texts))
    wording = _worst([*weights, *("altered" if edge.denies else "light" for edge in edges)])
    return Judgement(
        wording=wording,
        share=share,
        changes=changes,
        reasons=tuple(kind_of(read_words(one), read_words(other)) for one, other in changes)
        or (("rewording",) if wording == "close" else ()),
        diff=tuple(_diff(_with_cut_off(found, said, whole, texts), whole, texts)),
        left_out=tuple(_left_out(found, weights, text)),
        held=ranges,
        span=_characters(original, whole),
        replaced=tuple(_replaced(found, weights)),
    )


def _characters(words: Sequence[Word], span: Range) -> Range:
    """Where the first of some words begins, and the last ends."""
    return words[span[0]].start, words[span[1] - 1].end


def _replaced(found: Sequence[Run], weights: Sequence[Weight]) -> Iterator[int]:
    """The characters of the claim at which words stand in the place of others, and change what is said."""
    for run, weight in zip(found, weights, strict=True):
        if weight == "altered" and run.original and run.claimed:
            yield run.claimed[0].start


def _in_turns(words: Sequence[Word], turns: Sequence[int]) -> Sequence[Word]:
    """The words, with those marked after which somebody else speaks."""
    lasts = {bisect_left(words, turn, key=lambda word: word.start) - 1 for turn in turns}
    return [word._replace(pause=3) if at in lasts else word for at, word in enumerate(words)] if lasts else words


def _worst(weights: Collection[Weight]) -> Wording:
    return "altered" if "altered" in weights else "close" if "light" in weights else "verbatim"


def _edges(found: Sequence[Run], original: Sequence[Word], claimed: Sequence[Word], said: Range) -> list[Edge]:
    """What the claim cuts off at its edges, less negations that it has in other words there."""
    edges = cut_off(original, claimed, said[0], said[1] - 1)
    own = {run.first[1] == 0 for run in found if any(word.kind == "negation" for word in run.claimed)}
    return [edge for edge in edges if not edge.denies or (edge.claimed[0] == 0) not in own]


def _with_edges(changes: list[Change], edges: Sequence[Edge], texts: _Texts) -> list[Change]:
    """The changes with those negations that are cut off in front of the claim, and behind it."""
    for edge in edges:
        if edge.denies:
            change = _shown(edge, texts)
            changes.insert(0 if edge.claimed[0] == 0 else len(changes), change)
    return changes


def _with_cut_off(found: Sequence[Run], said: Range, whole: Range, texts: _Texts) -> list[Run]:
    """The runs with those that the claim cuts off at its edges: it has the words `said` of the transcript's `whole`."""
    size = len(texts.claimed)
    ahead = Run(list(texts.original[whole[0] : said[0]]), [], (whole[0], 0), (said[0], 0), False)
    behind = Run(list(texts.original[said[1] : whole[1]]), [], (said[1], size), (whole[1], size), False)
    return [run for run in (ahead, *found, behind) if run.original or run.claimed]
