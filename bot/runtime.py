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


YOUNG = 10_000
"""New objects after which the garbage collector looks through the youngest. A verdict makes thousands of words: at
Python's own 700 the collector would look through them, and the kept ones of earlier verdicts, again and again.
"""


YOUNG_LOOKS, MIDDLE_LOOKS = 3, 33
"""Looks at the youngest objects before a look at the middle generation, and looks at that before a look at the oldest.
By Python's own choice, one look at 100,000 objects held up the event loop for 33 ms.
"""


def make_room(loop: asyncio.AbstractEventLoop) -> None:
    """Keep the event loop from waiting: few threads, that take short turns."""
    sys.setswitchinterval(TURN)
    loop.set_default_executor(ThreadPoolExecutor(WORKERS, "library"))


def settle() -> None:
    """Exempt what was loaded at the start from garbage collection for good, and collect the rest seldom."""
    gc.freeze()
    gc.set_threshold(YOUNG, YOUNG_LOOKS, MIDDLE_LOOKS)


def load_undisturbed(load: Callable[[], bool]) -> bool:
    """Call a function that may load much and says whether it did.

    The garbage collector is off meanwhile, and what was loaded is exempt from it for good: a look through a whole
    library would hold up the event loop.
    """
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
