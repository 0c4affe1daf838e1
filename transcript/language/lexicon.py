"""Word lists of English and Chinese: stop words, question words, negations, fillers, number words, spellings."""

from __future__ import annotations

from functools import cache
from itertools import chain

from transcript.language.normalise import unaccented
from transcript.language.wordlist import read_classes, read_rows, read_variants, read_words
from transcript.models import Language

STOP_WORDS = frozenset(read_words("stop_words.en"))
"""English words that hold a sentence together and say little of what it is about; fillers of speech among them."""


@cache
def stop_words(language: Language) -> frozenset[str]:
    """The stop words of a language, without accents. Languages other than English have short lists."""
    if language == "en":
        return STOP_WORDS
    words_of = (row[1:] for row in read_rows("function_words") if row[0] == language)
    return frozenset(unaccented(word) for some in words_of for word in some)


DECISIVE_WORDS = frozenset(read_words("decisive_words.en"))
"""Small English words that decide the sense of a short sentence: slack is down, all of it is gone."""


QUESTION_WORDS = frozenset(read_words("question_words.en"))
"""English words that only ask (what, does); in a question they weigh nothing."""


def word_class(name: str) -> frozenset[str]:
    """The words of a class by their part in a sentence, English and Chinese: auxiliary, pronoun, adjective."""
    return _word_classes().get(name, frozenset())


def classes_of(word: str) -> frozenset[str]:
    """The names of the classes that a word is of."""
    return _classes_by_word().get(word, frozenset())


@cache
def _classes_by_word() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in _word_classes().items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _word_classes() -> dict[str, frozenset[str]]:
    names = [f"{name}.{language}" for name in ("word_classes", "parts_of_speech") for language in ("en", "zh")]
    lists = [read_classes(name) for name in names]
    return {one: frozenset(word for each in lists for word in each.get(one, ())) for one in chain(*lists)}


AUXILIARIES = word_class("auxiliary")


QUESTION_OPENERS = word_class("question word") | AUXILIARIES
"""Words with which an English question may begin."""


MEASURES = word_class("measure")
"""English words with which `how` asks for a number: how long, how much."""


NEGATIONS = frozenset(read_words("negations.en"))
"""English words that deny, without apostrophes."""


QUANTITIES = {word: kind for kind, those in read_classes("quantities").items() for word in those}
"""Words of quantity and frequency, each with its class, within which one may stand for another."""


CHINESE_QUESTION_WORDS = read_words("question_words.zh")
"""Chinese words and particles that only ask."""


STOP_CHARACTERS = frozenset(read_words("stop_characters.zh"))
"""Characters that hold a Chinese sentence together."""


FILLERS = frozenset(row[0] for row in read_rows("fillers.en") if len(row) == 1)
"""English fillers, said while one thinks; some, such as `like`, are ordinary words elsewhere."""


FILLER_PAIRS = frozenset((row[0], row[1]) for row in read_rows("fillers.en") if len(row) == 2)
"""English fillers of two words: you know, sort of."""


CHINESE_FILLERS = tuple(read_words("fillers.zh"))
"""Chinese fillers: single particles and set phrases."""


NUMBER_WORDS = {
    word: int(value)
    for kind, *those in read_rows("number_words.en")
    if kind in ("unit", "teen", "tens", "zero")
    for word, _, value in (pair.partition("=") for pair in those)
}
"""English words of numbers from nought to ninety, each with its value."""


CHINESE_DIGITS: dict[str, int] = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


SYMBOLS: dict[str, str] = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound", "¥": "yuan", "&": "and"}


CURRENCIES = frozenset(SYMBOLS[sign] for sign in "$€£¥")
"""Currencies, which speakers often leave out after an amount."""


SPELLINGS = read_variants("spellings.en")
"""Variants of English words (without their apostrophe, in other spellings), each with the usual form."""


CODE_NAMES = read_variants("code_names.en")
"""Variants of names from programming, each with the usual form; a hyphen in a variant stands for a space."""


IRREGULAR_FORMS = read_variants("irregular_forms.en")
"""Irregular forms of English words, each with its base form: bought is of buy."""
