"""A folder of transcripts, for the command line and for what opens libraries itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import write_files
from tests.transcript.scripts import TWO_SHOWS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two transcripts, which the settings name, with the cache beside it."""
    folder = write_files(TWO_SHOWS, tmp_path / "transcripts")
    monkeypatch.setenv("TRANSCRIPTS", str(folder))
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return folder
