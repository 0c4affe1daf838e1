"""`python -m transcript`, as a script would use it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.conftest import ROOT, SHIPPED
from transcript.__main__ import app

run = CliRunner()


@pytest.fixture(scope="module")
def parsed() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(run.invoke(app, ["parse", str(SHIPPED), "--json"]).stdout)
    return document


def test_parse_prints_the_whole_episode_as_json(parsed: dict[str, Any]) -> None:
    assert list(parsed) == [
        "slug",
        "title",
        "date",
        "speakers",
        "languages",
        "chapters",
        "segments",
        "notes",
        "warnings",
        "format",
        "encoding",
    ]
    assert (len(parsed["chapters"]), len(parsed["segments"])) == (8, 205)
    assert list(parsed["chapters"][0]) == ["index", "title", "start", "summary", "segments"]
    assert parsed["chapters"][1]["segments"] == [22, 40]
    assert parsed["segments"][1] == {
        "index": 1,
        "start": 18.0,
        "end": 19.0,
        "speaker": "Dylan Patel",
        "chapter": 1,
        "text": {"en": "It's kind of cooked.", "zh": "它基本没戏了。"},
    }
    assert parsed["notes"][0] == {"line": 103, "text": "非常关键的洞察力。"}
    assert list(parsed["warnings"][0]) == ["line", "message"]


def test_parse_reports_for_people() -> None:
    report = run.invoke(app, ["parse", str(SHIPPED)], terminal_width=200).stdout
    for words in (
        "8 chapters",
        "205 segments",
        "Dylan Patel",
        "134",
        "line 103: editor's note",
        "line 113: a time stamp",
    ):
        assert words in report


def test_parse_shows_markup_in_names_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Transcript\n\n(00:00) [red]Ann[/red]:\nHi.\n\n[bold]T[/bold]\n\n(00:01:00)\nS\n\n(01:00) Bo:\nYo.\n",
        encoding="utf-8",
    )
    report = run.invoke(app, ["parse", str(path)]).stdout
    assert "[red]Ann[/red]" in report
    assert "[bold]T[/bold]" in report


def test_a_name_with_a_lines_end_is_printed_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "two\nlines\x1b[31m.txt"
    path.write_text("(00:00) Ann Li:\nThe river is cold.\n\n(00:09) Bo Yu:\nIndeed it is so.\n", encoding="utf-8")
    assert run.invoke(app, ["parse", str(path)]).stdout.splitlines()[0] == "two lines [31m"
    (told,) = run.invoke(app, ["parse", str(tmp_path)]).stdout.splitlines()
    assert told.startswith("two\\nlines\\x1b[31m.txt · text with names or times")


def test_an_error_is_one_line_that_names_the_file_and_the_mend(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"(00:00) A:\n")
    result = run.invoke(app, ["parse", str(path)])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"{path}: it is text with names or times")
    assert result.stderr.endswith(", but nothing is said in it; put the words under their times\n")


def test_it_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "transcript", "parse", "nowhere.txt"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "nowhere.txt: there is no such file; check the path\n"
