"""The weight of a term by its frequency in general use: rare words tell much of a text's matter, common ones little."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from transcript.language.lexicon import IRREGULAR_FORMS, STOP_CHARACTERS, SYMBOLS, stop_words
from transcript.language.normalise import is_han
from transcript.language.stemming import stem
from transcript.language.wordlist import read_rows
from transcript.models import Language

RARE_ZIPF = 3.5
"""The Zipf value given to words in no list, such as names and technical terms. Words at or below it weigh 1."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of terms that no list of words gives, tuned on `tests/transcript/remembered`."""

    stop_word: float = 0.06
    """A word that only holds a sentence together."""
    digit: float = 0.45
    """An amount of one digit."""
    amount: float = 0.8
    """Any other amount."""
    unit: float = 0.3
    """A unit: percent, dollar."""
    unknown: float = 1.0
    """A word of a language whose common words are not known."""
    letter: float = 0.3
    """A single letter."""
    least: float = 0.2
    """The commonest word that is no stop word."""
    stop_character: float = 0.05
    """A single Chinese character that holds a sentence together."""
    lone_character: float = 0.3
    """A single Chinese character that is a word of its own."""
    stop_pair: float = 0.06
    """Two characters that both hold a sentence together."""
    half_stop_seam: float = 0.15
    """Two characters, one such among them, that are no word in general use."""
    seam: float = 0.55
    """Two other characters that are no word in general use: a rare word, or the seam between two words."""
    half_stop_word: float = 0.6
    """Factor for the weight of a word of two characters, one of which holds sentences together."""


WEIGHTS = Weights()


_UNIT_WORDS = frozenset(SYMBOLS.values())
"""Units, which stand beside an amount and tell little without it."""


@dataclass(frozen=True, slots=True)
class _Commonness:
    """Zipf values: the base-10 logarithm of a word's uses in a billion words."""

    english: dict[str, float]
    english_stems: dict[str, float]
    chinese: dict[str, float]


@cache
def _read_commonness() -> _Commonness:
    english = _read_zipf("commonness.en")
    stems: dict[str, float] = {}
    for word, zipf in english.items():
        stems.setdefault(stem(word), zipf)
    return _Commonness(english, stems, _read_zipf("commonness.zh"))


def _read_zipf(name: str) -> dict[str, float]:
    """The Zipf values of a list, the highest of each word."""
    values: dict[str, float] = {}
    for zipf, *words in read_rows(name):
        for word in words:
            values.setdefault(word.replace("'", ""), float(zipf))
    return values


def term_weight(term: str, word: str, language: Language = "en") -> float:
    """The weight of a term, from 0.05 (and, the) to 1 (a rare word). `word` is the word whose stem it is."""
    if term.startswith("#"):
        return WEIGHTS.digit if len(term) == 2 else WEIGHTS.amount
    if is_han(term[0]):
        return _han_weight(term)
    if word in stop_words(language):
        return WEIGHTS.stop_word
    if term in _UNIT_WORDS:
        return WEIGHTS.unit
    if len(term) == 1:
        return WEIGHTS.letter
    if language != "en":
        return WEIGHTS.unknown
    # A stem of a few letters may be that of another word: herring is no form of her.
    zipf = _read_commonness().english.get(word, RARE_ZIPF)
    related = len(term) > 3 or word in IRREGULAR_FORMS
    return _zipf_weight(max(zipf, _read_commonness().english_stems.get(term, RARE_ZIPF)) if related else zipf)


def _zipf_weight(zipf: float) -> float:
    """The weight of a Zipf value: 1 at 3.5 and below, 0.25 at 6. Information grows with the logarithm of rarity."""
    return max(WEIGHTS.least, min(1.0, 1.0 - (zipf - RARE_ZIPF) * 0.3))


@lru_cache(maxsize=4_096)
def _han_weight(term: str) -> float:
    if len(term) == 1:
        return WEIGHTS.stop_character if term in STOP_CHARACTERS else WEIGHTS.lone_character
    common = sum(character in STOP_CHARACTERS for character in term)
    if common == 2:
        return WEIGHTS.stop_pair
    zipf = _read_commonness().chinese.get(term)
    if zipf is None:
        return WEIGHTS.half_stop_seam if common else WEIGHTS.seam
    return _zipf_weight(zipf + 0.3) * (WEIGHTS.half_stop_word if common else 1.0)


def is_common(term: str) -> bool:
    """True if a term is the stem of an English word in general use; such a word is hardly a slip for another."""
    return term in _read_commonness().english_stems


def is_known(word: str) -> bool:
    """True if an English word itself, not only its stem, is in general use."""
    return word in _read_commonness().english


def is_chinese_word(term: str) -> bool:
    """True if two Chinese characters are a word in general use."""
    return term in _read_commonness().chinese


def general_words(language: Language) -> list[str]:
    """Words in general use, the commonest first: English ones, or Chinese ones of one or two characters."""
    words = _read_commonness().chinese if language == "zh" else _read_commonness().english
    return sorted(words, key=lambda word: -words[word])
