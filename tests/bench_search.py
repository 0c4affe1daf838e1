"""`python -m tests.bench_search`: how well, how surely and how fast search answers queries drawn from real
text, beside a plain scan of it; and how fast it is over ten thousand made-up episodes.

Each library is opened and searched in a process of its own, so that its memory is that of search alone.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from stat import S_ISREG
from typing import Any

from rapidfuzz import fuzz, process

from bot.runtime import make_room
from tests.conftest import ROOT, SAMPLES
from tests.drawn import Drawn, draw, draw_foreign
from tests.made_up import EPISODES, MADE_UP, SEED, built
from transcript.library import Library, open_library
from transcript.search import Match, search

SCALE = ROOT.parent / "shared" / "scale" / "library.py"
"""Writes the real library, where there is one."""


KINDS = ("English with typos", "Chinese, 2 characters", "Chinese, 5-8 characters", "a question")
"""Kinds of queries of the made-up library."""


NEVER = "never said"


SHORTEST_SCANNED = 40
"""Characters; the plain scan leaves out what has no more."""


BANDS = ((50, 72), (72, 90), (90, 101))
"""Scores, from and to below, by which it is told how many of the sure matches are right."""


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


async def stall(ask: Callable[[str], object], asked: list[str]) -> float:
    """The longest that an event loop stands still while all of that is asked at once in threads, in seconds."""
    make_room(asyncio.get_running_loop())
    await asyncio.gather(*(asyncio.to_thread(ask, query) for query in asked[:12]))  # each thread opens once
    longest, running = 0.0, True

    async def tick() -> None:
        nonlocal longest
        while running:
            begun = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - begun - 0.001)

    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0.05)
    longest = 0.0
    await asyncio.gather(*(asyncio.to_thread(ask, query) for query in asked))
    running = False
    await ticking
    return longest


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


def report_drawn(found: dict[str, Any]) -> None:
    """Print what was measured of queries that were drawn."""
    said = [row for row in found["rows"] if row[0] != NEVER]
    never = [row for row in found["rows"] if row[0] == NEVER]
    by_kind: dict[str, list[Any]] = defaultdict(list)
    for row in said:
        by_kind[row[0]].append(row)
    _say("queries", f"{len(said)} of it, {len(never)} of another")
    _say("recall@1, recall@5", f"{_share([row[1] for row in said])}, {_share([row[2] for row in said])}")
    for kind, rows in by_kind.items():
        _say(f"  {kind}: recall@1, sure", f"{_share([row[1] for row in rows])}, {_share([row[3] for row in rows])}")
    _say("confident and right", _share([row[1] and row[3] for row in said]))
    _say("confident and wrong", _share([row[3] and not row[1] for row in said]))
    if never:
        _say("of another, refused", _share([not row[3] for row in never]))
    for low, high in BANDS:
        band = [row[1] for row in found["rows"] if row[3] and low <= row[4] < high]
        _say(f"right of the sure ones, score {low} to {high - 1}", f"{_share(band)} of {len(band)}")
    _say_times("search", found["times"])
    if found["scan"]:
        seconds, right = found["scan"]
        faster = seconds / statistics.median(found["times"])
        _say("a plain scan", f"{1000 * seconds:,.0f} ms, {faster:,.0f} times as long; recall@1 {right:.3f}")
    _say_memory(found["memory"])


def report_made_up(found: dict[str, Any]) -> None:
    """Print what was measured of the made-up library."""
    times: dict[str, list[float]] = found["times"]
    for kind, each in [*times.items(), ("all", list(itertools.chain(*times.values())))]:
        _say_times(f"search: {kind}", each)
    _say("longest stall, 50 searches at once", f"{1000 * found['stall']:.0f} ms")
    _say_memory(found["memory"])


def private_memory() -> dict[str, float]:
    """The process's own memory in MB: what it holds, and pages of files that it alone has mapped."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="utf-8").splitlines()
    sizes = {line.split()[0].rstrip(":"): int(line.split()[1]) / 1024 for line in lines[1:]}
    return {"held": sizes["Anonymous"], "mapped": sizes["Private_Dirty"] + sizes["Private_Clean"] - sizes["Anonymous"]}


def _say_memory(memory: dict[str, float]) -> None:
    _say("private memory", f"{memory['held']:.0f} MB, and {memory['mapped']:.0f} MB of the mapped index")


def _say_times(name: str, times: Sequence[float]) -> None:
    ordered = sorted(times)
    at = (1000 * ordered[min(len(ordered) - 1, int(len(ordered) * part))] for part in (0.5, 0.95, 0.99))
    _say(name, "p50 {:.1f}  p95 {:.1f}  p99 {:.1f} ms".format(*at))


def _say(name: str, value: str) -> None:
    sys.stdout.write(f"{name:<46}{value}\n")
    sys.stdout.flush()


def _share(flags: Sequence[bool]) -> str:
    return f"{sum(flags) / max(1, len(flags)):.3f}"


def _size(folder: Path) -> float:
    """The megabytes of all files in a folder, each once, by however many names: snapshots share theirs."""
    found = {(at.st_dev, at.st_ino): at.st_size for at in map(Path.stat, folder.rglob("*")) if S_ISREG(at.st_mode)}
    return sum(found.values()) / 2**20


def _say_built(name: str, data: Path, built_in: tuple[float, float], segments: int) -> None:
    seconds, spent = built_in
    took = f", built in {seconds:.0f} s, {spent:.0f} s of processor time" if seconds else ""
    _say(name, f"{segments:,} segments{took}")
    _say("index on disk", f"{_size(data):.0f} MB")


def _build(files: Path, data: Path) -> tuple[float, float]:
    """Index files in a process of its own, unless it was done before; the seconds that it took, and those of processor
    time."""
    before = data.exists()
    spent = _spent_by(partial(subprocess.run, [*_SELF, "--open", str(files), str(data)], check=True))
    return (0.0, 0.0) if before else spent


def _spent_by(work: Callable[[], object]) -> tuple[float, float]:
    """The seconds that work takes, and those of processor time, of this process and of those that it started."""
    begun, spent = time.perf_counter(), sum(os.times()[:4])
    work()
    return time.perf_counter() - begun, sum(os.times()[:4]) - spent


_SELF = (sys.executable, "-m", "tests.bench_search")


def _measured(options: argparse.Namespace, *what: str) -> dict[str, Any]:
    """The figures that this module measures in a process of its own."""
    given = ("--seed", str(options.seed), "--each", str(options.each), "--scans", str(options.scans))
    command = [*_SELF, *given, "--queries", str(options.queries), *what]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def bench_real(folder: Path, options: argparse.Namespace) -> None:
    """The shipped transcript and, where it is, the real library: fragments of each are foreign to the other."""
    libraries = {"the shipped transcript": (SAMPLES, folder / "shipped")}
    if SCALE.exists():
        files = folder / "real"
        if not files.exists():
            subprocess.run([sys.executable, str(SCALE), str(files)], check=True, stdout=subprocess.DEVNULL)
        libraries["the real library"] = (files, folder / "real-data")
    built_in = {name: _build(*where) for name, where in libraries.items()}
    for name, where in libraries.items():
        others = [other for other in libraries.values() if other is not where]
        found = _measured(options, "--drawn", *map(str, itertools.chain(where, *others)))
        files, data = where
        _say_built(name, data, built_in[name], found["segments"])
        _say("… of its transcripts", f"{_size(data) / _size(files):.1f} times")
        report_drawn(found)


def bench_made_up(folder: Path, options: argparse.Namespace) -> None:
    """The made-up library."""
    before = folder.exists()
    spent = _spent_by(partial(built, folder, options.episodes))
    built_in = (0.0, 0.0) if before else spent
    found = _measured(options, "--made-up", str(folder))
    _say_built(f"{options.episodes:,} made-up episodes", folder / "data", built_in, found["segments"])
    report_made_up(found)


def main() -> None:
    """Build, measure in processes of their own, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--episodes", type=int, default=EPISODES, help="that are made up; 0 leaves them out")
    parser.add_argument("--queries", type=int, default=250, help="of each kind, in the made-up library")
    parser.add_argument("--scans", type=int, default=20, help="queries of the plain scan; 0 leaves it out")
    parser.add_argument("--folder", type=Path, help="where the libraries are kept, and found again")
    parser.add_argument("--each", type=int, default=40, help="queries of each kind, drawn from real text")
    parser.add_argument("--seed", type=int, default=1, help="of these")
    for hidden in ("--open", "--drawn", "--made-up"):
        parser.add_argument(hidden, nargs="+", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.open:
        open_library([options.open[0]], options.open[1]).close()
    elif options.drawn:
        files, data, *other = options.drawn
        sys.stdout.write(json.dumps(measure_drawn(files, data, (other[0], other[1]) if other else None, options)))
    elif options.made_up:
        sys.stdout.write(json.dumps(measure_made_up(options.made_up[0], options.queries)))
    else:
        folder = options.folder.resolve() if options.folder else Path(tempfile.mkdtemp(prefix="bench-"))
        bench_real(folder, options)
        if options.episodes:
            bench_made_up(folder / MADE_UP, options)
        if options.folder is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
