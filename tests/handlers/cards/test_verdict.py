"""A change is marked where it stands, once, within whole clauses."""

from __future__ import annotations

import pytest

from handlers.cards.verdict.changes import (
    distinct,
    in_bold,
    marked_in_claim,
    marked_in_said,
    struck,
    whole_clause,
)
from handlers.cards.verdict.reasons import named_reasons
from handlers.texts import texts_in
from transcript.comparison import Piece
from transcript.comparison.kinds import KINDS


@pytest.mark.parametrize(
    ("said", "claimed", "changes", "real", "false"),
    [
        ("It is done.", "It is not done", [("is", "is not")], "It **is** done.", "It is ~~not~~ done"),
        ("It is not done.", "It is done", [("is not", "is")], "It is **not** done.", "It is done"),
        ("a 50% cut", "a 60% cut", [("50%", "60%")], "a **50%** cut", "a ~~60%~~ cut"),
        ("律师多得吓人", "律师不多", [("多", "不多")], "律师**多**得吓人", "律师~~不~~多"),
        (
            "They have no bounds, right?",
            "They have bounds, they do",
            [("have no bounds", "have bounds, they do")],
            "They have **no bounds**, right?",
            "They have ~~bounds, they do~~",
        ),
        ("No one came", "All came", [("No one", "All"), ("one", "all")], "**No one** came", "~~All~~ came"),
        ("$5, $5", "$5, €5", [("$5", "€5")], "**$5**, $5", "$5, ~~€5~~"),
        ("If it rains, they stay", "they stay", [("If it rains, …", "")], "**If it rains**, they stay", "they stay"),
        ("*a* [b](c)", "*a* d", [("[b](c)", "d")], r"\*a\* **\[b\](c)**", r"\*a\* ~~d~~"),
        ("a b", "c d", [("x", "y")], "a b", "c d"),
        ("", "", [("", "")], "", ""),
    ],
)  # fmt: skip
def test_changed_words_are_marked_in_what_was_said_and_in_the_claim(
    said: str, claimed: str, changes: list[tuple[str, str]], real: str, false: str
) -> None:
    changes = distinct(changes)
    assert in_bold(said, marked_in_said(said, changes), 900) == real
    assert struck(claimed, marked_in_claim(claimed, changes), 900) == false


def test_of_the_same_words_in_several_places_those_are_marked_that_differ() -> None:
    diff: list[Piece] = [("same", "he has", "he has"), ("changed", "the", "no"), ("same", "key", "key")]
    said = "At the end he has the key"
    assert in_bold(said, marked_in_said(said, [("the", "no")], diff), 900) == "At the end he has **the** key"


def test_a_change_that_another_has_in_it_is_none_of_its_own() -> None:
    assert distinct([("No one", "Everyone"), ("one", "everyone")]) == [("No one", "Everyone")]
    assert distinct([("one", "everyone"), ("No one", "Everyone")]) == [("No one", "Everyone")]
    assert distinct([("a", "b"), ("c", "d")]) == [("a", "b"), ("c", "d")]


PASSAGE = "He came home. Elon is a fantastic person, engineer, all these things, but he is not always right. Really?"


@pytest.mark.parametrize(
    ("words", "most", "clause"),
    [
        ("Elon is a fantastic", 900, PASSAGE[14:97]),
        ("Elon is a fantastic", 40, "Elon is a fantastic person,"),
        ("home. Elon", 900, PASSAGE[:97]),
        ("Really", 900, "Really?"),
        ("nowhere", 900, "nowhere"),
        ("Elon is a fantastic", 10, "Elon is a fantastic"),
    ],
)
def test_words_are_shown_in_their_whole_clause(words: str, most: int, clause: str) -> None:
    assert whole_clause(PASSAGE, words, most) == clause


def test_a_long_text_is_shown_around_what_was_changed() -> None:
    text = "word " * 300 + "changed " + "more " * 300
    shown = in_bold(text, marked_in_said(text, [("changed", "other")]), 200)
    assert "**changed**" in shown
    assert shown[0] == shown[-1] == "…"
    assert len(shown) < 210


@pytest.mark.parametrize("name", [*(kind.name for kind in KINDS), "several speakers", "joined fragments"])
def test_each_kind_has_words_of_its_own_in_both_languages(name: str) -> None:
    english, chinese = (named_reasons([name], texts_in(language)) for language in ("en", "zh"))
    other = {named_reasons(["no rule of this name"], texts_in(language)) for language in ("en", "zh")}
    assert english
    assert chinese != english
    assert not {english, chinese} & other


def test_reasons_are_named_once_in_their_order() -> None:
    assert named_reasons(["negation", "number", "negation"], texts_in("en")) == "a negation, a number"
    assert named_reasons(["passive"], texts_in("en")) == "another construction"
