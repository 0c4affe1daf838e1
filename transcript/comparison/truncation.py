"""What stands right outside of quoted words and governs them, so that the words without it say something else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from transcript.comparison import wordlists
from transcript.comparison.word import Word
from transcript.language.sentences import Range

FAR, NEXT = 10, 3
"""Words of a clause before a quote among which a negation, and a hedge, is looked for."""


_CHINESE_LIMITS = tuple(sorted(frozenset[str]().union(*wordlists.CHINESE_LIMITS), key=len, reverse=True))
"""The longest first."""


class Edge(NamedTuple):
    """Words at an edge of a quote that it lacks: the range of the transcript's words and of the claim's that show it,
    and whether they deny or limit it, or only say how sure the speaker is, or are the rest of a contraction."""

    original: Range
    claimed: Range
    denies: bool


def cut_off(original: Sequence[Word], claimed: Sequence[Word], first: int, last: int) -> list[Edge]:
    """What governs the words `first` to `last`, that one included, and stands outside of them."""
    ahead = _before(original, first)
    return [edge for edge in (ahead, _after(original, claimed, last)) if edge is not None]


def with_denials(original: Sequence[Word], said: Range, edges: Sequence[Edge]) -> Range:
    """The words that were said, with what denies them at their edges, so that nobody reads the contrary in them."""
    first, last = said
    for edge in edges:
        if edge.denies and edge.original[0] < first:
            first = _clause(original, edge.original[0])
        elif edge.denies:
            last = max(last, edge.original[1])
    return first, last


def _clause(original: Sequence[Word], at: int) -> int:
    """Where the clause of a negation begins, or a few words before it: I don't think."""
    least = max(0, at - NEXT)
    while at > 0 and (original[at - 1].start == original[at].start or (at > least and not original[at - 1].closes)):
        at -= 1
    return at


def _before(original: Sequence[Word], first: int) -> Edge | None:
    """A negation of the clause in which the quote begins, or a limit or a hedge right before it."""
    if first and original[first - 1].start == original[first].start:
        return Edge((first - 1, first + 1), (0, 1), original[first - 1].kind == "negation")
    if limit := _limit_before(original, first):
        return Edge((first - limit, first + 1), (0, 1), True)
    passed = 0
    for at in range(first - 1, max(-1, first - 1 - FAR), -1):
        word = original[at]
        if word.pause > 1 or (word.closes and word.key not in wordlists.UNSURE) or passed >= FAR:
            return None
        if (word.kind == "negation" and not _is_answer(word)) or _disputes(original, at):
            return Edge((at, first + 1), (0, 1), True)
        if passed < NEXT and _is_hedge(original, at):
            return Edge((at, first + 1), (0, 1), False)
        if word.key in wordlists.BREAKING:
            return None
        passed += word.kind != "filler"
    return None


def _limit_before(original: Sequence[Word], first: int) -> int:
    """How many words right before a quote limit what it says: most, most of, or almost before a negation.

    Most begins a clause; else it is no part of what follows: what they like most is the bridge.
    """
    if not first or original[first - 1].closes:
        return 0
    ahead = "".join(word.key for word in original[max(0, first - len(_CHINESE_LIMITS[0])) : first])
    length = next((len(word) for word in _CHINESE_LIMITS if ahead.endswith(word)), 0)
    at = first - (length or 1)
    while at and not length and original[at].key in ("of", "the"):
        at -= 1
    limits = length > 0 or original[at].key in wordlists.LIMITS
    return first - at if limits and (original[at].opens or original[first].kind == "negation") else 0


def _disputes(original: Sequence[Word], at: int) -> bool:
    """Whether it says of what follows that it is wrong."""
    return original[at].key in wordlists.DISPUTING and at + 1 < len(original) and original[at + 1].key == "that"


def _after(original: Sequence[Word], claimed: Sequence[Word], last: int) -> Edge | None:
    """The rest of a contraction that is cut in two, or a negation right after the quote."""
    end = last + 1
    while end < len(original) and original[end].start == original[last].start:
        end += 1
    shown = (len(claimed) - 1, len(claimed))
    if any(word.kind == "negation" for word in original[last + 1 : end]):
        return Edge((last, end), shown, True)
    if not original[last].closes and [word.key for word in original[end : end + 2]] == ["之", "一"]:
        # The best, for one of the best.
        return Edge((last, end + 2), shown, True)
    follows = end
    while follows < len(original) and original[follows].kind == "filler" and original[follows - 1].pause < 2:
        follows += 1
    set_off = original[follows - 1].pause > int(follows > end or original[last].kind == "filler")
    denies = follows < len(original) and original[follows].kind == "negation" and not _is_answer(original[follows])
    if denies and not set_off:
        return Edge((last, follows + 1), shown, True)
    if _is_contracted(original, last) and not original[last].closes and not _is_contracted(claimed, len(claimed) - 1):
        # I'm stands for no sentence, as "I am" does: what follows is what was said.
        return Edge((last - 1, end + 1), shown, True) if end < len(original) else None
    return Edge((last, end), shown, False) if end > last + 1 else None


def _is_contracted(words: Sequence[Word], at: int) -> bool:
    """Whether it is the last word of a contraction that takes a word after it."""
    shares = at > 0 and words[at - 1].start == words[at].start
    return shares and words[at].key in _CONTRACTED


_CONTRACTED = frozenset(("am", "are", "have", "will"))


def _is_answer(word: Word) -> bool:
    """Whether it is a no by itself."""
    return word.key == "no" and word.opens and word.closes


def _is_hedge(original: Sequence[Word], at: int) -> bool:
    pair = original[at].key + (original[at + 1].key if at + 1 < len(original) else "")
    return original[at].key in wordlists.UNSURE or pair in wordlists.CHINESE_UNSURE
