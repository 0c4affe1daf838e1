"""Languages as numbers, which take less room in an address than their codes."""

from __future__ import annotations

from functools import reduce

from handlers.addresses.address import BadAddressError
from transcript.models import LANGUAGES, Language

_LETTERS = 27
"""A code of other letters than these two languages' is the number that its letters are in this base, `a` being 1."""


def language_number(language: Language) -> int:
    """0 and 1 for English and Chinese, and a number of its own for any other code of two or three letters."""
    if language in LANGUAGES:
        return LANGUAGES.index(language)
    if not 2 <= len(language) <= 3 or not all("a" <= letter <= "z" for letter in language):
        raise BadAddressError(language)
    return reduce(lambda number, letter: number * _LETTERS + ord(letter) - ord("a") + 1, language, 0)


def numbered_language(number: int) -> Language:
    """The language of a number, or BadAddressError."""
    if number < len(LANGUAGES):
        return LANGUAGES[number]
    code = ""
    while number:
        number, letter = divmod(number, _LETTERS)
        code = chr(ord("a") + letter - 1) + code
    language_number(code)  # an error where that is no code
    return code
