"""`python -m tests.bench.load`: how many answers a second, of each kind and mixed, beside a bare echo in the same run.

The bot is a process of its own, at a stand-in of Discord over local sockets. Its processor time is what the operating
system says, so that the figures stand whatever else the machine does; times of waiting do not.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import cycle
from pathlib import Path
from random import Random
from typing import TypeAlias

from tests.bench.processes import processor_seconds
from tests.conftest import SHIPPED
from tests.standin.clients import until
from tests.standin.deeds import TOO_LATE, Asked
from tests.standin.server import StandIn
from transcript.formats import read

Ask: TypeAlias = Callable[[], Awaitable[Asked]]

DRAWN = 400
"""Queries, and claims, that are drawn: so many that no answer is kept from the last time."""


def drawn_words(seed: int) -> tuple[list[str], list[str]]:
    """Queries of five to eight words of the transcript, and claims of ten to twenty-five, every second of them altered
    in a word."""
    segments = read(SHIPPED).segments
    spoken = [words for one in segments if len(words := one.text.get("en", "").split()) > 30]
    rng, queries, claims = Random(seed), [], []
    for number in range(DRAWN):
        words = rng.choice(spoken)
        begin = rng.randrange(len(words) - 25)
        queries.append(" ".join(words[begin : begin + rng.randint(5, 8)]))
        claim = words[begin : begin + rng.randint(10, 25)]
        if number % 2:
            claim[rng.randrange(len(claim))] = "never"
        claims.append(" ".join(claim))
    return queries, claims


ECHO_SECONDS = 30.0
"""The echo keeps nothing, so that a longer soak of it would tell no more."""


class Run:
    """One bot at one Discord."""

    def __init__(self, there: StandIn, pid: int) -> None:
        self.there = there
        self.pid = pid

    def spent(self) -> float:
        """Seconds of processor time so far."""
        return processor_seconds(self.pid)

    def memory(self) -> float:
        """Megabytes that are resident."""
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    async def kinds(self) -> dict[str, Ask]:
        """Questions by kind."""
        there = self.there
        queries, claims = map(cycle, drawn_words(seed=1))
        times = cycle(range(60, 3600, 37))
        shown = await there.slash("quote", text=next(queries))
        await asyncio.wait_for(shown.done.wait(), 30)
        assert shown.answer is not None
        data = shown.answer["data"]
        ids = [each["custom_id"] for row in data.get("components", []) for part in row["components"]
               for each in part.get("components", []) if "custom_id" in each]  # fmt: skip
        message = there.shown(data.get("components", []), private=False)
        presses = cycle(ids or ["1ecsAA"])
        return {
            "/quote": lambda: there.slash("quote", text=next(queries)),
            "/verify": lambda: there.slash("verify", claim=next(claims)),
            "/when": lambda: there.slash("when", topic="bumpgate"),
            "/at": lambda: there.slash("at", time=str(next(times))),
            "/random": lambda: there.slash("random"),
            "/chapter": lambda: there.slash("chapter", name="3"),
            "/episodes": lambda: there.slash("episodes"),
            "a button": lambda: there.press(next(presses), message),
            "autocomplete": lambda: there.autocomplete("quote", "text", next(queries)[:12]),
        }

    async def one_after_another(self, ask: Ask, number: int) -> float:
        """Milliseconds of processor time for each of so many answers."""
        before = self.spent()
        for _ in range(number):
            asked = await ask()
            await asyncio.wait_for(asked.done.wait(), 30)
        return 1000 * (self.spent() - before) / number

    async def burst(self, asks: list[Ask], number: int) -> str:
        """The outcome of so many questions at once."""
        before = self.spent()
        asked = await asyncio.gather(*(asks[index % len(asks)]() for index in range(number)))
        await asyncio.sleep(TOO_LATE + 1)
        return f"{number} at once: {outcomes(asked)}; {self.spent() - before:.1f} s of processor time"

    async def soak(self, asks: list[Ask], rate: float, seconds: float) -> str:
        """The outcome of so many questions a second for so long, and of the memory after the first tenth of them."""
        asked, begun, warm = [], time.monotonic(), self.memory()
        number = int(rate * seconds)
        for index in range(number):
            await asyncio.sleep(max(0.0, begun + index / rate - time.monotonic()))
            asked.append(await asks[index % len(asks)]())
            if index == number // 10:
                warm = self.memory()
        await asyncio.sleep(TOO_LATE)
        memory = f"memory {warm:.1f} MB when warm, {self.memory():.1f} MB at the end"
        return f"{rate:.0f} a second for {seconds:.0f} s: {outcomes(asked)}; {memory}"


def outcomes(asked: list[Asked]) -> str:
    """The number answered in time, that of these with "busy", and their waits."""
    in_time = [one for one in asked if one.answered_after is not None]
    waits = sorted(1000 * one.answered_after for one in in_time if one.answered_after is not None)
    if not waits:
        return f"none of {len(asked)} in time"
    late, busy = len(asked) - len(in_time), sum(map(is_busy, in_time))
    half, most = waits[len(waits) // 2], waits[len(waits) * 99 // 100]
    return f'{late} not in time, {busy} "busy", half within {half:.0f} ms, 99 % within {most:.0f} ms'


def is_busy(asked: Asked) -> bool:
    return "many at once" in str(asked.answer)


@asynccontextmanager
async def running(*data: str) -> AsyncIterator[Run]:
    there = StandIn()
    async with there.serving() as base:
        process = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.bench.load_bot", base, *data)
        try:
            await until(lambda: bool(there.sockets), 120)
            yield Run(there, process.pid)
        finally:
            process.terminate()
            await process.wait()


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


async def measure(folder: str, number: int, burst: int, rate: float, seconds: float) -> None:
    async with running() as run:
        kinds = await run.kinds()
        asks = list(kinds.values())
        await run.one_after_another(kinds["/quote"], number)
        echo = await run.one_after_another(kinds["/quote"], 4 * number)
        say(f"echo: {echo:.2f} ms an answer")
        say(f"echo: {await run.burst(asks, burst)}")
        say(f"echo: {await run.soak(asks, rate, min(seconds, ECHO_SECONDS))}")
    async with running(folder) as run:
        kinds = await run.kinds()
        costs = {}
        for name, ask in kinds.items():
            await run.one_after_another(ask, number // 4)
            costs[name] = await run.one_after_another(ask, number)
            say(f"{name}: {costs[name]:.2f} ms an answer")
        mixed = statistics.mean(costs.values())
        say(f"mean of the kinds: {mixed:.2f} ms an answer, {echo / mixed:.2f} of the echo's rate")
        asks = list(kinds.values())
        say(f"bot: {await run.burst(asks, burst)}")
        say(f"bot: {await run.soak(asks, rate, seconds)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=200, help="answers of each kind")
    parser.add_argument("--burst", type=int, default=1000)
    parser.add_argument("--rate", type=float, default=60)
    parser.add_argument("--seconds", type=float, default=120)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        asyncio.run(measure(folder, given.number, given.burst, given.rate, given.seconds))


if __name__ == "__main__":
    main()
