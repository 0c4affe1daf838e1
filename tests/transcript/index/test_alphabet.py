"""Terms as characters, in the alphabet of an episode and in that of a library."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcript.index.store.alphabet import (
    CHARACTERS,
    SHARED,
    Alphabet,
    character_of,
    characters_of,
    number_of,
    spell,
    terms_of,
)
from transcript.index.store.schema import TABLES

TERM = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=3)  # words have no NUL
SAID = st.lists(st.lists(TERM, max_size=6), max_size=6)


@pytest.fixture
def connection() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    made.executescript(TABLES)
    return made


@given(st.integers(0, CHARACTERS - 1))
def test_each_number_is_a_character_that_can_be_written(number: int) -> None:
    character = character_of(number)
    assert number_of(character) == number
    assert character.encode().decode() == character != "\0"


def test_terms_beyond_all_characters_share_those_of_rare_ones() -> None:
    shared = {number_of(character_of(number)) for number in range(CHARACTERS, CHARACTERS + 5)}
    assert len(shared) == 5
    assert min(shared) >= SHARED


def test_the_commonest_term_has_the_first_character() -> None:
    assert spell([["so", "it", "goes"], ["it"], []]) == (["\x02\x01\x03", "\x01", ""], ["it", "so", "goes"])


@given(st.lists(SAID, max_size=3))
def test_what_is_spelt_is_read_as_it_was(episodes: list[list[list[str]]]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(TABLES)
    for said in episodes:
        library = Alphabet(connection)
        spelt, own = spell(said)
        translation = library.translation(own)
        for terms, characters in zip(said, spelt, strict=True):
            there = characters.translate(translation)
            read = terms_of(connection, there)
            assert [read[character] for character in there] == terms
            assert {term: characters_of(connection, [term])[term] for term in terms} == dict(
                zip(terms, there, strict=True)
            )


def test_a_term_that_no_episode_had_has_no_character(connection: sqlite3.Connection) -> None:
    Alphabet(connection).translation(["one", "two"])
    assert characters_of(connection, ["two", "three"]) == {"two": "\x02"}


def test_more_terms_than_a_statement_takes_values(connection: sqlite3.Connection) -> None:
    terms = [f"term{number}" for number in range(40_000)]
    Alphabet(connection).translation(terms)
    found = characters_of(connection, terms)
    assert list(found) == sorted(terms)
    assert terms_of(connection, found.values()) == {character: term for term, character in found.items()}
