"""The very words of a text, to compare what was asked with what was said: word by word, and by whole sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transcript.language.lexicon import SPELLINGS, STOP_WORDS
from transcript.language.normalise import APOSTROPHES, HAN_RANGES, fold
from transcript.language.sentences import Range, sentences
from transcript.models import Language

_WORDS = re.compile(rf"[{HAN_RANGES}]|[^\W_{HAN_RANGES}]+(?:[{APOSTROPHES}][^\W_{HAN_RANGES}]+)*")


_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")


FILLERS = frozenset(("like", "right", "you", "know", "i", "mean", "um", "uh", "so", "well", "yeah", "okay", "ok", "oh"))
"""Words that people leave out when they quote."""


LONG = 16
"""Words. A longer query is found by its words, whether it is a whole sentence or not."""


RUN = 5
"""So many words that follow each other in two texts are hardly there by chance; Chinese has two characters a word."""


def worded(text: str) -> list[tuple[str, int, int]]:
    """The words of a text, folded, each with its place; a Chinese character is a word."""
    return [(_plain(m.group()), m.start(), m.end()) for m in _WORDS.finditer(fold(text).casefold())]


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    every: list[str] = _WORDS.findall(fold(text).casefold())
    return [word if word.isalnum() else _plain(word) for word in every]


def _plain(word: str) -> str:
    """A word without its apostrophe. OpenAI's is OpenAI, but that's is not that."""
    head, *tail = _APOSTROPHE.split(word)
    if not tail:
        return word
    together = head + "".join(tail)
    return head if tail == ["s"] and together not in SPELLINGS and head not in STOP_WORDS else together


def telling(text: str) -> list[str]:
    """Its words without the fillers of speech; with them, where it has no others."""
    every = words(text)
    return [word for word in every if word not in FILLERS] or every


def verbatim(query: str, text: str) -> bool:
    """Whether the text has the query's words one by one, fillers apart."""
    wanted, said = telling(query), words(text)
    if any(word not in FILLERS for word in wanted):
        said = [word for word in said if word not in FILLERS]
    return bool(wanted) and f"|{'|'.join(wanted)}|" in f"|{'|'.join(said)}|"


def whole(query: str, text: str, language: Language) -> Range | None:
    """Where the query's words, all of them, are the whole text, a whole sentence of it, or several."""
    wanted = words(query)
    if not 0 < len(wanted) <= LONG:
        return None
    said = worded(text)
    if [word for word, _, _ in said] == wanted:
        return said[0][1], said[-1][2]
    starts, ends = _bounds(said, sentences(text, language))
    for first in starts:
        last = first + len(wanted) - 1
        if last in ends and [word for word, _, _ in said[first : last + 1]] == wanted:
            return said[first][1], said[last][2]
    return None


def _bounds(said: Sequence[tuple[str, int, int]], ranges: Sequence[Range]) -> tuple[list[int], set[int]]:
    """The first and the last word of each sentence."""
    starts, ends, at = [], set(), 0
    for _, end in ranges:
        first = at
        while at < len(said) and said[at][1] < end:
            at += 1
        if at > first:
            starts.append(first)
            ends.add(at - 1)
    return starts, ends


def share_a_run(one: str, other: str) -> bool:
    """Whether two texts have a run of words in common, as a clip has with what it was cut from."""
    return bool(_runs(one) & _runs(other))


def _runs(text: str) -> set[tuple[str, ...]]:
    said = [word for word in words(text) if word not in FILLERS and word != "and"]
    length = 2 * RUN if said and not said[0].isascii() else RUN
    return {tuple(said[at : at + length]) for at in range(len(said) - length + 1)}
