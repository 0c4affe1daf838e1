"""Hosts without Docker: the Procfile's lines in a checkout with the requirements alone, and the unit for systemd."""

from __future__ import annotations

import configparser
import shutil
from pathlib import Path

from tests.conftest import ROOT
from tests.deployment.conftest import Built, files_of


def procfile() -> dict[str, str]:
    lines = (ROOT / "Procfile").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


def checkout(folder: Path) -> Path:
    """What a host gets: the files of the repository, without what an installation leaves beside them."""
    for name in files_of("."):
        if not name.startswith(("tests/", "docs/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def test_the_release_makes_tables_and_index_and_the_worker_starts(with_requirements: Built, tmp_path: Path) -> None:
    app = checkout(tmp_path / "app")
    assert procfile() == {
        "release": "python -m bot migrate && python -m transcript index", "worker": "python -m bot",
    }  # fmt: skip
    variables = {"DATA_DIR": str(app / "data"), "LOG_FORMAT": "text"}
    released = with_requirements.run("/bin/sh", "-euc", procfile()["release"], cwd=app, **variables)
    assert released.stdout.splitlines() == [
        "migrate: the tables are up to date", "index: 1 episode, 205 segments, 0 files unread",
    ], released.stderr  # fmt: skip
    worker = with_requirements.run("/bin/sh", "-euc", procfile()["worker"], cwd=app, **variables, DISCORD_TOKEN="x")
    assert worker.returncode == 2
    assert worker.stderr.startswith("DISCORD_TOKEN: it does not look like a bot's token")


def test_the_unit_runs_the_bot_with_no_more_rights_than_it_needs() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]  # names keep their case
    unit.read(ROOT / "deploy" / "pullquote.service", encoding="utf-8")
    service = dict(unit["Service"])
    assert service["ExecStart"].endswith("/python -m bot")
    assert "DATA_DIR=/var/lib/pullquote" in service["Environment"]
    assert service.items() >= {
        "DynamicUser": "yes", "StateDirectory": "pullquote", "ProtectSystem": "strict", "NoNewPrivileges": "yes",
        "CapabilityBoundingSet": "", "RestartPreventExitStatus": "2",
    }.items()  # fmt: skip
    assert unit["Install"]["WantedBy"] == "multi-user.target"
