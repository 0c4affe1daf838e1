"""Answers of Discord at the start that end the bot, with the real client."""

from __future__ import annotations

import socket
from pathlib import Path

import discord
import pytest

from bot.discord_run import run_on_discord
from bot.shelves.worker import orders_of
from bot.start_errors import CLOSED, WRONG_TOKEN
from config.settings import Settings
from tests.standin.answers import answering, error
from tests.standin.server import StandIn


@pytest.fixture
def at_discord(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> object:
    async def line_of(there: StandIn) -> str:
        """The bot's line on standard error before it ends with status 2."""
        settings = Settings(data_dir=tmp_path, _env_file=None)  # type: ignore[call-arg]  # as pydantic has it
        async with there.serving() as base:
            monkeypatch.setattr(discord.http.Route, "BASE", base)
            with pytest.raises(SystemExit) as ended:
                await run_on_discord(orders_of(settings), settings, "a.token.x")
        assert ended.value.code == 2
        return capsys.readouterr().err

    return line_of


@pytest.mark.parametrize("code", [4004, 4010, 4011, 4012, 4013, 4014])
async def test_a_gateway_that_closes_for_good_is_told_in_a_line(at_discord: object, code: int) -> None:
    there = StandIn()
    there.gateway_closes = code
    assert callable(at_discord)
    assert await at_discord(there) == CLOSED[code] + "\n"


@pytest.mark.parametrize("path", ["/gateway/bot", "/users/@me"])
async def test_a_token_that_is_refused_is_told_in_a_line(at_discord: object, path: str) -> None:
    there = StandIn()
    there.faults.append((f"GET {path}", answering(lambda: error(401))))
    assert callable(at_discord)
    assert await at_discord(there) == WRONG_TOKEN + "\n"


async def test_a_health_port_that_is_taken_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        settings = Settings(data_dir=tmp_path, health_port=port, _env_file=None)  # type: ignore[call-arg]  # likewise
        with pytest.raises(SystemExit) as ended:
            await run_on_discord(orders_of(settings), settings, "a.token.x")
    assert ended.value.code == 2
    assert capsys.readouterr().err == (
        f"HEALTH_PORT: 127.0.0.1:{port} cannot be opened (Address already in use); choose another port or HEALTH_HOST\n"
    )
