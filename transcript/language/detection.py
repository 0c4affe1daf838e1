"""In which language a text is written: by its script, and in Latin letters by its commonest short words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from transcript.language.wordlist import read_rows
from transcript.models import Language

SAMPLE = 20_000
"""Characters of a text that are looked at; a speaker does not change language after them, and if so it is told once."""


MOST_USED = "en"
"""The language of a text that shows none."""


_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


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
"""Scripts, and letters that one language of a script has, before the script itself."""


_SHARE = 0.1
"""A text is in the language of a script if such a share of its letters and signs is of it: Chinese keeps English names,
and Japanese has about as many Chinese characters as its own."""


_OWN_LETTERS = 0.02
"""The same for letters that only one language of a script has."""


_FEWEST_WORDS = 2
"""Different common words of another language than English that a text has, at least; one may be a name."""


@cache
def _function_words() -> dict[str, tuple[Language, ...]]:
    found: dict[str, tuple[Language, ...]] = {}
    rows = read_rows("function_words")
    english = {word for language, *words in rows if language == MOST_USED for word in words}
    for language, *words in rows:
        for word in words:
            found[word] = (MOST_USED,) if word in english else (*found.get(word, ()), language)
    return found


def detect_language(text: str) -> Language:
    """The language that a text is in, as far as its beginning shows it; English where it shows nothing."""
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return MOST_USED
    for language, pattern in SCRIPTS:
        needed = _OWN_LETTERS if language in ("uk", "fa") else _SHARE
        if not sample.isascii() and len(pattern.findall(sample)) >= needed * letters:
            return language
    return latin_language(sample)


def latin_language(text: str) -> Language:
    """The language of a text in Latin letters, by its commonest short words; English where none is well ahead."""
    votes = language_votes(text)
    best = max(votes, key=lambda language: votes[language], default=MOST_USED)
    different = sum(best in _function_words().get(word, ()) for word in set(_words(text)))
    return best if votes[best] > votes[MOST_USED] and different >= _FEWEST_WORDS else MOST_USED


def likeliest_language(text: str, languages: Sequence[Language]) -> Language:
    """Which of a library's languages a query is in: that of its script, or the one most of whose common words it has.

    Where nothing tells, it is English if that is among them, or the first.
    """
    seen = detect_language(text)
    if seen != MOST_USED and seen in languages:
        return seen
    usual = MOST_USED if MOST_USED in languages or not languages else languages[0]
    votes = language_votes(text)
    return max((usual, *languages), key=lambda language: votes[language])


def language_votes(text: str) -> Counter[Language]:
    """How many of a text's words are among the commonest short ones of each language in Latin letters.

    Those that English has too tell of no other language.
    """
    known = _function_words()
    votes: Counter[Language] = Counter()
    for word, count in Counter(_words(text)).items():
        for language in known.get(word, ()):
            votes[language] += count
    return votes


def _words(text: str) -> list[str]:
    return _WORDS.findall(text[:SAMPLE].casefold().replace("’", "'"))
