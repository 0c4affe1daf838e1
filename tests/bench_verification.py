"""`python -m tests.bench_verification`: how fast a verdict is on long claims, at one episode and at a thousand.

It shares the made-up library of `tests.bench_search`: with the same `--folder` that is built once.
"""

from __future__ import annotations

import argparse
import gc
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from bot.__main__ import WARMING
from tests.bench_search import EPISODES, SEED, build
from transcript.library import Library, open_library
from transcript.models import Language
from transcript.verification import verify

LENGTH = 1_500
"""Characters of a claim, the most that is taken."""

KINDS = (
    "as it was said",
    "with words changed",
    "stitched together",
    "of two speakers",
    "never said",
    "in Chinese",
)


def claims(library: Library, number: int) -> dict[str, list[str]]:
    """Claims of each kind, as long as may be, from what stands in the library."""
    chance = random.Random(f"{SEED} claims")
    made: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for _ in range(number):
        said = _said(library, chance, "en", " ")
        words = said.split()
        made[KINDS[0]].append(said)
        made[KINDS[1]].append(" ".join(word if chance.random() > 0.1 else chance.choice(words) for word in words))
        made[KINDS[2]].append(_stitched(library, chance, one_speaker=True))
        made[KINDS[3]].append(_stitched(library, chance, one_speaker=False))
        made[KINDS[4]].append(" ".join(chance.sample(words, len(words))))
        made[KINDS[5]].append(_said(library, chance, "zh", ""))
    return made


def _said(library: Library, chance: random.Random, language: Language, between: str) -> str:
    head = chance.choice(library.episodes)
    first = chance.randrange(head.segments - 40)
    segments = library.segments(head.slug, first, first + 40)
    text = between.join(segment.text[language] for segment in segments)[:LENGTH]
    return text.rpartition(between)[0] if between else text


def _stitched(library: Library, chance: random.Random, *, one_speaker: bool) -> str:
    """Five fragments of an episode from afar, of one speaker or of any."""
    head = chance.choice(library.episodes)
    segments = library.segments(head.slug, 0, head.segments - 1)
    speaker = chance.choice(segments).speaker
    mine = [one.text["en"] for one in segments if one.speaker == speaker or not one_speaker]
    parts = [text[: LENGTH // 5 - 3].rpartition(" ")[0] for text in mine if len(text) > LENGTH // 5]
    return " … ".join(chance.sample(parts or mine, min(5, len(parts or mine))))


def measure(folder: Path, number: int) -> None:
    """Print the percentiles of each kind."""
    library = open_library([folder / "files"], folder / "data")
    verify(library, WARMING)
    gc.freeze()  # as the bot does
    sys.stdout.write(f"{len(library.episodes):,} episodes, claims of {LENGTH:,} characters\n")
    for kind, each in claims(library, number).items():
        times = []
        for claim in each:
            begun = time.perf_counter()
            verify(library, claim)
            times.append(1000 * (time.perf_counter() - begun))
        times.sort()
        sys.stdout.write(f"  {kind:<20} p50 {times[len(times) // 2]:.0f}  slowest {times[-1]:.0f} ms\n")
    library.close()


def main() -> None:
    """Build what is not there, and measure at one episode and at many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--episodes", type=int, default=EPISODES)
    parser.add_argument("--claims", type=int, default=20, help="of each kind")
    parser.add_argument("--folder", type=Path, help="where the library is kept, and found again")
    options = parser.parse_args()
    folder = options.folder.resolve() if options.folder else Path(tempfile.mkdtemp(prefix="bench-"))
    for part, episodes in ((folder / "one", 1), (folder, options.episodes)):
        part.mkdir(parents=True, exist_ok=True)
        if not (part / "data").exists():
            build(part, episodes)
        measure(part, options.claims)
    if options.folder is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
