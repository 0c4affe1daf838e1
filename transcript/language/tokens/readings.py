"""Readings of written words: the term and the folded spelling of each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from transcript.language.amounts import amount_weight
from transcript.language.lexicon import CODE_NAMES, SPELLINGS, STOP_WORDS, SYMBOLS
from transcript.language.normalise import APOSTROPHES, unaccented
from transcript.language.stemming import stem
from transcript.models import Language

_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")


_CLITICS = ("s", "re", "ve", "ll", "d", "m")
"""Parts after the apostrophe of English contractions whose first part is a word: it's, they're."""


_ELIDING = frozenset(("ca", "fr", "it"))
"""Languages that write an article or a pronoun before an apostrophe: l'amour, dell'arte."""


_OTHER_SCRIPTS = frozenset(
    ("ar", "be", "bg", "bn", "el", "fa", "he", "hi", "hy", "ja", "ka", "kk", "km", "ko", "lo", "mk", "mn", "mr", "my")
) | {"ne", "ru", "sr", "ta", "te", "th", "uk", "ur", "yue", "zh"}
"""Languages whose words in Latin letters are names and terms, mostly English ones."""


MOST_READINGS = 50_000
"""Different words of a language whose readings stay in memory, some 300 bytes each: 300 episodes have so many."""


MOST_LANGUAGES = 32
"""Languages whose words do."""


class Reading(NamedTuple):
    """The term of a written word, its folded spelling, and its weight as a part of an amount."""

    term: str
    word: str
    amount: int


class Readings(dict[str, Reading]):
    """The readings of words of a language that were met."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, written: str) -> Reading:
        if len(self) >= MOST_READINGS:
            self.clear()
        return self.setdefault(written, Reading(*_term_and_word(written, self._language), amount_weight(written)))


@lru_cache(maxsize=MOST_LANGUAGES)
def readings_of(language: Language) -> Readings:
    return Readings(language)


def _term_and_word(written: str, language: Language) -> tuple[str, str]:
    """The term of a written word that is no amount, and its folded spelling; both empty for an apostrophe alone."""
    if written in SYMBOLS:
        return SYMBOLS[written], SYMBOLS[written]
    if written[0].isdecimal():
        return "#" + written, "#" + written
    rules = "en" if written[0].isascii() and language in _OTHER_SCRIPTS else language
    word = _plain_spelling(written, rules)
    return stem(word, rules) if word else "", word


def _plain_spelling(word: str, language: Language) -> str:
    """A word without case, accents and apostrophes, and without the clitic of a contraction."""
    head, *tail = map(unaccented, _APOSTROPHE.split(word))
    if len(tail) == 1 and language in _ELIDING and len(head) <= len(tail[0]):
        return tail[0]
    if len(tail) == 1 and tail[0] in _CLITICS and head:
        return _usual_spelling(head, language)
    return _usual_spelling(head + "".join(tail), language)


def _usual_spelling(word: str, language: Language) -> str:
    """A word's usual spelling, where English drops its apostrophe or shortens it."""
    name = CODE_NAMES.get(word.replace(" ", "-"))
    return name or (SPELLINGS.get(word, word) if language == "en" else word)


@lru_cache(maxsize=8_000)
def folded_spelling(word: str) -> str:
    """A word without case, accents and apostrophe. OpenAI's is OpenAI, but that's is not that."""
    head, *tail = map(unaccented, _APOSTROPHE.split(word))
    together = head + "".join(tail)
    if tail == ["s"] and together not in SPELLINGS and head not in STOP_WORDS:
        return head
    return CODE_NAMES.get(together.replace(" ", "-"), together)
