"""The doctor's findings, each from a bot and a machine that are so, and the exit status."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path
from random import Random
from typing import Any

import discord
import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL
from typer.testing import CliRunner

from bot.__main__ import app
from bot.client import Pullquote
from bot.doctor import examine, machine
from config.database import alone_with_tables, migrate_tables
from config.library.sources import Sources
from config.servers import Servers
from config.settings import Settings
from tests.config.ledgers import EIGHT, chosen
from tests.conftest import SHIPPED
from tests.databases import new_postgres, postgres
from tests.standin.answers import answering, error
from tests.standin.clients import connected
from tests.standin.payloads import CHANNEL, GUILD
from tests.standin.server import StandIn
from transcript.library import Library

__all__ = ["postgres"]


TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.secret-part_of-it"


@pytest.fixture
async def there(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[StandIn]:
    stand_in = StandIn()
    async with stand_in.serving() as base:
        monkeypatch.setattr(discord.http.Route, "BASE", base)
        yield stand_in


def settings(folder: Path, **other: Any) -> Settings:
    values: dict[str, Any] = {"discord_token": TOKEN, "data_dir": folder / "data", "transcripts": str(SHIPPED)}
    return Settings(_env_file=None, **values | other)  # type: ignore[call-arg]  # as pydantic has it


async def findings(chosen_settings: Settings) -> list[str]:
    return [str(finding) async for finding in examine(chosen_settings)]


def about(lines: list[str], what: str) -> list[str]:
    """The findings about that, without what they are about."""
    return [line.replace(f" {what}: ", " ") for line in lines if line[7:].startswith(what)]


async def test_a_bot_that_is_well(there: StandIn, tmp_path: Path, shipped: Library) -> None:
    its = settings(tmp_path)
    async with aclosing(Servers(its.database)) as servers:
        await servers.start(chosen(GUILD, channel_id=CHANNEL, active=True), EIGHT)
        async with connected(Pullquote(shipped, servers, rng=Random(1)), discord.http.Route.BASE):
            there.requests.clear()
    lines = await findings(its)
    assert [line[7:].split(":")[0] for line in lines] == [
        "disk", "time zones", "fonts", "transcripts", "database", "token", "intents", "commands",
        f"daily posts of server {GUILD}",
    ]  # fmt: skip
    assert about(lines, "transcripts") == ["ok     1 episode, 205 segments, 0 files unread"]
    assert about(lines, "token") == ["ok     it is that of user1000"]
    assert about(lines, "commands")[0].endswith("are up to date")
    assert about(lines, "intents") == ["ok     guilds; none that is privileged is needed"]
    assert lines[-1] == f"ok     daily posts of server {GUILD}: it may post in #quotes"
    assert not [line for line in lines if line.startswith("FAULT")]
    assert not [request for request in there.requests if request.startswith(("PUT", "POST"))]


@pytest.mark.usefixtures("there")
async def test_what_is_wrong_on_discords_side(tmp_path: Path) -> None:
    its = settings(tmp_path)
    async with aclosing(Servers(its.database)) as servers:
        await servers.start(chosen(GUILD, channel_id=9), EIGHT)
        await servers.start(chosen(77), EIGHT)
    lines = await findings(its)
    assert about(lines, "commands") == [
        "note   Discord has others than this version; the next start brings them up to date"
    ]
    assert lines[-2:] == [
        "note   daily posts of server 77: the bot is not in that server any more; it is forgotten after 30 days",
        f"FAULT  daily posts of server {GUILD}: the channel is gone; choose another with /daily start",
    ]


async def test_a_token_that_discord_does_not_take_is_the_last_finding(there: StandIn, tmp_path: Path) -> None:
    there.faults.append(("GET /users/@me", answering(lambda: error(401))))
    lines = await findings(settings(tmp_path))
    assert lines[-1].startswith("FAULT  token: DISCORD_TOKEN: Discord does not accept it; copy it again")


async def test_without_a_token_the_rest_is_looked_at(tmp_path: Path) -> None:
    lines = await findings(settings(tmp_path, discord_token=None))
    assert lines[-1] == "FAULT  token: there is none; set DISCORD_TOKEN, in the environment or in .env"
    assert about(lines, "transcripts")


@pytest.fixture
def empty_postgres(postgres: str) -> URL:
    return new_postgres(postgres)


async def test_databases_are_told_with_their_kind_and_state(empty_postgres: URL, tmp_path: Path) -> None:
    url = empty_postgres
    its = settings(tmp_path, discord_token=None, database_url=url.render_as_string(hide_password=False))
    (line,) = about(await findings(its), "database")
    assert line.startswith("note   PostgreSQL 1")
    assert line.endswith("no tables yet; the next start brings them up to date, or python -m bot migrate")
    await migrate_tables(its.database)
    (line,) = about(await findings(its), "database")
    assert line.startswith("ok     PostgreSQL 1")
    async with alone_with_tables(its.database) as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    (line,) = about(await findings(its), "database")
    assert line.startswith("FAULT  it cannot be used: this database was made by version")
    away = settings(tmp_path, discord_token=None, database_url="postgresql://me:hunter2@127.0.0.1:1/x")
    (line,) = about(await findings(away), "database")
    assert line == "FAULT  it cannot be used: nothing answers at the address in DATABASE_URL"


async def test_feeds_are_told_with_their_state(tmp_path: Path) -> None:
    its = settings(tmp_path, discord_token=None)
    async with aclosing(Sources(its.database)) as sources:
        await sources.name_feeds(["https://a.example/feed"], EIGHT)
        await sources.add_feed(GUILD, "https://b.example/feed", None, EIGHT)
        for source in await sources.all_sources():
            if source.guild_id == GUILD:
                await sources.feed_failed(source.id, "it answers 404", EIGHT, EIGHT)
    assert about(await findings(its), "feed") == [
        "note   https://a.example/feed: not looked at yet; it is within minutes of a start",
        f"note   https://b.example/feed of server {GUILD}: it answers 404 (1 times); no items; it is tried again, less "
        "and less often",
    ]


async def test_transcripts_that_cannot_be_read_are_told_with_their_mend(tmp_path: Path) -> None:
    folder = tmp_path / "shows"
    folder.mkdir()
    (folder / "bad.txt").write_bytes(b"%PDF-1.7\n")
    lines = about(await findings(settings(tmp_path, discord_token=None, transcripts=str(folder))), "transcripts")
    assert "it is a PDF, not text; export its transcript as text, VTT or SRT" in lines[0]
    assert lines[1] == "FAULT  0 episodes, 0 segments, 1 file unread; see TRANSCRIPTS"


async def test_a_disk_that_is_full_or_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")
    its = settings(tmp_path, discord_token=None, data_dir=taken)
    lines = await findings(its)
    assert about(lines, "disk")[0].startswith(f"FAULT  {taken} cannot be written; let the bot's user write there")
    assert about(lines, "transcripts")[0].startswith(f"FAULT  the index cannot be kept in {taken}")
    monkeypatch.setattr(machine, "FREE_MEGABYTES", 1 << 40)
    lines = await findings(settings(tmp_path, discord_token=None))
    assert "free some space before it is full" in about(lines, "disk")[0]


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (None, "note   fontconfig is not here, so pictures have Latin letters alone; apt-get install fontconfig"),
        (
            "Noto Sans\nDejaVu",
            "note   there is no Noto Sans CJK, so pictures may lack signs; apt-get install fontconfig",
        ),
        ("Noto Sans\nNoto Sans CJK SC", "ok     Noto Sans and Noto Sans CJK, 2 families in all"),
    ],
)
async def test_fonts_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str | None, says: str) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if answer is not None:
        command = tmp_path / "fc-list"
        command.write_text(f"#!/bin/sh\necho '{answer}'\n")
        command.chmod(0o755)
    (line,) = about(await findings(settings(tmp_path, discord_token=None)), "fonts")
    assert line.startswith(says)


def test_the_exit_status_tells_of_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    result = CliRunner().invoke(app, ["doctor"])
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1].startswith("FAULT  token: there is none")
