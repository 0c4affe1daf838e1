"""General facts of English and Chinese: words that carry no weight, number words, irregular forms, spellings."""

from __future__ import annotations

from functools import cache

from transcript.language.normalise import unaccented
from transcript.language.wordlist import read_rows, read_variants, read_words
from transcript.models import Language


def words(text: str) -> list[str]:
    """The words of a list that is written as text."""
    return text.split()


STOP_WORDS = frozenset(read_words("stop_words.en"))
"""English words that hold a sentence together and say little of what it is about; fillers of speech among them."""


@cache
def stop_words(language: Language) -> frozenset[str]:
    """The words of a language that say little of what a text is about, without accents; few where it is not English."""
    if language == "en":
        return STOP_WORDS
    words_of = (row[1:] for row in read_rows("function_words") if row[0] == language)
    return frozenset(unaccented(word) for some in words_of for word in some)


DECISIVE_WORDS = frozenset(read_words("decisive_words.en"))
"""Small English words on which the sense of a short sentence turns: slack is down, all of it is gone."""


QUESTION_WORDS = frozenset(read_words("question_words.en"))
"""English words by which a question asks, not the words it asks about: they weigh nothing in a question."""


AUXILIARIES = frozenset(words("did does do is was are were can could will would should has have had"))


QUESTION_OPENERS = frozenset(words("what who whom whose which when where why how")) | AUXILIARIES
"""An English query that begins with one of these may be a question."""


CHINESE_QUESTION_WORDS = read_words("question_words.zh")
"""What a Chinese question asks by."""


STOP_CHARACTERS = frozenset(read_words("stop_characters.zh"))
"""Characters that hold a Chinese sentence together."""


FILLERS = frozenset(row[0] for row in read_rows("fillers.en") if len(row) == 1)
"""English words that are said while one thinks; some of them, such as `like`, are words like others elsewhere."""


FILLER_PAIRS = frozenset((row[0], row[1]) for row in read_rows("fillers.en") if len(row) == 2)
"""The same of two words: you know, sort of."""


CHINESE_FILLERS = tuple(read_words("fillers.zh"))
"""What is said in Chinese while one thinks: single particles and set phrases."""


NUMBER_WORDS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        words(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty"
        )
    )
} | {"thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}


CHINESE_DIGITS: dict[str, int] = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


SYMBOLS: dict[str, str] = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound", "¥": "yuan", "&": "and"}


CURRENCIES = frozenset(words("dollar euro pound yuan"))
"""What an amount is of goes without saying."""


SPELLINGS = read_variants("spellings.en")
"""English words as they are typed without their apostrophe, and other spellings of one word, each with that word."""


CODE_NAMES = read_variants("code_names.en")
"""Names from programming, by other spellings of them, in which a hyphen stands for a space."""


IRREGULAR_FORMS = read_variants("irregular_forms.en")
"""Irregular forms of English words, each with its base form: bought is of buy."""
