"""A claim's words held against those of one place in a transcript: how near they are, and what differs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from transcript import meaning, rarity
from transcript.differences import Run, runs
from transcript.edges import Edge, cut_off, with_denials
from transcript.judging import Weight, judge
from transcript.kinship import ALIKE, related
from transcript.pairing import align
from transcript.passages import Range
from transcript.senses import is_brief
from transcript.spoken import read_words
from transcript.text import is_han
from transcript.word import Word

Wording = Literal["verbatim", "close", "altered"]
Change = tuple[str, str]
Piece = tuple[Literal["same", "changed", "left out", "added"], str, str]

SAID = 0.6
"""Of a claim's words, weighed, so many must be those of the transcript; else it was not said there, however worded."""

LONG = 3
"""Words that are left out, from which on they are an elision worth telling."""

_BETWEEN = frozenset(("and", "or", "of", "the", "to", "a", "in", "和", "的", "与"))
"""Between two changes, one of these does not keep them apart."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a claim's words compare with a text. `share` is how much of the claim the text has, 0 to 1; `held` are the
    ranges of the text that have it, `span` the range from the first to the last word. `replaced` are the characters of
    the claim at which words begin that say something else than those of the text. Where the share is too small for it
    to have been said there, it is not told what differs."""

    wording: Wording
    share: float
    changes: tuple[Change, ...]
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
        return Judgement("altered", share, (), (), (), ranges, _characters(original, said))
    found = runs(pairs, original, claimed, breaks)
    brief = is_brief(claimed)
    weights = [judge(run, original, claimed, before, brief=brief) for run in found]
    texts = _Texts(original, claimed, text, claim)
    edges = _edges(found, original, claimed, said)
    whole = with_denials(original, said, edges)
    return Judgement(
        wording=_worst([*weights, *("altered" if edge.denies else "light" for edge in edges)]),
        share=share,
        changes=tuple(_with_edges(_changes(found, weights, texts), edges, texts)),
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


def _shown(edge: Edge, texts: _Texts) -> Change:
    """The words of an edge, each whole."""
    (o, last_o), (c, last_c) = edge.original, edge.claimed
    while o and texts.original[o - 1].start == texts.original[o].start:
        o -= 1
    if c and texts.original[o].key == texts.claimed[c - 1].key:
        c -= 1
    if c == 0 and is_han(texts.claimed[0].key[0]):
        more = _chinese_word(texts.claimed, 0, 1)[1]
        last_o, last_c = last_o + more, last_c + more
    return texts.slices((o, last_o), (c, last_c))


class _Texts(NamedTuple):
    """A transcript's text and a claim, with their words."""

    original: Sequence[Word]
    claimed: Sequence[Word]
    text: str
    claim: str

    def slices(self, o: Range, c: Range) -> Change:
        """The characters of words of each."""
        return _slice(self.original, o, self.text), _slice(self.claimed, c, self.claim)


def _changes(found: Sequence[Run], weights: Sequence[Weight], texts: _Texts) -> list[Change]:
    """What changes the meaning: the transcript's words and the claim's, each as few as can be read."""
    ranges: list[tuple[Range, Range]] = []
    for run, weight in zip(found, weights, strict=True):
        if weight != "altered":
            continue
        here = _widened(run, texts.original, texts.claimed)
        if ranges and _joins(ranges[-1], here, texts.original, texts.claimed):
            last = ranges.pop()
            here = ((last[0][0], here[0][1]), (last[1][0], here[1][1]))
        ranges.append(here)
    return [texts.slices(o, c) for o, c in ranges]


def _joins(
    last: tuple[Range, Range], here: tuple[Range, Range], original: Sequence[Word], claimed: Sequence[Word]
) -> bool:
    """Whether nothing, or one small word that both have, stands between two changes."""
    between = [word.key for word in original[last[0][1] : here[0][0]]]
    also = [word.key for word in claimed[last[1][1] : here[1][0]]]
    return len(between) <= 1 and between == also and all(key in _BETWEEN for key in between)


def _widened(run: Run, original: Sequence[Word], claimed: Sequence[Word]) -> tuple[Range, Range]:
    """A run's words in both texts, with what they cannot be read without: a negation's verb, a Chinese word's rest."""
    (o, c), (last_o, last_c) = run.first, run.last
    one_sided = bool(run.original) != bool(run.claimed)
    if one_sided and any(word.kind == "negation" for word in (*run.original, *run.claimed)):
        return _phrase(run, original, claimed)
    while min(last_o - o, last_c - c) > 1 and related(original[last_o - 1], claimed[last_c - 1]) >= ALIKE:
        last_o, last_c = last_o - 1, last_c - 1
    while min(last_o - o, last_c - c) > 1 and related(original[o], claimed[c]) >= ALIKE:
        o, c = o + 1, c + 1
    keys = [word.key for word in (*original[o:last_o], *claimed[c:last_c])]
    if keys and all(is_han(key[0]) for key in keys):
        left, right = _chinese_word(original, o, last_o), _chinese_word(claimed, c, last_c)
        before, after = max(left[0], right[0]), max(left[1], right[1])
        return (max(0, o - before), last_o + after), (max(0, c - before), last_c + after)
    return (o, last_o), (c, last_c)


def _phrase(run: Run, original: Sequence[Word], claimed: Sequence[Word]) -> tuple[Range, Range]:
    """A negation that came or went, with the verb before it and on to the first word that tells something."""
    (o, c), (last_o, last_c) = run.first, run.last
    before = int(o > 0 and c > 0 and original[o - 1].kind == "small" and original[o - 1].key == claimed[c - 1].key)
    after = 0
    while last_o + after < len(original) and last_c + after < len(claimed) and after < 5:
        word = original[last_o + after]
        if word.key != claimed[last_c + after].key:
            break
        after += 1
        if word.kind in ("content", "number") or word.closes:
            break
    if after and all(_ends_within_word(words, end + after) for words, end in ((original, last_o), (claimed, last_c))):
        after += 1
    return (o - before, last_o + after), (c - before, last_c + after)


def _ends_within_word(words: Sequence[Word], end: int) -> bool:
    """Whether two Chinese characters that are a word stand before and after a place."""
    return end < len(words) and rarity.is_chinese_word(words[end - 1].key + words[end].key)


def _chinese_word(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """How many characters before and after a range belong to a word that begins or ends in it."""
    before = after = 0
    if first < last and first > 0:
        pair = words[first - 1].key + words[first].key
        before = int(words[first - 1].key in meaning.DEGREES or rarity.is_chinese_word(pair))
    if first < last < len(words):
        after = int(rarity.is_chinese_word(words[last - 1].key + words[last].key) and not before)
    return before, after


def _slice(words: Sequence[Word], span: Range, text: str) -> str:
    part = words[span[0] : span[1]]
    if not part:
        return ""
    start, end = part[0].start, part[-1].end
    # An amount may have letters of its own: 10x, H100.
    while start and text[start - 1].isalnum() and not is_han(text[start - 1]) and not is_han(text[start]):
        start -= 1
    while end < len(text) and text[end].isalnum() and not is_han(text[end]) and not is_han(text[end - 1]):
        end += 1
    return text[start:end]


def _left_out(found: Sequence[Run], weights: Sequence[Weight], text: str) -> list[str]:
    """What is missing where the claim marks an elision, or leaves out more than a word or two."""
    parts = []
    for run, weight in zip(found, weights, strict=True):
        missing = [word for word in run.original if word.kind != "filler"]
        long = len(missing) >= LONG and len(run.claimed) < len(missing)
        if missing and weight != "nothing" and (run.marked or (long and not run.claimed)):
            parts.append(text[run.original[0].start : run.original[-1].end])
    return parts


def _diff(found: Sequence[Run], span: Range, texts: _Texts) -> list[Piece]:
    """All words of both in order; `span` is the words of the transcript that they are compared with."""
    pieces: list[Piece] = []
    o, c = span[0], 0
    end = (span[1], len(texts.claimed))
    for run in [*found, Run([], [], end, end, False)]:
        if run.first[0] > o or run.first[1] > c:
            pieces.append(("same", *texts.slices((o, run.first[0]), (c, run.first[1]))))
        o, c = run.last
        gone, new = texts.slices((run.first[0], o), (run.first[1], c))
        if gone or new:
            pieces.append(("changed" if gone and new else "left out" if gone else "added", gone, new))
    return pieces
