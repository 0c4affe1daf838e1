"""A small Discord with the real bot in it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.handlers.stage import Stage, set_up
from transcript.library import Library


@pytest.fixture
def library(shipped: Library) -> Library:
    """What the bot answers from; a test module may have one of its own."""
    return shipped


@pytest.fixture
async def stage(library: Library) -> AsyncIterator[Stage]:
    async with set_up(library) as stage:
        yield stage
