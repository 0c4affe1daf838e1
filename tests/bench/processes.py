"""The cost of work: seconds, processor time, memory, and how long the event loop stands still."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from pathlib import Path

from bot.runtime import make_room


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


def private_memory() -> dict[str, float]:
    """The process's own memory in MB: what it holds, and pages of files that it alone has mapped."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="utf-8").splitlines()
    sizes = {line.split()[0].rstrip(":"): int(line.split()[1]) / 1024 for line in lines[1:]}
    return {"held": sizes["Anonymous"], "mapped": sizes["Private_Dirty"] + sizes["Private_Clean"] - sizes["Anonymous"]}


def spent_by(work: Callable[[], object]) -> tuple[float, float]:
    """The seconds that work takes, and those of processor time, of this process and of those that it started."""
    begun, spent = time.perf_counter(), sum(os.times()[:4])
    work()
    return time.perf_counter() - begun, sum(os.times()[:4]) - spent
