"""Forms of an English word: its stem, the key of how it sounds, and how alike two words are."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from transcript.lexicon import IRREGULAR, words

_DOUBLED = re.compile(r"(.)\1+")
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

SOUNDING = "="

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


@lru_cache(maxsize=4_000)
def sound(word: str) -> str:
    """How a word sounds, roughly: its consonants, and its first vowel as `a`. Claude and cloud are both `kld`."""
    if not word.isascii() or not word.isalpha():
        return ""
    key = word.replace("ch", "1").replace("tch", "1")
    for pattern, replacement in _SOUNDS:
        key = pattern.sub(replacement, key)
    key = _DOUBLED.sub(r"\1", key.replace("c", "k").replace("1", "c"))
    first = "a" if key[:1] in set("aeiou") else key[:1].replace("y", "")
    return _DOUBLED.sub(r"\1", first + re.sub(r"[aeiouyhw]", "", key[1:]))


def likeness(one: str, other: str) -> float:
    """How likely the one is the other, misspelt or misheard: 1 for the same word, 0 for another one."""
    same = len(sound(one)) > 1 and sound(one) == sound(other)
    return max(spelt(one, other), heard(one, other) if same else 0.0)


def spelt(one: str, other: str) -> float:
    """How likely the one is the other with slips of the keyboard: letters left out, added, changed or swapped."""
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
    """How likely the one is the other, of two words that sound the same."""
    shorter = min(len(one), len(other))
    close = JaroWinkler.similarity(one, other)
    return (
        0.9 * close if close >= (0.7 if shorter >= 4 else 0.74) and len(one) + len(other) >= 7 and shorter >= 3 else 0.0
    )


def derived(word: str) -> list[str]:
    """The stems of words that it may be derived from: slavery from slave."""
    roots = [word.removesuffix(ending) for ending in _DERIVING if word.endswith(ending)]
    return [stem(root + end) for root in roots if len(root) >= 4 for end in ("", "e", "y")]


def whole_keys(word: str) -> set[str]:
    """The keys of the whole word: without doubled letters, and how it sounds."""
    key = sound(word)
    return {_DOUBLED.sub(r"\1", word)} | ({SOUNDING + key} if len(key) >= 2 else set())


def spelling_keys(word: str) -> set[str]:
    """Keys of which two words that are alike share one: the word without doubled letters, that less any one letter,
    and how it sounds, whole (the key that begins with SOUNDING) and less any one sound."""
    if len(word) < 3 or not word.isalpha() or not word.isascii():
        return set()
    plain = _DOUBLED.sub(r"\1", word)
    keys = {plain}
    if len(plain) >= 4:
        keys.update(plain[:i] + plain[i + 1 :] for i in range(len(plain)))
    key = sound(word)
    if len(key) >= 2:
        keys.add(SOUNDING + key)
    if len(key) >= 4:
        keys.add("~" + key)
    if len(key) >= 5:
        keys.update("~" + key[:i] + key[i + 1 :] for i in range(len(key)))
    return keys
