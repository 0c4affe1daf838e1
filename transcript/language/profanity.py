"""Strong language, which is not for everybody's channel."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from operator import itemgetter

from transcript.language.wordlist import read_words
from transcript.models import Language

_CENSORED = re.compile(r"\b[a-z]+[*＊]{2,}[a-z]*|[*＊]{3,}")
"""A word with stars in the place of letters."""


def is_explicit(text: str) -> bool:
    """True if a text has strong language, in any of the languages with a list: texts mix them."""
    small = text.lower()
    if _list_pattern("en").search(small) or (not small.isascii() and _list_pattern("zh").search(small)):
        return True
    return ("*" in small or "＊" in small) and _CENSORED.search(small) is not None


@cache
def _list_pattern(language: Language) -> re.Pattern[str]:
    """A pattern for the words of a list, in small letters; the engine goes from one of their first letters to
    the next."""
    words = read_words(f"profanity.{language}")
    if language == "zh":
        return re.compile("|".join(words))
    by_first = groupby(sorted(words), key=itemgetter(0))
    return re.compile(
        "|".join(rf"{first}(?<!\w.)(?:{'|'.join(map(_ending_pattern, some))})\b" for first, some in by_first)
    )


def _ending_pattern(word: str) -> str:
    """A pattern for a word without its first letter; a star stands for any ending."""
    return re.escape(word[1:].removesuffix("*")) + (r"\w*" if word.endswith("*") else "")
