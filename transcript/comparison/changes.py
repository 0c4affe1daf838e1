"""The edits as they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from transcript.comparison import wordlists
from transcript.comparison.edits import Run
from transcript.comparison.rules.judge import Weight
from transcript.comparison.similarity import ALIKE, related
from transcript.comparison.truncation import Edge
from transcript.comparison.word import Word
from transcript.language import frequency
from transcript.language.normalise import is_han
from transcript.language.sentences import Range

Change = tuple[str, str]


Piece = tuple[Literal["same", "changed", "left out", "added"], str, str]


LONG = 3
"""Words that are left out, from which on they are an elision worth telling."""


_BETWEEN = frozenset(("and", "or", "of", "the", "to", "a", "in", "和", "的", "与"))
"""Between two changes, one of these does not keep them apart."""


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
    return end < len(words) and frequency.is_chinese_word(words[end - 1].key + words[end].key)


def _chinese_word(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """How many characters before and after a range belong to a word that begins or ends in it."""
    before = after = 0
    if first < last and first > 0:
        pair = words[first - 1].key + words[first].key
        before = int(words[first - 1].key in wordlists.DEGREES or frequency.is_chinese_word(pair))
    if first < last < len(words):
        after = int(frequency.is_chinese_word(words[last - 1].key + words[last].key) and not before)
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
