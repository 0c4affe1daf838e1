"""Tells if a passage can be understood without the text around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from transcript.index.quotable.chinese import chinese_rules
from transcript.index.quotable.english import english_rules
from transcript.index.quotable.rules import Rules
from transcript.index.quotable.sentence import Sentence
from transcript.language.normalise import UNSPACED_LANGUAGES
from transcript.language.sentences import sentences
from transcript.models import Language

_CHARACTER = re.compile(r"[^\W\dA-Za-z_]|[A-Z][A-Za-z]+|\d[\d.,]*")


FEWEST_WORDS = 6
"""Different words, or Chinese characters, of a passage that says something."""


WORDS_FOR_A_FILLER = 25
"""Words of a passage for each filler that it may have."""


@cache
def rules_of(language: Language) -> Rules:
    """The rules of a language: English and Chinese have their own, others but lengths."""
    if language == "en":
        return english_rules()
    if language == "zh":
        return chinese_rules()
    if language in UNSPACED_LANGUAGES:
        return Rules(fewest=24, most=160, fewest_of_first=9, word_length=2, telling=_CHARACTER)
    if language == "ko":
        return Rules(fewest=32, most=200, fewest_of_first=12, word_length=4)
    return Rules(fewest=60, most=350, fewest_of_first=25, word_length=6)


def stands_alone(text: str, language: Language) -> bool:
    """True if the passage can be understood, and is worth reading, by itself."""
    rules = rules_of(language)
    return stand_together([Sentence(text[start:end], language, rules) for start, end in sentences(text, language)])


def stand_together(parts: Sequence[Sentence]) -> bool:
    """True if the sentences can be understood, and are worth reading, by themselves."""
    first, *later = parts
    if not (first.may_begin and parts[-1].may_end and all(part.may_go_on for part in parts[:-1])):
        return False
    if later and (not first.may_open_several or any(part.goes_on for part in later)):
        return False
    return say_enough(parts)


def say_enough(parts: Sequence[Sentence]) -> bool:
    """True if what is quoted in the sentences is quoted whole, and they have more words that say something than
    fillers."""
    *opened, straight = map(sum, zip(*(part.open_marks for part in parts), strict=True))
    if any(opened) or straight % 2:
        return False
    fillers, words = sum(part.fillers for part in parts), sum(part.words for part in parts)
    telling = frozenset().union(*(part.telling for part in parts))
    return fillers * WORDS_FOR_A_FILLER <= words and len(telling) >= FEWEST_WORDS
