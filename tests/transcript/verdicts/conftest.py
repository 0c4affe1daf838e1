"""Two episodes against which claims are verified."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.transcript.scripts import BRIDGES, LAMPS
from transcript.library import Library


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    """Two episodes: of bridges, and of lamps."""
    return make_library({"bridges.txt": BRIDGES, "lamps.txt": LAMPS})
