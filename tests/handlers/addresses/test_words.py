"""Words are known again by their check, however they are written and wherever they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.addresses.words import CHECKED, check_of, checked_range, find_words

SAID = "The water of the river Vltava is a cold grey green in March. I once swam in it."


@pytest.mark.parametrize(
    "words",
    ["the RIVER Vltava is a cold grey green", "The river\nVltava — is a cold, grey-green", "the river Vltava is a… "],
)
def test_only_letters_count(words: str) -> None:
    letters = "".join(filter(str.isalnum, words)).casefold()
    assert check_of(words) == check_of(letters)
    assert check_of(words) != check_of(letters[:-1])


def test_a_short_span_is_checked_with_what_follows_and_a_long_one_to_its_end() -> None:
    start = SAID.index("river")
    assert SAID[slice(*checked_range(SAID, (start, start + 5)))] == "river Vltava is a cold grey"
    whole = SAID[slice(*checked_range(SAID, (start, len(SAID))))]
    assert whole == SAID[start:]
    assert checked_range(SAID, (len(SAID), len(SAID) + 9)) == (len(SAID), len(SAID))


def test_words_are_found_where_they_are_punctuated_otherwise() -> None:
    start, end = checked_range(SAID, (4, 40))
    other = f"Well. {SAID.replace(' grey', ', grey').replace('the', 'The')}"
    assert list(find_words(other, end - start, check_of(SAID[start:end]))) == [start + len("Well. ")]
    assert list(find_words(other.replace("Vltava", "Danube"), end - start, check_of(SAID[start:end]))) == []


def test_in_chinese_words_begin_anywhere() -> None:
    said = "三月的伏尔塔瓦河水是冷冷的灰绿色。我曾在里面游了整整一分钟，上来以后冷得说不出话。"
    start, end = checked_range(said, (7, 12))
    assert end - start == CHECKED
    assert list(find_words(f"好的，{said}", end - start, check_of(said[start:end]))) == [start + 3]


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_any_words_are_found_in_their_own_text(text: str, one: int, other: int) -> None:
    start, end = checked_range(text, (min(one, other), max(one, other)))
    assert 0 <= start <= end <= len(text)
    found = list(find_words(text, end - start, check_of(text[start:end])))
    first = next((at for at in range(start, end) if text[at].isalnum()), None)
    is_word_start = first is not None and not text[first - 1 : first].isalnum()
    assert first in found or not is_word_start or text[start:end].strip() != text[first:end].strip()
