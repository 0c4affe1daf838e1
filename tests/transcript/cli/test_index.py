"""`python -m transcript index`: what the start would do, done before."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.conftest import SHIPPED
from transcript.__main__ import app
from transcript.index.cache import place_of
from transcript.library import open_library
from transcript.library.shelves import Shelves


def test_the_index_is_there_for_the_next_who_opens_it(tmp_path: Path) -> None:
    given = ["index", "--transcripts", str(SHIPPED), "--data-dir", str(tmp_path / "data")]
    result = CliRunner().invoke(app, given)
    assert result.exit_code == 0
    assert result.stdout == "index: 1 episode, 205 segments, 0 files unread\n"
    told: list[tuple[int, int]] = []
    open_library([SHIPPED], tmp_path / "data", progress=lambda done, of: told.append((done, of))).close()
    assert told == []
    shelves = Shelves(place=place_of([SHIPPED], tmp_path / "data"))
    assert shelves.refresh()
    assert len(shelves.seen_in(None).episodes) == 1


def test_without_a_transcript_it_fails(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    given = ["index", "--transcripts", str(tmp_path / "empty"), "--data-dir", str(tmp_path / "data")]
    result = CliRunner().invoke(app, given)
    assert (result.exit_code, result.stderr) == (2, "there is no transcript to search\n")


@pytest.mark.parametrize("given", [["index"], ["search", "whale oil"], ["verify", "The lamp burns whale oil"]])
def test_what_is_skipped_is_told_apart_from_the_answer(tmp_path: Path, given: list[str]) -> None:
    folder = tmp_path / "transcripts"
    folder.mkdir()
    (folder / "lamp.txt").write_text("(00:00) Bo Ek:\nThe lamp burns whale oil since the old keeper left the tower.\n")
    (folder / "cover.jpg").write_bytes(b"\xff\xd8")
    place = ["--transcripts", str(folder), "--data-dir", str(tmp_path / "data")]
    result = CliRunner().invoke(app, [*given, *place])
    assert result.exit_code == 0
    assert result.stderr == f"{folder}: 1 skipped, not the ending of a transcript: cover.jpg\n"
    assert "cover" not in result.stdout
