"""Answers of search to queries that are drawn from a library, or made of one that is made up, with their times."""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import statistics
import time
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from tests.bench.processes import private_memory, stall
from tests.drawn import NEVER, Drawn, draw, draw_foreign
from tests.made_up import SEED
from transcript.library import Library, open_library
from transcript.search import Match, search

KINDS = ("English with typos", "Chinese, 2 characters", "Chinese, 5-8 characters", "a question")
"""Kinds of queries of the made-up library."""


SHORTEST_SCANNED = 40
"""Characters; the plain scan leaves out what has no more."""


def queries(library: Library, number: int) -> dict[str, list[str]]:
    """Queries of each kind, from words that really stand somewhere in the library."""
    chance = random.Random(f"{SEED} queries")
    made: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for _ in range(number):
        head = chance.choice(library.episodes)
        segment = library.segments(head.slug, at := chance.randrange(head.segments), at)[0]
        words = segment.text["en"].replace(".", "").split()
        first = chance.randrange(len(words) - 9)
        made[KINDS[0]].append(" ".join(_slip(word, chance) for word in words[first : first + chance.randint(5, 9)]))
        sentence = chance.choice(segment.text["zh"].rstrip("。").split("。"))
        first = chance.randrange(len(sentence) - 8)
        made[KINDS[1]].append(sentence[first : first + 2])
        made[KINDS[2]].append(sentence[first : first + chance.randint(5, 8)])
        rare = sorted(words, key=len)[-3:]
        made[KINDS[3]].append(f"what did {(segment.speaker or '').split()[0]} say about {' '.join(rare)}?")
    return made


def _slip(word: str, chance: random.Random) -> str:
    """The word, a third of the time with two letters swapped or one left out."""
    if len(word) < 5 or chance.random() > 0.33:
        return word
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :] if chance.random() < 0.5 else word[:at] + word[at + 1 :]


def measure_made_up(folder: Path, number: int) -> dict[str, Any]:
    """Open the made-up library and search it, in this process."""
    with closing(open_library([folder / "files"], folder / "data")) as library:
        asked = queries(library, number)
        for query in asked[KINDS[0]][:5]:
            search(library, query)
        times = {kind: [_timed(library, query)[1] for query in each] for kind, each in asked.items()}
        memory = private_memory()
        some = list(itertools.chain(*zip(*asked.values(), strict=True)))[:50]
        waited = asyncio.run(stall(partial(search, library), some))
        return {"segments": library.segment_count, "times": times, "memory": memory, "stall": waited}


def _timed(library: Library, query: str) -> tuple[Any, float]:
    begun = time.perf_counter()
    answer = search(library, query)
    return answer, time.perf_counter() - begun


def scan(library: Library, drawn: Sequence[Drawn], number: int) -> tuple[float, float]:
    """A plain rapidfuzz scan over all texts but the shortest, which stand inside of any query: the median of its
    seconds, and the share that it has right at first."""
    places, texts = [], []
    for head in library.episodes:
        for segment in library.segments(head.slug, 0, head.segments):
            if len(segment.text.get("en", "")) > SHORTEST_SCANNED:
                places.append((head.slug, segment.index))
                texts.append(segment.text["en"].casefold())
    times, right = [], []
    said = [one for one in drawn if one.kind != NEVER]
    for one in said[:: max(1, len(said) // number)][:number]:
        begun = time.perf_counter()
        (_, _, at), *_ = process.extract(one.query.casefold(), texts, scorer=fuzz.partial_ratio, limit=1)
        times.append(time.perf_counter() - begun)
        right.append(places[at] in one.places)
    return statistics.median(times), statistics.mean(right)


def measure_drawn(
    files: Path, data: Path, other: tuple[Path, Path] | None, options: argparse.Namespace
) -> dict[str, Any]:
    """Answers to queries drawn from a library, as they are found in this process, with their times. Some that were
    never said in it are drawn from an `other` library, by its files and data."""
    with closing(open_library([files], data)) as library:
        drawn = draw(library, options.seed, options.each)
        if other is not None:
            with closing(open_library([other[0]], other[1])) as foreign:
                drawn += draw_foreign(library, foreign, options.seed, options.each)
        search(library, "warming up the words")
        rows, times = [], []
        for one in drawn:
            answer, spent = _timed(library, one.query)
            times.append(spent)
            right = [bool(_places(match) & one.places) for match in answer.matches]
            score = answer.matches[0].score if answer.matches else 0.0
            rows.append((one.kind, any(right[:1]), any(right), answer.confident, score))
        found = {"segments": library.segment_count, "rows": rows, "times": times, "memory": private_memory()}
        return found | {"scan": scan(library, drawn, options.scans) if options.scans else None}


def _places(match: Match) -> set[tuple[str, int]]:
    return {(match.episode, match.segment), *((slug, segment) for slug, segment, _ in match.also)}
