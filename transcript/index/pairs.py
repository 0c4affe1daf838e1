"""Neighbouring terms as terms of their own: a sentence of common words is found by the pairs that it has in order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from transcript.language.tokens import Token

BETWEEN = "_"
"""The character between the two terms of a pair; no term has it."""


FOLLOWING = 8
"""Terms of the next segment whose pairs belong to a segment too, so that it is found by a quote that runs over its
end. Over 1,920 real episodes, 99.5 % of 420 half-remembered fragments are among the 50 segments that have most of their
words and pairs (99 % by pairs alone); with pairs over one word too it is 99.8 %, which is not worth 70 % more space."""


def pair(first: str, second: str) -> str:
    """The term under which two neighbouring terms are indexed."""
    return first + BETWEEN + second


def pairs(tokens: Sequence[Token], following: Sequence[Token] = ()) -> list[str]:
    """The pairs of a segment's neighbouring tokens, then those over its end and at the start of the segment
    `following` it. Tokens that share a character, as those of Chinese do, say their order themselves."""
    if not tokens or not following:
        return _neighbours(tokens)
    over_the_end = pair(tokens[-1].term, following[0].term)
    return [*_neighbours(tokens), over_the_end, *_neighbours(following[:FOLLOWING])]


def _neighbours(tokens: Sequence[Token]) -> list[str]:
    return [first + BETWEEN + second for (first, _, end, _), (second, start, _, _) in pairwise(tokens) if end <= start]
