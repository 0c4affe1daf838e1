"""Splits a text into sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache

from transcript.language.lexicon import stop_words
from transcript.language.normalise import UNSPACED_LANGUAGES, unaccented
from transcript.language.wordlist import read_rows
from transcript.models import Language

Range = tuple[int, int]
"""Characters of a text, from the first to the one after the last."""


_SPACED_END = re.compile(r"[.!?…؟।॥۔](?<![.!?…؟।॥۔].)[.!?…؟।॥۔]*[\"'”’»)\]]*(?=\s|$)")
"""Its first mark comes before the look at what precedes it: so the engine goes from mark to mark."""


_UNSPACED_END = re.compile(r"[。!?\uff01\uff1f…។။]+[”’」』)\uff09\"']*")


_LAST_WORD = re.compile(r"(?<![^\s(\[\"“‘'’/-])[^\W\d_](?:[\w.]*\w)?$")
"""The word before a period, with the periods inside of it: U.S, Ph.D."""


_LETTERS_WITH_PERIODS = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")


_CLITIC = re.compile("['’].*")


_NEXT_WORD = re.compile(r"[\s\"“„‘'’«¿¡-]*(?P<word>\w[\w'’]*)?")


_INITIAL_AFTER = re.compile(r" [A-Z]\.")
"""The next letter of a name: K. A. Porter."""


_ORDINAL_LANGUAGES = frozenset(
    ("cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr", "tr")
)
"""Languages that write an ordinal as a figure and a period: am 5. Mai."""


_WITH_ABBREVIATIONS = frozenset(("de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "sv"))
"""Languages that have a list of abbreviations; others take the English one."""


_LONGEST_WORD = 16
"""Characters before a period that are looked at for an abbreviation."""


def glue(language: Language) -> str:
    """The text between two joined segments: a space, or nothing in languages without spaces."""
    return "" if language in UNSPACED_LANGUAGES else " "


def sentences(text: str, language: Language) -> list[Range]:
    """The ranges of a text's sentences, without the space between them."""
    ranges = []
    start = 0
    for end in [*_sentence_ends(text, language), len(text)]:
        inner = text[start:end].rstrip()
        if inner:
            ranges.append((start + len(inner) - len(inner.lstrip()), start + len(inner)))
        start = end
    return ranges


def _sentence_ends(text: str, language: Language) -> Iterator[int]:
    """The places where sentences end, without the end of the last one."""
    if language in UNSPACED_LANGUAGES:
        yield from (match.end() for match in _UNSPACED_END.finditer(text))
        return
    start = 0
    has_capitals = any(map(str.isupper, text))
    for match in _SPACED_END.finditer(text):
        following = _next_word(text, match.end())
        if has_capitals and _is_lower(following):
            continue
        if match.group() == "." and _is_abbreviated(text, language, start, match.start(), following):
            continue
        yield match.end()
        start = match.end()


def _next_word(text: str, at: int) -> str:
    match = _NEXT_WORD.match(text, at)
    return (match["word"] or "") if match else ""


def _is_lower(word: str) -> bool:
    """True if a word has no capital letter anywhere, so that it does not begin a sentence; iPhone has one."""
    return word[:1].islower() and word.lower() == word


def _is_abbreviated(text: str, language: Language, start: int, period: int, following: str) -> bool:
    """True if the period belongs to the word before it. The sentence began at `start`; `following` comes next."""
    before = text[max(start, period - _LONGEST_WORD) : period]
    match = _LAST_WORD.search(before)
    if not match:
        return _is_ordinal(before, language)
    word = match.group()
    kinds = _kinds_of(word.casefold(), language)
    if "capital" in kinds:
        return False
    if following and ("anything" in kinds or ("number" in kinds and following[0].isdigit())):
        return True
    if len(word) == 1 and _INITIAL_AFTER.match(text, period + 1):
        return True
    is_name = "name" in kinds or _LETTERS_WITH_PERIODS.fullmatch(word) is not None
    if not is_name and len(word) > 1:
        return False
    if _opens_sentence(following, language) and text[period + 1 : period + 3] != " (":
        return False
    return is_name or _is_initial(word, before[: match.start()])


def _is_ordinal(before: str, language: Language) -> bool:
    """True if the text before a period ends with a figure that numbers something: 1. First of all."""
    if language in _ORDINAL_LANGUAGES and before[-1:].isdigit() and not before[-3:].isdigit():
        return True
    return len(before) < _LONGEST_WORD and before.strip().isdigit()


def _opens_sentence(word: str, language: Language) -> bool:
    return not word or unaccented(_CLITIC.sub("", word.casefold())) in stop_words(language)


def _is_initial(letter: str, before: str) -> bool:
    """True if a letter is short for a name: it opens the sentence, or follows another name or letter."""
    previous = before.rstrip().rpartition(" ")[2]
    return letter.islower() or not previous[:1].islower() or len(previous.strip(".")) == 1


@lru_cache(maxsize=4_000)
def _kinds_of(word: str, language: Language) -> Collection[str]:
    """The kinds of an abbreviation; none of any other word."""
    whole, endings = _read_abbreviations(language)
    return whole.get(word) or next((kind for ending, kind in endings.items() if word.endswith(ending)), ())


@cache
def _read_abbreviations(language: Language) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """The kinds of each abbreviation of a language, and of each ending that makes one."""
    whole: dict[str, set[str]] = {}
    for kind, *words in read_rows(f"abbreviations.{language if language in _WITH_ABBREVIATIONS else 'en'}"):
        for word in words:
            whole.setdefault(word, set()).add(kind)
    endings = {word.removeprefix("*"): kinds for word, kinds in whole.items() if word.startswith("*")}
    return whole, endings
