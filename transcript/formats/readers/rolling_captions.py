"""Rolling captions: each line is shown two or three times, the last time under the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from transcript.formats.markup import clean

ROLLING = 0.4
"""Captions roll where such a share of them begins with lines of the one before."""


FEWEST_ROLLING = 4
"""Captions that have to do so: two may be alike by chance."""


def fold(cues: Sequence[list[str]]) -> Sequence[list[str]]:
    """The lines of each cue that were not shown before; as they are where the captions do not roll.

    What is said twice stays: a line goes only where it stands for the one above it.
    """
    repeats, grown = [0], [0]
    for before, after in pairwise(map(_shown_lines, cues)):
        repeats.append(_count_repeated(before, after))
        grown.append(_count_grown(before, after))
    rolls, count = sum(map(bool, repeats)), len(cues) - 1
    if rolls >= FEWEST_ROLLING and rolls >= ROLLING * count:
        pairs = zip(cues, repeats, strict=False)
        return [[line for line in lines if clean(line)][repeat:] for lines, repeat in pairs]
    grows = sum(map(bool, grown))
    if grows >= FEWEST_ROLLING and grows >= ROLLING * count:
        shown = zip(map(_shown_lines, cues), grown, strict=False)
        return [[" ".join(" ".join(lines).split()[words:])] for lines, words in shown]
    return cues


def _shown_lines(lines: Sequence[str]) -> list[str]:
    return [line for line in map(clean, lines) if line]


def _count_repeated(before: Sequence[str], after: Sequence[str]) -> int:
    """The number of lines at the end of one cue that begin the next; the fewest, as words may be said twice."""
    for count in range(1, min(len(before), len(after)) + 1):
        if before[-count:] == after[:count]:
            return count
    return 0


def _count_grown(before: Sequence[str], after: Sequence[str]) -> int:
    """The number of words of a cue that are shown again, with more, by the next one; 0 if not all are."""
    old, new = " ".join(before).split(), " ".join(after).split()
    return len(old) if old and len(new) > len(old) and new[: len(old)] == old else 0
