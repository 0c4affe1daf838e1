"""`python -m tests.bench.verification`: how fast a verdict is on long claims, at one episode and at ten thousand.

The one is that which ships; the others are those of `tests.made_up`, built once with the same `--folder`.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from bot.discord_run import WARMING
from bot.runtime import settle
from config.settings import SHIPPED
from tests.bench.processes import stall
from tests.made_up import EPISODES, MADE_UP, SEED, built
from transcript.library import Library, open_library
from transcript.models import Language
from transcript.verdicts import verify

LENGTH, AIM = 1_500, 50
"""Characters of a claim, the most that is taken; and milliseconds that a verdict on it may take at one episode."""


KINDS = (
    "as it was said",
    "with words changed",
    "stitched together",
    "of two speakers",
    "never said",
    "Chinese, as it was said",
    "Chinese, changed",
    "Chinese, stitched",
    "nothing but signs",
)


SIGNS = (*"\n\t “”'「([<>*_#—:,.…😀", "12:34", "said", "1 like ")


def claims(library: Library, number: int) -> dict[str, list[str]]:
    """Claims of each kind, as long as may be, from what stands in the library."""
    chance = random.Random(f"{SEED} claims")
    made: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for _ in range(number):
        said = _said(library, chance, "en", " ")
        words = said.split()
        made[KINDS[0]].append(said)
        made[KINDS[1]].append(" ".join(_changed(words, chance)))
        made[KINDS[2]].append(_stitched(library, chance, "en", one_speaker=True))
        made[KINDS[3]].append(_stitched(library, chance, "en", one_speaker=False))
        made[KINDS[4]].append(" ".join(chance.sample(words, len(words))))
        chinese = _said(library, chance, "zh", "")
        made[KINDS[5]].append(chinese)
        made[KINDS[6]].append("".join(_changed(chinese, chance)))
        made[KINDS[7]].append(_stitched(library, chance, "zh", one_speaker=True))
        made[KINDS[8]].append(("".join(chance.choices(SIGNS, k=3)) * LENGTH)[:LENGTH])
    return made


def _changed(words: Sequence[str], chance: random.Random) -> Iterator[str]:
    return (word if chance.random() > 0.1 else chance.choice(words) for word in words)


def _said(library: Library, chance: random.Random, language: Language, between: str) -> str:
    head = chance.choice(library.episodes)
    first = chance.randrange(max(1, head.segments - 40))
    segments = library.segments(head.slug, first, first + 40)
    text = between.join(segment.text[language] for segment in segments)[:LENGTH]
    return text.rpartition(between)[0] if between else text


def _stitched(library: Library, chance: random.Random, language: Language, *, one_speaker: bool) -> str:
    """Five fragments of an episode from afar, each as long as may be, of one speaker or of any."""
    head = chance.choice(library.episodes)
    segments = library.segments(head.slug, 0, head.segments - 1)
    speaker = chance.choice(segments).speaker
    mine = [one.text[language] for one in segments if one.speaker == speaker or not one_speaker]
    longest = sorted(mine, key=len)[-10:]
    parts = [text[: LENGTH // 5 - 3] for text in chance.sample(longest, min(5, len(longest)))]
    return " … ".join(part if language == "zh" else part.rpartition(" ")[0] for part in parts)


def measure(files: Path, data: Path, number: int) -> None:
    """Print the percentiles of each kind."""
    library = open_library([files], data)
    verify(library, WARMING)
    settle()
    sys.stdout.write(f"episodes: {len(library.episodes):,}, characters of a claim: {LENGTH:,}\n")
    made = claims(library, number)
    for kind, each in made.items():
        times = []
        for claim in each:
            begun = time.perf_counter()
            verify(library, claim)
            times.append(1000 * (time.perf_counter() - begun))
        times.sort()
        over = sum(took > AIM for took in times)
        sys.stdout.write(
            f"  {kind:<24} p50 {times[len(times) // 2]:.0f}  slowest {times[-1]:.0f} ms  {over} over {AIM}\n"
        )
    all_at_once = [claim for each in made.values() for claim in each[:3]]
    longest = asyncio.run(stall(partial(verify, library), all_at_once))
    sys.stdout.write(f"  longest stall, {len(all_at_once)} verdicts at once: {1000 * longest:.0f} ms\n")
    library.close()


def main() -> None:
    """Build what is not there, and measure at one episode and at many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--episodes", type=int, default=EPISODES)
    parser.add_argument("--claims", type=int, default=20, help="of each kind")
    parser.add_argument("--folder", type=Path, help="where the library is kept, and found again")
    options = parser.parse_args()
    folder = options.folder.resolve() if options.folder else Path(tempfile.mkdtemp(prefix="bench-"))
    measure(SHIPPED, folder / "shipped", options.claims)
    made_up = folder / MADE_UP
    built(made_up, options.episodes)
    measure(made_up / "files", made_up / "data", options.claims)
    if options.folder is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
