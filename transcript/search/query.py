"""What a query asks for: its terms, and what each weighs."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property

from transcript.language import frequency
from transcript.language.lexicon import (
    AUXILIARIES,
    CHINESE_QUESTION_WORDS,
    DECISIVE_WORDS,
    IRREGULAR_FORMS,
    QUESTION_OPENERS,
    QUESTION_WORDS,
    STOP_WORDS,
)
from transcript.language.normalise import fold, is_han
from transcript.language.tokens import Token, tokenise

LONGEST = 600
"""Characters of a query that are looked at: a long paragraph."""


MOST_TERMS = 80


LONG_QUESTION = 14
"""Terms. What is longer and begins like a question is one only where it ends like one."""


TELLING = 0.5
"""The weight from which a term is worth looking for in the other language's text."""


LIGHT = 0.12
"""A term that weighs less does not say where a passage is."""


LEAST_TELLING = 0.2
"""The weight of a word that tells hardly anything."""


COMMON = 1.2
"""A query of less weight is of common words."""


FEW_NEEDED = 4
"""Words of their own that a short claim has at most."""


_SURROGATES = re.compile(r"[\ud800-\udfff\0]")


_BETWEEN = re.compile(r"(?<=[\u3400-\u9fff])[\s、,]+(?=[\u3400-\u9fff])")


_QUESTIONS = re.compile("|".join(sorted(CHINESE_QUESTION_WORDS, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Unit:
    """One term of the query: `weight` is what it tells, 0 where it only asks; `start` and `end` its characters.

    `needed` is whether it says something of its own, however common it is: a claim is not said without it.
    """

    term: str
    word: str
    weight: float
    start: int
    end: int
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """Units of the query, both included, that a term of a transcript may stand for, and how likely, 0 to 1."""

    first: int
    last: int
    likely: float
    same: bool = True
    """Whether it is the same word, and not another that means the same."""


@dataclass
class Query:
    """A query ready to be matched. `meant` goes from a transcript's term to what it may stand for, `pairs` from two
    neighbouring terms that the query has as one word."""

    text: str
    units: list[Unit]
    question: bool
    keywords: bool = False
    """Whether it is a list of words and no sentence, so that they need not stand together."""
    typing: bool = False
    """Whether its last word is the beginning of one."""
    meant: dict[str, list[Meant]] = field(default_factory=lambda: defaultdict(list))
    pairs: dict[tuple[str, str], Meant] = field(default_factory=dict)

    @cached_property
    def telling(self) -> list[str]:
        """The terms that may stand for a weighty unit."""
        weighty = {place for place, unit in enumerate(self.units) if unit.weight >= TELLING}
        return [term for term, ones in self.meant.items() if any(one.first in weighty for one in ones)]

    @cached_property
    def chinese(self) -> bool:
        """Whether it has Chinese characters."""
        return any(not unit.term.isascii() for unit in self.units)

    @cached_property
    def latin(self) -> bool:
        """Whether it has words or numbers that tell something, in letters or figures."""
        return any(unit.term.isascii() and unit.weight >= LIGHT for unit in self.units)

    @cached_property
    def tells(self) -> bool:
        """Whether a word of it tells something: the, right and you know do not."""
        return any(unit.weight >= LEAST_TELLING for unit in self.units)

    @cached_property
    def common(self) -> bool:
        """Whether its words are so common that it tells more where they are a whole sentence."""
        return not self.typing and self.weight < COMMON and (len(self.units) > 1 or not self.tells)

    @cached_property
    def weight(self) -> float:
        return sum(unit.weight for unit in self.units)

    @cached_property
    def needed(self) -> list[int]:
        """The units that must be there, where the query is so short that it says nothing without one of them."""
        needed = [place for place, unit in enumerate(self.units) if unit.needed]
        return [] if self.question or self.keywords or len(needed) > FEW_NEEDED else needed

    @cached_property
    def claim(self) -> bool:
        """Whether it is a short sentence, by its small words or by a verb in the past: its words belong together."""
        sentence = any(unit.word in STOP_WORDS or _is_past(unit) for unit in self.units)
        return sentence and bool(self.needed) and not self.chinese

    def add(self, term: str, first: int, last: int, likely: float, same: bool = True) -> None:
        """Note that a transcript's term may stand for the units; the likeliest of several is kept."""
        for place, known in enumerate(self.meant[term]):
            if (known.first, known.last) == (first, last):
                if likely > known.likely:
                    self.meant[term][place] = Meant(first, last, likely, same)
                return
        self.meant[term].append(Meant(first, last, likely, same))


def read(text: str, speakers: frozenset[str] = frozenset()) -> Query:
    """Read a query; `speakers` are the terms of speakers' names. Any text is one; without a term it has no units."""
    cleaned = _SURROGATES.sub(" ", text)[: LONGEST * 4].strip()[:LONGEST]
    tokens = tokenise(_without_asking(fold(cleaned)))[:MOST_TERMS] or tokenise(cleaned)[:MOST_TERMS]
    question = _is_question(fold(cleaned), tokens)
    units = _seamless([_unit(token, question, speakers) for token in tokens])
    if not any(unit.weight for unit in units):
        units = [_unit(token, False, frozenset()) for token in tokens]
    return Query(cleaned, units, question, len(_BETWEEN.findall(cleaned)) >= 2)


def _without_asking(text: str) -> str:
    """The text with the words by which Chinese asks blotted out, each character by a space."""
    return _QUESTIONS.sub(lambda match: " " * len(match.group()), text)


def _is_question(text: str, tokens: list[Token]) -> bool:
    """Whether it asks, by how it begins; a question mark alone makes none, since people say things with one."""
    if _QUESTIONS.search(text):
        return True
    if not tokens or (len(tokens) > LONG_QUESTION and not text.rstrip().endswith("?")):
        return False
    first, second = tokens[0].word, tokens[1].word if len(tokens) > 1 else ""
    return first in QUESTION_OPENERS and (first not in ("when", *AUXILIARIES) or second in AUXILIARIES)


def _unit(token: Token, question: bool, speakers: frozenset[str]) -> Unit:
    weight = frequency.weight(token.term, token.word)
    if question:
        # A question is in its asker's words: the common ones among them are rarely those of the answer.
        weight = (
            0.0
            if token.word in QUESTION_WORDS
            else max(min(weight, frequency.WEIGHTS.stop_word), math.pow(weight, 1.5))
        )
    if token.term in speakers:
        return Unit(token.term, token.word, weight * (0.15 if question else 0.5), token.start, token.end)
    return Unit(token.term, token.word, weight, token.start, token.end, _is_needed(token, weight))


def _is_needed(token: Token, weight: float) -> bool:
    if is_han(token.term[0]):
        return len(token.term) == 2 and weight >= (0.3 if frequency.is_chinese_word(token.term) else 0.5)
    return token.word in DECISIVE_WORDS or (
        token.word not in STOP_WORDS and (len(token.term) > 1 or token.term.isdigit())
    )


def _is_past(unit: Unit) -> bool:
    word = unit.word
    return word in IRREGULAR_FORMS or (word.endswith("ed") and len(word) > 4 and not word.endswith("eed"))


def _seamless(units: list[Unit]) -> list[Unit]:
    """The units with less weight for two Chinese characters that only meet where one word ends and the next begins."""
    words = [is_han(unit.term[0]) and frequency.is_chinese_word(unit.term) for unit in units]
    weighed = []
    for place, unit in enumerate(units):
        if is_han(unit.term[0]) and len(unit.term) == 2 and not words[place]:
            left = place > 0 and words[place - 1] and units[place - 1].end == unit.end - 1
            right = place + 1 < len(units) and words[place + 1] and units[place + 1].start == unit.start + 1
            most = 0.12 if left and right else 0.3 if left or right else unit.weight
            unit = replace(unit, weight=min(unit.weight, most), needed=unit.needed and not (left or right))
        weighed.append(unit)
    return weighed
