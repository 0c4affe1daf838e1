"""`migrate`, `backup` and `restore`, as an operator uses them: a line for each outcome, and the exit status."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_a_backup_is_made_and_restored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert run("backup", "a.backup").stderr.endswith("there is no such database yet; nothing is to be backed up\n")
    made = run("migrate")
    assert (made.exit_code, made.stdout) == (0, "migrate: the tables are up to date\n")
    made = run("backup", "a.backup")
    assert made.exit_code == 0
    assert re.fullmatch(r"backup: 2 rows of \d+ tables in a\.backup\n", made.stdout)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "elsewhere"))
    restored = run("restore", "a.backup")
    assert restored.exit_code == 0
    assert re.fullmatch(r"restore: 2 rows of \d+ tables, taken 20\S+ by version \S+\n", restored.stdout)
    assert (tmp_path / "elsewhere" / "pullquote.db").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["restore", "nothing"], "nothing: No such file or directory; name another file\n"),
        (["backup", "no/folder"], "no/folder: No such file or directory; name another file\n"),
        (["restore", "text"], "text: it is no backup, or damaged; take another one\n"),
    ],
)
def test_what_goes_wrong_with_the_file_is_a_line(tmp_path: Path, arguments: list[str], says: str) -> None:
    run("migrate")
    (tmp_path / "text").write_text("words")
    failed = run(*arguments)
    assert (failed.exit_code, failed.stdout, failed.stderr) == (2, "", says)


@pytest.mark.parametrize("arguments", [["migrate"], ["backup", "a.backup"]])
def test_a_database_that_is_away_is_a_line_without_its_password(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:hunter2@127.0.0.1:1/x")
    failed = run(*arguments)
    assert failed.exit_code == 2
    assert failed.stderr == "DATABASE_URL: nothing answers at the address in DATABASE_URL\n"
