"""Episodes as rows of the store: heads, chapters and quotable passages, each one sealed blob."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from transcript.index.analysis import Analysis
from transcript.index.store import texts
from transcript.index.store.alphabet import Alphabet
from transcript.index.store.blobs import compress_json, json_of, seal
from transcript.index.store.texts import LANGUAGE_BITS
from transcript.language.tokens import compound_parts, tokenise
from transcript.models import Chapter, Episode, Language


class Head(NamedTuple):
    """An episode without its words: with the `seconds` that each speaker speaks, and the `titles` of its
    chapters, each in its languages as names are compared. `key` is the episode's id in the cache."""

    key: int
    episode: Episode
    seconds: dict[str, float]
    titles: list[list[str]]


QuotableCounts: TypeAlias = Counter[tuple[str | None, bool]]
"""Numbers of quotable passages, by who speaks and whether there is strong language in them."""


class Known(NamedTuple):
    """The names of an episode: `slug` by people, `identity` by buttons and databases; and the shelf it stands on."""

    slug: str
    identity: str
    shelf: int = 0


class QuotableRow(NamedTuple):
    """A quotable passage: characters `first` to `last` of what is said from a segment on.

    `score` says how quotable it is, from 0 to 99; `is_explicit` is whether there is strong language in it or right
    before it; `words` is the fingerprint of its words.
    """

    segment: int
    first: int
    last: int
    speaker: str | None
    chapter: int | None
    score: int
    is_explicit: bool
    words: int


def add(connection: sqlite3.Connection, analysis: Analysis, alphabet: Alphabet, known: Known, revision: int) -> int:
    """Write an episode, its words aside, that is there from a revision on; its id."""
    run = connection.execute
    sql = "INSERT INTO episodes (slug, identity, shelf, born, named) VALUES (?, ?, ?, ?, ?)"
    key = run(sql, (known.slug, known.identity, known.shelf, revision, revision)).lastrowid or 0
    row = seal(key, analysis.head), seal(key, analysis.chapters), key
    run("UPDATE episodes SET head = ?, chapters = ? WHERE id = ?", row)
    texts.write(connection, key, analysis, alphabet)
    numbers = texts.numbers_of(connection)
    for language, blob in analysis.quotables:
        id_ = key << LANGUAGE_BITS | numbers[language]
        run("INSERT INTO quotables VALUES (?, ?)", (id_, seal(id_, blob)))
    return key


def words_of(connection: sqlite3.Connection, key: int) -> set[tuple[str, str]]:
    """The words of an episode, each with its term."""
    said = list(texts.said_in(connection, key))
    tokens = (token for language, text in said for token in tokenise(text, language))
    parts = (part for language, text in said for part in compound_parts(text, language))
    return {(token.word, token.term) for token in tokens}.union(parts)


def mark_gone(connection: sqlite3.Connection, key: int, revision: int, now: float) -> None:
    """Note that an episode is not there from a revision on. Whoever reads an older one still finds all of it."""
    sql = "UPDATE episodes SET slug = NULL, gone = ?, gone_at = ? WHERE id = ?"
    connection.execute(sql, (revision, now, key))


def sweep_gone(connection: sqlite3.Connection, before: float) -> None:
    """Delete the episodes that were gone by then."""
    for (key,) in connection.execute("SELECT id FROM episodes WHERE gone_at < ?", (before,)).fetchall():
        texts.remove(connection, key)
        span = (key << LANGUAGE_BITS, (key + 1) << LANGUAGE_BITS)
        connection.execute("DELETE FROM quotables WHERE id >= ? AND id < ?", span)
        connection.execute("DELETE FROM episodes WHERE id = ?", (key,))


def rename(connection: sqlite3.Connection, names: Mapping[int, Known], revision: int) -> None:
    """Give episodes other names, which may be those of others among them, from a revision on."""
    connection.executemany("UPDATE episodes SET slug = NULL WHERE id = ?", [(key,) for key in names])
    for key, known in names.items():
        (blob,) = connection.execute("SELECT head FROM episodes WHERE id = ?", (key,)).fetchone()
        head: Any = json_of(key, blob)
        head[0]["slug"] = known.slug
        row = (known.slug, known.identity, revision, seal(key, compress_json(head)), key)
        connection.execute("UPDATE episodes SET slug = ?, identity = ?, named = ?, head = ? WHERE id = ?", row)


def read_known(connection: sqlite3.Connection) -> dict[int, Known]:
    """The names of each episode that is there."""
    rows = connection.execute("SELECT id, slug, identity, shelf FROM episodes WHERE gone IS NULL")
    return {key: Known(slug, identity, shelf) for key, slug, identity, shelf in rows}


_THERE = "born <= :revision AND (gone IS NULL OR gone > :revision)"
"""The condition for an episode to be there at a revision."""


def read_heads(connection: sqlite3.Connection, shelf: int, revision: int) -> list[Head]:
    """The head of each episode of a shelf at a revision."""
    sql = f"SELECT id, identity, head FROM episodes WHERE shelf = :shelf AND {_THERE} ORDER BY id"  # noqa: S608
    rows = connection.execute(sql, {"shelf": shelf, "revision": revision})
    return [_head_of(key, identity, json_of(key, blob)) for key, identity, blob in rows]


Stamp: TypeAlias = tuple[int, ...]
"""The stamp of a shelf: another one where it has other episodes, or the same under other names. Its first part is how
many there are.
"""


def stamp_shelves(connection: sqlite3.Connection, revision: int) -> dict[int, Stamp]:
    """The stamp of each shelf that has episodes at a revision."""
    sql = f"SELECT shelf, count(*), sum(id), max(named) FROM episodes WHERE {_THERE} GROUP BY shelf"  # noqa: S608
    return {shelf: tuple(stamp) for shelf, *stamp in connection.execute(sql, {"revision": revision})}


def _head_of(key: int, identity: str, row: Any) -> Head:
    episode, seconds, titles = row
    lists = {"speakers": tuple(episode["speakers"]), "languages": tuple(episode["languages"]), "identity": identity}
    return Head(key, Episode(**episode | lists), seconds, titles)


def read_chapters(connection: sqlite3.Connection, key: int) -> list[Chapter]:
    """The chapters of an episode in their order."""
    rows: list[Any] = [
        json_of(key, blob) for (blob,) in connection.execute("SELECT chapters FROM episodes WHERE id = ?", (key,))
    ]
    return [Chapter(**chapter) for chapters in rows for chapter in chapters]


def read_quotables(connection: sqlite3.Connection, key: int, language: Language) -> list[QuotableRow]:
    """An episode's quotable passages in a language, in their order."""
    sql = "SELECT id, passages FROM quotables WHERE id = ? << ? | (SELECT number FROM languages WHERE code = ?)"
    return [
        row for id_, blob in connection.execute(sql, (key, LANGUAGE_BITS, language)) for row in _quotables_of(id_, blob)
    ]


def count_quotables(
    connection: sqlite3.Connection, keys: Iterable[int]
) -> Iterator[tuple[int, Language, QuotableCounts]]:
    """Numbers of quotable passages by speaker and by `is_explicit`, for each of the episodes and each language."""
    codes = {number: code for code, number in texts.numbers_of(connection).items()}
    sql = "SELECT id, passages FROM quotables WHERE id >= ? AND id < ?"
    for key in keys:
        for id_, blob in connection.execute(sql, (key << LANGUAGE_BITS, (key + 1) << LANGUAGE_BITS)):
            counts = Counter((row.speaker, row.is_explicit) for row in _quotables_of(id_, blob))
            yield key, texts.language_of(id_, codes), counts


def _quotables_of(id_: int, blob: bytes) -> Iterator[QuotableRow]:
    rows: Any = json_of(id_, blob)
    return (QuotableRow(*row) for row in rows)
