"""`python -m transcript search`, as people and as scripts use it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest
from typer.testing import CliRunner, Result

from tests.conftest import ROOT
from transcript.__main__ import app


def run(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(app, ["search", *arguments], input=typed)


@pytest.mark.usefixtures("folder")
def test_an_answer_as_json() -> None:
    result = run("they ran out of granite", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "query": "they ran out of granite",
        "confident": True,
        "matches": [
            {
                "episode": "bridges",
                "segment": 0,
                "start": 0.0,
                "at": 0.0,
                "end": 12.0,
                "speaker": "Ada Quill",
                "chapter": None,
                "score": 100.0,
                "language": "en",
                "text": "The bridge at Orval was never finished. They ran out of granite.",
                "spans": [[40, 63]],
            }
        ],
    }


@pytest.mark.usefixtures("folder")
def test_an_answer_for_a_person() -> None:
    result = run("ran out of granite")
    assert "The bridge at Orval was never finished. They ran out of granite." in result.stdout
    assert "Ada Quill · 0:00 · exact (100)" in result.stdout
    assert "No sure match in 2 episodes. Nothing comes near it." in run("quantum gravity").stdout
    assert "No sure match in 2 episodes. The nearest passages:" in run("the widow of a bishop burned felt").stdout


@pytest.mark.usefixtures("folder")
def test_filters_and_the_limit() -> None:
    assert json.loads(run("felt hat", "--speaker", "ben mrash", "--json").stdout)["matches"][0]["segment"] == 1
    assert json.loads(run("goats", "--episode", "lamps", "--json").stdout)["matches"] == []
    assert len(json.loads(run("the hat and the lamp", "--limit", "1", "--json").stdout)["matches"]) == 1


@pytest.mark.usefixtures("folder")
def test_a_batch_answers_line_by_line() -> None:
    result = run("--batch", "-", typed='{"query": "whale oil"}\n\n{"query": "山羊", "id": 7}\n')
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["query"] for answer in answers] == ["whale oil", "山羊"]
    assert [answer["confident"] for answer in answers] == [True, True]


@pytest.mark.usefixtures("folder")
def test_who_reads_may_have_enough_before_the_end() -> None:
    command = [sys.executable, "-m", "transcript", "search", "--batch", "-"]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=PIPE, stdout=PIPE, stderr=PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.communicate('{"query": "whale oil"}\n')[1] == ""


def test_a_batch_in_a_file(folder: Path) -> None:
    (folder.parent / "queries.jsonl").write_text('{"query": "whale oil"}\n', encoding="utf-8")
    assert run("--batch", str(folder.parent / "queries.jsonl")).stdout.startswith('{"query": "whale oil"')


@pytest.mark.parametrize(
    ("arguments", "typed", "error"),
    [
        (["--batch", "-"], "nonsense\n", '-: line 1: it is not JSON; write {"query": …} on each line\n'),
        (["--batch", "-"], "\n{}\n", '-: line 2: it has no text "query"; write {"query": …}\n'),
        (["--batch", "gone.jsonl"], "", "gone.jsonl: it cannot be read (No such file or directory); check the path\n"),
        ([], "", "search: give a QUERY or --batch FILE, one of the two\n"),
        (["x", "--batch", "-"], "", "search: give a QUERY or --batch FILE, one of the two\n"),
        (["x", "--transcripts", "/gone"], "", "/gone: there is no such file or folder; check the path\n"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_an_error_is_one_line_and_the_status_2(arguments: list[str], typed: str, error: str) -> None:
    result = run(*arguments, typed=typed)
    assert (result.exit_code, result.stderr) == (2, error)


def test_a_bad_file_is_named_and_the_others_are_searched(folder: Path) -> None:
    (folder / "bad.txt").write_text("no stamps", encoding="utf-8")
    result = run("whale oil", "--json")
    assert result.exit_code == 0
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(f"{folder / 'bad.txt'}: it is not a transcript")
    assert json.loads(result.stdout)["confident"]


@pytest.mark.parametrize(("option", "name"), [("--speaker", "zork"), ("--episode", "zork")])
def test_a_name_that_is_unknown_is_an_error(option: str, name: str) -> None:
    result = run("whale oil", option, name)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{option}: no")
    assert result.stderr.count("\n") == 1
