"""Strong language, which is not for everybody's channel."""

from __future__ import annotations

import re
from functools import cache

from transcript.language.wordlist import read_words
from transcript.models import Language

_CENSORED = r"\b[a-z]+[*＊]{2,}[a-z]*|[*＊]{3,}"
"""A word with stars in the place of letters."""


def is_explicit(text: str) -> bool:
    """True if a text has strong language, in any of the languages with a list: texts mix them."""
    return any(_pattern(language).search(text) for language in ("en", "zh"))


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    words = read_words(f"profanity.{language}")
    if language == "zh":
        return re.compile("|".join(words))
    endings = (re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"\b(?:{'|'.join(endings)})\b|{_CENSORED}", re.IGNORECASE)
