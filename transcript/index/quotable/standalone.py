"""Tells if a passage can be understood without the text around it."""

from __future__ import annotations

import re
from functools import cache

from transcript.index.quotable.chinese import chinese_rules
from transcript.index.quotable.english import english_rules
from transcript.index.quotable.rules import Rules
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


_WHOLE = re.compile(r"[^\Wa-z_].*[.!][\"”]?|[\"“„«¿¡$][^\Wa-z_].*[.!][\"”»]?|.*[。!\uff01।][”」]?", re.DOTALL)
"""A passage from its capital, figure or quotation mark to its period."""


_REPEATED = re.compile(r"\b(\w+(?:['’]\w+)?(?: \w+(?:['’]\w+)?)?),? \1\b", re.IGNORECASE)


_TRAILING_OFF = re.compile(r"\b(?:right|okay|you know)\?|…|\.\.|--|——?$|\[|\(|\?\s*\S*$")


_CUT_SHORT = re.compile(
    r"\b(a|an|the|to|of|and|or|but|so|is|are|was|like|with|for|in|on|their|his|her|my|your)\.$", re.IGNORECASE
)


LAST_WORD = 8
"""Characters at the end of a passage that show if it was cut short."""


_PAIRED_MARKS = (("“", "”"), ("「", "」"), ("(", ")"), ("（", "）"), ("«", "»"))


def stands_alone(text: str, language: Language) -> bool:
    """True if the passage can be understood, and is worth reading, by itself."""
    rules = rules_of(language)
    text = _bare_passage(text, rules)
    if not _WHOLE.fullmatch(text) or rules.leaning.match(rules.no_leaning.sub("", text)):
        return False
    if _CUT_SHORT.search(text[-LAST_WORD:]) or _TRAILING_OFF.search(text):  # what is seen sooner first
        return False
    if rules.addressing.search(text) or _REPEATED.search(text):
        return False
    if not _are_clauses(text, language, rules):
        return False
    words = len(text.split()) if language not in UNSPACED_LANGUAGES else len(text) // rules.word_length
    fillers = len(rules.filler.findall(rules.no_filler.sub("", text)))
    telling = {word.casefold() for word in rules.telling.findall(text)}
    return fillers * WORDS_FOR_A_FILLER <= words and len(telling) >= FEWEST_WORDS


def _bare_passage(text: str, rules: Rules) -> str:
    """The passage without a word that joins it to what was said before, and a question that asks for no answer."""
    if joined := rules.joined.match(text):
        text = text[joined.end()].upper() + text[joined.end() + 1 :] if joined.end() < len(text) else text
    return rules.tag.sub(".", text)


def _are_clauses(text: str, language: Language, rules: Rules) -> bool:
    """True if each sentence has a clause, quotation marks have partners, and the first is not only an answer."""
    parts = [text[start:end] for start, end in sentences(text, language)]
    if len(parts) > 1 and (len(parts[0]) < rules.fewest_of_first or parts[0][-1] in "?？"):
        return False
    if any(text.count(opening) != text.count(closing) for opening, closing in _PAIRED_MARKS) or text.count('"') % 2:
        return False
    return all(map(rules.clause.search, parts))
