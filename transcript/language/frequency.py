"""How much a word tells: rare words much, common ones little, in general and not in one library."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from transcript.language.lexicon import CHINESE_STOP, IRREGULAR, STOP_WORDS, SYMBOLS
from transcript.language.stemming import stem

RAREST = 3.5
"""The Zipf value of what is in no list: a name, a term of art."""


LEAST = 0.06
"""What a word weighs that only holds a sentence together."""


LONE = 0.3
"""What a single Chinese character weighs that is a word of its own."""


_UNITS = frozenset(SYMBOLS.values())
"""Words that stand by an amount and tell little without it."""


Zipf = dict[str, float]


@cache
def _commonness() -> dict[str, Zipf]:
    bands: dict[str, Zipf] = {"en": {}, "stem": {}, "zh": {}, "char": {}}
    for line in (
        files("transcript.language").joinpath("data", "commonness.txt").read_text(encoding="utf-8").splitlines()
    ):
        if line.startswith("#"):
            continue
        kind, value, *words = line.split()
        for word in words:
            bands[kind].setdefault(word.replace("'", ""), float(value))
            if kind == "en":
                bands["stem"].setdefault(stem(word.replace("'", "")), float(value))
    return bands


def weight(term: str, word: str) -> float:
    """What a query's term weighs, from 0.05 (and, the) to 1 (a rare word); `word` is the term as it was written."""
    if term.startswith("#"):
        return 0.45 if len(term) == 2 else 0.8
    if "\u3400" <= term[0] <= "\u9fff":
        return _han_weight(term)
    if word in STOP_WORDS:
        return LEAST
    if term in _UNITS:
        return 0.3
    if len(term) == 1:
        return 0.3
    # A stem of a few letters may be that of another word: herring is no form of her.
    zipf = _commonness()["en"].get(word, RAREST)
    related = len(term) > 3 or word in IRREGULAR
    return _scaled(max(zipf, _commonness()["stem"].get(term, RAREST)) if related else zipf)


def _scaled(zipf: float) -> float:
    """1 at Zipf 3.5 and below, 0.25 at 6: information grows with the logarithm of rarity."""
    return max(0.2, min(1.0, 1.0 - (zipf - RAREST) * 0.3))


@lru_cache(maxsize=4_096)
def _han_weight(term: str) -> float:
    tables = _commonness()
    if len(term) == 1:
        return 0.05 if term in CHINESE_STOP else LONE
    common = sum(character in CHINESE_STOP for character in term)
    if common == 2:
        return 0.06
    zipf = tables["zh"].get(term)
    if zipf is None:
        # Two characters that make no common word: a rare one, or the seam between two words.
        return 0.15 if common else 0.55
    return _scaled(zipf + 0.3) * (0.6 if common else 1.0)


def is_common(term: str) -> bool:
    """Whether it is the stem of a word in general use, so that it is hardly a slip for another."""
    return term in _commonness()["stem"]


def is_known(word: str) -> bool:
    """Whether the word itself is in general use."""
    return word in _commonness()["en"]


def is_chinese_word(term: str) -> bool:
    """Whether two characters are a word in general use."""
    return term in _commonness()["zh"]


def general_words(language: str) -> list[str]:
    """Words in general use, the commonest first; the Chinese ones of one or two characters."""
    words = _commonness()[language]
    return sorted(words, key=lambda word: -words[word])
