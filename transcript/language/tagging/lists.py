"""The lists of words that rules and frames go by: files of `language/data`, one a language and kind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from transcript.language.normalise import is_han
from transcript.language.stemming import stem
from transcript.language.tagging.reader import spelling
from transcript.language.tagging.word import Word
from transcript.language.wordlist import read_lines

Phrase = tuple[str, ...]
"""Words in a row, as they are compared; of Chinese, characters."""


def phrase(text: str) -> Phrase:
    """The words of a phrase of a list."""
    return tuple(text) if is_han(text[0]) else tuple(map(spelling, text.split()))


def split_phrases(text: str) -> list[Phrase]:
    """The phrases of a line."""
    return [phrase(one.strip()) for one in text.split(" / ")]


@cache
def listed(name: str) -> frozenset[Phrase]:
    """The phrases of a list of `light.en.txt` and `light.zh.txt`."""
    found: set[Phrase] = set()
    for file in ("light.en", "light.zh"):
        for line in read_lines(file):
            head, _, rest = line.partition(": ")
            if head == name:
                found.update(split_phrases(rest))
    return frozenset(found)


@cache
def paraphrases() -> dict[Phrase, frozenset[int]]:
    """For each phrase, as it is and with the stem of its first word, the groups of phrases that say the same."""
    found: dict[Phrase, set[int]] = {}
    rows = [line for file in ("paraphrases.en", "paraphrases.zh") for line in read_lines(file)]
    for group, line in enumerate(rows):
        for one in split_phrases(line):
            found.setdefault(one, set()).add(group)
            found.setdefault((stem(one[0]), *one[1:]), set()).add(group)
    return {one: frozenset(groups) for one, groups in found.items()}


def paraphrase_groups(words: Sequence[Word]) -> frozenset[int]:
    """The groups of the list of paraphrases that some words are in, as they are or with the first one's stem."""
    keys = tuple(word.key for word in words)
    groups = paraphrases().get(keys, frozenset())
    inflecting = ("content", "small") if len(words) > 1 else ("content", "small", "quantity", "filler")
    if not words or words[0].kind not in inflecting:
        return groups
    return groups | paraphrases().get((words[0].stem, *keys[1:]), frozenset())
