"""What is one thing in two spellings is one term."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcript.language.normalise import fold, word_edges
from transcript.language.spelling import likeness, sound, spelling_keys
from transcript.language.stemming import stem
from transcript.language.tokens import terms, tokenise


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
        ("two and a half", ["#2", "and", "a", "half"]),
        ("one of them", ["one", "of", "them"]),
        ("a hundred and one", ["#100", "and", "one"]),
        ("20-30 people", ["#20", "#30", "person"]),
        ("百分之五十", ["#50", "百分", "分之", "之五", "五十"]),
        ("两千万人", ["#20000000", "两千", "千万", "万人"]),
        ("一个", ["一个"]),
        ("3,14", ["#3", "#14"]),
        ("12345678901234567890", ["#12345678901234567890"]),
        ("the 3rd time", ["the", "#3", "time"]),
    ],
)
def test_numbers_in_a_sentence(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


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


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_word_edges_never_cut_a_word(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    left, right = word_edges(text, start, end)
    assert left <= start
    assert right >= end
    assert word_edges(text, left, right) == (left, right)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("nvidai", "nvidia"),
        ("dissapear", "disappear"),
        ("coler", "collar"),
        ("beleive", "believe"),
        ("chinchiller", "chinchilla"),
        ("gethub", "github"),
        ("openeye", "openai"),
        ("cloud", "claude"),
        ("freedman", "friedman"),
        ("sutzkever", "sutskever"),
    ],
)
def test_a_slip_or_a_misheard_word_is_like_the_word_and_shares_a_key(written: str, meant: str) -> None:
    assert likeness(written, meant) >= 0.6
    assert spelling_keys(written) & spelling_keys(meant)


@pytest.mark.parametrize(("one", "other"), [("meta", "sector"), ("cat", "cut"), ("#50", "#500"), ("table", "fable's")])
def test_another_word_is_not(one: str, other: str) -> None:
    assert likeness(one, other) < 0.6


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=15))
def test_stem_and_sound_hold_for_any_word(word: str) -> None:
    assert stem(word)
    assert set(sound(word)) <= set("abcdfghjklmnpqrstvwx")


def test_an_apostrophe_alone_is_no_term() -> None:
    assert terms("\u02bc ' \u2019") == []
