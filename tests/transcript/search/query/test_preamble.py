"""Words of a query that only say that somebody said it."""

from __future__ import annotations

import pytest

from tests.transcript.search.found import first
from transcript.library import Library
from transcript.search.query.preamble import without_preamble

HEARD = "the widow sold pickled herring"


@pytest.mark.parametrize(
    "query",
    [
        "i dont remember exactly but he said something like {}",
        "the part where she says {}",
        "wasn't there something about {}",
        "remember when they talked about how {}",
        "{} or something like that",
        "iirc {}",
        "didn't he say {}",
        "did Ada Quill ever say that {}",
        "wait, didn’t Ada mention something about {}",
    ],
)
def test_words_that_only_say_that_somebody_said_it_are_left_out(library: Library, query: str) -> None:
    assert first(library, query.format(HEARD)).segment == first(library, HEARD).segment


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("我记得他说焊球裂了", "焊球裂了"),
        ("他们有一段在聊摘水果", "摘水果"),
        ("焊球开裂的那段", "焊球开裂"),
        ("有一段时间我很忙", "有一段时间我很忙"),
        ("I don't think it's that good", "I don't think it's that good"),
        ("something like that", "something like that"),
        ("i remember him", "i remember him"),
    ],
)
def test_what_is_left_says_something(typed: str, left: str) -> None:
    assert without_preamble(typed) == left
