"""Names of languages, from the Unicode Consortium's data (CLDR) by way of Babel."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from transcript.models import Language


def short_code(code: str) -> Language:
    """The ISO 639-1 code of a language that is named by another: `en` for `eng`; the code itself where it has none."""
    short = str(get_global("language_aliases").get(code, code))
    return short if short.isalpha() else code


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
