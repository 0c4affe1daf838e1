"""Likeness of two words in spelling and in sound, and the keys by which similar words are looked up."""

from __future__ import annotations

import re
from functools import lru_cache

from jellyfish import metaphone
from rapidfuzz.distance import OSA, JaroWinkler

_DOUBLED = re.compile(r"(.)\1+")


SOUND_PREFIX = "="
"""The first character of a key that is a whole sound."""


_PARTIAL_SOUND_PREFIX = "~"
"""The first character of a key that may be a sound less one letter."""


_GLIDES = re.compile(r"(?<!^)[WYH]")
"""Sounds inside of a word that are heard as a part of the vowel beside them."""


@lru_cache(maxsize=4_000)
def sound(word: str) -> str:
    """The Metaphone key of a word, without glides, a vowel at its beginning as `A`. Claude and cloud are both `KLT`.
    Empty for what is not all ASCII letters."""
    if not word.isascii() or not word.isalpha():
        return ""
    key = _GLIDES.sub("", metaphone(word))
    return "A" + key[1:] if key[:1] in set("AEIOU") else key


def likeness(one: str, other: str) -> float:
    """Likelihood that one word is the other, misspelt or misheard: 0 to 1; 1 is the same word."""
    same = len(sound(one)) > 1 and sound(one) == sound(other)
    return max(spelling_likeness(one, other), sound_likeness(one, other) if same else 0.0)


def spelling_likeness(one: str, other: str) -> float:
    """Likelihood that one word is the other with letters left out, added, changed or swapped: 0 to 1."""
    if one == other:
        return 1.0
    longer, shorter = max(len(one), len(other)), min(len(one), len(other))
    if shorter < 3 or one[0] == "#" or other[0] == "#":
        return 0.0
    if shorter < 4:
        return 0.9 if _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other) else 0.0
    allowed = 1 if longer < 7 else 2 if longer < 11 else 3
    distance = OSA.distance(one, other, score_cutoff=allowed)
    return 0.0 if distance > allowed or (one[0] != other[0] and distance > 1) else 1.0 - distance / longer


def sound_likeness(one: str, other: str) -> float:
    """Likelihood that one of two words of the same sound is the other, misheard: 0 to 1."""
    shorter = min(len(one), len(other))
    close = JaroWinkler.similarity(one, other)
    return (
        0.9 * close if close >= (0.7 if shorter >= 4 else 0.74) and len(one) + len(other) >= 7 and shorter >= 3 else 0.0
    )


def whole_keys(word: str) -> set[str]:
    """The keys of the whole word: without doubled letters, and how it sounds."""
    key = sound(word)
    return {_DOUBLED.sub(r"\1", word)} | ({SOUND_PREFIX + key} if len(key) >= 2 else set())


def _less_a_letter(plain: str, at: int) -> str:
    """A word without doubled letters, less a letter, and less one that this makes a doubled one: silicon less its l."""
    is_doubled = at > 0 and plain[at - 1] == plain[at + 1 : at + 2]
    return plain[:at] + plain[at + 1 + is_doubled :]


def spelling_keys(word: str) -> set[str]:
    """Keys of which two words that are alike share one: the word without doubled letters, that less any one letter,
    and how it sounds, whole (the key that begins with SOUND_PREFIX) and less any one sound."""
    if len(word) < 3 or not word.isalpha() or not word.isascii():
        return set()
    plain = _DOUBLED.sub(r"\1", word)
    keys = {plain}
    if len(plain) >= 4:
        keys.update(_less_a_letter(plain, at) for at in range(len(plain)))
    key = sound(word)
    if len(key) >= 2:
        keys.add(SOUND_PREFIX + key)
    if len(key) >= 4:
        keys.add(_PARTIAL_SOUND_PREFIX + key)
    if len(key) >= 5:
        keys.update(_PARTIAL_SOUND_PREFIX + key[:i] + key[i + 1 :] for i in range(len(key)))
    return keys
