"""The rights that the bot asks for, and its commands as they reach Discord."""

from __future__ import annotations

import asyncio
from random import Random

import discord

from bot.client import Operation, Pullquote
from config.servers import Servers
from tests.handlers.stage import Stage, running
from transcript.library import Library

COMMANDS = [
    "Check quote",
    "Delete answer",
    "Not this one",
    "at",
    "chapter",
    "chapters",
    "daily",
    "episodes",
    "follow",
    "help",
    "library",
    "quote",
    "random",
    "today",
    "verify",
    "when",
]


async def test_it_asks_for_one_intent_and_mentions_nobody(stage: Stage) -> None:
    assert stage.bot.intents == discord.Intents(guilds=True)
    assert stage.bot.allowed_mentions is not None
    assert stage.bot.allowed_mentions.to_dict()["parse"] == []


async def test_its_commands_are_the_contract(stage: Stage) -> None:
    commands = await stage.bot.tree.fetch_commands()
    assert sorted(command.name for command in commands) == COMMANDS
    options = {command.name: [option.name for option in command.options] for command in commands}
    assert options["quote"] == ["text", "speaker", "episode", "private"]
    assert options["random"] == ["speaker", "episode"]
    assert options["chapter"] == ["name", "episode"]
    assert options["at"] == ["time", "episode"]
    assert options["when"] == ["topic", "speaker", "episode"]
    assert options["verify"] == ["claim", "speaker"]
    assert (options["chapters"], options["episodes"], options["help"]) == (["episode"], ["show"], [])
    daily = next(command for command in commands if command.name == "daily")
    assert sorted(one.name for one in daily.options) == ["edit", "now", "preview", "skip", "start", "status", "stop"]
    library = next(command for command in commands if command.name == "library")
    subcommands = {one.name for one in library.options}
    assert subcommands >= {"add", "list", "remove", "hide", "refresh", "shared", "export"}
    start = next(one for one in daily.options if one.name == "start")
    assert isinstance(start, discord.app_commands.AppCommandGroup)
    taken = {one.name: one.required for one in start.options if isinstance(one, discord.app_commands.Argument)}
    chosen = ["channel", "time", "timezone", "days", "speaker", "episode"]
    assert list(taken) == [*chosen, "role", "thread", "pin", "publish", "explicit"]
    assert [name for name, required in taken.items() if required] == ["channel", "time", "timezone"]
    quote = next(command for command in commands if command.name == "quote")
    assert isinstance(quote.options[0], discord.app_commands.Argument)
    assert (quote.options[0].min_length, quote.options[0].max_length) == (2, 200)


async def test_a_developers_server_gets_the_commands_at_once(shipped: Library, servers: Servers) -> None:
    bot = Pullquote(shipped, servers, rng=Random(1), operation=Operation(dev_guild_id=77))
    async with running(bot) as env:
        paths = [request.path for request in env.http_requests if request.method == "PUT"]
    assert any(path.endswith("/guilds/77/commands") for path in paths)


async def test_every_view_is_forgotten_once_sent(stage: Stage) -> None:
    """A bot that runs for years must not keep a view, or a task that waits for its end, a message."""
    before = asyncio.all_tasks()
    await stage.ask("quote", text="solder balls would crack")
    answer = await stage.ask("quote", text="solder balls would crack", private=True)
    await stage.press(answer, "Context")
    await stage.press(await stage.ask("chapters"), "1")
    assert asyncio.all_tasks() == before
    assert not stage.bot.persistent_views
    assert not stage.bot._connection._view_store._views
