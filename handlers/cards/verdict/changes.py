"""Marks a claim's changes in the words that were really said and in the claim itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from handlers.cards.markdown import escape_inside
from transcript.comparison import Piece
from transcript.language.normalise import HAN_RANGES
from transcript.language.sentences import Range

Change = tuple[str, str]
"""Words of the transcript and those of the claim in their place; either may be empty."""


_SHOWN_WORD = re.compile(rf"[{HAN_RANGES}]|[$€£¥₹₩₽+#-]?[^\W_{HAN_RANGES}]+(?:['’][^\W_{HAN_RANGES}]+)*[%+#]*")


_SHOWN_SENTENCE_END = re.compile(rf"[.!?。！？…]+[\"'”’」』)）]*(?=\s|$|[{HAN_RANGES}])\s*|\n+")


_SHOWN_CLAUSE_END = re.compile(rf"[,;:，；：、—–]+\s*|{_SHOWN_SENTENCE_END.pattern}")


def distinct(changes: Sequence[Change]) -> list[Change]:
    """The changes without those that another has in it: "No one" to "everyone" says "one" to "everyone" too."""
    kept: list[Change] = []
    for said, claimed in changes:
        within = any(_has_words(other[0], said) and _has_words(other[1], claimed) for other in kept)
        if not within:
            kept = [other for other in kept if not (_has_words(said, other[0]) and _has_words(claimed, other[1]))]
            kept.append((said, claimed))
    return kept


def _has_words(words: str, others: str) -> bool:
    return others.casefold() in words.casefold()


def marked_in_said(text: str, changes: Iterable[Change], diff: Sequence[Piece] = ()) -> tuple[Range, ...]:
    """The ranges of what was said that the claim has otherwise; where it only adds words, those on either side.

    `diff` is all words of both, by which one of several places of the same words is known."""
    pieces = ((_without_shared_ends(said, claimed) or said) for said, claimed in changes)
    return _locate_pieces(text, pieces, _differing_words(text, ((kind, said) for kind, said, _ in diff)))


def marked_in_claim(text: str, changes: Iterable[Change], diff: Sequence[Piece] = ()) -> tuple[Range, ...]:
    """The ranges of a claim that were not said so."""
    pieces = (_without_shared_ends(claimed, said) for said, claimed in changes)
    return _locate_pieces(text, pieces, _differing_words(text, ((kind, claimed) for kind, _, claimed in diff)))


def _differing_words(text: str, diff: Iterable[tuple[str, str]]) -> list[Range]:
    """The ranges of a text whose words the other text has not, by the words of all its pieces in their order."""
    spans: list[Range] = []
    end = 0
    for kind, words in diff:
        at = text.find(words, end) if words else -1
        if at >= 0:
            end = at + len(words)
            spans += [] if kind == "same" else [(at, end)]
    return spans


def _without_shared_ends(words: str, others: str) -> str:
    """The words without those at both ends that the others have at the same end."""
    here, there = (
        list(_SHOWN_WORD.finditer(words)),
        [match.group().casefold() for match in _SHOWN_WORD.finditer(others)],
    )
    if not here:
        return words
    first, last = 0, len(here)
    while first < last and there and here[first].group().casefold() == there[0]:
        first, there = first + 1, there[1:]
    while last > first and there and here[last - 1].group().casefold() == there[-1]:
        last, there = last - 1, there[:-1]
    if first == last:
        return ""
    return words[here[first].start() if first else 0 : here[last - 1].end() if last < len(here) else len(words)]


def _locate_pieces(text: str, pieces: Iterable[str], differing: Sequence[Range]) -> tuple[Range, ...]:
    """The ranges of the pieces in a text, each looked for after the one before, where it can be among what differs."""
    spans: list[Range] = []
    end = 0
    for piece in filter(None, map(str.strip, pieces)):
        words = [re.escape(word) for word in _SHOWN_WORD.findall(piece)]
        exact = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)" if piece.isascii() else re.escape(piece), re.IGNORECASE)
        loose = re.compile(r"[\W_]*".join(words) or re.escape(piece), re.IGNORECASE)
        found = [*exact.finditer(text, end), *loose.finditer(text, end)]
        match = next((one for one in found if _do_overlap(one.span(), differing)), next(iter(found), None))
        if match:
            spans.append(match.span())
            end = match.end()
    return tuple(spans)


def _do_overlap(span: Range, others: Iterable[Range]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def whole_clause(passage: str, words: str, most: int) -> str:
    """The sentences of a passage that the words are from, or the clauses where those are too long; else the words."""
    at = passage.find(words)
    if at < 0:
        return words
    for edge in (_SHOWN_SENTENCE_END, _SHOWN_CLAUSE_END):
        ends = [match.end() for match in edge.finditer(passage)]
        start = max((end for end in ends if end <= at), default=0)
        end = min((end for end in ends if end >= at + len(words)), default=len(passage))
        if end - start <= most:
            return passage[start:end].strip()
    return words


def with_closing_signs(passage: str, words: str) -> str:
    """The words with the signs that end their sentence, where it ends with them in the passage."""
    at = passage.find(words)
    match = _SHOWN_SENTENCE_END.match(passage, at + len(words)) if at >= 0 else None
    return words + (match.group().rstrip() if match else "")


def in_bold(text: str, spans: Sequence[Range], most: int) -> str:
    """The text, escaped, with those ranges in bold, around the first of them where it is longer than `most`."""
    return _mark_ranges(text, spans, "**", most)


def struck(text: str, spans: Sequence[Range], most: int) -> str:
    """The same with those ranges struck through."""
    return _mark_ranges(text, spans, "~~", most)


def _mark_ranges(text: str, spans: Sequence[Range], mark: str, most: int) -> str:
    first = max(0, min(spans[0][0] - most // 3, len(text) - most)) if spans and len(text) > most else 0
    last = min(len(text), first + most)
    parts = ["…" if first else ""]
    edge = first
    for start, end in spans:
        start, end = max(start, first), min(end, last)
        if start < end:
            parts += [escape_inside(text, edge, start), f"{mark}{escape_inside(text, start, end)}{mark}"]
            edge = end
    return "".join([*parts, escape_inside(text, edge, last), "…" if last < len(text) else ""])
