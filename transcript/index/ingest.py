"""One episode into the store, one episode out of it."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from transcript.index import vocabulary
from transcript.index.offsets import pack
from transcript.index.quotable import quotable
from transcript.index.store import BITS, Terms
from transcript.language.normalise import bare
from transcript.language.tokens import tokenise
from transcript.models import Segment, Transcript


def add(
    connection: sqlite3.Connection, transcript: Transcript, slug: str
) -> tuple[int, Iterator[tuple[Segment, Terms]]]:
    """Write an episode under a slug; its id, and its segments with their terms as they are written."""
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
        (key << BITS | one.segment, language, *one.span, one.speaker, one.chapter)
        for language in transcript.episode.languages
        for one in quotable(transcript.segments, language)
    )
    connection.executemany("INSERT INTO quotables VALUES (?, ?, ?, ?, ?, ?)", rows)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _add_segments(
    connection: sqlite3.Connection, key: int, segments: Iterable[Segment]
) -> Iterator[tuple[Segment, Terms]]:
    seen: set[tuple[str, str]] = set()
    rows, place_rows = [], []
    term_rows: dict[str, list[tuple[int, str]]] = {"en": [], "zh": []}
    for segment in segments:
        en, zh = segment.text.get("en"), segment.text.get("zh")
        tokens = [tokenise(en) if en else [], tokenise(zh) if zh else []]
        made = Terms(*(" ".join([token.term for token in one]) for one in tokens))
        place = key << BITS | segment.index
        rows.append((place, segment.start, segment.end, segment.speaker, segment.chapter, en, zh, _json(segment.marks)))
        for language, line in made._asdict().items():
            term_rows[language].append((place, line))
        place_rows.append((place, *(pack((token.start, token.end) for token in one) for one in tokens)))
        seen.update((token.word, token.term) for one in tokens for token in one)
        yield segment, made
    connection.executemany("INSERT INTO segments VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    for language, texts in term_rows.items():
        connection.executemany(f"INSERT INTO terms_{language} VALUES (?, ?)", texts)  # noqa: S608 - one of two
    connection.executemany("INSERT INTO places VALUES (?, ?, ?)", place_rows)
    vocabulary.count(connection, seen, 1)


def remove(connection: sqlite3.Connection, key: int) -> None:
    """Take an episode out, and the words that only it had."""
    span = (key << BITS, (key + 1) << BITS)
    seen: set[tuple[str, str]] = set()
    for both in connection.execute("SELECT en, zh FROM segments WHERE id >= ? AND id < ?", span):
        seen.update((token.word, token.term) for words in both if words for token in tokenise(words))
    vocabulary.count(connection, seen, -1)
    for table in ("segments", "terms_en", "terms_zh", "places", "quotables"):
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
