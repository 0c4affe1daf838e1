"""A library of thirteen episodes."""

from __future__ import annotations

import pytest

from tests.conftest import MakeLibrary
from tests.handlers.episodes.rivers import RIVERS, TOML
from transcript.library import Library


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    files = {f"river-{n:02}.txt": RIVERS.replace("2025-01-02", f"2025-01-{n:02}") for n in range(1, 13)}
    files["stones.txt"] = "2026-01-01 Cy.On stones\n\n(00:00) Cy:\nGranite has no chapters but it has mica in it.\n"
    return make_library(files | {"river-12.toml": TOML})
