"""`/daily now`, `skip`, `stop` and `status`, once it is set up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest

from config.state import DatabaseAwayError
from handlers.cards.daily.choices import FEW
from tests.handlers.daily.stage import at, posts, rounds, start
from tests.handlers.stage import Stage


async def test_now_posts_todays_and_then_another_one(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    answer = await stage.ask("daily now", by=owner)
    message = channel.history()[0]
    assert answer.lines == [
        f"Posted: https://discord.com/channels/{stage.guild.id}/{channel.id}/{message.id}",
        f"The next one: {at(2026, 1, 2, 9)}",
    ]
    await rounds(stage, hours=2)
    assert len(posts(channel)) == 1
    answer = await stage.ask("daily now", by=owner)
    assert answer.lines[0].startswith("Posted, besides today's: https://discord.com/channels/")
    assert len(set(posts(channel))) == 2
    await rounds(stage, days=1)
    assert len(set(posts(channel))) == 3


async def test_now_says_what_is_lacking(stage: Stage, owner: Any) -> None:
    closed = {stage.bot.user: discord.PermissionOverwrite(send_messages=False)}
    channel = stage.guild.create_text_channel("closed", overwrites=closed)
    await start(stage, owner, channel)
    answer = await stage.ask("daily now", by=owner)
    assert answer.private
    assert answer.text == "⚠️ I may not post in that channel. Give me the permission Send Messages there."


async def test_skip_passes_over_the_next_one(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    answer = await stage.ask("daily skip", by=owner)
    assert answer.lines == [f"Left out: {at(2026, 1, 2, 9)}", f"The next one: {at(2026, 1, 3, 9)}"]
    assert answer.buttons == ["Undo"]
    again = await stage.ask("daily skip", by=owner)
    assert again.lines == [f"Left out: {at(2026, 1, 3, 9)}", f"The next one: {at(2026, 1, 4, 9)}"]
    undone = await stage.press(again, "Undo", by=owner)
    assert undone.text == f"It comes after all: {at(2026, 1, 3, 9)}"
    refused = await stage.press(await stage.plant("3u739618"), "old", by=stage.bob)
    assert refused.text == "Only those who may manage this server can set up its quote of the day."
    await rounds(stage, days=1)
    assert len(posts(channel)) == 1
    late = await stage.press(answer, "Undo", by=owner)
    assert late.text == "That one is not left out, or its time is over."
    await rounds(stage, days=1)
    assert len(posts(channel)) == 2


async def test_stop_keeps_the_choices_and_forget_deletes_them(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    await rounds(stage, hours=2)
    assert (await stage.ask("daily stop", by=owner)).text.startswith("No more quotes are posted.")
    await rounds(stage, days=1)
    assert len(posts(channel)) == 1
    status = await stage.ask("daily status", by=owner)
    assert status.lines[:2] == [
        "### The quote of the day is stopped",
        f"<#{channel.id}> · 09:00 (Europe/London) · every day",
    ]
    assert (await stage.ask("daily stop", by=owner)).text.startswith("It was not running.")
    assert (await stage.ask("daily skip", by=owner)).text.startswith("The quote of the day is stopped.")
    asked = await stage.ask("daily stop", by=owner, forget=True)
    assert asked.text.startswith("Shall I end the quote of the day and delete what was chosen")
    assert len(await stage.bot.servers.last_posts(stage.guild.id, 10)) > 0
    refused = await stage.press(await stage.plant("3f"), "old", by=stage.bob)
    assert refused.text == "Only those who may manage this server can set up its quote of the day."
    answer = await stage.press(asked, "Delete all", by=owner)
    assert answer.text == "It is ended, and all that was kept of this server is deleted."
    assert await stage.bot.servers.last_posts(stage.guild.id, 10) == []
    assert (await stage.ask("daily status", by=owner)).text.startswith("No quote of the day is set up")


async def test_status_shows_the_last_ten_and_how_many_are_left(stage: Stage, owner: Any, channel: Any) -> None:
    await start(stage, owner, channel)
    fresh = await stage.ask("daily status", by=owner)
    left = int(next(line for line in fresh.lines if "left" in line).split()[0])
    assert left >= 30  # of those without strong language
    await rounds(stage, hours=2)
    for _ in range(left - FEW):  # one less than a few are left then
        await rounds(stage, days=1)
    status = await stage.ask("daily status", by=owner)
    last = int((datetime(2026, 1, 1, 9, tzinfo=UTC) + timedelta(days=left - 1)).timestamp())
    assert f"{FEW - 1} quotes are left before one comes again. They last until <t:{last}:D>." in status.lines
    assert sum(" · [posted](https://discord.com/" in line for line in status.lines) == 10
    following = datetime(2026, 1, 1, 9, tzinfo=UTC) + timedelta(days=left - FEW + 1)
    assert any(line.startswith(f"Next: <t:{int(following.timestamp())}") for line in status.lines)


async def test_while_the_database_is_away_the_rest_answers(
    stage: Stage, owner: Any, channel: Any, tmp_path: Path
) -> None:
    await start(stage, owner, channel)
    folder = (tmp_path / "state").rename(tmp_path / "elsewhere")
    answer = await stage.ask("daily status", by=owner)
    assert answer.private
    assert answer.text.startswith("What servers have chosen cannot be read or changed at the moment.")
    assert "crack" in (await stage.ask("quote", text="solder balls would crack")).text
    stage.clock.forward(hours=2)
    await stage.bot.rounds.try_round()
    assert posts(channel) == []
    folder.rename(tmp_path / "state")
    await stage.bot.rounds.try_round()
    assert len(posts(channel)) == 1


async def test_a_now_that_fails_changes_nothing_and_tells_nobody_else(stage: Stage, owner: Any) -> None:
    closed = {stage.bot.user: discord.PermissionOverwrite(send_messages=False)}
    channel = stage.guild.create_text_channel("closed", overwrites=closed)
    await start(stage, owner, channel)
    for _ in range(8):
        await stage.ask("daily now", by=owner)
    assert not [one for one in stage.env.http_requests if one.path.endswith("/users/@me/channels")]
    here = stage.bot.get_channel(channel.id)
    assert isinstance(here, discord.TextChannel)
    await here.set_permissions(stage.bot.get_guild(stage.guild.id).me, send_messages=True)  # type: ignore[union-attr]
    await rounds(stage, hours=2)
    assert len(posts(channel)) == 1


async def test_now_while_the_database_is_away_says_so(
    stage: Stage, owner: Any, channel: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise DatabaseAwayError("OSError")

    await start(stage, owner, channel)
    monkeypatch.setattr(stage.bot.servers, "claim_now", away)
    answer = await stage.ask("daily now", by=owner)
    assert answer.text.startswith("What servers have chosen cannot be read or changed at the moment.")
