"""Episodes as rows of the store: heads, chapters and quotable passages, each one sealed blob."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from transcript.index import texts
from transcript.index.alphabet import Alphabet
from transcript.index.analysis import Analysis
from transcript.index.blobs import compress_json, json_of, seal
from transcript.index.texts import LANGUAGE_BITS
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


class QuotableRow(NamedTuple):
    """A quotable passage: characters `first` to `last` of what is said from a segment on.

    `score` says how quotable it is, from 0 to 99; `is_explicit` is whether there is strong language in it or right
    before it.
    """

    segment: int
    first: int
    last: int
    speaker: str | None
    chapter: int | None
    score: int
    is_explicit: bool


def add(connection: sqlite3.Connection, analysis: Analysis, alphabet: Alphabet) -> int:
    """Write an episode, its words aside; its id."""
    run = connection.execute
    key = run("INSERT INTO episodes (slug) VALUES (?)", (analysis.slug,)).lastrowid or 0
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


def remove(connection: sqlite3.Connection, key: int) -> None:
    """Take an episode out, its words aside."""
    texts.remove(connection, key)
    span = (key << LANGUAGE_BITS, (key + 1) << LANGUAGE_BITS)
    connection.execute("DELETE FROM quotables WHERE id >= ? AND id < ?", span)
    connection.execute("DELETE FROM episodes WHERE id = ?", (key,))


def rename(connection: sqlite3.Connection, slugs: Mapping[int, str]) -> None:
    """Give episodes other slugs, which may be those of others among them."""
    connection.executemany("UPDATE episodes SET slug = NULL WHERE id = ?", [(key,) for key in slugs])
    for key, slug in slugs.items():
        (blob,) = connection.execute("SELECT head FROM episodes WHERE id = ?", (key,)).fetchone()
        head: Any = json_of(key, blob)
        head[0]["slug"] = slug
        row = (slug, seal(key, compress_json(head)), key)
        connection.execute("UPDATE episodes SET slug = ?, head = ? WHERE id = ?", row)


def read_heads(connection: sqlite3.Connection) -> list[Head]:
    """The head of each episode."""
    return [
        _head_of(key, json_of(key, blob))
        for key, blob in connection.execute("SELECT id, head FROM episodes ORDER BY id")
    ]


def _head_of(key: int, row: Any) -> Head:
    episode, seconds, titles = row
    lists = {"speakers": tuple(episode["speakers"]), "languages": tuple(episode["languages"])}
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


def count_quotables(connection: sqlite3.Connection) -> Iterator[tuple[int, Language, QuotableCounts]]:
    """Numbers of quotable passages by speaker and by `is_explicit`, for each episode and language."""
    codes = {number: code for code, number in texts.numbers_of(connection).items()}
    for id_, blob in connection.execute("SELECT id, passages FROM quotables"):
        language = texts.language_of(id_, codes)
        yield (
            id_ >> LANGUAGE_BITS,
            language,
            Counter((row.speaker, row.is_explicit) for row in _quotables_of(id_, blob)),
        )


def _quotables_of(id_: int, blob: bytes) -> Iterator[QuotableRow]:
    rows: Any = json_of(id_, blob)
    return (QuotableRow(*row) for row in rows)
