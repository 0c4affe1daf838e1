"""English misquotes by a substitution: another name, or another word of like spelling or frequency."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz.distance import OSA

from tests.quotes.sentences import FILLING, WORD, Sentence, Source, common_words, replace_word
from transcript.language.lexicon import STOP_WORDS
from transcript.language.stemming import stem
from transcript.language.thesaurus import rewordings


def change_name(sentence: Sentence, source: Source) -> str | None:
    """Another name of the same transcript."""
    names = set(source.names)
    found = [match for match in WORD.finditer(sentence.text) if match[0] in names]
    if not found:
        return None
    match = source.chance.choice(found)
    other = source.other_name(match[0])
    return other and replace_word(sentence.text, match, other)


def _content_words(sentence: Sentence, source: Source) -> list[re.Match[str]]:
    """Words in small letters that say something, in an order of chance."""
    found = [match for match in WORD.finditer(sentence.text) if match[0].islower() and match[0].isalpha()]
    found = [match for match in found if len(match[0]) > 3 and match[0] not in STOP_WORDS | FILLING]
    return source.chance.sample(found, len(found))


@cache
def _like(word: str) -> tuple[str, ...]:
    """Common words of like spelling that are no form, synonym or spelling of a word."""
    slips = 1 if len(word) < 6 else 2
    return tuple(
        other
        for other in common_words()
        if other[0] == word[0]
        and OSA.distance(word, other, score_cutoff=slips) <= slips
        and not _says_the_same(word, other)
    )


def _says_the_same(word: str, other: str) -> bool:
    """True if one word is a form, a synonym or a British spelling of another."""
    one, two = map(_american_spelling, (word, other))
    same = stem(word) == stem(other) or one == two or stem(other) in rewordings().get(stem(word), frozenset())
    return same or one.rstrip("edsing") == two.rstrip("edsing")


def _american_spelling(word: str) -> str:
    return word.replace("our", "or").replace("is", "iz").replace("tre", "ter").replace("mme", "m")


def like_spelling(sentence: Sentence, source: Source) -> str | None:
    """Another word of like spelling."""
    for match in _content_words(sentence, source):
        if others := _like(match[0]):
            return replace_word(sentence.text, match, source.chance.choice(others))
    return None


@cache
def _ranks() -> dict[str, int]:
    return {word: rank for rank, word in enumerate(common_words())}


NEAR = 200
"""Ranks by which the frequency of a word may differ from that of one as common."""


def like_frequency(sentence: Sentence, source: Source) -> str | None:
    """Another word that is as common, with the same last letter."""
    for match in _content_words(sentence, source):
        rank = _ranks().get(match[0])
        if rank is not None:
            near = common_words()[max(0, rank - NEAR) : rank + NEAR]
            others = [word for word in near if word[-1] == match[0][-1] and word not in STOP_WORDS | FILLING]
            if others := [word for word in others if not _says_the_same(match[0], word)]:
                return replace_word(sentence.text, match, source.chance.choice(others))
    return None
