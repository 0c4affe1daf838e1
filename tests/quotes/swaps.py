"""English misquotes by a swap: two names, pronouns or words in each other's place."""

from __future__ import annotations

import re
from itertools import pairwise

from tests.quotes.sentences import FILLING, WORD, Sentence, Source, table
from transcript.language.lexicon import STOP_WORDS
from transcript.language.stemming import stem

_FROM_TO = re.compile(r"\bfrom (?P<one>[\w'-]{3,})(?P<between> to )(?P<other>[\w'-]{3,})")


_AROUND = re.compile(
    r"(?<![\w'])(?P<one>[a-z]{4,})(?P<between> (?:(?:is|are|was|were) )?(?:[a-z]+ )?"
    r"(?:than|because of|before|after|instead of|causes?|beats?) (?:the |a )?)(?P<other>[a-z]{4,})(?!['\w])"
)


_PRONOUNS = re.compile(
    r"\b(?P<one>I|we|they|he|she|you)(?P<between> (?:[a-z]+ ){1,2})(?P<other>me|us|them|him|her|you)\b(?! to\b)"
)


_OBJECTS = table("I=me, we=us, they=them, he=him, she=her, you=you")


_SUBJECTS = {other: one for one, other in _OBJECTS.items()}


def swap_roles(sentence: Sentence, source: Source) -> str | None:
    """Two names, or who and whom, or what stands around "than" and "because of", in each other's place."""
    return _swap_names(sentence.text, set(source.names)) or _swap_pronouns(sentence.text) or _swap_words(sentence.text)


def _swap_names(text: str, names: set[str]) -> str | None:
    for one, other in pairwise(match for match in WORD.finditer(text) if match[0] in names):
        between = text[one.end() : other.start()]
        if one[0] != other[0] and not re.search(r"\b(?:and|or)\b|,", between) and len(WORD.findall(between)) > 1:
            return text[: one.start()] + other[0] + between + one[0] + text[other.end() :]
    return None


def _swap_pronouns(text: str) -> str | None:
    match = _PRONOUNS.search(text)
    if match is None or _OBJECTS[match["one"]] == match["other"]:
        return None
    swapped = f"{_SUBJECTS[match['other']]}{match['between']}{_OBJECTS[match['one']]}"
    return text[: match.start()] + swapped + text[match.end() :]


def _swap_words(text: str) -> str | None:
    for match in (match for pattern in (_FROM_TO, _AROUND) for match in pattern.finditer(text)):
        one, other = match["one"], match["other"]
        if stem(one) != stem(other) and not {one, other} & (STOP_WORDS | FILLING):
            return text[: match.start("one")] + other + match["between"] + one + text[match.end() :]
    return None
