"""`python -m transcript verify`, as people and as scripts use it."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner, Result

from transcript.__main__ import app

ALTERED = "“She spent 45 million crowns on it.” — Ben Marsh"


def run(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(app, ["verify", *arguments], input=typed)


@pytest.mark.usefixtures("folder")
def test_a_verdict_as_json() -> None:
    result = run(ALTERED, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "claim": ALTERED,
        "verdict": "altered",
        "speaker": "Ada Quill",
        "claimed_speaker": "Ben Marsh",
        "episode": "bridges",
        "segment": 2,
        "start": 15.0,
        "at": 15.0,
        "text": "She spent 40 million crowns on it",
        "changes": [["40 million crowns", "45 million crowns"]],
        "reasons": ["number"],
        "translation": False,
    }


@pytest.mark.usefixtures("folder")
def test_a_verdict_for_a_person() -> None:
    altered = run(ALTERED).stdout
    assert "Altered: 1 change" in altered
    assert "She spent ~~40 million crowns~~ **45 million crowns** on it" in altered
    assert "Ada Quill · 0:15" in altered
    assert "Verbatim" in run("They ran out of granite").stdout
    assert (
        "Misattributed: Ada Quill said it, not Ben Marsh" in run("They ran out of granite", "--speaker", "ben").stdout
    )
    assert "Ada Quill · 0:00 · translation" in run("他们的花岗岩用完了").stdout
    nothing = run("“Kerosene is what every modern goat wants” — Ada").stdout
    assert "Not found" in nothing
    assert "No place has these words in 2 episodes of 2024-01-05 to 2024-02-09." in nothing


@pytest.mark.usefixtures("folder")
def test_a_batch_answers_line_by_line() -> None:
    typed = '{"claim": "they ran out of granite"}\n\n{"claim": "they ran out of granite", "speaker": "Ben", "id": 7}\n'
    answers = [json.loads(line) for line in run("--batch", "-", typed=typed).stdout.splitlines()]
    assert [(answer["verdict"], answer["claimed_speaker"]) for answer in answers] == [
        ("verbatim", None),
        ("misattributed", "Ben Marsh"),
    ]


@pytest.mark.usefixtures("folder")
def test_what_is_not_found_names_no_place() -> None:
    answer = json.loads(run("Kerosene is what every modern goat wants", "--json").stdout)
    assert (answer["verdict"], answer["episode"], answer["start"], answer["text"]) == ("not_found", None, None, "")


@pytest.mark.parametrize(
    ("arguments", "typed", "error"),
    [
        (["--batch", "-"], "nonsense\n", '-: line 1: it is not JSON; write {"claim": …} on each line\n'),
        (["--batch", "-"], "\n{}\n", '-: line 2: it has no text "claim"; write {"claim": …}\n'),
        (["--batch", "gone.jsonl"], "", "gone.jsonl: it cannot be read (No such file or directory); check the path\n"),
        ([], "", "verify: give a CLAIM or --batch FILE, one of the two\n"),
        (["x", "--batch", "-"], "", "verify: give a CLAIM or --batch FILE, one of the two\n"),
        (["x", "--transcripts", "/gone"], "", "/gone: there is no such file or folder; check the path\n"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_an_error_is_one_line_and_the_status_2(arguments: list[str], typed: str, error: str) -> None:
    result = run(*arguments, typed=typed)
    assert (result.exit_code, result.stderr) == (2, error)
