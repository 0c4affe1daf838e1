"""Detects the language of a text: by its script, and in Latin letters by its commonest short words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from transcript.language.wordlist import read_rows
from transcript.models import Language

SAMPLE = 20_000
"""Characters at the beginning of a text that are looked at."""


DEFAULT_LANGUAGE = "en"
"""The language that is assumed where a text shows none."""


_LATIN_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


_ASCII = re.compile("[\\0-\x7f]+")


SCRIPTS: tuple[tuple[Language, re.Pattern[str]], ...] = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("zh", re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("fa", re.compile(r"[پچژگ]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("te", re.compile(r"[\u0c00-\u0c7f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("lo", re.compile(r"[\u0e80-\u0eff]")),
    ("my", re.compile(r"[\u1000-\u109f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("km", re.compile(r"[\u1780-\u17ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
)
"""Languages by their script. Letters that only one language of a script has come before the script itself."""


_SCRIPT_SHARE = 0.1
"""Share of a text's letters from which it is in the language of their script. It is low because Chinese keeps English
names, and Japanese has about as many Chinese characters as its own."""


_OWN_LETTERS_SHARE = 0.02
"""Share of a text's letters from which it is in a language, for letters that only this language of a script has."""


_FEWEST_COMMON_WORDS = 2
"""Different common words of a language other than English that a text must have; a single one may be a name."""


@cache
def _function_words() -> dict[str, tuple[Language, ...]]:
    found: dict[str, tuple[Language, ...]] = {}
    rows = read_rows("function_words")
    english = {word for language, *words in rows if language == DEFAULT_LANGUAGE for word in words}
    for language, *words in rows:
        for word in words:
            found[word] = (DEFAULT_LANGUAGE,) if word in english else (*found.get(word, ()), language)
    return found


def detect_language(text: str) -> Language:
    """The language that a text is in, as far as its beginning shows it; English where it shows nothing."""
    sample = text[:SAMPLE]
    foreign = _ASCII.sub("", sample)
    letters = sum(map(str.isalpha, sample)) if foreign else 0
    for language, pattern in SCRIPTS if letters else ():
        needed = _OWN_LETTERS_SHARE if language in ("uk", "fa") else _SCRIPT_SHARE
        if len(pattern.findall(foreign)) >= needed * letters:
            return language
    return latin_language(sample)


def latin_language(text: str) -> Language:
    """The language of a text in Latin letters, by its commonest short words; English where none is well ahead."""
    words = Counter(_first_words(text))
    votes = _votes_of(words)
    best = max(votes, key=lambda language: votes[language], default=DEFAULT_LANGUAGE)
    different = sum(best in _function_words().get(word, ()) for word in words)
    return best if votes[best] > votes[DEFAULT_LANGUAGE] and different >= _FEWEST_COMMON_WORDS else DEFAULT_LANGUAGE


def likeliest_language(text: str, languages: Sequence[Language]) -> Language:
    """The language of a query among a library's `languages`: by its script, or by the most common words found in it.

    Where nothing tells, English if it is among them, else the first.
    """
    if set(languages) <= {DEFAULT_LANGUAGE}:
        return DEFAULT_LANGUAGE
    seen = detect_language(text)
    if seen != DEFAULT_LANGUAGE and seen in languages:
        return seen
    usual = DEFAULT_LANGUAGE if DEFAULT_LANGUAGE in languages or not languages else languages[0]
    votes = language_votes(text)
    return max((usual, *languages), key=lambda language: votes[language])


def language_votes(text: str) -> Counter[Language]:
    """For each language in Latin letters, the number of the text's words that are among its commonest short ones.

    Words that English has too count for no other language.
    """
    return _votes_of(Counter(_first_words(text)))


def _votes_of(words: Mapping[str, int]) -> Counter[Language]:
    known = _function_words()
    votes: Counter[Language] = Counter()
    for word, count in words.items():
        for language in known.get(word, ()):
            votes[language] += count
    return votes


def _first_words(text: str) -> list[str]:
    return _LATIN_WORD.findall(text[:SAMPLE].casefold().replace("’", "'"))
