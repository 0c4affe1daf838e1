"""Forms of an English word: its stem, the key of how it sounds, and how alike two words are."""

from __future__ import annotations

import re
from functools import lru_cache

from transcript.language.lexicon import IRREGULAR, words

_VOWEL = re.compile(r"[aeiouy]")


_VOWELS = re.compile(r"[aeiouy]+")


_CLOSED = re.compile(r"(?:^|[^aeiouy])[aeiouy][^aeiouywx]$")
"""One vowel and one consonant at the end."""


_WHOLE = frozenset(
    words("""
    thing nothing anything something everything spring string bring king ring this his was has its yes us news
    morning evening ceiling heading wedding during sibling darling sterling herring outing
    """)
)
"""Words that end like an inflection and are none."""


_DERIVING = ("ry", "ery", "ness", "ship", "hood", "ism", "ist", "less", "ful")
"""Endings that make a word of its own, of the same matter. What makes a doer or a deed (-er, -tion) is in too many."""


@lru_cache(maxsize=8_000)
def stem(word: str) -> str:
    """The part that a word's inflections share: plural, -ed, -ing, -ly, a doubled or silent last letter."""
    word = IRREGULAR.get(word, word)
    if len(word) < 3 or word in _WHOLE or not word.isascii():
        return word
    word = _singular(word)
    for ending in ("ing", "ed", "ly"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= (4 if ending == "ly" else 3) and _VOWEL.search(root) and root[-1] != "e":
            word = root if ending == "ly" else _base(root)
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > 5 and word.endswith("e") and word[-2] != "c" else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("es") and word[:-2].endswith(("x", "ch", "sh", "ss", "z")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _base(root: str) -> str:
    """The verb that has lost its -ing or -ed, with an `e` lost before it: mak is make, rais is raise, talk is talk."""
    if root[-1] == root[-2]:
        return root
    short = len(root) <= 4 and len(_VOWELS.findall(root)) == 1 and _CLOSED.search(root)
    return root + "e" if root[-1] in "cvzsu" or short else root


def derived(word: str) -> list[str]:
    """The stems of words that it may be derived from: slavery from slave."""
    roots = [word.removesuffix(ending) for ending in _DERIVING if word.endswith(ending)]
    return [stem(root + end) for root in roots if len(root) >= 4 for end in ("", "e", "y")]
