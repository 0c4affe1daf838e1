"""The list of forms tells words from slips."""

from __future__ import annotations

import random
import time
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcript.language.wordforms import is_slip_of, is_word


@pytest.mark.parametrize(
    "form",
    ["aardvark", "the", "a", "don't", "Dont", "macroscopic", "proscribed", "unvaccinated", "Zambia", "solder", "odor",
     "colour", "GPU", "kubernetes", "exorcised", "predication"],
)  # fmt: skip
def test_a_word_is_one(form: str) -> None:
    assert is_word(form)


@pytest.mark.parametrize(
    "form",
    [
        "teh",
        "recieve",
        "definately",
        "seperate",
        "dissapear",
        "goverment",
        "becuase",
        "xqz",
        "qzzxv",
        "",
        "c++",
        "的",
        "#",
    ],
)
def test_a_slip_is_no_word(form: str) -> None:
    assert not is_word(form)


def test_every_form_of_the_list_is_found() -> None:
    lines = files("transcript.language").joinpath("data", "wordforms.en.txt").read_text(encoding="ascii").splitlines()
    forms = [line for line in lines if not line.startswith("#")]
    assert forms == sorted(set(forms))
    assert len(forms) > 150_000
    assert all(map(is_word, [forms[0], forms[-1], *random.Random(1).sample(forms, 2_000)]))
    known = set(forms)
    assert not any(is_word(form + "q") for form in forms[::500] if form + "q" not in known)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("recieve", "receive"),
        ("teh", "the"),
        ("definately", "definitely"),
        ("beautifull", "beautiful"),
    ],
)
def test_a_slip_is_one_of_its_word(written: str, meant: str) -> None:
    assert is_slip_of(written, meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("microscopic", "macroscopic"),
        ("sacred", "scared"),
        ("xylophon", "telephone"),
        ("recieve", "recieve"),
        ("qwzx", "qwzy"),
    ],
)
def test_another_word_is_no_slip(written: str, meant: str) -> None:
    assert not is_slip_of(written, meant)


@given(st.text(), st.text())
def test_any_text_may_be_asked_for(one: str, other: str) -> None:
    assert is_word(one) in (True, False)
    assert not (is_slip_of(one, other) and is_word(one))


def test_a_form_is_looked_up_in_no_time() -> None:
    is_word("warm")
    begun = time.process_time()
    for number in range(1_000):
        is_word("word" + "abcdefghij"[number % 10] * (number // 10))
    assert time.process_time() - begun < 0.2
