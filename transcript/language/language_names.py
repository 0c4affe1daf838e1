"""Names of languages, from the Unicode Consortium's data (CLDR) by way of Babel."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

from transcript.models import Language


@cache
def own_name(language: Language) -> str:
    """A language's name in itself, with a capital: Deutsch, Español; its code where the name is not known."""
    name = _language_name(language, language)
    return name[:1].upper() + name[1:]


@cache
def english_name(language: Language) -> str:
    """A language's name in English: German; its code where the name is not known."""
    return _language_name(language, "en")


def _language_name(language: Language, speaker: Language) -> str:
    try:
        return Locale.parse(language).get_language_name(speaker) or language
    except (UnknownLocaleError, ValueError):
        return language
