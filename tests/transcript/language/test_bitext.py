"""A card turned over shows the sentences that say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcript.language.bitext import MOST_SENTENCES, find_counterpart
from transcript.library import Library
from transcript.models import Language

ENGLISH = "The river rises. It is cold, said Ann, and grey. In 1905 Bo built a bridge there! Nobody crossed it. Why?"


CHINESE = "河水上涨。Ann 说水又冷又灰。1905 年 Bo 在那里建了一座桥!没有人走过。为什么?"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("river rises", "河水上涨。"),
        ("cold", "Ann 说水又冷又灰。"),
        ("built a bridge", "1905 年 Bo 在那里建了一座桥!"),
        ("Why", "为什么?"),
        ("grey. In 1905", "Ann 说水又冷又灰。1905 年 Bo 在那里建了一座桥!"),
        (ENGLISH, CHINESE),
    ],
)
def test_the_same_is_said_there(words: str, says: str) -> None:
    start = ENGLISH.index(words)
    found = find_counterpart(ENGLISH, "en", (start, start + len(words)), CHINESE, "zh")
    assert CHINESE[slice(*found)] == says


def test_and_back() -> None:
    start = CHINESE.index("没有人")
    assert ENGLISH[slice(*find_counterpart(CHINESE, "zh", (start, start + 3), ENGLISH, "en"))] == "Nobody crossed it."


def test_two_sentences_can_be_one_in_the_translation() -> None:
    english = "He came. He saw the old stone house by the sea. Then Caesar left for Rome in 46."
    chinese = "他来了,看见了海边那座古老的石屋。随后 Caesar 于 46 年前往 Rome。"
    for words in ("came", "house"):
        at = english.index(words)
        assert (
            chinese[slice(*find_counterpart(english, "en", (at, at + 4), chinese, "zh"))]
            == chinese[: chinese.index("。") + 1]
        )


@pytest.mark.parametrize(
    ("segment", "words", "says"),
    [
        (52, "more lawyers than God", "微软的律师多得吓人"),
        (99, "solder balls connecting", "焊球"),
        (15, "product managers", "产品经理"),
        (108, "free on WhatsApp", "WhatsApp 和 Instagram"),
        (192, "The moment they're ahead", "一旦领先"),
    ],
)
def test_it_holds_on_a_real_translation(shipped: Library, segment: int, words: str, says: str) -> None:
    (found,) = shipped.segments("2025-06-30-dylan-patel", segment, segment)
    english, chinese = found.text["en"], found.text["zh"]
    at = english.index(words)
    assert says in chinese[slice(*find_counterpart(english, "en", (at, at + len(words)), chinese, "zh"))]


def test_too_many_sentences_are_taken_in_proportion() -> None:
    english, chinese = "Yes. " * (MOST_SENTENCES + 1), "是。" * (MOST_SENTENCES + 1)
    assert find_counterpart(english, "en", (0, len(english)), chinese, "zh") == (0, len(chinese))


@given(st.text(min_size=1, max_size=80), st.text(max_size=80), st.sampled_from(["en", "zh"]), st.data())
def test_any_two_texts_have_a_counterpart_inside(
    text: str, other: str, language: Language, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    a, b = find_counterpart(text, language, (start, end), other, "zh" if language == "en" else "en")
    assert 0 <= a <= b <= len(other)
