"""One episode into the store, one episode out of it."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import NamedTuple

from transcript.index import texts, vocabulary
from transcript.index.pairs import pairs
from transcript.index.quotable import quotable
from transcript.index.texts import SegmentId, segment_id
from transcript.language.normalise import bare
from transcript.language.tokens import tokenise
from transcript.models import Segment, Transcript


class Postings(NamedTuple):
    """By what a segment is found: its terms and pairs, each once."""

    segment: SegmentId
    speaker: str | None
    terms: Collection[str]
    pairs: Collection[str]


def add(connection: sqlite3.Connection, transcript: Transcript, slug: str) -> tuple[int, Iterator[Postings]]:
    """Write an episode under a slug; its id, and the postings of its segments."""
    head = asdict(transcript.episode) | {"slug": slug}
    shares: Counter[str] = Counter()
    for segment in transcript.segments:
        if segment.speaker is not None:
            shares[segment.speaker] += int(1000 * segment.seconds)
    seconds = {name: spoken / 1000 for name, spoken in shares.items()}
    row = (slug, _json(head), _json(seconds))
    key = connection.execute("INSERT INTO episodes (slug, head, shares) VALUES (?, ?, ?)", row).lastrowid or 0
    chapters = ((key, c.index, _json(asdict(c))) for c in transcript.chapters)
    connection.executemany("INSERT INTO chapters VALUES (?, ?, ?)", chapters)
    titles = ((key, c.index, "\n".join(map(bare, c.title.values()))) for c in transcript.chapters)
    connection.executemany("INSERT INTO titles VALUES (?, ?, ?)", titles)
    _add_quotables(connection, key, transcript)
    return key, _add_segments(connection, key, transcript.segments)


def _add_quotables(connection: sqlite3.Connection, key: int, transcript: Transcript) -> None:
    rows = (
        (segment_id(key, one.segment), language, *one.span, one.speaker, one.chapter)
        for language in transcript.episode.languages
        for one in quotable(transcript.segments, language)
    )
    connection.executemany("INSERT INTO quotables VALUES (?, ?, ?, ?, ?, ?)", rows)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _add_segments(connection: sqlite3.Connection, key: int, segments: Sequence[Segment]) -> Iterator[Postings]:
    rows = ((segment_id(key, s.index), s.start, s.end, s.speaker, s.chapter, _json(s.marks)) for s in segments)
    connection.executemany("INSERT INTO segments VALUES (?, ?, ?, ?, ?, ?)", rows)
    tokens = [{language: tokenise(text, language) for language, text in s.text.items()} for s in segments]
    texts.write(
        connection,
        (
            texts.Text(segment_id(key, segment.index), language, text, one[language])
            for segment, one in zip(segments, tokens, strict=True)
            for language, text in segment.text.items()
        ),
    )
    seen = {(token.word, token.term) for one in tokens for each in one.values() for token in each}
    vocabulary.count(connection, seen, 1)
    for segment, here, following in zip(segments, tokens, [*tokens[1:], {}], strict=True):
        terms = {token.term: None for each in here.values() for token in each}
        both = {one: None for language, each in here.items() for one in pairs(each, following.get(language, ()))}
        yield Postings(segment_id(key, segment.index), segment.speaker, terms, both)


def remove(connection: sqlite3.Connection, key: int) -> None:
    """Take an episode out, and the words that only it had."""
    span = (segment_id(key, 0), segment_id(key + 1, 0))
    said = texts.read_segments(connection, span[0], span[1] - 1)
    seen = {
        (token.word, token.term)
        for one in said
        for language, text in one.text.items()
        for token in tokenise(text, language)
    }
    vocabulary.count(connection, seen, -1)
    texts.remove(connection, *span)
    for table in ("segments", "quotables"):
        connection.execute(f"DELETE FROM {table} WHERE id >= ? AND id < ?", span)  # noqa: S608 - one of these
    for table in ("chapters", "titles"):
        connection.execute(f"DELETE FROM {table} WHERE episode = ?", (key,))  # noqa: S608 - one of two
    connection.execute("DELETE FROM episodes WHERE id = ?", (key,))


def rename(connection: sqlite3.Connection, slugs: Mapping[int, str]) -> None:
    """Give episodes other slugs, which may be those of others among them."""
    connection.executemany("UPDATE episodes SET slug = NULL WHERE id = ?", [(key,) for key in slugs])
    for key, slug in slugs.items():
        (head,) = connection.execute("SELECT head FROM episodes WHERE id = ?", (key,)).fetchone()
        row = (slug, _json(json.loads(head) | {"slug": slug}), key)
        connection.execute("UPDATE episodes SET slug = ?, head = ? WHERE id = ?", row)
