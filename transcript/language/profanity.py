"""Strong language, which is not for everybody's channel."""

from __future__ import annotations

import re
from functools import cache

from transcript.language.wordlist import read_words
from transcript.models import Language

_CENSORED = re.compile(r"\b[a-z]+[*＊]{2,}[a-z]*|[*＊]{3,}")
"""A word with stars in the place of letters."""


def is_explicit(text: str) -> bool:
    """True if a text has strong language, in any of the languages with a list: texts mix them."""
    small = text.lower()
    if any(_pattern(language).search(small) for language in ("en", "zh")):
        return True
    return ("*" in small or "＊" in small) and _CENSORED.search(small) is not None


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """A pattern for the words of a list, in small letters; what they begin with is looked at first."""
    words = read_words(f"profanity.{language}")
    if language == "zh":
        return re.compile("|".join(words))
    firsts = "".join(sorted({word[0] for word in words}))
    endings = (re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"\b(?=[{firsts}])(?:{'|'.join(endings)})\b")
