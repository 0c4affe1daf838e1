"""Terms as characters: what a segment says is a string with one character a term.

So a library's terms take a third of the room of their words, need no unpacking, and are gone through at the speed of
strings. Each library has its own alphabet, in which the terms that were met first, which are the commonest, take the
fewest bytes.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

SURROGATES = range(0xD800, 0xE000)
"""Codes that are no characters."""


CHARACTERS = 0x110000 - len(SURROGATES) - 1
"""Characters that there are, but for NUL."""


SHARED = CHARACTERS // 2
"""Should a library have more terms than there are characters, the rare ones share so many of them: in a closer look one
of these may then be taken for another."""


def character_of(number: int) -> str:
    """The character of the term that was met after so many others."""
    if number >= CHARACTERS:
        number = SHARED + number % SHARED
    code = number + 1
    return chr(code if code < SURROGATES.start else code + len(SURROGATES))


def number_of(character: str) -> int:
    """The number of the term that has a character, the first if several share it."""
    code = ord(character)
    return (code if code < SURROGATES.start else code - len(SURROGATES)) - 1


def spell(said: Iterable[Sequence[str]]) -> tuple[list[str], list[str]]:
    """Lists of terms as strings in an alphabet of their own, and the terms of that alphabet, the commonest first."""
    lists = list(said)
    counted = Counter(chain.from_iterable(lists))
    alphabet = [term for term, _ in counted.most_common()]
    characters = {term: character_of(number) for number, term in enumerate(alphabet)}
    return ["".join(map(characters.__getitem__, one)) for one in lists], alphabet


class Alphabet:
    """The alphabet of a library while it is written, as far as it is known."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, str] = {}

    def translation(self, terms: Sequence[str]) -> dict[int, str]:
        """A table for `str.translate`, from an alphabet of these terms alone to that of the library, which takes in
        those that it did not have."""
        new = [term for term in terms if term not in self._known]
        self._known |= characters_of(self._connection, new)
        (last,) = self._connection.execute("SELECT ifnull(max(id), 0) FROM alphabet").fetchone()
        added = list(enumerate((term for term in new if term not in self._known), last + 1))
        self._connection.executemany("INSERT INTO alphabet VALUES (?, ?)", added)
        self._known.update((term, character_of(id_ - 1)) for id_, term in added)
        return dict(
            zip(map(ord, map(character_of, range(len(terms)))), map(self._known.__getitem__, terms), strict=True)
        )


def characters_of(connection: sqlite3.Connection, terms: Sequence[str]) -> dict[str, str]:
    """The characters of those of the terms that the library has."""
    sql = "SELECT term, id FROM alphabet WHERE term IN (SELECT value FROM json_each(?))"
    return {term: character_of(id_ - 1) for term, id_ in connection.execute(sql, (json.dumps(terms),))}


def terms_of(connection: sqlite3.Connection, characters: Iterable[str]) -> dict[str, str]:
    """The terms of characters, the first of those that share one."""
    sql = "SELECT id, term FROM alphabet WHERE id IN (SELECT value FROM json_each(?))"
    numbers = json.dumps([number_of(character) + 1 for character in set(characters)])
    return {character_of(id_ - 1): term for id_, term in connection.execute(sql, (numbers,))}
