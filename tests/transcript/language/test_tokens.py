"""One thing in two spellings is one term."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcript.language.lexicon import NUMBER_WORDS
from transcript.language.tokens import compound_parts, split_words, terms, tokenise
from transcript.models import Language

AMOUNTS_AND_OTHERS = [
    *NUMBER_WORDS, "first", "second", "third", "fifth", "point", "hundred", "million", "half", "quarter", "thirds",
    "oh", "o", "a", "an", "the", "and", "of", "I", "II", "V", "part", "number", "May", "minute", "and a half", "o'five",
    "½", "5", "$2.5m", "80mph", "9:30", "c plus plus", "C#", ".NET", "resume\u0301", "l'amour", "it’s", "per cent", "%",
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$100M", "$100 million"),
        ("100 million", "a hundred million"),
        ("forty", "40"),
        ("10,000", "ten thousand"),
        ("200k", "two hundred thousand"),
        ("four point five", "4.5"),
        ("twenty twenty four", "2024"),
        ("thirty-two", "32"),
        ("nineteen oh five", "1905"),
        ("half a million", "500,000"),
        ("the nineties", "the 1990s"),
        ("1,00,000", "100000"),
        ("twenty-first", "21st"),
        ("100m tall", "100 meters tall"),
        ("$100m", "$100 million"),
        ("25k", "25,000"),
        ("60 mph", "60 miles per hour"),
        ("5 km", "5 kilometers"),
        ("GPT-4.5", "GPT4.5"),
        ("50%", "fifty percent"),
        ("Apple’s", "Apple's"),
        ("don't", "dont"),
        ("they're", "theyre"),
        ("café", "Cafe"),
        ("ABC", "abc"),
        ("蘋果", "苹果"),
        ("GPU", "GPUs"),
        ("making prices", "makes price"),
        (normalize("NFD", "café résumé Łódź"), "cafe resume lodz"),
        ("co\u00adoper\u00adate", "cooperate"),
        ("Ørsted", "orsted"),
        ("đà", "da"),
        ("Þór Æsir", "thor aesir"),
        ("Straße İstanbul", "strasse istanbul"),
        ("C++", "c plus plus"),
        ("C#", "C sharp"),
        (".NET", "dotnet"),
        ("bought", "buy"),
    ],
)
def test_two_spellings_are_the_same_terms(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@pytest.mark.parametrize("text", ["100 million", "$100M", "1 亿", "一亿", "1亿", "10,000 万", "a hundred million"])
def test_an_amount_is_one_term_however_it_is_written(text: str) -> None:
    assert "#100000000" in terms(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two and a half", ["#2.5"]),
        ("one of them", ["one", "of", "them"]),
        ("a hundred and one", ["#101"]),
        ("20-30 people", ["#20", "#30", "person"]),
        ("百分之五十", ["#50", "百分", "分之", "之五", "五十"]),
        ("两千万人", ["#20000000", "两千", "千万", "万人"]),
        ("一个", ["一个"]),
        ("3,14", ["#3", "#14"]),
        ("12345678901234567890", ["#12345678901234567890"]),
        ("the 3rd time", ["the", "#3", "time"]),
        ("we hope it takes a year and a half", ["we", "hope", "it", "take", "#1", "year", "and", "a", "half"]),
    ],
)
def test_numbers_in_a_sentence(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C++ and C#, or .NET. Then g++!", ["c++", "and", "c#", "or", ".net", "then", "g++"]),
        ("C++20", ["c++", "#20"]),
        ("C or Go", ["c", "or", "go"]),
        ("wait... So", ["wait", "so"]),
        ("#1 in C", ["#1", "in", "c"]),
    ],
)
def test_names_of_code_are_terms_as_they_are(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "der Kräne", "der kran"),
        ("es", "las grúas", "las grua"),
        ("ru", "краны", "кран"),
        ("ru", "ёлка", "елка"),
        ("fr", "l’homme", "hommes"),
        ("el", "γερανός", "γερανος"),
        ("ar", "رَافِعَة", "رافعة"),
        ("hi", "हिन्दी", "हिन्दी"),
        ("xx", "Grúa", "grua"),
    ],
)
def test_another_language_has_its_own_stems(language: Language, one: str, other: str) -> None:
    assert terms(one, language) == terms(other, language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "このクレーン車", ["この", "のク", "クレ", "レー", "ーン", "ン车"]),
        ("ko", "크레인 5대", ["크레", "레인", "#5", "대"]),
        ("th", "ปั้น", ["ปั", "ั้", "้น"]),
    ],
)
def test_scripts_without_spaces_are_pairs_of_characters(language: Language, text: str, expected: list[str]) -> None:
    assert terms(text, language) == expected


def test_words_of_another_language_are_not_read_as_english() -> None:
    assert terms("em u bc", "pt") == ["em", "u", "bc"]
    assert terms("em u bc") == ["them", "you", "becaus"]


@pytest.mark.parametrize("language", ["zh", "ja", "ko", "ru"])
def test_names_in_latin_letters_are_english_where_they_are_no_letters_of_the_language(language: Language) -> None:
    assert terms("CoreWeave’s GPUs", language) == terms("CoreWeave GPU")


def test_a_word_with_a_capital_inside_is_known_by_its_parts() -> None:
    text = "CoreWeave and OpenAI’s iPhone, McDonald, GPUs, NASA, GitHub"
    assert list(compound_parts(text)) == [
        ("core", "coreweav"),
        ("weave", "coreweav"),
        ("open", "openai"),
        ("phone", "iphon"),
        ("donald", "mcdonald"),
        ("git", "github"),
        ("hub", "github"),
    ]


def test_words_keep_their_endings_and_places() -> None:
    text = "OpenAI’s GPT-4.5 isn’t C++, 焊球."
    words = split_words(text)
    assert [word.text for word in words] == ["openai", "gpt", "4.5", "isnt", "c++", "焊", "球"]
    assert [text[word.start : word.end] for word in words] == ["OpenAI’s", "GPT", "4.5", "isn’t", "C++", "焊", "球"]


@given(st.text(), st.sampled_from(["en", "zh", "de", "fr", "ja", "ru", "ar", "xx"]))
def test_terms_of_any_language_lie_in_any_text(text: str, language: Language) -> None:
    for token in tokenise(text, language):
        assert 0 <= token.start < token.end <= len(text)
        assert token.term
        assert not any(character.isspace() for character in token.term)


@given(st.lists(st.sampled_from(AMOUNTS_AND_OTHERS), max_size=9).map(" ".join) | st.text())
def test_a_text_has_the_same_terms_where_chinese_follows(text: str) -> None:
    """Without Chinese a text is cut all at once, and read for amounts only where its words may be of one."""
    assert tokenise(text + " 焊")[:-1] == tokenise(text)


@given(st.lists(st.sampled_from(AMOUNTS_AND_OTHERS), max_size=9).map(" ".join) | st.text())
def test_a_text_has_the_same_words_where_chinese_follows(text: str) -> None:
    assert split_words(text + " 焊")[:-1] == split_words(text)


def test_a_token_says_where_it_stands() -> None:
    text = "He’s got $1.40, 焊球 and the GPUs."
    assert [text[token.start : token.end] for token in tokenise(text)] == [
        "He’s", "got", "$", "1.40", "焊球", "and", "the", "GPUs",
    ]  # fmt: skip


@given(st.text())
def test_tokens_lie_in_any_text_in_order(text: str) -> None:
    tokens = tokenise(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert not any(" " in token.term or not token.term for token in tokens)


def test_an_apostrophe_alone_is_no_term() -> None:
    assert terms("\u02bc ' \u2019") == []
