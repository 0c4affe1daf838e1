"""The words that occur in a library, how they are spelt and how they sound: two tables of the store."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from itertools import islice

from transcript.language.spelling import spelling_keys

MOST_KEYS = 3000
"""Keys that are looked up for one query."""


MOST_BEGUN = 1000
"""Words with one beginning that are looked through."""


def count(connection: sqlite3.Connection, seen: Iterable[tuple[str, str]], change: int) -> None:
    """Add or take away (`change` is 1 or -1) one episode for each word, given with its term.

    A word that no episode has any more is forgotten. Chinese and amounts have no spelling and are not kept.
    """
    run, run_each = connection.execute, connection.executemany
    for word, term in sorted(seen):
        if not term.isascii() or term.startswith("#"):
            continue
        found = run("SELECT episodes FROM words WHERE word = ?", (word,)).fetchone()
        episodes = (found[0] if found else 0) + change
        if found is not None and episodes > 0:
            run("UPDATE words SET episodes = ? WHERE word = ?", (episodes, word))
        elif found is not None:
            run("DELETE FROM words WHERE word = ?", (word,))
            run_each("DELETE FROM spellings WHERE key = ? AND word = ?", [(k, word) for k in _keys(word)])
        else:
            run("INSERT INTO words VALUES (?, ?, ?)", (word, term, episodes))
            run_each("INSERT OR IGNORE INTO spellings VALUES (?, ?, ?)", [(k, word, term) for k in _keys(word)])


def known(connection: sqlite3.Connection, terms: Sequence[str]) -> set[str]:
    """Those of the terms that occur in the library."""
    sql = f"SELECT DISTINCT term FROM words WHERE term IN ({marks(terms)})"  # noqa: S608
    return {row[0] for row in connection.execute(sql, terms)}


def beginning_with(connection: sqlite3.Connection, prefix: str, most: int = 12) -> list[str]:
    """Terms of the words that begin so, those of most episodes first, among as many words as are read at once."""
    sql = "SELECT term, episodes FROM words WHERE word >= ? AND word < ? LIMIT ?"
    rows = connection.execute(sql, (prefix, prefix + "\x7f", MOST_BEGUN)).fetchall()
    return list(dict.fromkeys(term for term, _ in sorted(rows, key=lambda row: (-row[1], row[0]))))[:most]


def alike(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """The library's words that have one of these spelling keys, each with its term, by the key."""
    hashed = {_hashed(key): key for key in islice(keys, MOST_KEYS)}
    wanted = list(hashed)
    sql = f"SELECT key, word, term FROM spellings WHERE key IN ({marks(wanted)})"  # noqa: S608
    found: dict[str, list[tuple[str, str]]] = {}
    for key, word, term in connection.execute(sql, wanted):
        found.setdefault(hashed[key], []).append((word, term))
    return found


def marks(values: Sequence[object]) -> str:
    """A question mark for each value: nothing else is ever put into a statement."""
    return ",".join("?" * len(values))


def _keys(word: str) -> list[int]:
    return [_hashed(key) for key in spelling_keys(word)]


def _hashed(key: str) -> int:
    return zlib.crc32(key.encode())
