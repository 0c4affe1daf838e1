"""The words that occur in a library, how they are spelt and how they sound: two tables of the store."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from transcript.language.normalise import is_paired
from transcript.language.spelling import spelling_keys

MOST_KEYS = 3000
"""Keys that are looked up for one query."""


MOST_BEGUN = 1000
"""Words with one beginning that are looked through."""


SPELT_AT_ONCE = 5_000
"""Words whose spelling keys are written together."""


def count(connection: sqlite3.Connection, changes: Mapping[tuple[str, str], int]) -> None:
    """Add to each word, given with its term, the number of episodes that got it, less those that lost it.

    A word that no episode has any more is forgotten. Chinese and amounts have no spelling and are not kept.
    """
    run, run_each = connection.execute, connection.executemany
    run("CREATE TEMP TABLE counted (word TEXT, term TEXT, change INTEGER, PRIMARY KEY (word, term)) WITHOUT ROWID")
    kept = sorted((word, term, change) for (word, term), change in changes.items() if change and is_kept(term))
    run_each("INSERT INTO counted VALUES (?, ?, ?)", kept)
    (last,) = run("SELECT ifnull(max(id), 0) FROM words").fetchone()
    run(
        """INSERT INTO words (word, term, episodes) SELECT word, term, change FROM counted ORDER BY word
        ON CONFLICT (word, term) DO UPDATE SET episodes = episodes + excluded.episodes"""
    )
    added = run("SELECT id, word FROM words WHERE id > ?", (last,)).fetchall()
    for first in range(0, len(added), SPELT_AT_ONCE):  # of all together the keys would take more memory than all else
        some = added[first : first + SPELT_AT_ONCE]
        rows = sorted((key, id_) for id_, word in some for key in _hashed_keys(word))
        run_each("INSERT OR IGNORE INTO spellings VALUES (?, ?)", rows)
    gone = run("SELECT id, word FROM words JOIN counted USING (word, term) WHERE episodes <= 0").fetchall()
    run_each(
        "DELETE FROM spellings WHERE key = ? AND word = ?", [(k, id_) for id_, word in gone for k in _hashed_keys(word)]
    )
    run_each("DELETE FROM words WHERE id = ?", [(id_,) for id_, _ in gone])
    run("DROP TABLE counted")


def is_kept(term: str) -> bool:
    """True if the words of a term are kept: a word of letters, and neither a pair of characters nor an amount."""
    return term.isalpha() and not is_paired(term[0])


def known(connection: sqlite3.Connection, terms: Sequence[str]) -> set[str]:
    """Those of the terms that occur in the library."""
    sql = f"SELECT DISTINCT term FROM words WHERE term IN ({marks(terms)})"  # noqa: S608 - marks alone
    return {row[0] for row in connection.execute(sql, terms)}


def episode_counts(connection: sqlite3.Connection, words: Sequence[str]) -> dict[str, int]:
    """The number of episodes that have each of the words, of those that any has."""
    sql = f"SELECT word, sum(episodes) FROM words WHERE word IN ({marks(words)}) GROUP BY word"  # noqa: S608 - marks alone
    return dict(connection.execute(sql, words).fetchall())


def beginning_with(connection: sqlite3.Connection, prefix: str, most: int = 12) -> list[str]:
    """Terms of the words that begin so, those of most episodes first, among as many words as are read at once."""
    sql = "SELECT term, episodes FROM words WHERE word >= ? AND word < ? LIMIT ?"
    rows = connection.execute(sql, (prefix, prefix + "\U0010ffff", MOST_BEGUN)).fetchall()
    return list(dict.fromkeys(term for term, _ in sorted(rows, key=lambda row: (-row[1], row[0]))))[:most]


def alike(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """The library's words that have one of these spelling keys, each with its term, by the key."""
    hashed = {_hash_of(key): key for key in islice(keys, MOST_KEYS)}
    wanted = list(hashed)
    sql = f"""SELECT key, words.word, term FROM spellings JOIN words ON words.id = spellings.word
        WHERE key IN ({marks(wanted)})"""  # noqa: S608 - marks alone
    found: dict[str, list[tuple[str, str]]] = {}
    for key, word, term in connection.execute(sql, wanted):
        found.setdefault(hashed[key], []).append((word, term))
    return found


def marks(values: Sequence[object]) -> str:
    """A question mark for each value: nothing else is ever put into a statement."""
    return ",".join("?" * len(values))


def _hashed_keys(word: str) -> list[int]:
    return [_hash_of(key) for key in spelling_keys(word)]


def _hash_of(key: str) -> int:
    return zlib.crc32(key.encode())
