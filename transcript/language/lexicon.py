"""Word lists of English and Chinese: stop words, question words, fillers, number words, irregular forms, spellings."""

from __future__ import annotations

from functools import cache

from transcript.language.normalise import unaccented
from transcript.language.wordlist import read_rows, read_variants, read_words
from transcript.models import Language


def words(text: str) -> list[str]:
    """The words of a text, split at white space."""
    return text.split()


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


AUXILIARIES = frozenset(words("did does do is was are were can could will would should has have had"))


QUESTION_OPENERS = frozenset(words("what who whom whose which when where why how")) | AUXILIARIES
"""Words with which an English question may begin."""


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
"""Currencies, which speakers often leave out after an amount."""


SPELLINGS = read_variants("spellings.en")
"""Variants of English words (without their apostrophe, in other spellings), each with the usual form."""


CODE_NAMES = read_variants("code_names.en")
"""Variants of names from programming, each with the usual form; a hyphen in a variant stands for a space."""


IRREGULAR_FORMS = read_variants("irregular_forms.en")
"""Irregular forms of English words, each with its base form: bought is of buy."""
