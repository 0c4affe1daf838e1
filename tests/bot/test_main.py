"""`python -m bot`, as an operator starts and stops it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import discord
import pytest
from typer.testing import CliRunner

from bot.__main__ import DEFAULT_PORT, app
from config.settings import Settings
from config.version import running_version
from tests.conftest import PATIENCE, ROOT

Start = Callable[..., "subprocess.Popen[str]"]


TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.secret-part_of-it"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """This process's, without the bot's settings, and with a folder of its own for data."""
    names = {name.upper() for name in Settings.model_fields}
    kept = {name: value for name, value in os.environ.items() if name not in names}
    return kept | {"DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


@pytest.fixture
def start(environment: dict[str, str], tmp_path: Path) -> Iterator[Start]:
    started: list[subprocess.Popen[str]] = []

    def begin(*arguments: str, **settings: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", *arguments],
            cwd=tmp_path,
            env=environment | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def test_without_a_token_two_lines_say_where_the_preview_is_and_how_it_ends(start: Start) -> None:
    lines = []
    for _ in range(2):  # the second finds the usual port taken
        process = start()
        lines.append((first_line(process), first_line(process)))
    found = [re.fullmatch(r"http://127\.0\.0\.1:(\d+)/#[\w-]+\n", address) for address, _ in lines]
    assert len({one[1] for one in found if one}) == 2
    assert {second for _, second in lines} == {
        "Ctrl-C ends it. With DISCORD_TOKEN set, in the environment or in .env, it runs on Discord.\n"
    }
    with socket.create_connection(("127.0.0.1", DEFAULT_PORT)):
        pass


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(start: Start, number: signal.Signals) -> None:
    process = start("preview", "--port", "0")
    assert first_line(process).startswith("http://127.0.0.1:")
    process.send_signal(number)
    _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert errors.endswith("stopped\n")


def test_a_search_that_still_runs_does_not_hold_up_the_end(environment: dict[str, str], tmp_path: Path) -> None:
    program = (
        "import asyncio, time; from bot.__main__ import _run_until_stopped as run\n"
        "async def work():\n"
        "    print('ready', flush=True); await asyncio.to_thread(time.sleep, 600)\n"
        "run(work())"
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert first_line(process) == "ready\n"
        process.terminate()
        assert process.wait(timeout=PATIENCE) == 0


def test_a_port_in_use_says_so(start: Start) -> None:
    first = start("preview", "--port", "0")
    port = re.search(r":(\d+)/", first_line(first))
    assert port
    second = start("preview", "--port", port[1])
    _, errors = second.communicate(timeout=PATIENCE)
    assert second.returncode == 2
    assert f"preview: port {port[1]} cannot be had (Address already in use); choose another" in errors
    assert "Traceback" not in errors


def test_a_wrong_setting_ends_the_start_with_a_line(start: Start) -> None:
    process = start(LOG_LEVEL="loud", DISCORD_TOKEN="hunter2")
    output, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output) == (2, "")
    assert [line.split(":")[0] for line in errors.splitlines()] == ["DISCORD_TOKEN", "LOG_LEVEL"]
    assert "hunter2" not in errors


def test_a_bad_transcript_among_good_ones_is_reported_and_the_others_serve(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "shows"
    folder.mkdir()
    (folder / "good.txt").write_text("(00:00) Ann Li:\nThe good one is read all the same.\n")
    (folder / "bad.txt").write_bytes(b"%PDF-1.7\n")
    process = start("preview", "--port", "0", TRANSCRIPTS=str(folder))
    assert first_line(process).startswith("http://127.0.0.1:")
    process.terminate()
    _, errors = process.communicate(timeout=PATIENCE)
    assert errors.count("bad.txt: it is a PDF, not text; export its transcript as text, VTT or SRT") == 1
    assert "ready: episodes 1, servers 0" in errors


def test_a_folder_for_data_that_cannot_be_used_says_so(start: Start, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    process = start("preview", DATA_DIR=str(tmp_path / "taken"))
    _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert errors.startswith(f"DATA_DIR: the index cannot be kept in {tmp_path / 'taken'} (")
    assert errors.endswith("); name another folder\n")


def test_json_lines_are_json(start: Start) -> None:
    process = start("preview", "--port", "0", LOG_FORMAT="json")
    first_line(process)
    process.terminate()
    _, errors = process.communicate(timeout=PATIENCE)
    entries = [json.loads(line) for line in errors.splitlines()]
    assert [entry["message"] for entry in entries][-1] == "stopped"
    assert all(entry.keys() >= {"time", "level", "logger", "event", "message"} for entry in entries)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (discord.LoginFailure("401"), "DISCORD_TOKEN: Discord does not accept it; copy it again"),
        (OSError("no route"), "Discord cannot be reached (no route); check the network, then start again"),
    ],
)
def test_where_discord_does_not_let_it_in_a_line_says_why(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: Exception, says: str
) -> None:
    async def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(discord.http.HTTPClient, "static_login", refuse)
    monkeypatch.setattr("bot.logs.set_up", lambda *_: None)  # the runner's own standard error is gone after the test
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    result = CliRunner().invoke(app, [])
    assert result.exit_code == 2
    assert result.stderr.startswith(says)
    assert result.stderr.count("\n") == 1


def test_the_version_is_printed() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"pullquote {running_version()}\n")


def test_invite_prints_the_address_that_installs_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    result = CliRunner().invoke(app, ["invite"])
    assert result.exit_code == 0
    server, user = result.stdout.splitlines()
    assert server == (
        "https://discord.com/oauth2/authorize?client_id=123456789012345678&scope=bot+applications.commands&permissions=274877975552"
    )
    assert user.endswith("&scope=applications.commands&integration_type=1")
    assert "secret" not in result.output


@pytest.mark.parametrize(
    ("token", "says"),
    [("", "invite: DISCORD_TOKEN is not set"), ("abc.def.ghi", "DISCORD_TOKEN: it names no application")],
)
def test_invite_without_a_real_token_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, token: str, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISCORD_TOKEN", token)
    result = CliRunner().invoke(app, ["invite"])
    assert result.exit_code == 2
    assert result.stderr.startswith(says)


def test_without_the_previews_extra_it_says_what_to_install(start: Start, tmp_path: Path) -> None:
    (tmp_path / "simcord.py").write_text("raise ModuleNotFoundError(\"No module named 'simcord'\", name='simcord')\n")
    process = start("preview", PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert errors == "The preview needs its extra: pip install -e '.[preview]'\n"


@pytest.mark.parametrize(
    ("settings", "warns"),
    [
        ({"DYNO": "worker.1"}, True),
        ({"DYNO": "worker.1", "DATABASE_URL": "postgres://me@127.0.0.1:1/x"}, False),
        ({}, False),
    ],
)
def test_where_the_disk_does_not_last_sqlite_is_warned_of(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: dict[str, str], warns: bool
) -> None:
    async def refuse(*_: object) -> None:
        raise OSError("no route")

    monkeypatch.setattr(discord.http.HTTPClient, "static_login", refuse)
    monkeypatch.chdir(tmp_path)
    for name in ("DYNO", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"DISCORD_TOKEN": TOKEN, **settings}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("bot.logs.set_up", lambda *_: None)  # the runner's own standard error is gone after the test
    said: list[str] = []
    monkeypatch.setattr("bot.discord_run.log.warning", lambda line, _: said.append(line))
    assert CliRunner().invoke(app, []).exit_code == 2
    assert bool(said) == warns
    assert all("attach a PostgreSQL database, so that DATABASE_URL is set" in line for line in said)
