"""Names of languages, from the Unicode Consortium's data (CLDR) by way of Babel."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

from transcript.models import Language


@cache
def own_name(language: Language) -> str:
    """What speakers of a language call it, with a capital: Deutsch, Español; its code where that is not known."""
    name = _name(language, language)
    return name[:1].upper() + name[1:]


@cache
def english_name(language: Language) -> str:
    """What English calls a language: German; its code where that is not known."""
    return _name(language, "en")


def _name(language: Language, speaker: Language) -> str:
    try:
        return Locale.parse(language).get_language_name(speaker) or language
    except (UnknownLocaleError, ValueError):
        return language
