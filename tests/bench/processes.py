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
    late: list[float] = []
    watching = asyncio.create_task(note_stalls(late))
    await asyncio.sleep(0.05)
    late.clear()
    await asyncio.gather(*(asyncio.to_thread(ask, query) for query in asked))
    watching.cancel()
    return max(late)


async def note_stalls(late: list[float]) -> None:
    """Note by how many seconds the event loop comes back late, until it is cancelled."""
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(0.001)
        late.append(time.perf_counter() - begun - 0.001)


def processor_seconds(pid: int) -> float:
    """Seconds of processor time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


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
