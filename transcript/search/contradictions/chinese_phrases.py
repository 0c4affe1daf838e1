"""Two names or phrases of a Chinese query that stand in each other's place in its passage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from transcript.language.lexicon import STOP_CHARACTERS
from transcript.language.normalise import fold
from transcript.language.stemming import stem
from transcript.language.thesaurus import latin_names
from transcript.search.contradictions.nearness import SMALL_WEIGHT, Nearness, exchanged


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Limits from which two of them are exchanged. Tuned on 148 rewordings and 29 contraries."""

    apart: float = 0.04
    """Loss for each character or phrase between two of a query."""
    names: float = 0.6
    """The query stands so much nearer with two names put back, beside 1 for a name, …"""
    others: float = 1.1
    """… or so much with two that are not both names, and have another between them."""


PHRASES = _Phrases()


def are_exchanged_in_chinese(query: str, said: str) -> bool:
    """True if a query stands nearer in a text with two of its names or phrases in each other's place."""
    names = dict[str, str]()
    asked, text = _with_names(query, names), _with_names(said, names)
    phrases = list(_phrases_of(asked, text))
    weights = [1.0 if phrase not in STOP_CHARACTERS else SMALL_WEIGHT for phrase in phrases]
    parts = "|".join(map(re.escape, sorted(set(phrases), key=len, reverse=True)))
    nearness = Nearness(phrases, weights, re.findall(f"{parts}|.", text), PHRASES.apart)
    telling = [number for number, weight in enumerate(weights) if weight == 1.0 and phrases[number] in text]
    for first, second in combinations(range(len(telling)), 2):
        one, other = telling[first], telling[second]
        both = {phrases[one], phrases[other]} <= set(names.values())
        if phrases[one] == phrases[other] or (second == first + 1 and not both):
            continue
        order = exchanged(len(phrases), range(one, one + 1), range(other, other + 1))
        if nearness.near(order) - nearness.as_asked >= (PHRASES.names if both else PHRASES.others):
            return True
    return False


def govern_others_in_chinese(query: str, said: str) -> bool:
    """True if a preposition governs something else behind the same words in a text, and each of both is in the other,
    too: it lies in the product, and not in research."""
    names = dict[str, str]()
    asked, text = _with_names(query, names), _with_names(said, names)
    for found in _GOVERNED.finditer(asked):
        head, governed = found.groups()
        others = [text[at.end() : at.end() + len(governed)] for at in re.finditer(re.escape(head), text)]
        if others and governed in text and governed not in others and all(other in asked for other in others):
            return True
    return False


_GOVERNED = re.compile(r"(?=(..(?:在于|对|给|向|从|到|比|由|为|是))(..))")
"""Two characters and a preposition, and two that are governed by it."""


def _with_names(text: str, names: dict[str, str]) -> str:
    """The characters of a text, each name and each word in Latin letters as one, which `names` keeps."""
    found = (part.group() for part in _names_and_characters().finditer(fold(text).casefold()))
    return "".join(
        names.setdefault(latin_names().get(part) or stem(part), chr(FIRST_NAME + len(names)))
        if part in latin_names() or part[0].isascii()
        else part
        for part in found
    )


FIRST_NAME = 0xE000
"""The first character of Unicode's that is for private use."""


def _phrases_of(asked: str, said: str) -> Iterator[str]:
    """The names of a query, and its longest phrases that a text has; what it does not have as single characters."""
    first = 0
    while first < len(asked):
        end = first + 1
        while end < len(asked) and ord(max(asked[first : end + 1])) < FIRST_NAME and asked[first : end + 1] in said:
            end += 1
        yield asked[first:end]
        first = end


@cache
def _names_and_characters() -> re.Pattern[str]:
    names = sorted(latin_names(), key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, names), r"[a-z0-9.+#]+", r"[\u4e00-\u9fff]"]))
