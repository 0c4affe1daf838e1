"""The event loop's lag: by how many seconds it is late for what was due at a certain time."""

from __future__ import annotations

import asyncio

from prometheus_client import Histogram

EVERY = 0.25
"""Seconds between two looks."""


async def watch_lag(lag: Histogram) -> None:
    """Look at it again and again."""
    time = asyncio.get_running_loop().time
    while True:
        due = time() + EVERY
        await asyncio.sleep(EVERY)
        lag.observe(max(0.0, time() - due))
