"""Settings of threads and of the garbage collector, so that the event loop is not kept waiting."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

WORKERS = 3
"""Searches at once. They take turns anyway; more of them would only keep the event loop waiting longer."""


TURN = 0.001
"""Seconds after which a thread lets another one go on, a fifth of Python's own choice."""


def make_room(loop: asyncio.AbstractEventLoop) -> None:
    """Keep the event loop from waiting: few threads, that take short turns."""
    sys.setswitchinterval(TURN)
    loop.set_default_executor(ThreadPoolExecutor(WORKERS, "library"))


YOUNG = 10_000
"""Objects after which it looks through the new ones. A verdict makes some thousands of words: with Python's own 700 it
would go through them, and through all that is kept of earlier ones, again and again."""


YOUNG_LOOKS, MIDDLE_LOOKS = 3, 33
"""Looks through the new objects after which those that outlived one are looked through, and after so many of these all
that is left: of 100,000 at once, as by Python's own choice, one look held up the event loop for 33 ms."""


def settle() -> None:
    """Leave out for good what was loaded at the start, and look seldom for the rest."""
    gc.freeze()
    gc.set_threshold(YOUNG, YOUNG_LOOKS, MIDDLE_LOOKS)


def load_undisturbed(load: Callable[[], bool]) -> bool:
    """Do what may load much and says whether it did: meanwhile the garbage collector does not look through what grows,
    and afterwards leaves it out for good, since a look through a whole library would hold up the event loop."""
    is_collecting = gc.isenabled()
    gc.disable()
    try:
        loaded = load()
        if loaded:
            gc.freeze()
    finally:
        if is_collecting:
            gc.enable()
    return loaded
