"""Hello, in a server that the bot was just invited to."""

from __future__ import annotations

from random import Random

import discord
import pytest

from bot.client import Operation, Pullquote
from bot.greeting import greet_server
from config.servers import Servers
from tests import limits
from tests.handlers.stage import Stage, running
from transcript.library import Library


def guild_with_channel(stage: Stage, **permissions: bool) -> discord.Guild:
    """The server as the bot sees it, with a channel for such messages, and what everybody may do there."""
    everybody = {stage.guild.default_role: discord.PermissionOverwrite(**permissions)}
    channel = stage.guild.create_text_channel("hello", overwrites=everybody)
    guild = stage.bot.get_guild(stage.guild.id)
    assert guild is not None
    guild._system_channel_id = channel.id
    return guild


async def said_in(guild: discord.Guild) -> list[discord.Message]:
    assert guild.system_channel is not None
    return [message async for message in guild.system_channel.history()]


async def greet(stage: Stage, guild: discord.Guild) -> None:
    bot = stage.bot
    await greet_server(bot, guild, bot.desk.answers_in(guild.id).library.episodes, bot.command_ids, bot.once)


async def test_it_says_once_what_it_knows_and_what_to_try(stage: Stage) -> None:
    guild = guild_with_channel(stage)
    for _ in range(2):
        await greet(stage, guild)
    (message,) = await said_in(guild)
    components = [each.to_dict() for each in message.components]
    limits.assert_message(components)  # type: ignore[arg-type]  # it is what Discord sends
    said = "\n".join(each["content"] for each in limits.walk(components) if "content" in each)  # type: ignore[arg-type]
    ids = stage.bot.command_ids
    assert said.split("\n") == [
        "**Pullquote** · 1 episode",
        f"Type what you remember of a sentence after </quote:{ids['quote']}>, and you get the real words, who said them"
        " and when.",
        f"-# Whoever manages this server: </daily start:{ids['daily']}> posts a quote every day, </help:{ids['help']}>"
        " shows the rest.",
    ]


async def test_a_chinese_server_is_greeted_in_chinese(stage: Stage) -> None:
    guild = guild_with_channel(stage)
    guild.preferred_locale = discord.Locale.chinese
    await greet(stage, guild)
    (message,) = await said_in(guild)
    assert "就能得到原话" in str([each.to_dict() for each in message.components])


@pytest.mark.parametrize("lacking", ["send_messages", "view_channel"])
async def test_where_it_may_not_write_it_is_silent(stage: Stage, lacking: str) -> None:
    guild = guild_with_channel(stage, **{lacking: False})
    before = len(stage.env.http_requests)
    await greet(stage, guild)
    guild._system_channel_id = None
    await greet(stage, guild)
    assert len(stage.env.http_requests) == before


async def test_a_refusal_of_discords_is_no_matter(stage: Stage) -> None:
    guild = guild_with_channel(stage)
    assert guild.system_channel is not None
    stage.env.inject_error("POST", f"/channels/{guild.system_channel.id}/messages", status=403, code=50013)
    await greet(stage, guild)
    assert await said_in(guild) == []


@pytest.mark.parametrize("greets", [True, False])
async def test_the_operator_switches_it_off(
    shipped: Library, servers: Servers, monkeypatch: pytest.MonkeyPatch, *, greets: bool
) -> None:
    greeted: list[int] = []

    async def note(_client: object, guild: discord.Guild, *_: object) -> None:
        greeted.append(guild.id)

    monkeypatch.setattr("bot.client.greet_server", note)
    bot = Pullquote(shipped, servers, rng=Random(1), operation=Operation(greets=greets))
    async with running(bot) as env:
        guild = bot.get_guild(env.create_guild().id)
        assert guild is not None
        await bot.on_guild_join(guild)
        assert greeted == ([guild.id] if greets else [])
