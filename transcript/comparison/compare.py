"""A claim's words held against those of one place in a transcript: how near they are, and what differs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from transcript.comparison import frames
from transcript.comparison.alignment import Run, align
from transcript.comparison.behind import governing_behind, is_question
from transcript.comparison.changes import (
    Change,
    Piece,
    alterations,
    change,
    diff,
    frame_change,
    is_shown_with_quote,
    left_out,
)
from transcript.comparison.edits import Edit, Texts, differing_stretches, gaps_between
from transcript.comparison.frames import Frame
from transcript.comparison.kinds import kind_of
from transcript.comparison.phrases import cut_before, cut_behind
from transcript.comparison.rules import RULES, Rule, rules_of
from transcript.comparison.script import Script, Step, edit_script
from transcript.comparison.similarity import related
from transcript.language.sentences import Range
from transcript.language.tagging import Word, read_words
from transcript.language.tagging.grammar import clause_end, sentence_of

Wording = Literal["verbatim", "close", "altered"]


SAID = 0.6
"""Share of a claim's weight that the transcript must have; with less it was not said there, however worded."""


SHORT = 12
"""Words of a claim that may be a construction with its parts in another order."""


CLAUSE = 25
"""Words before and after an altered quote up to which its clause is shown with it."""


MUCH_ALTERED = 3
"""Alterations of a claim, after which it saves time to tell each difference as one, without the words beside it."""


RULED = ("en", "zh")
"""The languages whose light rewordings are known; in any other each word that differs is an alteration."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The comparison of a claim's words with a text.

    `share` is how much of the claim the text has, 0 to 1; `held` are the ranges of the text that have it, `span` the
    range that is to be shown. `changes` are the words that change what is said, the text's and the claim's. `reasons`
    are the kind of each change or, where there is none, the rules by which the words are allowed to differ. `replaced`
    are the characters of the claim at which words begin that say something else than those of the text. Where the
    share is too small for it to have been said there, it is not told what differs.
    """

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
        """True if the text has so much of the claim that it was said there, altered or not."""
        return self.share >= SAID


def judged(
    text: str,
    claim: str,
    breaks: Collection[int],
    before: str = "",
    turns: Sequence[int] = (),
    language: str = "en",
) -> Judgement | None:
    """Compare a claim with a text.

    `breaks` are the claim's words before which it marks an elision, `before` is what was said just before the text,
    `turns` are the characters of it at which another speaker begins. None where they have no word in common.
    """
    said, claimed = _in_turns(read_words(text), turns), read_words(claim)
    runs = align(said, claimed, breaks)
    if not runs:
        return None
    texts = Texts(said, claimed, text, claim, frozenset(breaks), before, language)
    aligned = runs[0].said, runs[-1].said + runs[-1].size
    held = dict(_held_words(runs, texts))
    share = sum(held.values()) / sum(word.weight for word in claimed)
    ranges = tuple((said[at].start, said[at].end) for at in sorted(held))
    if _tells_the_same(said, claimed, aligned[0]):
        share = max(share, SAID)
    if share < SAID:
        return Judgement("altered", share, (), (), (), (), ranges, _characters(said, aligned))
    stretches = differing_stretches(runs, texts)
    scripts = list(_scripts_of(stretches, language))
    first = scripts[0].said[0] if scripts and stretches[0].begins_claim else aligned[0]
    last = scripts[-1].said[1] if scripts and stretches[-1].ends_claim else aligned[1]
    steps = [step for script in scripts for step in script.steps]
    return _judgement_on(texts, steps, (min(first, last - 1), max(last, first + 1)), share, ranges)


def _scripts_of(stretches: Sequence[Edit], language: str) -> Iterator[Script]:
    """The script of each stretch. Where a claim is much altered already, no light rewording is looked for any more."""
    rules = [rule for rule in RULES if rule.severity == "same" or language in RULED]
    plain = [rule for rule in rules if rule.severity != "light"]
    altered = 0
    for edit in stretches:
        script = edit_script(edit, rules) if altered < MUCH_ALTERED else edit_script(edit.without_same_ends(), plain)
        altered += sum(step.rule is None for step in script.steps)
        yield script


def _allowed(altered: Sequence[Edit], language: str) -> tuple[list[Edit], list[Rule]]:
    """The alterations that no rule allows as a whole, and the rules that allow the others."""
    rules = rules_of(RULES, "alteration") if language in RULED else []
    found = [(edit, next((rule for rule in rules if rule.holds(edit)), None)) for edit in altered]
    return [edit for edit, rule in found if rule is None], [rule for _, rule in found if rule]


def _held_words(runs: Sequence[Run], texts: Texts) -> Iterator[tuple[int, float]]:
    """The transcript's words that the claim has, the same or another form of them, each with the weight it holds."""
    for run in runs:
        yield from ((run.said + at, texts.claimed[run.claimed + at].weight) for at in range(run.size))
    for edit in gaps_between(runs, texts):
        first, last = edit.said_range
        first -= len(edit.claimed) if edit.begins_claim else 0
        last += len(edit.claimed) if edit.ends_claim else 0
        places = range(max(0, first), min(last, len(texts.said)))
        for word in edit.claimed:
            likeness, at = max(((related(texts.said[at], word), at) for at in places), default=(0.0, 0))
            if likeness:
                yield at, likeness * word.weight


def _tells_the_same(said: Sequence[Word], claimed: Sequence[Word], at: int) -> bool:
    """True if all that a short claim tells is in the sentence of its place, in another order: a passive has it so.

    Where that is little, it has to be all that the sentence tells, too.
    """
    telling = _telling_stems(claimed)
    sentence = said[slice(*sentence_of(said, at))]
    if len(telling) < 2 or len(claimed) > SHORT:
        return False
    return telling <= {word.stem for word in sentence} if len(telling) > 2 else telling == _telling_stems(sentence)


def _telling_stems(words: Sequence[Word]) -> set[str]:
    return {word.stem for word in words if word.kind in ("content", "number") or (word.capital and not word.opens)}


def _judgement_on(
    texts: Texts, steps: Sequence[Step], quoted: Range, share: float, held: tuple[Range, ...]
) -> Judgement:
    """The judgement on the steps from the transcript's words to the claim's."""
    altered, allowed = _allowed(alterations(steps), texts.language)
    changes = list(_changes_with_kinds(texts, altered, quoted))
    taken = [*(step.rule for step in steps if step.rule), *allowed]
    light = {rule.name: None for rule in taken if rule.severity == "light"}
    shown = _shown_range(texts, quoted) if changes else quoted
    size = len(texts.claimed)
    ahead, behind = Edit(texts, (shown[0], quoted[0]), (0, 0)), Edit(texts, (quoted[1], shown[1]), (size, size))
    return Judgement(
        wording="altered" if changes else "close" if light else "verbatim",
        share=share,
        changes=tuple(one for one, _ in changes),
        reasons=tuple(kind for _, kind in changes) or tuple(light),
        diff=tuple(diff([ahead, *(step.edit for step in steps), behind])),
        left_out=tuple(left_out(steps, close=not changes)),
        held=held,
        span=_characters(texts.said, shown),
        replaced=tuple(edit.claimed[0].start for edit in altered if edit.said and edit.claimed),
    )


def _changes_with_kinds(texts: Texts, altered: Sequence[Edit], quoted: Range) -> Iterator[tuple[Change, str]]:
    """Each change with its kind: what the quote is cut out of before it, its alterations, what governs it behind it."""
    before = [frame for frame in frames.governing(texts.said, quoted[0]) if not _is_moved(texts, frame, quoted)]
    if (cut := cut_before(texts.said, quoted[0])) and not any(is_shown_with_quote(frame, quoted) for frame in before):
        before.append(cut)
    edits = list(altered)
    if before and edits and edits[0].begins_claim and edits[0].said and before[-1].last == edits[0].said_range[0]:
        first = edits.pop(0)
        edits.insert(0, Edit(texts, (before.pop().first, first.said_range[1]), first.claimed_range))
    for frame in before:
        yield frame_change(frame, texts, quoted), frame.kind
        if is_shown_with_quote(frame, quoted):
            break
    for edit in edits:
        yield change(edit), kind_of(edit)
    cut = cut_behind(texts.said, quoted[1])
    behind = governing_behind(texts.said, texts.claimed, quoted[1])
    for frame in [frame for frame in (*behind, cut) if frame and not _is_moved(texts, frame, quoted)][:1]:
        within = frame.first < quoted[1]
        yield _denied_end(texts, frame) if within else frame_change(frame, texts, quoted), frame.kind
    asks = any(mark in texts.claim for mark in "?\uff1f") or any(frame.kind == "question" for frame in before)
    if not asks and is_question(texts.said, quoted, texts.text):
        yield ("… ?", ""), "question"


def _is_moved(texts: Texts, frame: Frame, quoted: Range) -> bool:
    """True if a claim has what governs its words in another place: the clause of a condition, an I guess."""
    last = frame.last
    if frame.kind == "condition":
        last = clause_end(texts.said, last)
    words = texts.said_keys[frame.first : last]
    times, claimed = (
        sum(keys[at : at + len(words)] == words for at in range(len(keys)))
        for keys in (texts.said_keys[slice(*quoted)], texts.claimed_keys)
    )
    return claimed > times


def _denied_end(texts: Texts, frame: Frame) -> Change:
    """The last word of a quote with what denies it, and that word as the claim has it: isn't, is."""
    o, c = frame.first, len(texts.claimed) - 1
    while o and texts.said[o - 1].start == texts.said[o].start:
        o -= 1
    if c and texts.said[o].key == texts.claimed[c - 1].key:
        c -= 1
    return change(Edit(texts, (o, frame.last), (c, len(texts.claimed))))


def _shown_range(texts: Texts, quoted: Range) -> Range:
    """The quoted words with the clause that they are in, and all that governs them."""
    said, (first, last) = texts.said, quoted
    governing = frames.governing(said, first)
    least = min((frame.first for frame in governing), default=first)
    while first and (first > least or (not said[first - 1].closes and quoted[0] - first < CLAUSE)):
        first -= 1
    while first < min(least, quoted[0]) and said[first].key in ("and", "but", "so"):
        first += 1
    while last < len(said) and not said[last - 1].closes and last - quoted[1] < CLAUSE:
        last += 1
    return first, last


def _characters(words: Sequence[Word], span: Range) -> Range:
    """The range from the first of some words to the last."""
    return words[span[0]].start, words[span[1] - 1].end


def _in_turns(words: Sequence[Word], turns: Sequence[int]) -> Sequence[Word]:
    """The words, with those marked before and after which somebody else speaks."""
    marked = list(words)
    for turn in turns:
        at = bisect_left(words, turn, key=lambda word: word.start)
        marked[at - 1 : at] = [word._replace(pause=3) for word in marked[at - 1 : at]]
        marked[at : at + 1] = [word._replace(before=3) for word in marked[at : at + 1]]
    return marked
