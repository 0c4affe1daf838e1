"""`python -m tests.bench_search`: how well, how surely and how fast search answers queries drawn from real text, and
how large, how fast and how even it is over a thousand made-up episodes.

The library is made from a seed, in two languages, with a vocabulary that grows as real ones do: words are drawn by
Zipf's law from far more than occur in one episode, and each episode has words of its own that it keeps coming back to.
It goes through the indexing of real files, save for the reading of them; the measuring is done in a fresh process.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.runtime import make_room
from tests.conftest import ROOT, SAMPLES
from tests.drawn import Drawn, draw, draw_foreign
from tests.quotes import words
from transcript.index import cache as caches
from transcript.index import update
from transcript.index.analysis import analyse
from transcript.index.files import digest_of, stamp_of
from transcript.index.preparation import Outcome
from transcript.index.store import FileRow
from transcript.language.frequency import general_words
from transcript.library import Library, open_library
from transcript.models import Episode, Segment, Transcript
from transcript.search import Match, search

SEED = 20250630


MADE_UP = "made-up"
"""The folder that is all the benchmarks' own, in the one that they are given."""


EPISODES, SEGMENTS = 1_000, 280


ENGLISH_WORDS, CHINESE_WORDS = 65, 55


KINDS = ("English with typos", "Chinese, 2 characters", "Chinese, 5-8 characters", "a question")


_CHARACTERS = general_words("char")


class Vocabulary:
    """Words drawn by Zipf's law; the commonest are the commonest of the language, the rest are made up."""

    def __init__(self, language: str, size: int, made_up: Callable[[random.Random], str]) -> None:
        chance = random.Random(f"{SEED} {language}")
        known = [word for word in general_words(language) if len(word) > 1 or language == "en"]
        seen = set(known)
        while len(known) < size:
            word = made_up(chance)
            if word not in seen:
                seen.add(word)
                known.append(word)
        self.words = known
        self.weights = list(itertools.accumulate(1.0 / (rank + 2.7) for rank in range(size)))

    def draw(self, chance: random.Random, number: int) -> list[str]:
        """That many words, a sixth of them from a few dozen that the episode is about."""
        own = [self.words[int(len(self.words) ** chance.uniform(0.55, 1.0)) - 1] for _ in range(60)]
        drawn = chance.choices(self.words, cum_weights=self.weights, k=number)
        for place in range(0, number, 6):
            drawn[place] = own[int(60 * chance.random() ** 2)]
        return drawn


def _english(chance: random.Random) -> str:
    """A word of two to five syllables, about as long and as unlike others as rare words and names are."""
    onsets = words(
        "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p ph pl pr qu r s sc sh sl sp st str t th tr v w z"
    )
    vowels = words("a e i o u ai ea ee ie io oa oo ou y")
    ends = words("n r l s t m d k p x nd nt rd rt st ck ng") + [""] * 9
    parts = (chance.choice(onsets) + chance.choice(vowels) + chance.choice(ends) for _ in range(chance.randint(2, 4)))
    return "".join(parts)[:14]


def _chinese(chance: random.Random) -> str:
    """A word of two or three of the characters that are in use."""
    return "".join(chance.choice(_CHARACTERS) for _ in range(2 + (chance.random() < 0.2)))


def episodes(number: int) -> Iterator[Transcript]:
    """The made-up episodes."""
    english, chinese = Vocabulary("en", 220_000, _english), Vocabulary("zh", 60_000, _chinese)
    for index in range(number):
        chance = random.Random(f"{SEED} {index}")
        words = english.draw(chance, ENGLISH_WORDS * SEGMENTS)
        han = chinese.draw(chance, CHINESE_WORDS * SEGMENTS)
        host, guest = f"Host {english.words[9000 + index % 7]}".title(), f"{english.words[9100 + index]} Guest".title()
        segments = []
        for place in range(SEGMENTS):
            text = {
                "en": _sentences(words[place * ENGLISH_WORDS : (place + 1) * ENGLISH_WORDS], " ", ". ", "."),
                "zh": _sentences(han[place * CHINESE_WORDS : (place + 1) * CHINESE_WORDS], "", "。", "。"),
            }
            speaker = guest if place % 3 else host
            segments.append(Segment(place, 25.0 * place, 25.0 * place + 25, speaker, None, text))
        head = Episode(f"episode-{index:04}", f"Episode {index}", None, (host, guest), ("en", "zh"), 7000.0, SEGMENTS)
        yield Transcript(head, (), tuple(segments))


def _sentences(words: list[str], between: str, stop: str, end: str) -> str:
    return stop.join(between.join(words[at : at + 13]) for at in range(0, len(words), 13)) + end


def built(folder: Path, number: int) -> float:
    """Build the library, unless it is there and by the rules of today; the seconds that it took."""
    if any(caches.place_of([folder / "files"], folder / "data").iterdir()):
        return 0.0
    for old in ("files", "data"):
        shutil.rmtree(folder / old, ignore_errors=True)
    return build(folder, number)


def build(folder: Path, number: int) -> float:
    """Index the episodes under files that stand for them; the seconds that it took, without making them up."""
    files = folder / "files"
    files.mkdir(parents=True)
    paths = [files / f"episode-{index:04}.txt" for index in range(number)]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    place = caches.place_of([files], folder / "data")
    made = caches.fresh(place)
    rows = [FileRow(str(path), stamp_of(path), digest_of(path), None, None) for path in paths]
    transcripts = episodes(number)
    spent = 0.0
    for first in range(0, number, update.BATCH):
        some = list(itertools.islice(transcripts, update.BATCH))
        begun = time.perf_counter()
        with update.writing(made.store, made.index, some_rows := rows[first : first + update.BATCH]) as writer:
            for row, transcript in zip(some_rows, some, strict=True):
                writer.write(row, Outcome(analyse(transcript, transcript.episode.slug), None))
        spent += time.perf_counter() - begun
    made.store.close()
    return spent


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
        sentence = chance.choice(segment.text["zh"].split("。")[:4])
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


def private_memory() -> dict[str, float]:
    """The process's own memory in MB: what it wrote, and pages of files that it alone has mapped."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="utf-8").splitlines()
    sizes = {line.split()[0].rstrip(":"): int(line.split()[1]) / 1024 for line in lines[1:]}
    return {"written": sizes["Private_Dirty"], "mapped": sizes["Private_Clean"]}


def measure(folder: Path, number: int) -> dict[str, object]:
    """Open the library and search it, in this process."""
    base = private_memory()
    begun = time.perf_counter()
    library = open_library([folder / "files"], folder / "data")
    opened = time.perf_counter() - begun
    found: dict[str, object] = {"episodes": len(library.episodes), "open": opened, "base": base}
    asked = queries(library, number)
    for query in asked[KINDS[0]][:5]:
        search(library, query)
    right = 0
    times: dict[str, list[float]] = {}
    for kind, each in asked.items():
        times[kind] = []
        for query in each:
            begun = time.perf_counter()
            answer = search(library, query)
            times[kind].append(time.perf_counter() - begun)
            right += kind == KINDS[0] and answer.confident
    found["confident"] = right / len(asked[KINDS[0]])
    found["times"] = times
    found["memory"] = private_memory()
    some = list(itertools.chain(*zip(*asked.values(), strict=True)))[:50]
    found["stall"] = asyncio.run(stall(partial(search, library), some))
    found["memory after"] = private_memory()
    library.close()
    return found


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


def scan(folder: Path, number: int) -> float:
    """The median seconds of a plain rapidfuzz scan over the texts of the same library."""
    library = open_library([folder / "files"], folder / "data")
    texts = [
        text.casefold()
        for head in library.episodes
        for segment in library.segments(head.slug, 0, head.segments)
        for text in segment.text.values()
    ]
    times = []
    for query in queries(library, number)[KINDS[0]]:
        begun = time.perf_counter()
        process.extract(query.casefold(), texts, scorer=fuzz.partial_ratio, limit=5)
        times.append(time.perf_counter() - begun)
    library.close()
    return statistics.median(times)


def _percentiles(times: list[float]) -> tuple[float, float, float]:
    ordered = sorted(times)
    return tuple(1000 * ordered[min(len(ordered) - 1, int(len(ordered) * part))] for part in (0.5, 0.95, 0.99))  # type: ignore[return-value]


def _say(name: str, value: str) -> None:
    sys.stdout.write(f"{name:<46}{value}\n")
    sys.stdout.flush()


def report(folder: Path, found: dict[str, object], build_seconds: float, scans: int) -> None:
    """Print what was measured."""
    size = sum(path.stat().st_size for path in (folder / "data").rglob("*") if path.is_file())
    _say("episodes, segments", f"{found['episodes']:,}, {found['episodes'] * SEGMENTS:,}")  # type: ignore[operator]
    if build_seconds:
        _say("build", f"{build_seconds:.0f} s")
    _say("disk", f"{size / 2**20:.0f} MB")
    _say("open, unchanged", f"{1000 * found['open']:.0f} ms")  # type: ignore[operator]
    for name in ("base", "memory", "memory after"):
        sizes: dict[str, float] = found[name]  # type: ignore[assignment]
        label = {"base": "before opening", "memory": "after searching", "memory after": "after searching in threads"}
        text = f"{sum(sizes.values()):.0f} MB ({sizes['written']:.0f} written, {sizes['mapped']:.0f} of mapped files)"
        _say(f"private memory, {label[name]}", text)
    times: dict[str, list[float]] = found["times"]  # type: ignore[assignment]
    for kind, each in [*times.items(), ("all", list(itertools.chain(*times.values())))]:
        _say(f"search: {kind}", "p50 {:.1f}  p95 {:.1f}  p99 {:.1f} ms".format(*_percentiles(each)))
    _say("answered with confidence, typos", f"{100 * found['confident']:.0f} %")  # type: ignore[operator]
    _say("longest stall, 50 searches at once", f"{1000 * found['stall']:.0f} ms")  # type: ignore[operator]
    if scans:
        plain = scan(folder, scans)
        faster = plain / statistics.median(times[KINDS[0]])
        _say("a plain rapidfuzz scan", f"{1000 * plain:,.0f} ms a query, {faster:,.0f} times as long")


BANDS = ((50, 72), (72, 90), (90, 101))
"""Scores, from and to below, by which it is told how many of the sure matches are right."""


def measure_drawn(library: Library, drawn: Sequence[Drawn]) -> None:
    """Print how well queries drawn from real text are answered, how sure, and how fast."""
    search(library, "warming up the words")
    by_kind: dict[str, list[tuple[bool, bool, bool]]] = defaultdict(list)
    sure: list[tuple[float, bool]] = []
    times = []
    for one in drawn:
        begun = time.perf_counter()
        answer = search(library, one.query)
        times.append(time.perf_counter() - begun)
        right = [_places(match) & one.places != set() for match in answer.matches]
        by_kind[one.kind].append((any(right[:1]), any(right), answer.confident))
        if answer.confident:
            sure.append((answer.matches[0].score, right[0]))
    said = [row for kind, rows in by_kind.items() if kind != NEVER for row in rows]
    _say(
        "queries drawn, recall@1, recall@5",
        f"{len(said)}, {_share([r[0] for r in said])}, {_share([r[1] for r in said])}",
    )
    _say("confident and right", _share([first and certain for first, _, certain in said]))
    _say("confident and wrong", _share([certain and not first for first, _, certain in said]))
    _say("never said, refused", _share([not certain for _, _, certain in by_kind[NEVER]]))
    for kind, rows in by_kind.items():
        if kind != NEVER:
            _say(f"recall@1, sure: {kind}", f"{_share([r[0] for r in rows])}, {_share([r[2] for r in rows])}")
    for low, high in BANDS:
        band = [right for score, right in sure if low <= score < high]
        _say(f"right of the sure ones, score {low} to {high - 1}", f"{_share(band)} of {len(band)}")
    _say("search: drawn", "p50 {:.1f}  p95 {:.1f}  p99 {:.1f} ms".format(*_percentiles(times)))


NEVER = "never said"


def _share(flags: Sequence[bool]) -> str:
    return f"{sum(flags) / max(1, len(flags)):.3f}"


def _places(match: Match) -> set[tuple[str, int]]:
    return {(match.episode, match.segment), *((slug, segment) for slug, segment, _ in match.also)}


def real(folder: Path, seed: int, each: int) -> None:
    """Measure on the shipped transcript, and where the real library is, on that: its fragments are foreign to the
    shipped one, and the other way round."""
    with closing(open_library([SAMPLES], folder / "shipped")) as shipped:
        if not SCALE.exists():
            measure_drawn(shipped, draw(shipped, seed, each))
            return
        files = folder / "real"
        if not files.exists():
            subprocess.run([sys.executable, str(SCALE), str(files)], check=True, stdout=subprocess.DEVNULL)
        begun = time.perf_counter()
        with closing(open_library([files], folder / "real-data")) as library:
            _say("the real library, opened or built", f"{time.perf_counter() - begun:.0f} s")
            for name, here, other in (
                ("the shipped transcript", shipped, library),
                ("the real library", library, shipped),
            ):
                _say(name, f"{here.segment_count:,} segments")
                measure_drawn(here, [*draw(here, seed, each), *draw_foreign(here, other, seed, each)])


SCALE = ROOT.parent / "shared" / "scale" / "library.py"
"""Writes the real library, where there is one."""


def main() -> None:
    """Build, measure in a process of its own, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--episodes", type=int, default=EPISODES)
    parser.add_argument("--queries", type=int, default=250, help="of each kind")
    parser.add_argument("--scans", type=int, default=3, help="queries of the plain scan; 0 leaves it out")
    parser.add_argument("--folder", type=Path, help="where the library is kept, and found again")
    parser.add_argument("--each", type=int, default=40, help="queries of each kind, drawn from real text")
    parser.add_argument("--seed", type=int, default=1, help="of these")
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    given = options.folder.resolve() if options.folder else Path(tempfile.mkdtemp(prefix="bench-"))
    if options.measure:
        sys.stdout.write(json.dumps(measure(given, options.queries)))
        return
    real(given, options.seed, options.each)
    folder = given / MADE_UP
    seconds = built(folder, options.episodes)
    command = [sys.executable, "-m", "tests.bench_search", "--measure", "--folder", str(folder)]
    done = subprocess.run([*command, "--queries", str(options.queries)], check=True, stdout=subprocess.PIPE, text=True)
    report(folder, json.loads(done.stdout), seconds, options.scans)
    if options.folder is None:
        shutil.rmtree(given)


if __name__ == "__main__":
    main()
