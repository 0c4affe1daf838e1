"""How alike two words are in spelling and in sound, and the keys by which alike words are looked up."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

_DOUBLED = re.compile(r"(.)\1+")


SOUND_PREFIX = "="
"""The first character of a key that is a whole sound."""


_PARTIAL_SOUND_PREFIX = "~"
"""The first character of a key that may be a sound less one letter."""


_SOUNDS = (
    (re.compile(r"^(?:kn|gn)"), "n"),
    (re.compile(r"^wr"), "r"),
    (re.compile(r"^ps"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"tch|ch"), "c"),
    (re.compile(r"[cst]i(?=[aou])"), "x"),
    (re.compile(r"sch|sh"), "x"),
    (re.compile(r"dg(?=[eiy])"), "j"),
    (re.compile(r"gh(?![aeiou])"), ""),
    (re.compile(r"th"), "t"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"[qk]u?"), "k"),
    (re.compile(r"z"), "s"),
)
"""Spellings of one sound, in the order in which they are replaced. A `c` left by then is a `k`, save in `ch`."""


@lru_cache(maxsize=4_000)
def sound(word: str) -> str:
    """A key of how a word sounds, roughly: its consonants, and a vowel at its beginning as `a`. Claude and cloud are
    both `kld`. Empty for what is not all ASCII letters."""
    if not word.isascii() or not word.isalpha():
        return ""
    key = word.replace("ch", "1").replace("tch", "1")
    for pattern, replacement in _SOUNDS:
        key = pattern.sub(replacement, key)
    key = _DOUBLED.sub(r"\1", key.replace("c", "k").replace("1", "c"))
    first = "a" if key[:1] in set("aeiou") else key[:1].replace("y", "")
    return _DOUBLED.sub(r"\1", first + re.sub(r"[aeiouyhw]", "", key[1:]))


def likeness(one: str, other: str) -> float:
    """How likely one word is the other, misspelt or misheard, from 0 to 1, which is the same word."""
    same = len(sound(one)) > 1 and sound(one) == sound(other)
    return max(spelt(one, other), heard(one, other) if same else 0.0)


def spelt(one: str, other: str) -> float:
    """How likely one word is the other with slips of the keyboard, from 0 to 1: letters left out, added, changed or
    swapped."""
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


def heard(one: str, other: str) -> float:
    """How likely one of two words that sound the same is the other, from 0 to 1."""
    shorter = min(len(one), len(other))
    close = JaroWinkler.similarity(one, other)
    return (
        0.9 * close if close >= (0.7 if shorter >= 4 else 0.74) and len(one) + len(other) >= 7 and shorter >= 3 else 0.0
    )


def whole_keys(word: str) -> set[str]:
    """The keys of the whole word: without doubled letters, and how it sounds."""
    key = sound(word)
    return {_DOUBLED.sub(r"\1", word)} | ({SOUND_PREFIX + key} if len(key) >= 2 else set())


def spelling_keys(word: str) -> set[str]:
    """Keys of which two words that are alike share one: the word without doubled letters, that less any one letter,
    and how it sounds, whole (the key that begins with SOUND_PREFIX) and less any one sound."""
    if len(word) < 3 or not word.isalpha() or not word.isascii():
        return set()
    plain = _DOUBLED.sub(r"\1", word)
    keys = {plain}
    if len(plain) >= 4:
        keys.update(plain[:i] + plain[i + 1 :] for i in range(len(plain)))
    key = sound(word)
    if len(key) >= 2:
        keys.add(SOUND_PREFIX + key)
    if len(key) >= 4:
        keys.add(_PARTIAL_SOUND_PREFIX + key)
    if len(key) >= 5:
        keys.update(_PARTIAL_SOUND_PREFIX + key[:i] + key[i + 1 :] for i in range(len(key)))
    return keys
