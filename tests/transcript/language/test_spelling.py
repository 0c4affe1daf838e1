"""A slip or a misheard word is like the word that was meant, by its letters and its sound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcript.language.spelling import likeness, sound, spelling_keys
from transcript.language.stemming import stem


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
    assert set(sound(word)) <= set("ABCDFGHJKLMNPQRSTVWXY0")
