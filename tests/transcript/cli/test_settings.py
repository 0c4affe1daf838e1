"""The command line reads TRANSCRIPTS and DATA_DIR as the bot does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from config.settings import SHIPPED, load
from transcript.cli.settings import LibrarySettings

NAMES = ("one.txt", "two.txt", "a, b; c.txt", "colon:d.txt")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of files, which is the one to run in."""
    monkeypatch.chdir(tmp_path)
    for name in ("TRANSCRIPTS", "DATA_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name in NAMES:
        (tmp_path / name).touch()
    return tmp_path


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("one.txt", ["one.txt"]),
        ("one.txt,two.txt", ["one.txt", "two.txt"]),
        (" one.txt ; two.txt;", ["one.txt", "two.txt"]),
        ("one.txt\ntwo.txt\n", ["one.txt", "two.txt"]),
        (f"one.txt{os.pathsep}two.txt", ["one.txt", "two.txt"]),
        ("a, b; c.txt", ["a, b; c.txt"]),
        ("one.txt\na, b; c.txt\ncolon:d.txt", ["one.txt", "a, b; c.txt", "colon:d.txt"]),
        ("colon:d.txt,two.txt", ["colon:d.txt", "two.txt"]),
    ],
)
@pytest.mark.parametrize("where", ["environment", ".env"])
def test_paths_are_read_alike(
    written: str, names: list[str], where: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if where == "environment":
        monkeypatch.setenv("TRANSCRIPTS", written)
        monkeypatch.setenv("DATA_DIR", "elsewhere")
    else:
        (folder / ".env").write_text(f'TRANSCRIPTS="{written}"\nDATA_DIR=elsewhere\n', encoding="utf-8")
    for settings in (load(), LibrarySettings()):
        assert settings.transcripts == tuple(map(Path, names))
        assert settings.data_dir == Path("elsewhere")


@pytest.mark.parametrize("written", [None, ""])
def test_what_is_not_set_is_alike(written: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if written is not None:
        monkeypatch.setenv("TRANSCRIPTS", written)
        monkeypatch.setenv("DATA_DIR", written)
    for settings in (load(), LibrarySettings()):
        assert [path.resolve() for path in settings.transcripts] == [SHIPPED.resolve()]
        assert settings.data_dir == Path("data")
