"""The words that occur in a library, on which shelves, how they are spelt and how they sound: tables of the store.

Questions name the shelves whose words they are about; where they name none, it is about all.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from transcript.language.normalise import is_paired
from transcript.language.spelling import spelling_keys

MOST_KEYS = 3000
"""Keys that are looked up for one query."""


MOST_BEGUN = 1000
"""Words with one beginning that are looked through."""


SPELT_AT_ONCE = 5_000
"""Words whose spelling keys are written together."""


def count(connection: sqlite3.Connection, changes: Mapping[int, Mapping[tuple[str, str], int]]) -> None:
    """Add to each word of each shelf, given with its term, the number of episodes that got it, less those that lost it.

    A word that no episode has any more is forgotten. Chinese and amounts have no spelling and are not kept.
    """
    run = connection.execute
    run("CREATE TEMP TABLE counted (word TEXT, term TEXT, shelf INTEGER, change INTEGER)")
    connection.executemany("INSERT INTO counted VALUES (?, ?, ?, ?)", sorted(_kept_changes(changes)))
    (last,) = run("SELECT ifnull(max(id), 0) FROM words").fetchone()
    run("INSERT OR IGNORE INTO words (word, term) SELECT DISTINCT word, term FROM counted ORDER BY word")
    run(
        """INSERT INTO uses SELECT id, shelf, change FROM counted JOIN words USING (word, term) WHERE true
        ON CONFLICT (of_word, shelf) DO UPDATE SET episodes = episodes + excluded.episodes"""
    )
    _write_spellings(connection, run("SELECT id, word FROM words WHERE id > ?", (last,)).fetchall())
    _forget_unused(connection)
    run("DROP TABLE counted")


def _kept_changes(changes: Mapping[int, Mapping[tuple[str, str], int]]) -> Iterator[tuple[str, str, int, int]]:
    """The changes as rows of the table `counted`."""
    for shelf, counts in changes.items():
        for (word, term), change in counts.items():
            if change and is_kept(term):
                yield word, term, shelf, change


def _write_spellings(connection: sqlite3.Connection, added: Sequence[tuple[int, str]]) -> None:
    """Write the spelling keys of new words."""
    for first in range(0, len(added), SPELT_AT_ONCE):  # of all together the keys would take more memory than all else
        some = added[first : first + SPELT_AT_ONCE]
        rows = sorted((key, id_) for id_, word in some for key in _hashed_keys(word))
        connection.executemany("INSERT OR IGNORE INTO spellings VALUES (?, ?)", rows)


def _forget_unused(connection: sqlite3.Connection) -> None:
    """Delete those of the words that were counted which no episode has any more."""
    run, run_each = connection.execute, connection.executemany
    lost = "SELECT id, shelf FROM counted JOIN words USING (word, term) WHERE change < 0"
    run(f"DELETE FROM uses WHERE episodes <= 0 AND (of_word, shelf) IN ({lost})")  # noqa: S608 - it stands above
    gone = run(
        """SELECT DISTINCT id, word FROM words JOIN counted USING (word, term)
        WHERE change < 0 AND NOT EXISTS (SELECT 1 FROM uses WHERE of_word = id)"""
    ).fetchall()
    keys = [(key, id_) for id_, word in gone for key in _hashed_keys(word)]
    run_each("DELETE FROM spellings WHERE key = ? AND word = ?", keys)
    run_each("DELETE FROM words WHERE id = ?", [(id_,) for id_, _ in gone])


def is_kept(term: str) -> bool:
    """True if the words of a term are kept: a word of letters, and neither a pair of characters nor an amount."""
    return term.isalpha() and (term.isascii() or not is_paired(term[0]))


def known(connection: sqlite3.Connection, terms: Sequence[str], shelves: Sequence[int]) -> set[str]:
    """Those of the terms that occur on these shelves."""
    sql = "SELECT DISTINCT term FROM words WHERE term IN (SELECT value FROM json_each(?))"
    return {row[0] for row in connection.execute(sql + _used_on_shelves(shelves), [json.dumps(terms), *shelves])}


def episode_counts(connection: sqlite3.Connection, words: Sequence[str], shelves: Sequence[int]) -> dict[str, int]:
    """The number of episodes on these shelves that have each of the words, of those that any has."""
    sql = f"""SELECT word, sum(episodes) FROM words JOIN uses ON of_word = id WHERE word IN
        (SELECT value FROM json_each(?)) {_on_shelves(shelves)} GROUP BY word"""  # noqa: S608 - marks alone
    return dict(connection.execute(sql, [json.dumps(words), *shelves]).fetchall())


def beginning_with(connection: sqlite3.Connection, prefix: str, shelves: Sequence[int], most: int = 12) -> list[str]:
    """Terms of the words that begin so, those of most episodes first, among as many words as are read at once."""
    sql = f"""SELECT term, sum(episodes) FROM words JOIN uses ON of_word = id WHERE word >= ? AND word < ?
        {_on_shelves(shelves)} GROUP BY word, term LIMIT ?"""  # noqa: S608 - marks alone
    rows = connection.execute(sql, [prefix, prefix + "\U0010ffff", *shelves, MOST_BEGUN]).fetchall()
    return list(dict.fromkeys(term for term, _ in sorted(rows, key=lambda row: (-row[1], row[0]))))[:most]


def alike(
    connection: sqlite3.Connection, keys: Iterable[str], shelves: Sequence[int]
) -> dict[str, list[tuple[str, str]]]:
    """The words on these shelves that have one of these spelling keys, each with its term, by the key."""
    hashed = {_hash_of(key): key for key in islice(keys, MOST_KEYS)}
    wanted = json.dumps(list(hashed))
    sql = """SELECT key, words.word, term FROM spellings JOIN words ON id = spellings.word
        WHERE key IN (SELECT value FROM json_each(?))"""
    found: dict[str, list[tuple[str, str]]] = {}
    for key, word, term in connection.execute(sql + _used_on_shelves(shelves), [wanted, *shelves]):
        found.setdefault(hashed[key], []).append((word, term))
    return found


def _on_shelves(shelves: Sequence[int]) -> str:
    """The condition for a use to be on one of these shelves; none where no shelf is named."""
    return f" AND shelf IN ({','.join('?' * len(shelves))})" if shelves else ""


def _used_on_shelves(shelves: Sequence[int]) -> str:
    """The condition for a word to be used on one of these shelves; none where no shelf is named."""
    return f" AND EXISTS (SELECT 1 FROM uses WHERE of_word = id {_on_shelves(shelves)})" if shelves else ""  # noqa: S608


def _hashed_keys(word: str) -> list[int]:
    return [_hash_of(key) for key in spelling_keys(word)]


def _hash_of(key: str) -> int:
    return zlib.crc32(key.encode())
