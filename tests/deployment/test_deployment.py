"""The image, as far as it can be looked at without Docker, hosts that have none, and the unit for systemd.

Files are checked, and the commands of the stages and of the Procfile are carried out.
"""

from __future__ import annotations

import asyncio
import configparser
import json
import shutil
import signal
import socket
import subprocess
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml

from config.settings import Settings
from tests.conftest import PATIENCE, ROOT
from tests.deployment.conftest import FIRST, FROM_FIRST, LAST, TOOLS, Built, files_of
from tests.deployment.dockerfile import Instruction, environment_of
from tests.standin.clients import read_library
from tests.standin.server import StandIn

LARGEST = 200
"""Megabytes of what is installed for production."""


def run_tool(*command: str) -> str:
    done = subprocess.run(
        [str(TOOLS / command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def compose() -> Any:
    return yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))


def test_the_dockerfile_is_clean() -> None:
    assert run_tool("hadolint", "--failure-threshold", "style", "Dockerfile") == ""


def test_the_compose_file_is_valid() -> None:
    run_tool("check-jsonschema", "--builtin-schema", "vendor.compose-spec", "compose.yaml")


def test_only_the_last_stage_runs_and_not_as_root() -> None:
    assert [each.arguments for each in LAST if each.name == "USER"] == ["10001"]
    assert "pip uninstall --yes pip" in next(each.arguments for each in LAST if each.name == "RUN")
    assert FROM_FIRST.arguments == "--from=build /venv /venv"
    assert [each for each in LAST if each.name == "COPY"] == [FROM_FIRST]
    assert [each.arguments for each in LAST if each.name == "VOLUME"] == [environment_of(LAST)["DATA_DIR"]]
    assert FIRST[0].arguments.split()[0] == LAST[0].arguments  # the virtual environment needs the same Python


def test_what_is_copied_is_in_the_context_and_secrets_are_not() -> None:
    lines = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and not line.startswith("#")]
    assert lines[0] == "*"
    let_in = {line[1:] for line in lines if line.startswith("!")}
    copied = {word for each in FIRST if each.name == "COPY" for word in each.words[:-1]}
    assert copied == let_in
    assert not [name for name in (".env", ".git", "tests", "data") if any(fnmatch(name, one) for one in let_in)]


def test_the_bot_has_limits_a_health_check_and_nowhere_to_write_but_its_volume() -> None:
    services = compose()["services"]
    assert set(services) == {"bot", "database"}
    assert services["database"]["image"].startswith("postgres:17")
    for service in services.values():
        assert service.keys() >= {"mem_limit", "cpus", "pids_limit", "healthcheck", "restart"}
    bot = services["bot"]
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert bot["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert [each for each in bot["volumes"] if not each.endswith(":ro")] == [f"data:{environment_of(LAST)['DATA_DIR']}"]
    names = {name.upper() for name in Settings.model_fields}
    assert set(bot["environment"]) <= names
    assert set(environment_of(LAST)) - {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"} <= names


def procfile() -> dict[str, str]:
    lines = (ROOT / "Procfile").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


def checkout(folder: Path) -> Path:
    """The checkout that a host gets: the files of the repository, without what an installation leaves beside them."""
    for name in files_of("."):
        if not name.startswith(("tests/", "docs/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def bytecode_in(folder: Path) -> dict[str, str]:
    """A host's pip leaves bytecode behind; here it is made once, and elsewhere, since the image has to make its own."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def test_the_release_makes_tables_and_index_and_the_worker_starts(with_requirements: Built, tmp_path: Path) -> None:
    app = checkout(tmp_path / "app")
    assert procfile() == {
        "release": "python -m bot migrate && python -m transcript index", "worker": "python -m bot",
    }  # fmt: skip
    variables = {"DATA_DIR": str(app / "data"), "LOG_FORMAT": "text"} | bytecode_in(tmp_path)
    released = with_requirements.run("/bin/sh", "-euc", procfile()["release"], cwd=app, **variables)
    assert released.stdout.splitlines() == [
        "migrate: the tables are up to date", "index: 1 episode, 205 segments, 0 files unread",
    ], released.stderr  # fmt: skip
    worker = with_requirements.run("/bin/sh", "-euc", procfile()["worker"], cwd=app, **variables, DISCORD_TOKEN="x")
    assert worker.returncode == 2
    assert worker.stderr.startswith("DISCORD_TOKEN: it does not look like a bot's token")


def size_of(folder: Path) -> float:
    """Megabytes of a folder's files."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def test_what_is_installed_is_small_and_has_no_build_tools(built: Built) -> None:
    packages = {path.name for path in (built.folder / "venv").glob("lib/*/site-packages/*")}
    assert not packages & {"pip", "setuptools", "wheel", "simcord", "pytest"}
    assert size_of(built.folder / "venv") < LARGEST


def test_every_file_of_the_packages_is_installed(built: Built) -> None:
    site = next((built.folder / "venv").glob("lib/*/site-packages"))
    names = [name for package in ("bot", "config", "handlers", "transcript") for name in files_of(package)]
    assert [name for name in names if not (site / name).exists()] == []


def test_the_image_starts_and_says_what_is_wrong(built: Built, tmp_path: Path) -> None:
    started = built.run(str(built.python), *command_of(LAST)[1:], cwd=tmp_path, DATA_DIR=str(tmp_path / "data"),
                        DISCORD_TOKEN="not a token")  # fmt: skip
    assert started.returncode == 2
    assert started.stderr == (
        "DISCORD_TOKEN: it does not look like a bot's token; copy it from the page Bot of your application\n"
    )


def command_of(stage: list[Instruction]) -> list[str]:
    return next(each.words for each in stage if each.name == "CMD")


AT_STAND_IN = """
import os, sys, discord
discord.http.Route.BASE = sys.argv.pop(1)
from bot.__main__ import app
try:
    app()
finally:
    bytecode = {name: getattr(module, "__cached__", None) for name, module in sys.modules.items()}
    print(*[name for name, path in bytecode.items() if path and not os.path.exists(path)])
"""
"""The bot says at its end for which modules it had to make bytecode."""


async def test_the_image_answers_is_healthy_and_writes_only_where_it_may(built: Built, tmp_path: Path) -> None:
    data, there = tmp_path / "data", StandIn()
    before = {path: path.stat().st_mtime_ns for path in (built.folder / "venv").rglob("*")}
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = built.environment | {
        "DATA_DIR": str(data), "HEALTH_PORT": str(port), "DISCORD_TOKEN": "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.x_y",
    }  # fmt: skip
    async with there.serving() as base:
        process = await asyncio.create_subprocess_exec(
            str(built.python),
            "-c",
            AT_STAND_IN,
            base,
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        await read_library(there)
        asked = await asyncio.wait_for(there.slash("quote", text="solder balls would crack"), PATIENCE)
        await asyncio.wait_for(asked.done.wait(), PATIENCE)
        check = next(each for each in LAST if each.name == "HEALTHCHECK").arguments
        words = json.loads(check[check.index("[") :].replace("8080", str(port)))
        healthy = await asyncio.to_thread(built.run, str(built.python), *words[1:], cwd=tmp_path)
        process.send_signal(signal.SIGTERM)
        made_anew, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert made_anew == b"\n"
    assert "solder balls" in json.dumps(asked.answer)
    assert healthy.returncode == 0, healthy.stderr
    assert process.returncode == 0
    assert json.loads(errors.splitlines()[-1])["event"] == "stopped"
    assert {path: path.stat().st_mtime_ns for path in (built.folder / "venv").rglob("*")} == before
    assert {path.name for path in tmp_path.iterdir()} == {"data"}


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
