"""The cost of shelves: a query of one server among a thousand with ten episodes each, beside one of a server with all.

    python -m tests.bench.shelves --folder build/bench

Episodes are short and made up from a seed, and some hundred different ones are put on the shelves again and again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from statistics import median

from tests.made_up import SEED, Vocabulary, english_word
from transcript.index import cache as caches
from transcript.index import update
from transcript.index.analysis import Analysis, analyse
from transcript.index.files import Name
from transcript.index.preparation import Outcome
from transcript.index.snapshots import publish
from transcript.index.store.blobs import compress_json
from transcript.index.store.store import FileRow
from transcript.index.writer import writing
from transcript.library.shelves import Shelves
from transcript.models import Episode, Segment, Transcript
from transcript.search import search

SERVERS, EACH = 1_000, 10
"""Servers, and the episodes that each has of its own."""


DIFFERENT = 500
"""Different episodes."""


SEGMENTS, WORDS = 8, 40
"""Segments of an episode, and words of a segment."""


BATCH = 5_000
"""Episodes that are written together."""


QUERIES = 200


@cache
def _said(number: int) -> tuple[str, ...]:
    """The words of a made-up episode, by segment."""
    chance = random.Random(f"{SEED} shelf {number}")
    words = _vocabulary().draw(chance, SEGMENTS * WORDS)
    return tuple(" ".join(words[at : at + WORDS]).capitalize() + "." for at in range(0, len(words), WORDS))


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary("en", 60_000, english_word)


def _head(slug: str) -> Episode:
    return Episode(slug, slug, None, ("Host",), ("en",), 20.0 * SEGMENTS, SEGMENTS)


@cache
def _analysed(number: int) -> Analysis:
    said = enumerate(_said(number))
    segments = [Segment(at, 20.0 * at, 20.0 * at + 20, "Host", None, {"en": text}) for at, text in said]
    return analyse(Transcript(_head(""), (), tuple(segments)), "")


def _outcome(slug: str, number: int) -> Outcome:
    head = compress_json([asdict(_head(slug)), {"Host": 20.0 * SEGMENTS}, []])
    return Outcome(replace(_analysed(number % DIFFERENT), slug=slug, head=head), None)


def _built(folder: Path, servers: int, each: int) -> Path:
    """The cache of so many servers with so many episodes each; it is built unless it is there."""
    place = caches.place_of([folder / f"{servers}x{each}"], folder / "shelves")
    if (place / "1" / "snapshots").exists():
        return place
    made = caches.fresh(place)
    rows = [(shelf, number) for shelf in range(1, servers + 1) for number in range(each)]
    for first in range(0, len(rows), BATCH):
        some = [
            FileRow(f"/{shelf}/{number}", update.LASTING, "", None, None, shelf)
            for shelf, number in rows[first : first + BATCH]
        ]
        with writing(made.store, made.index, some) as writer:
            for row, (shelf, number) in zip(some, rows[first : first + BATCH], strict=True):
                name = Name(f"episode-{shelf}-{number}", row.path, (), shelf, is_lasting=True)
                writer.write(row, _outcome(name.slug, shelf * each + number), name)
    publish(made.store.path.parent, made.store.revision)
    made.store.close()
    return place


def _questions(numbers: list[int]) -> Iterator[str]:
    """Seven words that stand together in one of the episodes."""
    chance = random.Random(f"{SEED} questions")
    for _ in range(QUERIES):
        words = chance.choice(_said(chance.choice(numbers) % DIFFERENT)).rstrip(".").split()
        first = chance.randrange(len(words) - 7)
        yield " ".join(words[first : first + 7])


def _measure(place: Path, shelf: int, each: int) -> tuple[float, float, float]:
    """Seconds to open the library, and in the median and at 95 % of processor time for a query on that shelf."""
    begun = time.perf_counter()
    shelves = Shelves(place=place)
    shelves.refresh()
    opened = time.perf_counter() - begun
    library = shelves.seen_in(shelf)
    asked = list(_questions([shelf * each + number for number in range(each)]))
    for question in asked[:10]:
        search(library, question)
    spent = []
    for question in asked:
        begun = time.process_time()
        answer = search(library, question)
        spent.append(time.process_time() - begun)
        assert {match.episode.split("-")[1] for match in answer.matches} <= {str(shelf)}
    return opened, median(spent), sorted(spent)[int(0.95 * len(spent))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--servers", type=int, default=SERVERS)
    options = parser.parse_args()
    for servers, each in ((options.servers, EACH), (1, options.servers * EACH)):
        place = _built(options.folder, servers, each)
        opened, middle, slow = _measure(place, (servers + 1) // 2, each)
        sys.stdout.write(
            f"{servers:,} servers with {each:,} episodes each: a query {1000 * middle:.1f} ms, 95 % under "
            f"{1000 * slow:.1f} ms; opened in {opened:.2f} s\n"
        )


if __name__ == "__main__":
    main()
