"""A folder of transcripts, for the command line and for what opens libraries itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.transcript.scripts import BRIDGES, LAMPS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two transcripts, which the settings name, with the cache beside it."""
    folder = tmp_path / "transcripts"
    folder.mkdir()
    (folder / "bridges.txt").write_text(BRIDGES, encoding="utf-8")
    (folder / "lamps.txt").write_text(LAMPS, encoding="utf-8")
    monkeypatch.setenv("TRANSCRIPTS", str(folder))
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return folder
