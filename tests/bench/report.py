"""Lines of a report: a name, and what was measured."""

from __future__ import annotations

import itertools
import statistics
import sys
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from tests.drawn import NEVER

BANDS = ((50, 72), (72, 90), (90, 101))
"""Scores, from and to below, by which it is told how many of the sure matches are right."""


def report_drawn(found: dict[str, Any]) -> None:
    """Print what was measured of queries that were drawn."""
    said = [row for row in found["rows"] if row[0] != NEVER]
    never = [row for row in found["rows"] if row[0] == NEVER]
    by_kind: dict[str, list[Any]] = defaultdict(list)
    for row in said:
        by_kind[row[0]].append(row)
    say("queries", f"{len(said)} of it, {len(never)} of another")
    say("recall@1, recall@5", f"{share_of([row[1] for row in said])}, {share_of([row[2] for row in said])}")
    for kind, rows in by_kind.items():
        say(f"  {kind}: recall@1, sure", f"{share_of([row[1] for row in rows])}, {share_of([row[3] for row in rows])}")
    say("confident and right", share_of([row[1] and row[3] for row in said]))
    say("confident and wrong", share_of([row[3] and not row[1] for row in said]))
    if never:
        say("of another, refused", share_of([not row[3] for row in never]))
    for low, high in BANDS:
        band = [row[1] for row in found["rows"] if row[3] and low <= row[4] < high]
        say(f"right of the sure ones, score {low} to {high - 1}", f"{share_of(band)} of {len(band)}")
    say_times("search", found["times"])
    if found["scan"]:
        seconds, right = found["scan"]
        faster = seconds / statistics.median(found["times"])
        say("a plain scan", f"{1000 * seconds:,.0f} ms, {faster:,.0f} times as long; recall@1 {right:.3f}")
    say_memory(found["memory"])


def report_made_up(found: dict[str, Any]) -> None:
    """Print what was measured of the made-up library."""
    times: dict[str, list[float]] = found["times"]
    for kind, each in [*times.items(), ("all", list(itertools.chain(*times.values())))]:
        say_times(f"search: {kind}", each)
    say("longest stall, 50 searches at once", f"{1000 * found['stall']:.0f} ms")
    say_memory(found["memory"])


def say_memory(memory: dict[str, float]) -> None:
    say("private memory", f"{memory['held']:.0f} MB, and {memory['mapped']:.0f} MB of the mapped index")


def say_times(name: str, times: Sequence[float]) -> None:
    ordered = sorted(times)
    at = (1000 * ordered[min(len(ordered) - 1, int(len(ordered) * part))] for part in (0.5, 0.95, 0.99))
    say(name, "p50 {:.1f}  p95 {:.1f}  p99 {:.1f} ms".format(*at))


def say(name: str, value: str) -> None:
    sys.stdout.write(f"{name:<46}{value}\n")
    sys.stdout.flush()


def share_of(flags: Sequence[bool]) -> str:
    return f"{sum(flags) / max(1, len(flags)):.3f}"
