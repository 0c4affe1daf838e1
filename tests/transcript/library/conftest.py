"""Names of the files that a test's library reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcript.formats import read as really_read
from transcript.index import preparation
from transcript.models import Transcript


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read from now on."""
    names: list[str] = []

    def noting(path: Path) -> Transcript:
        names.append(path.name)
        return really_read(path)

    monkeypatch.setattr(preparation, "read", noting)
    return names
