"""Neighbouring terms as terms of their own: a sentence of common words is found by the pairs that it has in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from transcript.language.tokens import Token

BETWEEN = "_"
"""Stands between the two terms of a pair; no term has it."""


FOLLOWING = 8
"""Terms of the next segment whose pairs belong to a segment too, so that it is found by a quote that runs over its
end."""


def pair(first: str, second: str) -> str:
    """The term under which two neighbouring terms are indexed."""
    return first + BETWEEN + second


def pairs(tokens: Sequence[Token], following: Sequence[Token] = ()) -> Iterator[str]:
    """The pairs of a segment's neighbouring tokens, then those over its end and at the start of the segment
    `following` it. Tokens that share a character, as those of Chinese do, say their order themselves."""
    yield from _neighbours(tokens)
    if tokens and following:
        yield pair(tokens[-1].term, following[0].term)
        yield from _neighbours(following[:FOLLOWING])


def _neighbours(tokens: Sequence[Token]) -> Iterator[str]:
    for first, second in pairwise(tokens):
        if first.end <= second.start:
            yield pair(first.term, second.term)
